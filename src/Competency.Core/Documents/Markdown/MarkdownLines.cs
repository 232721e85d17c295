using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>
/// The lines of a Markdown text, and the text with blanks in place of what holds no words: fenced code, comments, tags, addresses of links,
/// backslashes before what stands for itself. Every other character stands where it stood, and what is written by name where its name began.
/// </summary>
internal sealed class MarkdownLines
{
    private readonly string _source;
    private readonly char[] _text;
    private readonly char[] _withCode;
    private readonly List<SourceSpan> _lines = [];
    private readonly List<(SourceSpan Span, string Message)> _errors = [];
    private readonly MarkdownLinks _links;
    private string? _listLabel;

    private MarkdownLines(string source, int start)
    {
        _source = source;
        _text = source.ToCharArray();
        _withCode = source.ToCharArray();
        _links = new MarkdownLinks(_text, Blank);
        Blank(0, start);
        for (var at = start; at < source.Length;)
        {
            var end = at;
            while (end < source.Length && source[end] is not ('\n' or '\r'))
            {
                end++;
            }

            _lines.Add(SourceSpan.FromBounds(at, end));
            at = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>The lines, without their ends.</summary>
    public IReadOnlyList<SourceSpan> All => _lines;

    /// <summary>What never closes, and so hides the rest of the file.</summary>
    public IReadOnlyList<(SourceSpan Span, string Message)> Errors => _errors;

    /// <summary>The words of links: where they end, by where they begin.</summary>
    public IReadOnlyDictionary<int, int> Links => _links.Words;

    /// <summary>The text of a line, as far as it holds words.</summary>
    public string this[int line] => new(_text, _lines[line].Start, _lines[line].Length);

    /// <summary>The text of a line with the code in it: a cell of references may write them so.</summary>
    public string WithCode(int line) => new(_withCode, _lines[line].Start, _lines[line].Length);

    /// <summary>The whole text, as far as it holds words.</summary>
    public string Text => new(_text);

    /// <summary>Reads a text.</summary>
    /// <param name="source">The whole text.</param>
    /// <param name="start">Where the Markdown begins, behind the front matter.</param>
    public static MarkdownLines Of(string source, int start)
    {
        var lines = new MarkdownLines(source, start);
        lines.BlankComments(start);
        lines.BlankFences();
        lines.BlankIndented();
        lines._lines.ForEach(lines._links.TakeDefinition);
        lines._lines.ForEach(lines.BlankWithin);

        return lines;
    }

    /// <summary>Puts blanks in place of some lines, so that they are not read again.</summary>
    public void BlankLines(int first, int last) => Blank(_lines[first].Start, _lines[last].End);

    private void BlankComments(int start)
    {
        for (var open = _source.IndexOf("<!--", start, StringComparison.Ordinal); open >= 0;)
        {
            var close = _source.IndexOf("-->", open + 4, StringComparison.Ordinal);
            if (close < 0)
            {
                _errors.Add((new SourceSpan(open, 4), "This comment is not closed before the end of the file"));
            }

            var end = close < 0 ? _source.Length : close + 3;
            Blank(open, end);
            open = _source.IndexOf("<!--", end, StringComparison.Ordinal);
        }
    }

    private void BlankFences()
    {
        for (var line = 0; line < _lines.Count; line++)
        {
            if (Fence(line) is not { Length: > 0 } fence)
            {
                continue;
            }

            var last = line + 1;
            while (last < _lines.Count && !(Fence(last) is { } other && other.Length >= fence.Length && other[0] == fence[0] && TextFolding.Trim(this[last]).Length == other.Length))
            {
                last++;
            }

            if (last == _lines.Count)
            {
                _errors.Add((_lines[line], "This code is not closed before the end of the file"));
                last--;
            }

            BlankLines(line, last);
            line = last;
        }
    }

    /// <summary>Four blanks or a tab behind a blank line make code, but within a list, where they are a paragraph of its item.</summary>
    private void BlankIndented()
    {
        var (isBehindBlank, isInList) = (true, false);
        for (var line = 0; line < _lines.Count; line++)
        {
            var text = this[line];
            var words = text.TrimStart(' ', '\t');

            // A comment at the beginning of a line has left blanks, and is no indentation.
            var isIndented = text.Length > 0 && (_source[_lines[line].Start] == '\t' || string.CompareOrdinal(_source, _lines[line].Start, "    ", 0, 4) == 0);
            if (words.Length == 0)
            {
                isBehindBlank = true;
            }
            else if (isBehindBlank && !isInList && isIndented)
            {
                BlankLines(line, line);
            }
            else
            {
                isBehindBlank = false;
                isInList = IsItem(words) || (isInList && words.Length < text.Length);
            }
        }
    }

    private static bool IsItem(string words)
    {
        var digits = words.TakeWhile(TextFolding.IsDigit).Count();
        return digits > 0 ? digits < words.Length && words[digits] is '.' or ')' : words.Length > 1 && words[0] is '-' or '*' or '+' && TextFolding.IsWhiteSpace(words[1]);
    }

    /// <summary>The three or more backticks or tildes that a line begins with, or null.</summary>
    private string? Fence(int line)
    {
        var at = _lines[line].Start;
        while (at < _lines[line].End && _text[at] is ' ' or '\t' or '>')
        {
            at++;
        }

        var end = at;
        while (end < _lines[line].End && _text[at] is '`' or '~' && _text[end] == _text[at])
        {
            end++;
        }

        // "```K1```" on one line is code within a line.
        return end - at >= 3 && Array.IndexOf(_text, '`', end, _lines[line].End - end) < 0 ? new string(_text, at, end - at) : null;
    }

    private void BlankWithin(SourceSpan line)
    {
        var text = new string(_text, line.Start, line.Length);
        var plain = text.Trim('>', ' ', '\t', '*', '_');
        if (plain.Length == 0 || (plain[0] is '-' or '=' && plain.All(c => c == plain[0])))
        {
            return;
        }

        // In the list beneath "KSBs:" code is what it is behind the label.
        var isItem = IsItem(text.TrimStart('>', ' ', '\t'));
        var label = isItem ? _listLabel : null;
        var value = 0;
        var opensList = plain[plain.Length - 1] == ':';
        var words = opensList || Array.IndexOf(_text, '`', line.Start, line.Length) >= 0 ? new NotationText(text) : null;
        _links.BeginLine();
        for (var at = line.Start; at < line.End; at++)
        {
            switch (_text[at])
            {
                case '\\' when at + 1 < line.End && MarkdownCharacters.CanBeEscaped(_text[at + 1]):
                    // A cell is parted at bars, and needs to know which of them stand for themselves.
                    _text[at++] = ' ';
                    break;
                case '&' when MarkdownCharacters.Entity(_text, at, line.End, out var length) is { } characters:
                    characters.CopyTo(0, _text, at, length);
                    characters.CopyTo(0, _withCode, at, length);
                    at += length - 1;
                    break;
                case '[':
                    _links.Open(at);
                    break;
                case '`':
                    var isBehind = label is not null && words is not null && IsBehindLabel(words, label, SourceSpan.FromBounds(value, at - line.Start));
                    at = BlankCode(at, line.End, isBehind ? label : null);
                    break;
                case ']' when _links.IsDefinition(line, at):
                    Blank(line.Start, line.End);
                    at = line.End;
                    break;
                case ']':
                    at = _links.Close(at, line.End);
                    break;
                case '<' when at + 1 < line.End && (TextFolding.IsLetter(_text[at + 1]) || _text[at + 1] is '/' or '!'):
                    at = BlankUpTo('>', at, line.End);
                    break;
                case var c when words is not null && NotationText.IsWordCharacter(c):
                    var word = words.Word(at - line.Start);
                    // Not "Code:", behind which code is what it says.
                    if (words.LabelAt(word, words.Length, out var behind) is { } found && !NotationLabels.IsOfCode(found))
                    {
                        (label, value) = (found, behind);
                    }

                    at = line.Start + word.End - 1;
                    break;
            }
        }

        _listLabel = opensList && label is not null && text.IndexOf(':', value) < 0 ? label : isItem ? _listLabel : LabelAlone(text);
    }

    /// <summary>The label that a line is by itself, as <c>## KSBs</c> is; null for another.</summary>
    private static string? LabelAlone(string line)
    {
        var at = line.Length - line.TrimStart('>', ' ', '\t', '#', '*', '_').Length;
        return new NotationText(line).LabelAlone(at, line.Length, out _);
    }

    /// <summary>
    /// Whether what is written as code stands in a list that a label heads. Behind <c>KSBs:</c> it does whatever stands between; behind
    /// <c>Skills:</c> only where a reference comes first, for words describe them as well.
    /// </summary>
    private static bool IsBehindLabel(NotationText words, string label, SourceSpan between)
    {
        if (NotationLabels.IsSure(label))
        {
            return true;
        }

        var at = between.Start;
        while (at < between.End && !NotationText.IsWordCharacter(words[at]))
        {
            at++;
        }

        return at >= between.End || NotationText.LettersOfNumbered(LookAlikes.Mend(words.Slice(words.Word(at))) ?? words.Slice(words.Word(at))) >= 0;
    }

    /// <summary>Whether code behind a label holds references: surely behind <c>KSBs:</c>, else where it holds nothing else.</summary>
    private static bool HoldsReferences(string code, string label) => NotationLabels.IsSure(label) || KsbNotation.Parse(code, NotationLabels.Of(label)).IsOfReferencesAlone;

    private int BlankCode(int at, int end, string? label)
    {
        var ticks = at;
        while (ticks < end && _text[ticks] == '`')
        {
            ticks++;
        }

        var length = ticks - at;
        for (var close = ticks; close < end; close++)
        {
            var run = close;
            while (run < end && _text[run] == '`')
            {
                run++;
            }

            if (run - close == length)
            {
                if (label is null || !HoldsReferences(new string(_text, ticks, close - ticks), label))
                {
                    Blank(_text, at, run);
                }

                return run - 1;
            }

            close = Math.Max(close, run - 1);
        }

        // Backticks that nothing closes are characters like any other; they are not looked at again.
        Blank(at, ticks);
        return ticks - 1;
    }

    private int BlankUpTo(char close, int at, int end)
    {
        var last = Array.IndexOf(_text, close, at, Math.Min(2000, end - at));
        if (last < 0)
        {
            return at;
        }

        Blank(at, last + 1);
        return last;
    }

    private void Blank(int start, int end)
    {
        Blank(_text, start, end);
        Blank(_withCode, start, end);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is not ('\n' or '\r'))
            {
                text[at] = ' ';
            }
        }
    }
}
