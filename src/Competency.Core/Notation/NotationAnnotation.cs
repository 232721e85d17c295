using System.Globalization;
using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>The words that people put beside a reference and that are none.</summary>
internal static class NotationAnnotation
{
    // Longer than any words that people put beside a code; what is longer is not words beside a code.
    private const int MaxParenthesised = 1000;

    private const int MaxWeight = 1000;

    /// <summary>
    /// What is written beside a reference: <c> – Business impact</c>, <c> (Version Control)</c>, <c>:main:40</c>, <c>: the statement</c>. It ends
    /// with the line, at a semicolon, or at a comma before the next code.
    /// </summary>
    /// <param name="text">The field.</param>
    /// <param name="from">The place behind the reference.</param>
    /// <param name="end">The place behind what was read; <paramref name="from"/> where nothing was.</param>
    /// <returns>The words; empty where there are none.</returns>
    public static SourceSpan Read(NotationText text, int from, out int end)
    {
        end = from;
        var at = text.SkipEmphasis(from);
        if (at + 1 < text.Length && text[at] == ':' && NotationText.IsWordCharacter(text[at + 1]))
        {
            return Weight(text, at, ref end);
        }

        if (at < text.Length && text[at] == ':')
        {
            return Words(text, at + 1, ref end);
        }

        var next = text.SkipBlanks(at);
        if (next < text.Length && text[next] == '(')
        {
            return Parenthesised(text, next, ref end);
        }

        if (next > at && next + 1 < text.Length && TextFolding.IsDash(text[next]) && TextFolding.IsWhiteSpace(text[next + 1]))
        {
            return Words(text, next + 1, ref end);
        }

        // A row copied from a table: the columns behind the code are words beside it, unless they are references.
        return at < text.Length && text[at] == '\t' && next < text.Length && NotationText.IsWordCharacter(text[next]) && !text.StartsReference(next)
            ? Words(text, next, ref end)
            : default;
    }

    /// <summary>The number that closes <c>:40</c>, <c>:main:40</c> or <c>:40%</c>; null where what is beside the reference is no weight.</summary>
    /// <param name="text">The field.</param>
    /// <param name="from">The place behind the reference.</param>
    /// <param name="end">The place behind what <see cref="Read"/> read.</param>
    public static decimal? WeightOf(NotationText text, int from, int end) => TryWeight(text, from, end, out var weight, out _) ? weight : null;

    /// <summary>A number behind a reference that is no weight, <c>K1:0</c> or <c>K1:4O</c>: the reference would count as if it had none. Null where there is none.</summary>
    public static NotationProblem? MistakenWeight(NotationText text, int from, int end) =>
        !TryWeight(text, from, end, out _, out var number) && number.Length > 0 && TextFolding.IsDigit(text[number.Start])
            ? new NotationProblem(FindingCatalogue.MalformedNotation, number, $"'{text.Slice(number)}' is no weight, which is a number above 0 and at most {MaxWeight.ToString("N0", CultureInfo.InvariantCulture)}", null)
            : null;

    private static bool TryWeight(NotationText text, int from, int end, out decimal weight, out SourceSpan number)
    {
        (weight, number) = (0, default);
        var colon = text.SkipEmphasis(from);
        if (colon + 1 >= end || text[colon] != ':' || !NotationText.IsWordCharacter(text[colon + 1]))
        {
            return false;
        }

        var written = text.Slice(SourceSpan.FromBounds(colon + 1, end));
        var start = written.LastIndexOf(':') + 1;
        var digits = written.Substring(start).TrimEnd('%', '.');
        number = new SourceSpan(colon + 1 + start, digits.Length);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight) && weight is > 0 and <= MaxWeight;
    }

    private static SourceSpan Weight(NotationText text, int colon, ref int end)
    {
        var at = colon;
        while (at < text.Length && (NotationText.IsWordCharacter(text[at]) || text[at] is ':' or '%' or '.'))
        {
            if (!NotationText.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }

            var word = text.Word(at);
            if (text.TryCode(word, out _))
            {
                // "K1:K2": the second is a reference of its own. It also bounds the work on a long run of them.
                return default;
            }

            at = word.End;
        }

        end = at;
        return SourceSpan.FromBounds(colon + 1, at);
    }

    private static SourceSpan Parenthesised(NotationText text, int open, ref int end)
    {
        var close = text.IndexOf(')', open, MaxParenthesised);
        var inside = close < 0 ? default : SourceSpan.FromBounds(open + 1, close);

        // Parentheses that hold codes are separators: the codes are references.
        if (close < 0 || text.HoldsCode(inside))
        {
            return default;
        }

        end = close + 1;
        return inside;
    }

    private static SourceSpan Words(NotationText text, int start, ref int end)
    {
        start = text.SkipBlanks(start);
        var at = start;
        while (at < text.Length && !TextFolding.IsLineEnd(text[at]) && text[at] != ';' && !(text[at] == ',' && text.StartsReference(at + 1)))
        {
            if (!NotationText.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }

            var word = text.Word(at);
            if (text.IsCodeLike(word, anyCase: true))
            {
                // "K2 - see also K5": whether K5 is a reference, nobody can say; the words before it are reported.
                return default;
            }

            at = word.End;
        }

        end = at;
        return SourceSpan.FromBounds(start, at);
    }
}
