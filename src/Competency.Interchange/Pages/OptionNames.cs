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

    private static readonly string[] After = ["", " duties", " option", " option duties"];

    private readonly Dictionary<string, StandardOption> _byKey = [];
    private readonly Dictionary<string, int> _ids = [];

    /// <summary>Whether a line heads what everyone does.</summary>
    public static bool IsCore(PageLine line) => CoreHeadings.Contains(line.Key);

    /// <summary>The option that a line heads, as in <c>Option 1: Weaving</c>, <c>Weaving duties</c> or, where the page lists its options, <c>Weaving</c>; else null.</summary>
    public StandardOption? HeadedBy(PageLine line)
    {
        if (line.Text.Length > 120)
        {
            return null;
        }

        foreach (var words in After)
        {
            if (line.Key.EndsWith(words, StringComparison.Ordinal) && _byKey.TryGetValue(line.Key[..^words.Length], out var known))
            {
                return known;
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
        var key = PlainText.Key(title);
        if (_byKey.TryGetValue(key, out var found))
        {
            return found;
        }

        // Two titles can make one id; the later one has a number behind it.
        var id = IdOf(title);
        for (var plain = id; _ids.TryGetValue(id, out var count);)
        {
            _ids[id] = count + 1;
            id = $"{plain}-{count + 1}";
        }

        _ids[id] = 1;
        var option = new StandardOption(id, title);
        draft.Options.Add(option);
        _byKey.Add(key, option);
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
