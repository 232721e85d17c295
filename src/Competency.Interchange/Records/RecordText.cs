using System.Net;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Records;

/// <summary>Texts of records: entities decoded, HTML read out, white space at the ends trimmed, line ends made line feeds.</summary>
internal sealed class RecordText(ImportContext context)
{
    private int _trimmed;
    private int _decoded;
    private int _untagged;

    /// <summary>A statement's or duty's text. White space within it is the publisher's and stays.</summary>
    public string Of(string text)
    {
        var lines = PlainText.WithLineFeeds(text);
        var trimmed = TextFolding.Trim(lines);
        _trimmed += trimmed.Length == lines.Length ? 0 : 1;
        if (!trimmed.Contains('&') || WebUtility.HtmlDecode(trimmed) is var decoded && decoded == trimmed)
        {
            return WithoutTags(trimmed);
        }

        _decoded++;
        return WithoutTags(TextFolding.Trim(PlainText.WithoutHalfPairs(PlainText.WithLineFeeds(decoded))));
    }

    /// <summary>A text of HTML, perhaps entity-escaped as a whole, as paragraphs parted by line feeds; null where nothing is left.</summary>
    public static string? Paragraphs(string html)
    {
        var decoded = html.Contains("&lt;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(html) : html;
        var text = string.Join('\n', HtmlLines.Paragraphs(decoded));
        return text.Length == 0 ? null : text;
    }

    public void Report()
    {
        Say(_trimmed, "had white space at the ends, which was trimmed");
        Say(_decoded, "held HTML entities, which were decoded");
        Say(_untagged, "held HTML tags, which were taken off");
    }

    /// <summary>Only what is certainly mark-up: a statement can say "&lt;5 mm".</summary>
    private string WithoutTags(string text)
    {
        if (!text.Contains('<'))
        {
            return text;
        }

        foreach (var tag in (string[])["<p>", "</p>", "<br", "<li>", "<ul>", "<ol>", "<strong>", "<em>", "<span", "<div"])
        {
            if (text.Contains(tag, StringComparison.OrdinalIgnoreCase) && Paragraphs(text) is { } plain)
            {
                _untagged++;
                return plain;
            }
        }

        return text;
    }

    private void Say(int count, string what)
    {
        if (count > 0)
        {
            context.Mended(null, $"{count} {(count == 1 ? "text" : "texts")} {what}");
        }
    }
}
