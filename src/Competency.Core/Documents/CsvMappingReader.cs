using Competency.Documents.Tables;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads a mapping from CSV: lines of <c># name: value</c>, a header, and a row for each item.</summary>
internal static class CsvMappingReader
{
    public static MappingDocument Read(SourceDocument source)
    {
        var draft = new MappingDraft(source);
        var csv = DelimitedText.Parse(source, prefersTab: source.Path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase));
        foreach (var remark in csv.Remarks)
        {
            ReadRemark(draft, remark);
        }

        foreach (var (span, message) in csv.Errors)
        {
            draft.Damaged(span, message);
        }

        // Beside git's marks nobody knows which rows are right, nor whether the first is the header.
        var marks = csv.Rows.Select(r => r[0].Span.Start).Where(start => ConflictMarks.Begin(source.Text, start)).ToArray();
        foreach (var start in marks)
        {
            draft.Conflicts(start);
        }

        return draft.Finish(marks.Length > 0 ? [] : ReadItems(draft, csv), "'# standard: ST0583@1.2' on the first line, or give the table a column 'standard'");
    }

    private static void ReadRemark(MappingDraft draft, PlacedText remark)
    {
        var colon = remark.Text.IndexOf(':');
        if (colon < 0)
        {
            return;
        }

        var name = TextFolding.Trim(remark.Text.Substring(0, colon));
        var value = remark.Part(SourceSpan.FromBounds(colon + 1, remark.Text.Length)).Trimmed();
        draft.Set(name, remark.SpanWithin(new SourceSpan(0, name.Length)), value);
    }

    private static IReadOnlyList<MappingItem> ReadItems(MappingDraft draft, DelimitedText csv)
    {
        if (csv.Rows.Count == 0)
        {
            draft.Wrong(new SourceSpan(0, 0), "The file has no header and no rows");
            return [];
        }

        var header = csv.Rows[0];
        ReadShape(draft, csv);
        var table = new MappingTable(draft, csv.Rows);
        if (!table.HoldsReferences)
        {
            var nearest = header.FirstOrDefault(h => Similarity.Nearest(h.Text, [ColumnRoles.References, "covers"]) is not null);
            draft.Wrong(
                nearest?.Span ?? header[0].Span,
                $"No column holds KSB references; head one '{ColumnRoles.References}', or give each KSB a column of its own",
                nearest is null ? null : ColumnRoles.References);
        }

        return table.Items();
    }

    /// <summary>
    /// A row with too many or too few cells has lost a delimiter or a quote, and nobody can say which column its cells belong to; nor what a cell
    /// is in a column without a heading. The first column needs none: it names the rows of a matrix.
    /// </summary>
    private static void ReadShape(MappingDraft draft, DelimitedText csv)
    {
        var header = csv.Rows[0];
        foreach (var row in csv.Rows.Skip(1))
        {
            var cells = row.Count;
            while (cells > header.Count && row[cells - 1].Text.Length == 0)
            {
                cells--;
            }

            if (cells != header.Count)
            {
                var last = row[Math.Min(cells, header.Count + 1) - 1];
                draft.Damaged(last.Span, $"The row has {Count(cells, "cell")} where the header has {Count(header.Count, "column")}" + (cells > header.Count ? $"; a cell that holds a {Named(csv.Delimiter)} stands in quotes" : ""));
                continue;
            }

            foreach (var cell in row.Take(cells).Where((cell, column) => column > 0 && IsBlank(header[column]) && !IsBlank(cell)))
            {
                draft.Damaged(cell.Span, "This cell stands in a column without a heading; give the column one, or clear the cell");
            }
        }
    }

    private static bool IsBlank(PlacedText cell) => TextFolding.Trim(cell.Text).Length == 0;

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string Named(char delimiter) => delimiter switch
    {
        ';' => "semicolon",
        '\t' => "tab",
        _ => "comma",
    };
}
