using System.Globalization;
using System.Text;
using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

/// <summary>Writes a reference with other codes, and keeps all else of how a person wrote it; the parts of a range that splits have its weight each.</summary>
internal static class ReferenceRewrite
{
    /// <summary>The characters that name the codes, or the duty: without qualifier and annotation.</summary>
    public static SourceSpan CodesOf(KsbReference reference) => SourceSpan.FromBounds(reference.FirstSpan.Start, reference.LastSpan.End);

    /// <summary>What shall stand in place of <see cref="CodesOf"/>; null where no code moves.</summary>
    /// <param name="text">The text that the reference stands in.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="follow">The new code of an old one; null for one that stays.</param>
    /// <param name="followDuty">The new number of a duty; null for one that stays.</param>
    /// <param name="qualifier">The qualifier, with its colon, that each part of a range that splits needs; empty for none.</param>
    /// <param name="setting">How references are written where it stands.</param>
    public static string? Codes(string text, KsbReference reference, Func<KsbCode, KsbCode?> follow, Func<int, int?> followDuty, string qualifier, ReferenceSetting setting)
    {
        var written = text.Substring(CodesOf(reference).Start, CodesOf(reference).Length);
        if (reference.IsDuty)
        {
            return followDuty(reference.Duty) is { } duty && duty != reference.Duty ? WithoutNumber(written) + duty.ToString(CultureInfo.InvariantCulture) : null;
        }

        var moved = reference.Codes.Select(c => (Old: c, New: follow(c) ?? c)).ToArray();
        if (moved.All(m => m.New == m.Old))
        {
            return null;
        }

        // A code that stays, for want of a successor, and one that moves to its place are one code of the range.
        var codes = Frozen.Sorted(moved.Select(m => m.New));
        var isLower = written[0] is >= 'a' and <= 'z';
        if (!reference.IsRange)
        {
            return Cased(codes[0].ToString(), isLower);
        }

        if (codes.Count > 1 && codes[0].Kind == codes[codes.Count - 1].Kind && codes[codes.Count - 1].Number - codes[0].Number == codes.Count - 1)
        {
            // One range still: its dash stays as it was written, and so does an end without a letter, as in K1-10.
            var last = text.Substring(reference.LastSpan.Start, reference.LastSpan.Length);
            var end = codes[codes.Count - 1];
            return Cased(codes[0].ToString(), isLower)
                + text.Substring(reference.FirstSpan.End, reference.LastSpan.Start - reference.FirstSpan.End)
                + (TextFolding.IsDigit(last[0]) ? end.Number.ToString(CultureInfo.InvariantCulture) : Cased(end.ToString(), last[0] is >= 'a' and <= 'z'));
        }

        return (codes.Count == 1 && qualifier.Length == 0 ? setting.BeforeCodeAlone : "") + Cased(KsbNotation.Format(codes), isLower).Replace(", ", WeightOf(text, reference) + setting.Separator + qualifier);
    }

    /// <summary>New codes with what stays beside them (the dash of a range, the word before a duty's number) as the document spells it, with its escapes.</summary>
    /// <param name="text">The text that the reference stands in.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="codes">What shall stand in place of <see cref="CodesOf"/>.</param>
    /// <param name="spelling">What the document has in place of some characters of the text; null where that is not known.</param>
    public static string Spelled(string text, KsbReference reference, string codes, Func<SourceSpan, string?> spelling)
    {
        var stays = Stays(text, reference);
        var at = reference.IsDuty ? 0 : CodeLength(codes, 0);
        return stays.Length > 0
            && string.CompareOrdinal(codes, at, text, stays.Start, stays.Length) == 0
            && CodeLength(codes, at + stays.Length) == codes.Length - at - stays.Length
            && spelling(stays) is { } spelled
                ? codes.Substring(0, at) + spelled + codes.Substring(at + stays.Length)
                : codes;
    }

    /// <summary>The characters of a duty's name before its number, or those between the ends of a range.</summary>
    public static SourceSpan Stays(string text, KsbReference reference)
    {
        var codes = CodesOf(reference);
        return reference.IsDuty ? new SourceSpan(codes.Start, WithoutNumber(text.Substring(codes.Start, codes.Length)).Length)
            : reference.IsRange ? SourceSpan.FromBounds(reference.FirstSpan.End, reference.LastSpan.Start)
            : new SourceSpan(codes.Start, 0);
    }

    private static int CodeLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && TextFolding.IsWordCharacter(text[end]))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The weight as it is written, with its colon: what stands behind a range is each of its codes'. Empty for none.</summary>
    private static string WeightOf(string text, KsbReference reference) =>
        reference.Weight is null ? "" : ":" + text.Substring(reference.Annotation.Start, reference.Annotation.Length).TrimEnd('.');

    private static string WithoutNumber(string duty)
    {
        var end = duty.Length;
        while (end > 0 && TextFolding.IsDigit(duty[end - 1]))
        {
            end--;
        }

        return duty.Substring(0, end);
    }

    private static string Cased(string codes, bool isLower)
    {
        if (!isLower)
        {
            return codes;
        }

        var lower = new StringBuilder(codes.Length);
        foreach (var c in codes)
        {
            lower.Append(TextFolding.ToLower(c));
        }

        return lower.ToString();
    }
}
