using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Reads the table of duties: a line that begins <c>Duty 4</c>, lines that go on with its text, and lines of codes; or all of it on one
/// line, cells parted by tabs.
/// </summary>
internal sealed class DutyReader(ImportContext context, StandardDraft draft, OptionNames options, IReadOnlyList<PageLine> lines)
{
    // Some pages number duties D1, D2; where the word is printed, "D9" belongs to a duty's text.
    private readonly bool _isShort = !lines.Any(l => TryStart(l, out _, out _));

    private readonly List<KsbCode> _codes = [];
    private readonly JoinedLines _text = new();
    private int _number;
    private int _repeated;
    private PageLine? _start;
    private StandardOption? _ofOption;
    private StandardOption? _heading;
    private PageLine? _unread;
    private bool _hasCriteria;

    /// <summary>How many duties began so far.</summary>
    public int Count { get; private set; }

    public void TakeHeader(PageLine line)
    {
        // A second table is that of an option, and the line above it says of which.
        if (Count > 0 && _unread is { } above && Headings.IsDutyTableHeader(line) && above.Text.Length <= 100)
        {
            Finish();
            _heading = options.HeadedBy(above) ?? options.Named(above.Text);
            above.IsRead = true;
        }

        _unread = null;
        _hasCriteria = line.Key.Contains("criteria", StringComparison.Ordinal);
    }

    /// <summary>Takes a line; false where it is nothing of a duty.</summary>
    public bool Take(PageLine line)
    {
        if (TryStart(line, out var number, out var rest) || (_isShort && TryShortStart(line, out number, out rest)))
        {
            Finish();
            (_number, _start, _ofOption) = (number, line, OptionOf(line) ?? _heading);
            Count++;
            return TakeText(rest, line, isFirst: true);
        }

        if (OptionNames.IsCore(line))
        {
            Finish();
            _heading = null;
            return true;
        }

        if ((Count == 0 || _codes.Count > 0) && options.HeadedBy(line) is { } option)
        {
            Finish();
            _heading = option;
            return true;
        }

        if (_start is null)
        {
            _unread = line;
            return false;
        }

        return TakeText(line.Text, line, isFirst: false);
    }

    /// <summary>Ends the last duty.</summary>
    public void Finish()
    {
        if (_start is null)
        {
            return;
        }

        if (_number is < 1 or > OccupationDuty.MaxNumber)
        {
            context.NotHeld(_start.Span, $"Duty {_number} is no number that a duty can have (1 to {OccupationDuty.MaxNumber})");
        }
        else if (_text.IsEmpty)
        {
            context.NotHeld(_start.Span, $"Duty {_number} has no text and is left out");
        }
        else
        {
            var text = _text.ToString();
            if (text == ".")
            {
                context.NotHeld(_start.Span, $"Duty {_number} is a placeholder: its text is '.'");
            }

            if (_repeated > 0)
            {
                context.Mended(_start.Span, $"Duty {_number} names {_repeated} {(_repeated == 1 ? "code" : "codes")} twice; each is held once");
            }

            draft.Add(new OccupationDuty(_number, text, _codes) { Options = _ofOption is null ? [] : [_ofOption.Id] }, _start.Span);
        }

        _codes.Clear();
        _text.Clear();
        (_start, _repeated) = (null, 0);
    }

    /// <summary>Whether a line begins a duty: <c>Duty 4</c>, then its text or nothing.</summary>
    public static bool TryStart(PageLine line, out int number, out string rest)
    {
        number = 0;
        var text = line.Text.TrimStart('#', '*', ' ', '\u2022', '|');
        rest = "";
        if (text.Length < 5 || !TextFolding.EqualsIgnoreCase(text[..4], "duty"))
        {
            return false;
        }

        var at = 4;
        while (at < text.Length && TextFolding.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && TextFolding.IsDigit(text[at]))
        {
            at++;
        }

        if (at == start || (at < text.Length && TextFolding.IsLetter(text[at])) || !WholeNumber.TryParse(text[start..at], 6, out number))
        {
            return false;
        }

        while (at < text.Length && (text[at] is '*' or ':' or '.' or ')' or '|' || TextFolding.IsDash(text[at]) || TextFolding.IsWhiteSpace(text[at])))
        {
            // A placeholder's text is nothing but a full stop.
            if (text[at] == '.' && at == text.Length - 1)
            {
                break;
            }

            at++;
        }

        rest = text[at..];
        return true;
    }

    /// <summary><c>D4 Ensure …</c>, only where it is the next number.</summary>
    private bool TryShortStart(PageLine line, out int number, out string rest)
    {
        (number, rest) = (0, "");
        var text = line.Text.TrimStart('#', '*', ' ', '\u2022', '|');
        var at = 1;
        while (at < text.Length && TextFolding.IsDigit(text[at]))
        {
            at++;
        }

        if (text.Length < 2 || text[0] != 'D' || !WholeNumber.TryParse(text[1..at], 3, out number) || number != (_start is null ? Count + 1 : _number + 1)
            || (at < text.Length && !TextFolding.IsWhiteSpace(text[at]) && text[at] is not (':' or '.' or '*')))
        {
            return false;
        }

        rest = TextFolding.Trim(text[at..].TrimStart(':', '.', '*'));
        return true;
    }

    private bool TakeText(string text, PageLine line, bool isFirst)
    {
        if (TakeCodes(text, line))
        {
            return true;
        }

        // A row copied from a browser: text, tab, codes; old pages have criteria between.
        var split = CodeList.StartOfTrailingCodes(text);
        var words = TextFolding.Trim(text[..split]);
        if (_codes.Count > 0)
        {
            _unread = line;
            return false;
        }

        if (split < text.Length)
        {
            TakeCodes(text[split..], line);
        }

        if (_hasCriteria && words.Contains('\t') && words.Split('\t') is { Length: > 1 } cells)
        {
            words = TextFolding.Trim(cells[0]);
            context.NotHeld(line.Span, $"The criteria for measuring Duty {_number} are not held");
        }
        else if (_hasCriteria && !isFirst && !_text.IsEmpty)
        {
            context.NotHeld(line.Span, $"The criteria for measuring Duty {_number} are not held");
            return true;
        }

        if (words.Length > 0)
        {
            _text.Add(words.Replace('\t', ' '), line.AfterBlank);
        }

        return true;
    }

    private bool TakeCodes(string text, PageLine line)
    {
        if (!CodeList.TryRead(text, out var codes, out var mended))
        {
            return false;
        }

        foreach (var code in codes)
        {
            if (_codes.Contains(code))
            {
                _repeated++;
            }
            else
            {
                _codes.Add(code);
            }
        }

        foreach (var problem in mended)
        {
            context.Mended(line.Span, problem.Message);
        }

        return true;
    }

    /// <summary>The option that the page's mark-up gives the row, where it is not a core row.</summary>
    private StandardOption? OptionOf(PageLine line) =>
        line.Marks.TryGetValue("data-row", out var name) && name.Length > 0
        && !(line.Marks.TryGetValue("data-row-is-core", out var core) && TextFolding.EqualsIgnoreCase(core, "true"))
            ? options.Named(TextFolding.OnOneLine(PlainText.WithoutHalfPairs(name)))
            : null;
}
