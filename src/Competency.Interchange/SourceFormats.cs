using Competency.Documents.Json;
using Competency.Interchange.Pages;
using Competency.Interchange.Reading;
using Competency.Interchange.Roles;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>Recognises foreign formats by their content.</summary>
public static class SourceFormats
{
    /// <summary>The format of a source; <see cref="SourceFormat.Unknown"/> where it looks like none of them.</summary>
    public static SourceFormat Detect(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text;
        var start = 0;
        while (start < text.Length && (TextFolding.IsWhiteSpace(text[start]) || TextFolding.IsInvisible(text[start])))
        {
            start++;
        }

        if (start == text.Length)
        {
            return SourceFormat.Unknown;
        }

        if (text[start] is '{' or '[')
        {
            return IsOwnDocument(text) ? SourceFormat.CompetencyDocument : SourceFormat.ApprenticeshipStandardsJson;
        }

        if (HtmlLines.IsHtml(text))
        {
            var shown = HtmlLines.Of(source);
            return RoleReader.Recognises(shown) && !PageReader.Recognises(shown) ? SourceFormat.RolePage : SourceFormat.PageHtml;
        }

        var lines = TextLines.Of(source);
        return PageReader.Recognises(lines) ? SourceFormat.PageText
            : RoleReader.Recognises(lines) ? SourceFormat.RolePage
            : SourceFormat.Unknown;
    }

    /// <summary>Our own documents begin with what they are; the rest of a large file need not be read to know.</summary>
    private static bool IsOwnDocument(string text) =>
        text.AsSpan(0, Math.Min(text.Length, 4096)).Contains("\"competency.", StringComparison.Ordinal)
        && JsonText.Parse(text).Root?.Find("document")?.Value.Text.StartsWith("competency.", StringComparison.Ordinal) == true;
}
