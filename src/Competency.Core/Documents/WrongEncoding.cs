using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// KSB2007 for a text that was not UTF-8. Whoever decoded the bytes has put U+FFFD where it could not, and that is all that can be seen of it; a warning, for the character
/// can also have been published.
/// </summary>
internal static class WrongEncoding
{
    /// <summary>The finding at the first such place; null for none.</summary>
    public static Finding? In(SourceDocument source)
    {
        var at = source.Text.IndexOf('\uFFFD');
        return at < 0 ? null : new Finding(
            FindingCatalogue.UnreadableDocument,
            "U+FFFD stands here for bytes that could not be decoded; save the file as UTF-8",
            source.Locate(new SourceSpan(at, 1)))
        {
            Severity = FindingSeverity.Warning,
        };
    }
}
