using System.Text;

namespace Competency.Text;

/// <summary>Words from data in Markdown that we write.</summary>
public static class MarkdownText
{
    /// <summary>The text on one line, with everything escaped that Markdown or HTML would take for a mark.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = TextFolding.OnOneLine(text);
        var escaped = new StringBuilder(line.Length);
        var opening = Opening(line);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case var _ when i == opening:
                // An address that somebody wrote is no link of ours.
                case ':' when line.AsSpan(i + 1).StartsWith("//"):
                case '.' when i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase):
                    escaped.Append('\\').Append(c);
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!':
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The place of a mark that would begin a list, a rule or a heading's underline where a line, or an item of a list, begins with it; -1 for none.</summary>
    private static int Opening(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        var mark = text.TrimStart("0123456789");
        var isMark = mark.Length > 0 && (mark.Length == text.Length
            ? mark[0] is '-' or '+' or '=' && (mark.Length == 1 || mark[1] == ' ' || mark[1] == mark[0])
            : mark[0] is '.' or ')' && (mark.Length == 1 || mark[1] == ' '));
        return isMark ? line.Length - mark.Length : -1;
    }
}
