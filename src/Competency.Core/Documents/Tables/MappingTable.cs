using System.Globalization;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Tables;

/// <summary>A table whose rows are the items of a mapping: with columns of references, a column for each KSB, or both.</summary>
internal sealed class MappingTable
{
    private readonly MappingDraft _draft;
    private readonly IReadOnlyList<PlacedText> _header;
    private readonly IReadOnlyList<IReadOnlyList<PlacedText>> _rows;
    private readonly ColumnRole[] _roles;
    private readonly Dictionary<int, PlacedReferences> _heads = [];
    private readonly HashSet<PlacedReferences> _marked = [];
    private readonly List<int> _headsAlone = [];
    private readonly bool _isInProse;

    /// <summary>A table and what its columns hold.</summary>
    /// <param name="draft">The mapping that is being read.</param>
    /// <param name="rows">The header, then the rows.</param>
    /// <param name="isInProse">Whether it is one table among other text, where a heading such as S3 or B1 may be something else.</param>
    public MappingTable(MappingDraft draft, IReadOnlyList<IReadOnlyList<PlacedText>> rows, bool isInProse = false)
    {
        _isInProse = isInProse;
        _draft = draft;
        _header = rows[0];
        _rows = rows.Skip(1).ToArray();
        _roles = _header.Select(h => ColumnRoles.Of(ColumnRoles.Meant(h.Text) ?? h.Text)).ToArray();
        for (var column = 0; column < _roles.Length; column++)
        {
            _roles[column] = Settled(column, isInProse);
        }

        if (isInProse && !IsSureMatrix())
        {
            // Two codes and ranges are references in any words of Markdown, and so they are in a heading.
            _headsAlone.AddRange(Enumerable.Range(0, _roles.Length).Where(c => _roles[c] == ColumnRole.Marks && KsbProse.Fields(_header[c].Text).Count > 0));
            _roles = _roles.Select(r => r == ColumnRole.Marks ? ColumnRole.Other : r).ToArray();
        }
    }

    /// <summary>Whether any column holds references, or marks for a KSB.</summary>
    public bool HoldsReferences => _roles.Any(r => r is ColumnRole.References or ColumnRole.Duties or ColumnRole.Marks);

    /// <summary>Whether a KSB heads a column.</summary>
    public bool IsMatrix => _roles.Contains(ColumnRole.Marks);

    /// <summary>The items of the rows. What is wrong with the columns is reported once, what is wrong with a row at its cell.</summary>
    public IReadOnlyList<MappingItem> Items()
    {
        var seen = new HashSet<ReferenceName>();
        for (var column = 0; column < _roles.Length; column++)
        {
            if (_roles[column] != ColumnRole.Other && ColumnRoles.Meant(_header[column].Text) is { } meant)
            {
                _draft.NotPlain(_header[column], meant);
            }

            if (_roles[column] == ColumnRole.Marks)
            {
                _heads.Add(column, Head(_header[column], seen));
            }
        }

        if (Turned() is { } marked)
        {
            _draft.Damaged(_header[marked].Span, "This column holds marks, and each row one KSB; write a row for each item, and a column for each KSB");
        }

        for (var column = 1; column < _roles.Length; column++)
        {
            ReadAgain(column);
        }

        _draft.Places.Unused.AddRange(_headsAlone.Select(c => Head(_header[c], seen, isInProse: true)));
        var items = _rows.Select(Item).ToArray();
        _draft.Places.Unused.AddRange(_heads.Values.Where(h => !_marked.Contains(h)));
        return items;
    }

    /// <summary>Of two columns of hours, with one heading, the first counts, and what stands in the other would go unread.</summary>
    private void ReadAgain(int column)
    {
        var heading = NotationLabels.Folded(_header[column].Text);
        if (_roles[column] == ColumnRole.Other && ColumnRoles.Of(heading) is not (ColumnRole.Other or ColumnRole.PerhapsReferences or ColumnRole.Duties)
            && _header.Take(column).Any(h => NotationLabels.Folded(h.Text) == heading) && Cells(column).Any(c => TextFolding.Trim(c.Text).Length > 0))
        {
            _draft.Report(
                FindingCatalogue.UnreadableDocument,
                _header[column].Span,
                $"Another column is headed '{TextFolding.OnOneLine(_header[column].Text)}' already; this one is not read",
                severity: FindingSeverity.Warning);
        }
    }

