using Competency.Interchange.Reading;
using Competency.Interchange.Roles;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>
/// Imports the page of a role profile for careers advice. Such pages are under no open licence, so a document that is passed on must hold
/// the facts in one's own words: import keeps those of the existing document for every sentence that did not change, and reports the rest.
/// </summary>
public static class RolePage
{
    /// <summary>Reads a page. Never throws on its content.</summary>
    /// <param name="source">The text or the HTML.</param>
    /// <param name="options">The title where the page has none, and the role document that the result will replace.</param>
    public static RoleImport Import(SourceDocument source, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var context = new ImportContext(source, options, new TypeNames(options.Neighbours));
        var role = new RoleReader(context, HtmlLines.IsHtml(source.Text) ? HtmlLines.Of(source) : TextLines.Of(source)).Read();
        return new RoleImport(role, context.Problems, context.Losses);
    }
}
