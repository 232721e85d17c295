using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Reads the statements: <c>K1: text</c>, which can go on over lines and bullets. Where the page prints "Back to Duty" behind each, that
/// ends a statement; else the next one does, and the last ends where its sentence does.
/// </summary>
internal sealed class StatementReader
{
    private const string EndMark = "back to duty";

    private readonly ImportContext _context;
    private readonly StandardDraft _draft;
    private readonly bool _hasEndMarks;
    private readonly PageLine? _last;
    private readonly JoinedLines _text = new();
    private StatementStart? _start;
    private PageLine? _startLine;
    private bool _isOpen;
    private bool _passedLast;
    private KsbCode _before;
    private int _outOfOrder;
    private int _endMarks;
    private KsbKind _kind;
    private int _ofKind;
    private int _ofKindWithParagraphs;
    private bool _hasParagraphs;

    public StatementReader(ImportContext context, StandardDraft draft, IReadOnlyList<PageLine> lines)
    {
        (_context, _draft) = (context, draft);
        _hasEndMarks = lines.Any(l => l.Key.EndsWith(EndMark, StringComparison.Ordinal));
        _last = lines.LastOrDefault(l => StatementStart.Of(l) is { IsMarked: true });
    }

    /// <summary>Whether a statement goes on until its end mark or its end.</summary>
    public bool IsOpen => _isOpen && (_hasEndMarks || !_passedLast);

    /// <summary>Whether a line begins a statement beyond doubt, so that it does so in every section.</summary>
    public static bool Begins(PageLine line) => StatementStart.Of(line) is { IsMarked: true };

    /// <summary>Takes a line; false where it is nothing of a statement.</summary>
    public bool Take(PageLine line)
    {
        if (StatementStart.Of(line) is { } start && (start.IsMarked || IsExpected(start)))
        {
            Finish();
            (_start, _startLine, _isOpen) = (start, line, true);
            _passedLast |= ReferenceEquals(line, _last);
            if (start.Mending is not null)
            {
                _context.Mended(line.Span, start.Mending);
            }

            Append(start.Text, line);
            return true;
        }

        if (_start is null || !_isOpen)
        {
            return false;
        }

        if (_hasEndMarks || !_passedLast || _text.IsEmpty || GoesOn(line))
        {
            Append(line.Text, line);
            return true;
        }

        _isOpen = false;
        return false;
    }

    /// <summary>Ends the last statement.</summary>
    public void Finish()
    {
        if (_start is null)
        {
            return;
        }

        var code = _start.Code;
        if (_text.IsEmpty)
        {
            _context.NotHeld(_startLine!.Span, $"{code} has no text and is left out");
        }
        else
        {
            Count(code.Kind);
            _outOfOrder += code < _before ? 1 : 0;
            _before = code;
            _draft.Add(new KsbStatement(code, _text.ToString()), _startLine!.Span);
        }

        _text.Clear();
        (_start, _isOpen, _hasParagraphs) = (null, false, false);
    }

    private void Count(KsbKind kind)
    {
        (_ofKind, _ofKindWithParagraphs) = kind == _kind ? (_ofKind, _ofKindWithParagraphs) : (0, 0);
        _kind = kind;
        _ofKind++;
        _ofKindWithParagraphs += _hasParagraphs ? 1 : 0;
    }

    /// <summary>Ends the last statement and says what holds for all of them.</summary>
    public void Close()
    {
        Finish();
        if (_outOfOrder > 0)
        {
            _context.Mended(null, "The page lists its statements in another order than that of their codes; the document has the order of codes");
        }

        if (_endMarks > 0)
        {
            _context.Mended(null, $"The link text 'Back to Duty' was taken off {_endMarks} statements");
        }
    }

    /// <summary>Without a colon a code begins a statement only where the numbering asks for it: prose begins with K9 too.</summary>
    private bool IsExpected(StatementStart start) =>
        (start.Text.Length == 0 || !CodeList.TryRead(start.Text, out _, out _))
        && (start.Code.Number == 1 ? _before.Kind != start.Code.Kind : Previous == new KsbCode(start.Code.Kind, start.Code.Number - 1));

    private KsbCode Previous => _start?.Code ?? _before;

    private void Append(string text, PageLine line)
    {
        if (PlainText.Key(text).EndsWith(EndMark, StringComparison.Ordinal))
        {
            // The mark holds neither white space runs nor invisible characters in any page seen; where it does, the text stays whole.
            var at = text.LastIndexOf(EndMark, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? text : TextFolding.Trim(text[..at]);
            _isOpen = at < 0;
            _endMarks += at < 0 ? 0 : 1;
        }

        if (text.Length > 0)
        {
            _hasParagraphs |= !_text.IsEmpty && line.AfterBlank;
            _text.Add(text, line.AfterBlank);
        }
    }

    /// <summary>
    /// Behind the last statement of a page without end marks only what plainly belongs to it is taken: bullets, the rest of a sentence, and
    /// a paragraph where the statements before it mostly have one.
    /// </summary>
    private bool GoesOn(PageLine line) =>
        (line.AfterBlank && !_hasParagraphs && _kind == _start!.Code.Kind && _ofKind > 1 && _ofKindWithParagraphs * 2 > _ofKind)
        || PlainText.IsBullet(line.Text) || (!line.AfterBlank && (_text.Last is ':' or ',' or ';' || (line.Text[0] != TextFolding.ToUpperAscii(line.Text[0]) && _text.Last != '.')));
}