    /// <summary>
    /// In Markdown, cells that no heading stands over: those beyond the header, which are not even shown, and references and marks in a column
    /// without a heading. The first column needs none. CSV is stricter, for there a cell too many has lost its quotes.
    /// </summary>
    public void CheckShape()
    {
        foreach (var row in _rows)
        {
            for (var column = 1; column < row.Count; column++)
            {
                var cell = row[column];
                if (TextFolding.Trim(cell.Text).Length == 0)
                {
                    continue;
                }

                if (column >= _header.Count)
                {
                    _draft.Damaged(cell.Span, $"The row has {row.Count} cells where the header has {_header.Count} column{(_header.Count == 1 ? "" : "s")}; a bar within a cell is written \\|");
                    break;
                }

                if (TextFolding.Trim(_header[column].Text).Length == 0 && (HoldsReference(cell.Text, NotationLabel.None) || (IsMatrix && CellMark.Of(cell.Text) == true)))
                {
                    _draft.Damaged(cell.Span, "This cell stands in a column without a heading; give the column one, or clear the cell");
                }
            }
        }
    }

    /// <summary>A column of marks in a table whose rows are KSBs, or null: read row by row, everything in it would seem to be covered.</summary>
    private int? Turned()
    {
        if (_roles[0] != ColumnRole.References || !Cells(0).Any() || !Cells(0).All(c => KsbNotation.Parse(c.Text) is { References: { Count: 1 } one } && !one[0].IsRange))
        {
            return null;
        }

        return Enumerable.Range(1, _roles.Length - 1)
            .Where(column => _roles[column] == ColumnRole.Other && Cells(column).Any(c => CellMark.Of(c.Text) == true) && Cells(column).All(c => CellMark.Of(c.Text) is not null))
            .Select(column => (int?)column)
            .FirstOrDefault();
    }

    /// <summary>The KSB that heads a column. Of one that heads two, the heading cannot simply go.</summary>
    private PlacedReferences Head(PlacedText heading, HashSet<ReferenceName> seen, bool isInProse = false)
    {
        var head = _draft.References(heading, isInProse: isInProse);
        foreach (var repeat in head.Result.RepeatsOf(seen))
        {
            _draft.Report(repeat.Descriptor, heading.SpanWithin(repeat.Span), repeat.Message);
        }

        return head;
    }

    /// <summary>The role of a column, once its cells have been seen.</summary>
    private ColumnRole Settled(int column, bool isInProse)
    {
        var role = _roles[column];
        if (role is ColumnRole.PerhapsReferences or ColumnRole.Duties)
        {
            var (label, settled) = role == ColumnRole.Duties ? (NotationLabel.Duties, role) : (NotationLabel.None, ColumnRole.References);
            return Cells(column).Any(c => HoldsReference(c.Text, label)) ? settled : ColumnRole.Other;
        }

        if (role == ColumnRole.Other && (IsHeadedByKsbs(_header[column].Text) || (!isInProse && IsMarkedBeneathKsbs(column))))
        {
            return ColumnRole.Marks;
        }

        // Of two columns of ids the first is the id.
        return role == ColumnRole.References || Array.IndexOf(_roles, role) == column ? role : ColumnRole.Other;
    }

    /// <summary>Whether a cell holds a reference, or what only fails to be one by a look-alike or a leading zero: it is reported, not taken for words.</summary>
    private static bool HoldsReference(string cell, NotationLabel label) =>
        KsbNotation.Parse(LookAlikes.Mend(cell) ?? cell, label) is var result
        && (result.References.Count > 0 || result.Problems.Any(p => p.IsOfKsb && new NotationText(LookAlikes.Mend(cell) ?? cell).IsCodeLike(p.Span, anyCase: true)));

    /// <summary>
    /// Not beside headings such as A1 or EC2, and neither one column alone nor ranges alone in which anything but marks stands: <c>K1-K5</c> can head
    /// a column of words as well.
    /// </summary>
    private bool IsSureMatrix()
    {
        var codes = Enumerable.Range(0, _roles.Length).Where(c => _roles[c] == ColumnRole.Marks).ToArray();
        var holdsOne = codes.Any(c => IsOne(_header[c].Text));
        return !_header.Where((h, column) => _roles[column] == ColumnRole.Other && IsNumbered(h.Text, isRange: !holdsOne)).Any()
            && (codes.All(IsMarks) || (codes.Length > 1 && (holdsOne || codes.Any(IsMarked))));
    }

    /// <summary>One code or duty, where two or a range need no table to be references.</summary>
    private static bool IsOne(string heading) =>
        KsbNotation.Parse(heading) is var head && head.References.Count + head.Problems.Count == 1
        && !head.References.Any(r => r.IsRange) && head.Problems.All(p => p.Descriptor == FindingCatalogue.MalformedNotation);

