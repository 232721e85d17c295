using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>The lines of a plain text.</summary>
internal static class TextLines
{
    public static IReadOnlyList<PageLine> Of(SourceDocument source)
    {
        var text = source.Text;
        var lines = new List<PageLine>();
        var blank = false;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !TextFolding.IsLineEnd(text[end]))
            {
                end++;
            }

            var from = start;
            var to = end;
            while (from < to && IsEdge(text[from]))
            {
                from++;
            }

            while (to > from && IsEdge(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                lines.Add(new PageLine(PlainText.WithoutHalfPairs(text[from..to]), SourceSpan.FromBounds(from, to), blank));
                blank = false;
            }
            else
            {
                blank = blank || !(end > 0 && end < text.Length && text[end] == '\n' && text[end - 1] == '\r' && end == start);
            }

            start = end + 1;
        }

        return lines;
    }

    private static bool IsEdge(char c) => TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || c < ' ';
}
