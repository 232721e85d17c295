using Competency.Documents;
using Competency.Text;

namespace Competency.Versions;

/// <summary>How references have to be written in one place of a document, so that they are still read there.</summary>
/// <param name="separator">What parts a list.</param>
/// <param name="beforeCodeAlone">What stands before the one code that is left of a range; empty where a code by itself is a reference.</param>
internal sealed class ReferenceSetting(string separator, string beforeCodeAlone)
{
    /// <summary>A string that holds references and nothing else.</summary>
    public static ReferenceSetting Field { get; } = new(", ", "");

    public string Separator { get; } = separator;

    public string BeforeCodeAlone { get; } = beforeCodeAlone;

    /// <summary>The setting of a text of references.</summary>
    /// <param name="placed">The text.</param>
    /// <param name="source">The document that it stands in.</param>
    /// <param name="standard">The standard that its references are of.</param>
    public static ReferenceSetting Of(PlacedReferences placed, SourceDocument source, StandardReference standard)
    {
        var text = placed.Value.Text;
        if (placed.IsInProse)
        {
            // "S9-S10" is a reference wherever it stands, and "S9" is not; "KSBs: S9" and "ST0499:S9" are.
            var isUnsure = placed.Result.References.Count == 1 && !HasWords(text, placed.Result.References[0].Span.Start);
            return new ReferenceSetting(", ", isUnsure ? standard + ":" : "");
        }

        // A comma, but where a bare cell of a table could end at it.
        var isQuoted = placed.Value.Span.Length > 0 && source.Text[placed.Value.Span.Start] == '"';
        return isQuoted || text.IndexOf(',') >= 0 ? Field : new ReferenceSetting(text.IndexOf(';') >= 0 ? "; " : " ", "");
    }

    private static bool HasWords(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (TextFolding.IsWordCharacter(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
