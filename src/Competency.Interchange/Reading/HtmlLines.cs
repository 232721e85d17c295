using System.Net;
using System.Text;
using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>
/// The lines of an HTML page as a browser would show them: tags away, entities decoded, white space run together, one line a block.
/// Not a browser: scripts and styles are passed over, and what cannot be parsed is text.
/// </summary>
internal sealed class HtmlLines
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main", "nav", "ol", "option",
        "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private static readonly HashSet<string> Hidden = ["script", "style", "noscript", "svg", "template", "head", "iframe", "textarea"];

    private readonly string _html;
    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _line = new();
    private Dictionary<string, string>? _marks;
    private int _lineStart = -1;
    private int _lineEnd;
    private bool _blank;

    // Whether the line ends in a blank, or has nothing yet: another blank adds nothing.
    private bool _endsBlank = true;
    private bool _inTitle;
    private int _at;

    private HtmlLines(string html) => _html = html;

    /// <summary>Whether a text is HTML: it begins with a tag of a page, or a comment before one.</summary>
    public static bool IsHtml(string text)
    {
        var start = 0;
        while (start < text.Length && (TextFolding.IsWhiteSpace(text[start]) || TextFolding.IsInvisible(text[start])))
        {
            start++;
        }

        if (start >= text.Length || text[start] != '<')
        {
            return false;
        }

        var head = text.AsSpan(start, Math.Min(text.Length - start, 2000));
        foreach (var tag in (string[])["<!doctype", "<html", "<head", "<body", "<main", "<div", "<h1", "<h2", "<section", "<table", "<article", "<p>", "<p "])
        {
            if (head.Contains(tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static IReadOnlyList<PageLine> Of(SourceDocument source) => new HtmlLines(source.Text).Read();

    /// <summary>The paragraphs of a piece of HTML within another format.</summary>
    public static IEnumerable<string> Paragraphs(string html) => new HtmlLines(html).Read().Select(l => l.Text);

    private List<PageLine> Read()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<' && _at + 1 < _html.Length && (TextFolding.IsLetter(_html[_at + 1]) || _html[_at + 1] is '/' or '!' or '?'))
            {
                ReadTag();
            }
            else
            {
                ReadText();
            }
        }

        EndLine();
        return _lines;
    }

    private void ReadText()
    {
        var start = _at;
        do
        {
            _at++;
        }
        while (_at < _html.Length && _html[_at] != '<');

        for (var at = start; at < _at; at++)
        {
            var semicolon = _html[at] == '&' ? _html.IndexOf(';', at, Math.Min(_at - at, 12)) : -1;
            if (semicolon < 0)
            {
                Add(_html[at], at);
                continue;
            }

            foreach (var c in WebUtility.HtmlDecode(_html[at..(semicolon + 1)]))
            {
                Add(c, at);
            }

            at = semicolon;
        }
    }

    /// <summary>Adds a character, entities decoded, that stands at a place of the source.</summary>
    private void Add(char c, int place)
    {
        var isBlank = c is ' ' or '\t' or '\n' or '\r' or '\f';
        if (isBlank && _endsBlank)
        {
            return;
        }

        _line.Append(isBlank ? ' ' : c);
        _endsBlank = isBlank;
        if (isBlank)
        {
            return;
        }

        if (_lineStart < 0)
        {
            _lineStart = place;
        }

        _lineEnd = place + 1;
    }

    private void ReadTag()
    {
        if (string.CompareOrdinal(_html, _at, "<!--", 0, 4) == 0)
        {
            var close = _html.IndexOf("-->", _at, StringComparison.Ordinal);
            _at = close < 0 ? _html.Length : close + 3;
            return;
        }

        var closing = _html[_at + 1] == '/';
        var nameStart = _at + (closing ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < _html.Length && (TextFolding.IsLetter(_html[nameEnd]) || TextFolding.IsDigit(_html[nameEnd])))
        {
            nameEnd++;
        }

        var name = LowerCase(_html[nameStart..nameEnd]);
        _at = nameEnd;
        var attributes = ReadAttributes();
        if (!closing && Hidden.Contains(name))
        {
            SkipTo(name);
            return;
        }

        // A tag of a list of tags, such as the job titles, stands apart without being a block.
        if (!Blocks.Contains(name) && !(name == "span" && attributes.Any(a => a.Name == "class" && a.Value.Split(' ').Contains("tag"))))
        {
            return;
        }

        // A paragraph, a row or a line break ends a line; cells of one row stay apart as lines too.
        EndLine();
        _blank |= name is "p" or "h1" or "h2" or "h3" or "h4" or "tr" or "li" or "div" or "section";
        if (closing)
        {
            _marks = null;
            _inTitle &= name != "h1";
        }
        else
        {
            _inTitle |= name == "h1";
            foreach (var (key, value) in attributes.Where(a => a.Name != "class"))
            {
                (_marks ??= [])[key] = value;
            }
        }
    }

    private static string LowerCase(string name) =>
        name.AsSpan().ContainsAnyInRange('A', 'Z') ? string.Create(name.Length, name, static (lower, n) => Ascii.ToLower(n, lower, out _)) : name;

    /// <summary>Reads up to the closing <c>&gt;</c> and keeps the class and the <c>data-</c> attributes.</summary>
    private IReadOnlyList<(string Name, string Value)> ReadAttributes()
    {
        if (_at < _html.Length && _html[_at] == '>')
        {
            _at++;
            return [];
        }

        var attributes = new List<(string, string)>();
        while (_at < _html.Length && _html[_at] != '>')
        {
            var start = _at;
            while (_at < _html.Length && _html[_at] is not ('>' or '=' or '"' or '\'') && !TextFolding.IsWhiteSpace(_html[_at]))
            {
                _at++;
            }

            var name = _html[start.._at];
            if (_at < _html.Length && _html[_at] == '=')
            {
                _at++;
                var value = ReadValue();
                if (name == "class" || name.StartsWith("data-", StringComparison.Ordinal))
                {
                    attributes.Add((name, WebUtility.HtmlDecode(value)));
                }
            }
            else if (_at < _html.Length && _at == start)
            {
                _at++;
            }
        }

        _at = Math.Min(_at + 1, _html.Length);
        return attributes;
    }

    private string ReadValue()
    {
        if (_at < _html.Length && _html[_at] is '"' or '\'')
        {
            var close = _html.IndexOf(_html[_at], _at + 1);
            var start = _at + 1;
            _at = close < 0 ? _html.Length : close + 1;
            return close < 0 ? "" : _html[start..close];
        }

        var from = _at;
        while (_at < _html.Length && _html[_at] != '>' && !TextFolding.IsWhiteSpace(_html[_at]))
        {
            _at++;
        }

        return _html[from.._at];
    }

    private void SkipTo(string name)
    {
        var close = _html.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            // Never closed: a browser would hide the rest, and so the rest is not page text.
            _at = _html.Length;
            return;
        }

        var end = _html.IndexOf('>', close);
        _at = end < 0 ? _html.Length : end + 1;
    }

    private void EndLine()
    {
        var text = TextFolding.Trim(PlainText.WithoutHalfPairs(_line.ToString()));
        if (text.Length > 0)
        {
            _lines.Add(new PageLine(text, SourceSpan.FromBounds(_lineStart, _lineEnd), _blank) { IsTitle = _inTitle, Marks = _marks ?? PageLine.NoMarks });
            _marks = null;
            _blank = false;
        }

        _line.Clear();
        _endsBlank = true;
        _lineStart = -1;
    }
}
