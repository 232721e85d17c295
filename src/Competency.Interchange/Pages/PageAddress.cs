using System.Net;

namespace Competency.Interchange.Pages;

/// <summary>The address that a saved page gives itself. Of a superseded version it is the one place that says which.</summary>
internal static class PageAddress
{
    private const int MaxLength = 500;

    /// <summary>The address of the page's <c>canonical</c> link; null where it has none.</summary>
    public static string? Of(string html)
    {
        var link = html.IndexOf("rel=\"canonical\"", StringComparison.OrdinalIgnoreCase);
        if (link < 0)
        {
            return null;
        }

        var start = html.LastIndexOf('<', link);
        var end = html.IndexOf('>', link);
        if (start < 0 || end < 0 || end - start > MaxLength)
        {
            return null;
        }

        var tag = html[start..end];
        var href = tag.IndexOf("href=\"", StringComparison.OrdinalIgnoreCase);
        var close = href < 0 ? -1 : tag.IndexOf('"', href + 6);
        return close < 0 || !tag[(href + 6)..].StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : WebUtility.HtmlDecode(tag[(href + 6)..close]);
    }

    /// <summary>The version of an address such as <c>…/apprenticeships/st0499-v1-2</c>.</summary>
    public static bool TryVersion(string address, out StandardVersion version)
    {
        version = default;
        var at = address.LastIndexOf("-v", StringComparison.OrdinalIgnoreCase);
        return at > 0 && StandardVersion.TryParse(address[(at + 2)..].TrimEnd('/').Replace('-', '.'), out version);
    }
}
