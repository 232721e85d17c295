using Competency.Text;

namespace Competency.Documents.Tables;

/// <summary>
/// A CSV text (RFC 4180) that has been read with the place of every cell: parted by comma, semicolon or tab, quoted or not, with any line end.
/// Lines of <c># name: value</c> can stand before the header.
/// </summary>
internal sealed class DelimitedText
{
    private const char Mark = '\uFEFF';

    private readonly SourceDocument _source;
    private readonly string _text;
    private readonly List<PlacedText> _remarks = [];
    private readonly List<IReadOnlyList<PlacedText>> _rows = [];
    private readonly List<(SourceSpan Span, string Message)> _errors = [];
    private int _at;

    private DelimitedText(SourceDocument source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>What parts the cells.</summary>
    public char Delimiter { get; private set; } = ',';

    /// <summary>The lines before the header that begin with <c>#</c>, without it.</summary>
    public IReadOnlyList<PlacedText> Remarks => _remarks;

    /// <summary>The header and the rows, without blank ones.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedText>> Rows => _rows;

    /// <summary>Where the text is no CSV.</summary>
    public IReadOnlyList<(SourceSpan Span, string Message)> Errors => _errors;

    /// <summary>Reads a text. Never throws on its content.</summary>
    /// <param name="source">The text.</param>
    /// <param name="prefersTab">Whether the file's name says that tabs part the cells.</param>
    public static DelimitedText Parse(SourceDocument source, bool prefersTab)
    {
        var parsed = new DelimitedText(source);
        parsed.ReadRemarks();
        parsed.FindDelimiter(prefersTab);
        while (parsed._at < parsed._text.Length)
        {
            parsed.ReadRow();
        }

        return parsed;
    }

    private void ReadRemarks()
    {
        _at = _text.Length > 0 && _text[0] == Mark ? 1 : 0;
        while (_at < _text.Length)
        {
            var end = LineEnd(_at);
            var start = SkipBlanks(_at, end);

            // A spreadsheet quotes the line, and fills it up with empty cells.
            var hash = start < end && _text[start] == '"' ? start + 1 : start;
            if (hash < end && _text[hash] == '#')
            {
                AddRemark(hash + 1, end);
            }
            else if (start < end && !IsSeparatorLine(start, end))
            {
                return;
            }

            _at = NextLine(end);
        }
    }

    private void AddRemark(int start, int end)
    {
        while (end > start && (_text[end - 1] is ',' or ';' or '"' || TextFolding.IsWhiteSpace(_text[end - 1])))
        {
            end--;
        }

        start = SkipBlanks(start, end);
        _remarks.Add(new PlacedText(_text.Substring(start, end - start), SourceSpan.FromBounds(start, end), start));
    }

    /// <summary><c>sep=;</c>, as a spreadsheet writes it.</summary>
    private bool IsSeparatorLine(int start, int end)
    {
        if (end - start is < 4 or > 5 || !TextFolding.EqualsIgnoreCase(_text.Substring(start, 4), "sep="))
        {
            return false;
        }

        Delimiter = end - start == 5 ? _text[end - 1] : '\t';
        return true;
    }

    /// <summary>What the header has most of, outside quotes; the comma where it has none.</summary>
    private void FindDelimiter(bool prefersTab)
    {
        if (Delimiter is ';' or '\t')
        {
            return;
        }

        var (commas, semicolons, tabs) = (0, 0, 0);
        var isQuoted = false;
        for (var i = _at; i < _text.Length && (isQuoted || !IsLineEnd(_text[i])); i++)
        {
            switch (_text[i])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    commas++;
                    break;
                case ';' when !isQuoted:
                    semicolons++;
                    break;
                case '\t' when !isQuoted:
                    tabs++;
                    break;
            }
        }

        Delimiter = tabs > 0 && (prefersTab || tabs > Math.Max(commas, semicolons)) ? '\t' : semicolons > commas ? ';' : ',';
    }

    private void ReadRow()
    {
        var cells = new List<PlacedText>();
        while (true)
        {
            cells.Add(ReadCell());
            if (_at >= _text.Length || _text[_at] != Delimiter)
            {
                break;
            }

            _at++;
        }

        _at = NextLine(_at);
        if (cells.Any(c => c.Text.Length > 0))
        {
            _rows.Add(cells);
        }
    }

    private PlacedText ReadCell()
    {
        var start = SkipBlanks(_at, _text.Length);
        if (start < _text.Length && _text[start] == '"')
        {
            _at = start;
            return ReadQuoted();
        }

        var end = start;
        while (end < _text.Length && _text[end] != Delimiter && !IsLineEnd(_text[end]))
        {
            end++;
        }

        _at = end;
        return Trimmed(_text.Substring(start, end - start), start, SourceSpan.FromBounds(start, end));
    }

    private PlacedText ReadQuoted()
    {
        var open = _at++;
        var text = new System.Text.StringBuilder();
        var offsets = new List<int>();
        while (_at < _text.Length && !(_text[_at] == '"' && (_at + 1 >= _text.Length || _text[_at + 1] != '"')))
        {
            text.Append(_text[_at]);
            offsets.Add(_at);
            _at += _text[_at] == '"' ? 2 : 1;
        }

        offsets.Add(_at);
        if (_at >= _text.Length)
        {
            _errors.Add((new SourceSpan(open, 1), "This quote is not closed before the end of the file"));
            return Lost(open);
        }

        var cell = new PlacedText(text.ToString(), SourceSpan.FromBounds(open, ++_at), open + 1, offsets.ToArray());
        _at = SkipBlanks(_at, _text.Length);
        if (_at < _text.Length && _text[_at] != Delimiter && !IsLineEnd(_text[_at]))
        {
            ReadBehindQuote(open);
            return Lost(open);
        }

        return cell;
    }

    /// <summary>What a damaged cell holds is not judged: one mistake is one finding.</summary>
    private PlacedText Lost(int open) => new("", SourceSpan.FromBounds(open, _at), open);

    /// <summary>What stands behind a closing quote is lost, and one quote too few or too many is why.</summary>
    private void ReadBehindQuote(int open)
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != Delimiter && !IsLineEnd(_text[_at]))
        {
            _at++;
        }

        _errors.Add((
            SourceSpan.FromBounds(start, _at),
            $"Text stands behind a closing quote; the quote opens on line {_source.Locate(new SourceSpan(open, 1)).Start.Line}, and one within a cell is written twice"));
    }

    private static PlacedText Trimmed(string text, int start, SourceSpan span)
    {
        var trimmed = TextFolding.Trim(text);
        if (trimmed.Length == text.Length)
        {
            return new PlacedText(text, span, start);
        }

        var at = trimmed.Length == 0 ? 0 : text.IndexOf(trimmed, StringComparison.Ordinal);
        return new PlacedText(trimmed, new SourceSpan(start + at, trimmed.Length), start + at);
    }

    private int SkipBlanks(int at, int end)
    {
        while (at < end && _text[at] != Delimiter && (_text[at] is ' ' or '\t' or '\u00A0'))
        {
            at++;
        }

        return at;
    }

    private int LineEnd(int at)
    {
        while (at < _text.Length && !IsLineEnd(_text[at]))
        {
            at++;
        }

        return at;
    }

    private int NextLine(int at) => at >= _text.Length ? at : _text[at] == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n' ? at + 2 : at + 1;

    // Not U+2028 and its like: a spreadsheet writes them within cells.
    private static bool IsLineEnd(char c) => c is '\n' or '\r';
}
