using Competency.Interchange.Reading;
using Competency.Notation;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>The beginning of a statement on a page: <c>K1: text</c>, and less strictly <c>K1 – text</c>, <c>**K1** text</c>, <c>K1</c> on a line of its own.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">The text behind it, perhaps empty.</param>
/// <param name="Mending">What was not quite a code, for the loss report; null where it was one.</param>
/// <param name="IsMarked">Whether a colon follows the code, so that nothing else can be meant.</param>
internal sealed record StatementStart(KsbCode Code, string Text, string? Mending, bool IsMarked)
{
    public static StatementStart? Of(PageLine line)
    {
        var text = line.Text;
        var at = 0;
        while (at < text.Length && (text[at] is '*' or '#' or '\u2022' or '\u00B7' or '_' || TextFolding.IsDash(text[at]) || TextFolding.IsWhiteSpace(text[at])))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && at - start < 9 && (TextFolding.IsLetter(text[at]) || TextFolding.IsDigit(text[at]) || (text[at] > '\u007F' && char.IsLetterOrDigit(text[at]))))
        {
            at++;
        }

        var word = text[start..at];
        if (word.Length < 2 || !TryCode(word, out var code, out var mending))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && (text[end] is '*' or '_' || TextFolding.IsWhiteSpace(text[end])))
        {
            end++;
        }

        if (end < text.Length && text[end] is ':' or '\uFF1A')
        {
            var rest = text[(end + 1)..].TrimStart('*', '_');
            return new StatementStart(code, TextFolding.Trim(rest), mending, IsMarked: true);
        }

        // K3.1 is a part of K3, not a statement of its own.
        if (at < text.Length && text[at] is '.' && at + 1 < text.Length && TextFolding.IsDigit(text[at + 1]))
        {
            return null;
        }

        if (end < text.Length && (TextFolding.IsDash(text[end]) || text[end] is '.' or ')' or '|'))
        {
            end++;
        }
        else if (end == at && end < text.Length)
        {
            return null;
        }

        return new StatementStart(code, TextFolding.Trim(text[end..]), mending, IsMarked: false);
    }

    private static bool TryCode(string word, out KsbCode code, out string? mending)
    {
        mending = null;
        if (KsbCode.TryParse(word, out code))
        {
            return true;
        }

        // A leading zero, a look-alike letter, a full-width digit: Core says what was meant and why.
        var problem = char.IsLetter(word[0]) && word.Any(char.IsDigit) ? KsbNotation.Parse(word).Problems.FirstOrDefault() : null;
        if (problem?.Suggestion is { } meant && KsbCode.TryParse(meant, out code) && (word.Any(c => c > '\u007F') || word.Contains('0')))
        {
            mending = problem.Message;
            return true;
        }

        return false;
    }
}
