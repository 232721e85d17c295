using Competency.Findings;
using Competency.Interchange.Reading;
using Competency.Notation;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>Lines of a page that list codes and nothing else, such as <c>K1 K2 K3</c>.</summary>
internal static class CodeList
{
    // A thousand codes; a longer line is no list, whatever it holds.
    private const int MaxLength = 6000;

    /// <summary>Reads a text that lists codes and nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codes">The codes, repeats included, in the text's order.</param>
    /// <param name="mended">What stands for a code in look-alike characters, and where.</param>
    public static bool TryRead(string text, out IReadOnlyList<KsbCode> codes, out IReadOnlyList<NotationProblem> mended)
    {
        codes = [];
        mended = [];

        // A list has no words; asking first keeps the grammar's many forms away from prose.
        if (text.Length is 0 or > MaxLength || !MayBeList(text))
        {
            return false;
        }

        var result = KsbNotation.Parse(text);
        var lookAlikes = result.Problems.Where(p => IsLookAlike(text, p)).ToArray();
        if (result.References.Count + lookAlikes.Length == 0
            || result.References.Any(r => r.IsDuty || r.Annotation.Length > 0 || r.Qualifier.HasValue)
            || result.Problems.Except(lookAlikes).Any(p => p.Descriptor != FindingCatalogue.RepeatedReference))
        {
            return false;
        }

        codes = result.References.SelectMany(r => r.Codes).Concat(lookAlikes.Select(p => KsbCode.Parse(p.Suggestion!))).ToArray();
        mended = lookAlikes;
        return true;
    }

    /// <summary>Splits a line such as <c>Duty 4 Ensure image quality. K24 K25</c> before its codes; the length of the line where it has none.</summary>
    public static int StartOfTrailingCodes(string text)
    {
        var start = text.Length;
        var count = 0;
        while (start > 0)
        {
            var end = start;
            while (end > 0 && IsGap(text[end - 1]))
            {
                end--;
            }

            var word = end;
            while (word > 0 && !IsGap(text[word - 1]))
            {
                word--;
            }

            if (word == end || !IsCode(text[word..end]))
            {
                break;
            }

            start = word;
            count++;
        }

        if (count == 0 || start == 0)
        {
            return start;
        }

        // One code at the end of a sentence's words, as in "vitamin K1", is a word of it; behind a full stop or a tab it is a list.
        var before = TextFolding.Trim(text[..start]);
        var isApart = before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' || text[start - 1] is '\t' or '\u00A0' || (start > 1 && TextFolding.IsWhiteSpace(text[start - 2]));
        return count > 1 || isApart ? start : text.Length;
    }

    private static bool IsCode(string word) => KsbCode.TryParse(word, out var code) && code.ToString() == word;

    private static bool IsGap(char c) => TextFolding.IsWhiteSpace(c) || c is ',' or ';';

    private static bool MayBeList(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters = char.IsLetter(c) ? letters + 1 : 0;
            if (letters > 10)
            {
                return false;
            }
        }

        return text.Any(char.IsDigit);
    }

    private static bool IsLookAlike(string text, NotationProblem problem) =>
        problem.Suggestion is { } meant && KsbCode.TryParse(meant, out _) && text.Substring(problem.Span.Start, problem.Span.Length).Any(c => c > '\u007F');
}
