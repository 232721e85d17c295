using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Programs that put each piece of a page's text on a line of its own tear a code from its colon: <c>K1</c>, then <c>: Principles …</c>.
/// Others wrap lines within "Back to Duty", by which the end of a statement is known. The two become one line again.
/// </summary>
internal static class PageJoints
{
    public static IReadOnlyList<PageLine> Mend(IReadOnlyList<PageLine> lines)
    {
        var mended = new List<PageLine>(lines.Count);
        foreach (var line in lines)
        {
            if (mended.Count > 0 && mended[^1] is var before && Between(before, line) is { } joint)
            {
                mended[^1] = new PageLine(before.Text + joint + line.Text, SourceSpan.FromBounds(before.Span.Start, line.Span.End), before.AfterBlank) { IsTitle = before.IsTitle, Marks = before.Marks };
            }
            else
            {
                mended.Add(line);
            }
        }

        return mended;
    }

    /// <summary>What belongs between two lines that are one; null where they are two.</summary>
    private static string? Between(PageLine before, PageLine line)
    {
        if (line.Text[0] is ':' && before.Text.Length <= 60)
        {
            return "";
        }

        return (line.Key == "duty" && before.Key.EndsWith("back to", StringComparison.Ordinal)) || (line.Key == "to duty" && before.Key.EndsWith("back", StringComparison.Ordinal)) ? " " : null;
    }
}
