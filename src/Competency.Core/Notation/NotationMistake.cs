using Competency.Text;

namespace Competency.Notation;

/// <summary>A word that is no reference: what is wrong with it, and what was probably meant.</summary>
internal readonly struct NotationMistake
{
    private NotationMistake(SourceSpan span, string fault, string? suggestion, string? offer = null)
    {
        Span = span;
        Fault = fault;
        Suggestion = suggestion;
        Offer = offer;
    }

    public SourceSpan Span { get; }

    /// <summary>What is wrong with it.</summary>
    public string Fault { get; }

    /// <summary>What was probably meant; null where nobody can say.</summary>
    public string? Suggestion { get; }

    /// <summary>The words that offer it; null where nothing is offered.</summary>
    public string? Offer { get; }

    /// <summary>Whether a code was meant, whichever: letters and a number, and no word of prose.</summary>
    public bool IsOfCode { get; private init; }

    public static NotationMistake Of(NotationText text, SourceSpan word)
    {
        var written = text.Slice(word);
        var mistake = Of(text, word, written);
        return mistake with { IsOfCode = mistake.Suggestion is not null || NotationText.LettersOfNumbered(LookAlikes.Mend(written) ?? written) is > 0 and <= 4 };
    }

    private static NotationMistake Of(NotationText text, SourceSpan word, string written)
    {
        if (LookAlikes.Mend(written) is { } mended && (KsbCode.TryParse(mended, out _) || StandardReference.TryParse(mended, out _)))
        {
            var meant = KsbCode.TryParse(mended, out var code) ? code.ToString() : mended;
            return new NotationMistake(word, $"'{written}' holds the look-alike {LookAlikes.DescribeFirst(written)} and is not {meant}", meant, $"write {meant} in plain letters and digits");
        }

        if (TryDuty(text, word, out var whole, out var duty))
        {
            return new NotationMistake(whole, $"'{text.Slice(whole)}' is no duty", duty, duty is null ? null : DidYouMean(duty));
        }

        if (NotationText.TryNumber(written, int.MaxValue, out _) || written.All(TextFolding.IsDigit))
        {
            return new NotationMistake(word, $"'{written}' is a number without the letters of a kind, such as K, S or B, before it", null);
        }

        if (KsbKinds.FromPrefix(written) != KsbKind.None && TryDetachedNumber(text, word, out whole, out var attached))
        {
            return new NotationMistake(whole, $"'{text.Slice(whole)}' is not a KSB code", attached, DidYouMean(attached));
        }

        if (Nearly(written) is { } nearly)
        {
            return new NotationMistake(word, $"'{written}' is not a KSB code", nearly, DidYouMean(nearly));
        }

        var isNumbered = Enumerable.Range(1, Math.Min(3, written.Length - 1)).Any(i => KsbKinds.FromPrefix(written.Substring(0, i)) != KsbKind.None && written.Skip(i).All(TextFolding.IsDigit));
        return isNumbered
            ? new NotationMistake(word, $"'{written}' is not a KSB code: its number must be 1 to {KsbCode.MaxNumber}", null)
            : new NotationMistake(word, $"'{written}' is not a KSB reference such as K1, S2-S5 or B4", null);
    }

    private static string DidYouMean(string meant) => $"did you mean {meant}?";

    /// <summary><c>K 1</c> or <c>K-1</c> or <c>K.1</c>.</summary>
    private static bool TryDetachedNumber(NotationText text, SourceSpan letters, out SourceSpan whole, out string attached)
    {
        var at = text.SkipBlanks(letters.End);
        if (at < text.Length && (TextFolding.IsDash(text[at]) || text[at] is '.' or '_'))
        {
            at++;
        }

        whole = default;
        attached = "";
        if (at >= text.Length || !TextFolding.IsDigit(text[at]))
        {
            return false;
        }

        var digits = text.Word(at);
        if (!KsbCode.TryParse(text.Slice(letters) + text.Slice(digits), out var code))
        {
            return false;
        }

        whole = SourceSpan.FromBounds(letters.Start, digits.End);
        attached = code.ToString();
        return true;
    }

    /// <summary><c>Duty O</c>, <c>Duty ９</c>, <c>Dutу 9</c> with a Cyrillic letter: a duty, if only its number were written as one.</summary>
    private static bool TryDuty(NotationText text, SourceSpan word, out SourceSpan whole, out string? meant)
    {
        const string Duty = "Duty";
        (whole, meant) = (word, null);
        if (word.Length < Duty.Length || !TextFolding.EqualsIgnoreCase(string.Concat(text.Slice(new SourceSpan(word.Start, Duty.Length)).Select(LookAlikes.ToAscii)), Duty))
        {
            return false;
        }

        var at = word.Length > Duty.Length ? word.Start + Duty.Length : text.SkipBlanks(word.End);
        if (at >= text.Length || !NotationText.IsWordCharacter(text[at]) || text.Word(at) is not { Length: <= 4 } number || !Digits(text.Slice(number)).All(TextFolding.IsDigit))
        {
            return false;
        }

        whole = SourceSpan.FromBounds(word.Start, number.End);
        meant = NotationText.TryNumber(Digits(text.Slice(number)).TrimStart('0'), OccupationDuty.MaxNumber, out var duty) ? $"{Duty} {duty}" : null;
        return true;
    }

    private static string Digits(string written) => string.Concat(written.Select(LookAlikes.ToDigit));

    /// <summary>A leading zero, or the letters O, I and l where digits belong.</summary>
    private static string? Nearly(string written)
    {
        for (var letters = Math.Min(3, written.Length - 1); letters > 0; letters--)
        {
            var prefix = written.Substring(0, letters);
            var digits = Digits(written.Substring(letters)).TrimStart('0');
            if (KsbKinds.FromPrefix(prefix) != KsbKind.None && KsbCode.TryParse(prefix + digits, out var code))
            {
                return code.ToString();
            }
        }

        return null;
    }
}
