using System.Text;
using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>What is wrong with a standard before references.</summary>
internal static class NotationQualifier
{
    // A longer list is told without what it should be.
    private const int MaxShown = 60;

    /// <summary>
    /// <c>ST0499@1.2: S15, S16</c>: behind the blank nobody can say whether all of them are of that standard, or one, or none. They are no references of another
    /// standard, and are not read as such; null where references do not follow so.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">Its words.</param>
    /// <param name="qualifier">The standard, without its colon.</param>
    public static NotationProblem? Apart(string field, NotationText text, SourceSpan qualifier)
    {
        if (qualifier.End >= field.Length || field[qualifier.End] != ':')
        {
            return null;
        }

        var start = text.SkipEmphasis(text.SkipBlanks(qualifier.End + 1));
        if (start == qualifier.End + 1 || start >= field.Length || !NotationText.IsWordCharacter(field[start]))
        {
            return null;
        }

        var end = new ProseReferences(field, text, new ProseLines(field, text)).EndOfUnqualified(start, field.Length);
        if (end == start)
        {
            return null;
        }

        var standard = text.Slice(qualifier) + ":";
        var meant = Qualified(field.Substring(start, end - start), standard);
        var hint = meant is null or { Length: > MaxShown } ? "" : $" and write {TextFolding.OnOneLine(meant)}";
        return new NotationProblem(FindingCatalogue.MalformedNotation, SourceSpan.FromBounds(qualifier.Start, end), $"'{standard}' has a blank behind its colon, and so names no KSB", meant, $"leave the blank out{hint}");
    }

    /// <summary>References with the standard before each; null where one of them cannot be read.</summary>
    private static string? Qualified(string references, string standard)
    {
        var result = KsbNotation.Parse(references);
        if (result.Problems.Count > 0)
        {
            return null;
        }

        var written = new StringBuilder(references.Length);
        var at = 0;
        foreach (var start in result.References.Select(r => r.Span.Start))
        {
            written.Append(references, at, start - at).Append(standard);
            at = start;
        }

        return written.Append(references, at, references.Length - at).ToString();
    }
}
