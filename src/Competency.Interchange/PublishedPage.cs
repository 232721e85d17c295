using Competency.Interchange.Pages;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>
/// Imports the page of one published standard: its text as copied from a browser or extracted by a program, or its HTML. The page seldom
/// says its version, which then the caller must.
/// </summary>
public static class PublishedPage
{
    /// <summary>Reads a page. Never throws on its content.</summary>
    /// <param name="source">The text or the HTML.</param>
    /// <param name="options">What the page does not say.</param>
    public static StandardImport Import(SourceDocument source, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var context = new ImportContext(source, options, new TypeNames(options.Neighbours));
        var html = HtmlLines.IsHtml(source.Text);
        var standard = new PageReader(context, html ? HtmlLines.Of(source) : TextLines.Of(source), html).Read();
        return new StandardImport(standard, context.Problems, context.Losses, source.Locate(new SourceSpan(0, 0)));
    }
}
