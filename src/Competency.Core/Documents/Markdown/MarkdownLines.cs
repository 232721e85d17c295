using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>
/// The lines of a Markdown text, and the text with blanks in place of what holds no words: fenced code, comments, tags, addresses of links,
/// backslashes before what stands for itself. Every other character stands where it stood, and what is written by name where its name began.
/// </summary>
internal sealed class MarkdownLines
{
    // Of one character, as no line of the file ends.
    private const char LineBreak = '\u2028';

    // The most blanks that are passed over before a tag, for a line can be made of tags alone.
    private const int MaxBlanks = 200;

    private readonly char[] _text;
    private readonly char[] _withCode;
    private readonly List<SourceSpan> _lines = [];
    private readonly List<(SourceSpan Span, string Message)> _errors = [];
    private readonly MarkdownLinks _links;
    private string? _listLabel;

    private MarkdownLines(string source, int start)
    {
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
        new MarkdownBlocks(source, lines._text, lines._lines, lines.Blank, lines._errors).Blank(start);
        lines._lines.ForEach(lines._links.TakeDefinition);
        lines._lines.ForEach(lines.BlankWithin);

        return lines;
    }

    /// <summary>Puts blanks in place of some lines, so that they are not read again.</summary>
    public void BlankLines(int first, int last) => Blank(_lines[first].Start, _lines[last].End);

    /// <summary>Whether words begin with the mark of an item of a list.</summary>
    public static bool IsItem(string words)
    {
        var digits = words.TakeWhile(TextFolding.IsDigit).Count();
        return digits > 0 ? digits < words.Length && words[digits] is '.' or ')' : words.Length > 1 && words[0] is '-' or '*' or '+' && TextFolding.IsWhiteSpace(words[1]);
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
                case '\\' when at + 1 == line.End:
                    // A hard break.
                    _text[at] = ' ';
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
        var words = MarkdownCode.EndOfRun(_text, at, end);
        var close = MarkdownCode.Close(_text, words, end, words - at);
        if (close < 0)
        {
            Blank(at, words);
            return words - 1;
        }

        var behind = close + (words - at);
        if (label is null || !HoldsReferences(new string(_text, words, close - words), label))
        {
            Blank(_text, at, behind);
        }

        return behind - 1;
    }

    private int BlankUpTo(char close, int at, int end)
    {
        var last = Array.IndexOf(_text, close, at, Math.Min(2000, end - at));
        if (last < 0)
        {
            return at;
        }

        var breaksLine = BreaksLine(at, last, end);
        Blank(at, last + 1);
        if (breaksLine)
        {
            (_text[at], _withCode[at]) = (LineBreak, LineBreak);
        }

        return last;
    }

    /// <summary>Whether a tag is <c>&lt;br&gt;</c> with words on both sides of it, so that it parts what stands there as the end of a line does.</summary>
    private bool BreaksLine(int at, int last, int end)
    {
        var isBreak = last - at > 2 && _text[at + 1] is 'b' or 'B' && _text[at + 2] is 'r' or 'R' && !TextFolding.IsWordCharacter(_text[at + 3]);
        var (before, behind) = (at - 1, last + 1);
        while (isBreak && before >= Math.Max(0, at - MaxBlanks) && _text[before] is ' ' or '\t')
        {
            before--;
        }

        while (isBreak && behind < end && _text[behind] is ' ' or '\t')
        {
            behind++;
        }

        return isBreak && before >= 0 && behind < end && !TextFolding.IsLineEnd(_text[before]) && !TextFolding.IsWhiteSpace(_text[before]);
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
