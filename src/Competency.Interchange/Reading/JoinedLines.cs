using System.Text;

namespace Competency.Interchange.Reading;

/// <summary>A text that spans lines of a page, put together again.</summary>
internal sealed class JoinedLines
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    /// <summary>The last character; a blank where there is none.</summary>
    public char Last => IsEmpty ? ' ' : _text[^1];

    /// <summary>Adds a line: behind a blank where a sentence was merely wrapped, else on a line of its own.</summary>
    public void Add(string line, bool afterBlank)
    {
        if (!IsEmpty)
        {
            var wrapped = !afterBlank && !PlainText.IsBullet(line) && Last is not ('.' or ':' or ';' or '!' or '?');
            _text.Append(wrapped ? ' ' : '\n');
        }

        _text.Append(line);
    }

    public void Clear() => _text.Clear();

    public override string ToString() => _text.ToString();
}
