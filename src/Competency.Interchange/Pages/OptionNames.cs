using System.Text;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>The options that a page names, and the headings under which it lists their duties and statements.</summary>
internal sealed class OptionNames(StandardDraft draft)
{
    private static readonly string[] CoreHeadings =
        ["core", "core duties", "core occupation duties", "core occupational duties", "duties common to all options", "all options"];

    private static readonly string[] Before =
        ["option duties", "optional duties", "additional duties for", "additional duties", "duties for", "option", "pathway", "core and option"];

    /// <summary>Whether a line heads what everyone does.</summary>
    public static bool IsCore(PageLine line) => CoreHeadings.Contains(line.Key);

    /// <summary>The option that a line heads, as in <c>Option 1: Weaving</c>, <c>Weaving duties</c> or, where the page lists its options, <c>Weaving</c>; else null.</summary>
    public StandardOption? HeadedBy(PageLine line)
    {
        if (line.Text.Length > 120)
        {
            return null;
        }

        foreach (var option in draft.Options)
        {
            if (option.Title is { } title && PlainText.Key(title) is var key
                && (line.Key == key || line.Key == key + " duties" || line.Key == key + " option" || line.Key == key + " option duties"))
            {
                return option;
            }
        }

        foreach (var words in Before)
        {
            if (!line.Key.StartsWith(words, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = TextFolding.Trim(line.Text.TrimStart('#', '*', ' '));
            rest = rest[Math.Min(words.Length, rest.Length)..];

            // "Option 1: Weaving", "Option - Weaving", "Additional duties for weaving"; prose goes on without a sign and ends in a full stop.
            var name = rest.TrimStart(' ', '\u00A0', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var isSigned = name.Length > 0 && (name[0] is ':' or '(' || TextFolding.IsDash(name[0]));
            name = name.Trim(':', '-', '\u2013', '\u2014', ' ', '\u00A0', '*', '(', ')');
            if (name.Length > 0 && name[^1] != '.' && (isSigned || words.EndsWith("for", StringComparison.Ordinal)))
            {
                return Named(name);
            }
        }

        return null;
    }

    /// <summary>The option of a name; a new one where the page has not named it yet.</summary>
    public StandardOption Named(string title)
    {
        var found = draft.Options.FirstOrDefault(o => o.Title is not null && PlainText.Key(o.Title) == PlainText.Key(title));
        if (found is not null)
        {
            return found;
        }

        var id = IdOf(title);
        for (var n = 2; draft.Options.Any(o => o.Id == id); n++)
        {
            id = $"{IdOf(title)}-{n}";
        }

        var option = new StandardOption(id, title);
        draft.Options.Add(option);
        return option;
    }

    /// <summary>A page gives no ids: the title in lower case with hyphens, which stays the same from import to import.</summary>
    public static string IdOf(string title)
    {
        var id = new StringBuilder();
        foreach (var c in title)
        {
            var lower = TextFolding.ToLower(c);
            if (lower is >= 'a' and <= 'z' || TextFolding.IsDigit(lower))
            {
                id.Append(lower);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        var text = id.ToString().Trim('-');
        return text.Length == 0 ? "option" : text;
    }
}
