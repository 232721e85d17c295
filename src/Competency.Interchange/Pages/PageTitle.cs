using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>Finds the title of a standard on its page: the line above "Key information", unless that is a notice or a link.</summary>
internal static class PageTitle
{
    private static readonly string[] Publishers = ["skills england", "institute for apprenticeships and technical education", "institute for apprenticeships"];

    private static readonly string[] NotTitles =
        ["back to", "this apprenticeship", "this version", "this occupation", "view ", "level ", "reference", "version", "status", "approved for delivery", "retired", "apprenticeship standard", "occupational map"];

    public static PageLine? Above(IReadOnlyList<PageLine> front)
    {
        if (front.FirstOrDefault(l => l.IsTitle) is { } marked)
        {
            return marked;
        }

        // Not further than a few notices up: what stands higher is the site's menu.
        return front.Reverse().Take(6).FirstOrDefault(MayBeTitle);
    }

    /// <summary>The title without the name of the site that browsers add: <c>Autocare technician / Skills England</c>.</summary>
    public static string Of(PageLine line)
    {
        var text = line.Text.Trim('#', '*', ' ');
        foreach (var sign in (char[])['/', '|', '>', '\u203A'])
        {
            var at = text.LastIndexOf(sign);
            if (at <= 0)
            {
                continue;
            }

            if (Publishers.Contains(PlainText.Key(text[(at + 1)..])))
            {
                return TextFolding.Trim(text[..at]);
            }

            // A trail of pages ends with this one.
            if (sign is '>' or '\u203A' && at + 1 < text.Length)
            {
                return TextFolding.Trim(text[(at + 1)..]);
            }
        }

        return TextFolding.OnOneLine(text);
    }

    private static bool MayBeTitle(PageLine line) =>
        line.Text.Length is > 2 and <= 150
        && line.Text[^1] is not ('.' or '!' or '?' or ':' or ';' or ',')
        && char.IsLetter(line.Text.TrimStart('#', '*', ' ', '(') is { Length: > 0 } bare ? bare[0] : ' ')
        && !line.Text.Contains("://", StringComparison.Ordinal)
        && !Headings.IsNoise(line)
        && !Publishers.Contains(line.Key)
        && !NotTitles.Any(n => line.Key.StartsWith(n, StringComparison.Ordinal))
        && !line.Key.Contains("qualification finder", StringComparison.Ordinal)
        && !line.Key.Contains("apprenticeship finder", StringComparison.Ordinal)
        && !line.Key.Contains("cookie", StringComparison.Ordinal);
}
