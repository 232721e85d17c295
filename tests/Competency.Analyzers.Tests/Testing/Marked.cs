using Microsoft.CodeAnalysis.Text;

namespace Competency.Testing;

/// <summary>A text in which the expected findings are marked: <c>{|KSB1001:K99|}</c>.</summary>
internal sealed partial class Marked
{
    public Marked(string path, string marked)
    {
        Path = path;
        var text = new System.Text.StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (Opening().Match(marked, i) is { Success: true } opening)
            {
                open.Push((opening.Groups[1].Value, text.Length));
                i += opening.Length - 1;
            }
            else if (marked[i] == '|' && i + 1 < marked.Length && marked[i + 1] == '}' && open.Count > 0)
            {
                var (id, start) = open.Pop();
                Expected.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Text = text.ToString();
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\G\{\|([A-Z]+\d+):")]
    private static partial System.Text.RegularExpressions.Regex Opening();

    public string Path { get; }

    public string Text { get; }

    public List<(string Id, TextSpan Span)> Expected { get; } = [];

    /// <summary>The text with the given findings marked: what to paste into a test.</summary>
    public string With(IEnumerable<(string Id, TextSpan Span)> found)
    {
        var text = Text;
        foreach (var (id, span) in found.OrderByDescending(f => f.Span.Start).ThenBy(f => f.Span.Length))
        {
            text = text.Insert(span.End, "|}").Insert(span.Start, $"{{|{id}:");
        }

        return text;
    }
}
