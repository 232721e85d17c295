using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>The links of a Markdown text: their words are words like any other, as if neither brackets nor address stood around them.</summary>
/// <param name="text">The characters.</param>
/// <param name="blank">Puts blanks in place of what stands from one place to another.</param>
internal sealed class MarkdownLinks(char[] text, Action<int, int> blank)
{
    // Longer than any address or name of one; so the work on brackets that nothing closes is bounded.
    private const int MaxAddress = 2000;
    private const int MaxName = 1000;

    private readonly HashSet<string> _defined = [];
    private readonly Dictionary<int, int> _words = [];
    private readonly Stack<int> _open = new();

    /// <summary>Where the words of each link end, by where they begin.</summary>
    public IReadOnlyDictionary<int, int> Words => _words;

    /// <summary>Takes the name of a line <c>[name]: address</c>, which brackets anywhere can refer to.</summary>
    public void TakeDefinition(SourceSpan line)
    {
        var start = SkipBlanks(line.Start, line.End);
        var close = start < line.End && text[start] == '[' ? Array.IndexOf(text, ']', start, Math.Min(MaxName, line.End - start)) : -1;
        if (close > 0 && IsDefinition(line, close))
        {
            _defined.Add(Name(start + 1, close));
        }
    }

    /// <summary>Whether a bracket closes the name at the beginning of a line <c>[name]: address</c>; behind that of a footnote, <c>[^1]: words</c>, stand words.</summary>
    public bool IsDefinition(SourceSpan line, int close)
    {
        var start = SkipBlanks(line.Start, line.End);
        return close + 1 < line.End && text[close + 1] == ':' && text[start] == '[' && text[start + 1] != '^' && close - start < MaxName && Array.IndexOf(text, ']', start, close - start) < 0;
    }

    /// <summary>No link goes on over the end of a line.</summary>
    public void BeginLine() => _open.Clear();

    /// <summary>Takes a bracket that opens.</summary>
    public void Open(int at) => _open.Push(at);

    /// <summary>Takes a bracket that closes, blanks what is no word where it makes a link, and says which character of it is the last.</summary>
    public int Close(int at, int end)
    {
        var open = _open.Count > 0 ? _open.Pop() : -1;
        var next = at + 1 < end ? text[at + 1] : ' ';
        var last = next == '(' ? EndOfAddress(at + 1, end) : next == '[' ? Array.IndexOf(text, ']', at + 1, Math.Min(MaxName, end - at - 1)) : at;
        if (last < 0 || (next != '(' && (open < 0 || !IsReference(open, at, last))))
        {
            return at;
        }

        blank(at, last + 1);
        if (open > 0 && text[open - 1] == '!')
        {
            // What an image shows is not words.
            blank(open - 1, at);
        }
        else if (open >= 0)
        {
            blank(open, open + 1);
            TakeWords(open + 1, at);
        }

        return last;
    }

    private void TakeWords(int start, int end)
    {
        while (start < end && !NotationText.IsWordCharacter(text[start]))
        {
            start++;
        }

        if (start < end)
        {
            _words[start] = end;
        }
    }

    /// <summary>Whether <c>[words][name]</c>, <c>[words][]</c> or <c>[words]</c> refers to an address; a name that nothing defines is one where it can be nothing else.</summary>
    private bool IsReference(int open, int close, int last) =>
        last <= close + 2
            ? close - open < MaxName && _defined.Contains(Name(open + 1, close))
            : _defined.Contains(Name(close + 2, last)) || !(new string(text, close + 2, last - close - 2) is var name && new NotationText(name).HoldsCode(new SourceSpan(0, name.Length)));

    /// <summary>The parenthesis that closes an address, in which others stand in pairs; -1 where none does.</summary>
    private int EndOfAddress(int open, int end)
    {
        end = Math.Min(end, open + MaxAddress);
        var first = Array.IndexOf(text, ')', open, end - open);
        if (first < 0)
        {
            return -1;
        }

        var depth = 0;
        for (var at = open; at < end; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return first;
    }

    private int SkipBlanks(int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '>')
        {
            at++;
        }

        return at;
    }

    private string Name(int start, int end) => TextFolding.ToLower(TextFolding.OnOneLine(new string(text, start, end - start)))!;
}