    /// <summary>A1, EC2; where ranges are asked for, A1-A2 too.</summary>
    private static bool IsNumbered(string heading, bool isRange)
    {
        var words = heading.Split(isRange ? [' ', '-', '\u2013', '/', ','] : [], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(w => NotationText.LettersOfNumbered(w) is > 0 and <= 3);
    }

    /// <summary>Codes, ranges or duties and nothing else that counts: whatever stands beneath them, they are references.</summary>
    private static bool IsHeadedByKsbs(string heading) => KsbNotation.Parse(heading).IsOfReferencesAlone && heading.Any(c => TextFolding.IsDigit(LookAlikes.ToAscii(c)));

    /// <summary>KSBs with words that nobody can be sure of, over a column of marks: what is marked must not go unread. In prose the words may as well say what the column really is.</summary>
    private bool IsMarkedBeneathKsbs(int column)
    {
        var result = KsbNotation.Parse(_header[column].Text);
        return result.References.Count > 0 && result.References[0].Span.Start == 0 && IsMarks(column) && IsMarked(column);
    }

    private bool IsMarked(int column) => Cells(column).Any(c => CellMark.Of(c.Text) == true);

    private bool IsMarks(int column) => Cells(column).All(c => CellMark.Of(c.Text) is not null);

    private IEnumerable<PlacedText> Cells(int column) => _rows.Where(r => r.Count > column).Select(r => r[column]);

    private MappingItem Item(IReadOnlyList<PlacedText> row, int number)
    {
        var covers = new List<PlacedReferences>();
        var seen = new HashSet<ReferenceName>();
        string? title = null;
        string? method = null;
        decimal? hours = null;
        DateOnly? due = null;
        PlacedText? id = null;
        for (var column = 0; column < Math.Min(row.Count, _roles.Length); column++)
        {
            var cell = row[column];
            if (TextFolding.Trim(cell.Text).Length == 0)
            {
                continue;
            }

            switch (_roles[column])
            {
                case ColumnRole.Id:
                    id = cell;
                    break;
                case ColumnRole.Title:
                    title = Words(cell);
                    break;
                case ColumnRole.References or ColumnRole.Duties when CellMark.Of(cell.Text) == false && cell.Text != "0":
                    // "-" or "n/a": nothing is covered.
                    break;
                case ColumnRole.References:
                    covers.Add(_draft.References(cell, NotationLabel.None, seen));
                    break;
                case ColumnRole.Duties:
                    covers.Add(_draft.References(cell, NotationLabel.Duties, seen));
                    break;
                case ColumnRole.Marks when IsMarked(cell, _heads[column]):
                    covers.Add(_heads[column]);
                    _marked.Add(_heads[column]);
                    break;
                case ColumnRole.Hours:
                    hours = _draft.Hours(cell);
                    break;
                case ColumnRole.Method:
                    method = Words(cell);
                    break;
                case ColumnRole.Due:
                    due = _draft.Due(cell);
                    break;
                case ColumnRole.Standard:
                    _draft.SetStandardOfRow(cell);
                    break;
            }
        }

        if (id is null && _roles.Contains(ColumnRole.Id))
        {
            _draft.Wrong(row.FirstOrDefault(c => c.Text.Length > 0)?.Span ?? row[0].Span, "The row has no id");
        }

        var name = (id is null ? null : Words(id)) ?? title ?? FirstOther(row) ?? "row " + (number + 1).ToString(CultureInfo.InvariantCulture);
        var item = new MappingItem(name, covers.Select(MappingDraft.Written)) { Title = id is null ? null : title, Hours = hours, Method = method, Due = due };
        _draft.Add(item, covers, id);
        return item;
    }

    /// <summary>Without an id and a title, the first cell that holds neither names the row.</summary>
    private string? FirstOther(IReadOnlyList<PlacedText> row) =>
        row.Where((cell, column) => column < _roles.Length && _roles[column] == ColumnRole.Other && TextFolding.Trim(cell.Text).Length > 0).Select(Words).FirstOrDefault();

    /// <summary>The words of a cell; in Markdown they stand on one line, whatever broke them.</summary>
    private string Words(PlacedText cell) => _isInProse ? TextFolding.OnOneLine(cell.Text) : cell.Text;

    private bool IsMarked(PlacedText cell, PlacedReferences head)
    {
        if (CellMark.Of(cell.Text) is { } mark)
        {
            return mark;
        }

        // Some write the code itself into the cell.
        var echo = KsbNotation.Parse(cell.Text);
        if (echo is { Problems.Count: 0, References: { Count: 1 } own } && head.Result.References.Any(r => r.ToString() == own[0].ToString()))
        {
            _draft.Places.Echoes.Add(new PlacedReferences(cell, echo));
            return true;
        }

        var meant = CellMark.Meant(cell.Text);
        var shown = cell.Text.Length <= 40 ? cell.Text : cell.Text.Substring(0, 37) + "...";
        _draft.Report(
            FindingCatalogue.MalformedNotation,
            cell.Span,
            $"'{TextFolding.OnOneLine(shown)}' is neither a mark, such as x, 1 or yes, nor the lack of one, such as a blank, 0 or no" + (meant is null ? "" : $"; did you mean {meant}?"),
            meant);
        return false;
    }
}
