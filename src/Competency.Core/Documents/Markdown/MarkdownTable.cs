using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>A table in Markdown: a header, a row of dashes, and the rows up to the first line that is none.</summary>
internal static class MarkdownTable
{
    /// <summary>Reads the table that begins on a line.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="first">The header's line.</param>
    /// <param name="last">The last line of the table.</param>
    /// <returns>The header and the rows, or null where no table begins here.</returns>
    public static IReadOnlyList<IReadOnlyList<PlacedText>>? Read(MarkdownLines lines, int first, out int last)
    {
        last = first;
        var header = lines[first];
        if (header.IndexOf('|') < 0 || first + 1 >= lines.All.Count || !IsDashes(lines[first + 1]))
        {
            return null;
        }

        last = first + 1;
        return Rows(lines, first, isTable: true, ref last);
    }

    /// <summary>Reads lines that would be a table, were the row of dashes there.</summary>
    /// <remarks>Other lines with bars can be links to other pages, or prose: where no bar begins them, a cell that holds references alone says that they are meant for a table.</remarks>
    /// <param name="lines">The lines.</param>
    /// <param name="first">The line that would be the header.</param>
    /// <param name="last">The last of the lines.</param>
    /// <returns>The header and the rows, or null where no such lines begin here.</returns>
    public static IReadOnlyList<IReadOnlyList<PlacedText>>? ReadWithoutDashes(MarkdownLines lines, int first, out int last)
    {
        last = first;
        var isBegin = HasBar(lines, first) && !HasBar(lines, first - 1) && HasBar(lines, first + 1) && !IsDashes(lines[first]) && !IsDashes(lines[first + 1]);
        if (!isBegin)
        {
            return null;
        }

        // A line that a link begins leads to other pages.
        var at = Quoted(lines[first]);
        var begin = lines.Links.ContainsKey(lines.All[first].Start + at) ? '[' : lines[first][at];
        var rows = Rows(lines, first, isTable: false, ref last);
        return begin == '|' || (TextFolding.IsLetter(begin) && rows.Skip(1).Any(r => r.Any(c => KsbNotation.Parse(c.Text) is { References.Count: > 0, Problems.Count: 0 }))) ? rows : null;
    }

    private static List<IReadOnlyList<PlacedText>> Rows(MarkdownLines lines, int first, bool isTable, ref int last)
    {
        var rows = new List<IReadOnlyList<PlacedText>> { Cells(lines.WithCode(first), lines.All[first].Start, isFirst: true) };
        var label = isTable ? rows[0][0].Text : "";
        while (HasBar(lines, last + 1) || IsBareRow(lines, last + 1, label))
        {
            last++;
            rows.Add(Cells(lines.WithCode(last), lines.All[last].Start, isFirst: false));
        }

        return rows;
    }

    /// <summary>
    /// Whether a line without bars is a row: pages show any line so, up to a blank one. It is meant as one where it holds references alone, or one that is misspelt, and
    /// the first column is of them; words beneath a table are prose to those who write them.
    /// </summary>
    private static bool IsBareRow(MarkdownLines lines, int line, string label)
    {
        var kind = NotationLabels.Known(label);
        var text = line < lines.All.Count && kind != NotationLabel.None ? TextFolding.Trim(lines.WithCode(line)) : "";
        if (text.Length == 0 || !(NotationText.IsWordCharacter(text[0]) || text[0] == '`'))
        {
            return false;
        }

        var result = KsbNotation.Parse(text, kind);
        return result.IsOfReferencesAlone || (NotationLabels.IsSure(label) && result is { References.Count: 0, Problems.Count: 1 } && result.Problems[0].Suggestion is not null);
    }

    private static bool HasBar(MarkdownLines lines, int line) => line >= 0 && line < lines.All.Count && lines[line].IndexOf('|') >= 0;

    private static bool IsDashes(string line) =>
        line.IndexOf('-') >= 0 && line.IndexOf('|') >= 0 && line.Skip(Quoted(line)).All(c => c is '-' or '|' or ':' || TextFolding.IsWhiteSpace(c));

    /// <summary>Where a line begins behind the marks of quotes.</summary>
    private static int Quoted(string line) => line.TakeWhile(c => c == '>' || TextFolding.IsWhiteSpace(c)).Count();

    /// <summary>Where a table's first line begins behind the mark of a list, <c>- | Module | KSBs |</c>.</summary>
    private static int Listed(string line, int start)
    {
        var at = start;
        while (at < line.Length && TextFolding.IsDigit(line[at]))
        {
            at++;
        }

        var isMark = at > start ? at < line.Length && line[at] is '.' or ')' : at < line.Length && line[at] is '-' or '*' or '+';
        var bar = isMark ? at + 1 : line.Length;
        while (bar < line.Length && TextFolding.IsWhiteSpace(line[bar]))
        {
            bar++;
        }

        return bar > at + 1 && bar < line.Length && line[bar] == '|' ? bar : start;
    }

    private static IReadOnlyList<PlacedText> Cells(string line, int offset, bool isFirst)
    {
        var cells = new List<PlacedText>();
        var start = Quoted(line);
        start = isFirst ? Listed(line, start) : start;
        var end = line.Length;
        while (end > start && TextFolding.IsWhiteSpace(line[end - 1]))
        {
            end--;
        }

        start += start < end && line[start] == '|' ? 1 : 0;
        end -= end > start && line[end - 1] == '|' && !IsEscaped(line, end - 1) ? 1 : 0;
        for (var at = start; at <= end; at++)
        {
            if (at == end || (line[at] == '|' && !IsEscaped(line, at)))
            {
                // What is escaped stands for itself; the backslash is no part of it.
                var cell = new PlacedText(line.Substring(start, at - start).Replace('\\', ' '), new SourceSpan(offset + start, at - start), offset + start);
                cells.Add(cell.Trimmed());
                start = at + 1;
            }
        }

        return cells;
    }

    private static bool IsEscaped(string line, int at) => at > 0 && line[at - 1] == '\\';
}
