using Competency.Findings;
using Competency.Notation;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A mapping that is being read from CSV or Markdown: what the file says of itself, its items, and what is wrong.</summary>
internal sealed class MappingDraft(SourceDocument source)
{
    /// <summary>What a file can say of itself, in the words of the JSON document.</summary>
    public static readonly string[] Names = ["standard", "kind", "title", "coverage", "option", Demand];

    /// <summary>The one thing that a file can say more than once, or as <c>demands</c>: what its items together must cover.</summary>
    public const string Demand = "demand";

    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _said = [];
    private readonly List<CoverageDemand> _demands = [];
    private StandardId? _standard;
    private string? _standardOfRows;
    private MappingKind? _kind;
    private string? _coverage;
    private bool _isWhole = true;

    public SourceDocument Source => source;

    public MappingPlaces Places { get; } = new(quotesValues: false);

    public string? Title { get; private set; }

    public string? Option { get; private set; }

    /// <summary>Takes a line in which the file says something of itself.</summary>
    /// <param name="name">The name, as written.</param>
    /// <param name="nameSpan">Where it stands.</param>
    /// <param name="value">What is said.</param>
    /// <returns>Whether it is one of <see cref="Names"/>, or all but one.</returns>
    public bool Set(string name, SourceSpan nameSpan, PlacedText value)
    {
        var known = Known(name);
        if (known is null && LookAlikes.Mend(name) is { } mended && Known(mended) is { } plain)
        {
            NotPlain(new PlacedText(name, nameSpan, nameSpan.Start), mended);
            known = plain;
        }

        if (known is null)
        {
            var meant = name.Length > 3 ? Names.FirstOrDefault(n => Similarity.EditDistance(n, name) <= 2 && Math.Abs(n.Length - name.Length) <= 2 && n.Length > 4) : null;
            if (meant is not null)
            {
                Report(FindingCatalogue.UnreadableDocument, nameSpan, $"'{TextFolding.OnOneLine(name)}' is unknown here and is not read; did you mean '{meant}'?", meant, FindingSeverity.Warning);
            }

            return meant is not null;
        }

        if (known == Demand)
        {
            Demands(value);
            return true;
        }

        if (!_said.Add(known))
        {
            Wrong(nameSpan, $"The file says its {known} twice");
            return true;
        }

        Take(known, value);
        return true;
    }

    private static string? Known(string name) => IsDemand(name) ? Demand : Names.FirstOrDefault(n => TextFolding.EqualsIgnoreCase(n, name));

    /// <summary>Whether a name is that of demands.</summary>
    public static bool IsDemand(string name) => TextFolding.EqualsIgnoreCase(name, Demand) || TextFolding.EqualsIgnoreCase(name, Demand + "s");

    /// <summary>Takes demands, parted by semicolons; by commas too in a list of YAML, <c>[every KSB, every duty]</c>.</summary>
    public void Demands(PlacedText value)
    {
        var isList = value.Text.StartsWith("[", StringComparison.Ordinal) && value.Text.EndsWith("]", StringComparison.Ordinal);
        value = isList ? value.Part(new SourceSpan(1, value.Text.Length - 2)) : value;
        for (var start = 0; start < value.Text.Length;)
        {
            var end = value.Text.IndexOfAny(isList ? [';', ','] : [';'], start) is >= 0 and var parting ? parting : value.Text.Length;
            var written = value.Part(SourceSpan.FromBounds(start, end)).Trimmed();
            start = end + 1;
            if (written.Text.Length == 0)
            {
                continue;
            }

            if (CoverageDemandText.Read(written, out var option) is { } demand)
            {
                _demands.Add(demand);
                Places.Demands.Add(demand, (written.Span, option));
            }
            else
            {
                Wrong(written.Span, $"'{TextFolding.OnOneLine(written.Text)}' is no demand such as 'every KSB', 'every duty', 'at least 80% of the skills' or 'at least 40 KSBs for the option Gears'");
            }
        }
    }

    private void Take(string name, PlacedText value)
    {
        switch (name)
        {
            case "standard":
                SetStandard(value);
                break;
            case "kind":
                _kind = Choice(value, MappingDocumentWriter.Kinds) is { } kind ? (MappingKind)Array.IndexOf(MappingDocumentWriter.Kinds, kind) : null;
                break;
            case "title":
                Title = value.Text;
                break;
            case "coverage":
                _coverage = Choice(value, [MappingDocumentWriter.Full, MappingDocumentWriter.Partial]) ?? MappingDocumentWriter.Partial;
                Places.Coverage = value.Span;
                break;
            default:
                Option = value.Text;
                Places.Option = value.Span;
                break;
        }
    }

    /// <summary>Takes the standard that a row names: the first says it for the file, and the others agree.</summary>
    public void SetStandardOfRow(PlacedText cell)
    {
        if (_said.Add("standard"))
        {
            _standardOfRows = cell.Text;
            SetStandard(cell);
        }
        else if (cell.Text != (_standardOfRows ?? _standard?.ToString()))
        {
            Wrong(cell.Span, $"'{TextFolding.OnOneLine(cell.Text)}' stands here, and the file maps {_standard?.ToString() ?? _standardOfRows}; a mapping is of one standard");
        }
        else
        {
            Places.StandardAgain.Add(cell.Span);
        }
    }

    /// <summary>Reads a text of references and reports what is wrong with its notation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">What its references are, where something before the text says so.</param>
    /// <param name="seen">What other texts of the same list name already; null where the text is a list by itself.</param>
    /// <param name="isInProse">Whether other words stand around it.</param>
    public PlacedReferences References(PlacedText text, NotationLabel label = NotationLabel.None, HashSet<ReferenceName>? seen = null, bool isInProse = false)
    {
        var placed = new PlacedReferences(text, KsbNotation.Parse(text.Text, label)) { IsInProse = isInProse };
        Report(placed, seen is null ? [] : placed.Result.RepeatsOf(seen));
        return placed;
    }

    /// <summary>References as an item keeps them. Under a heading of duties "D1, 7" is one, and without it no notation.</summary>
    public static string Written(PlacedReferences references) =>
        references.Result.References.Any(r => r.IsDuty) ? string.Join(", ", references.Result.References) : references.Value.Text;

    /// <summary>Takes references that have been read already.</summary>
    public void Report(PlacedReferences placed, IEnumerable<NotationProblem>? further = null)
    {
        foreach (var problem in placed.Result.Problems.Concat(further ?? []))
        {
            Report(problem.Descriptor, placed.Value.SpanWithin(problem.Span), problem.Message, problem.Suggestion);
        }
    }

    /// <summary>Adds a finding that a word is read as it was meant, though it holds look-alikes (KSB1002).</summary>
    public void NotPlain(PlacedText written, string meant) =>
        Report(FindingCatalogue.MalformedNotation, written.Span, NotationLabels.NotPlain(written.Text, meant), meant);

    public decimal? Hours(PlacedText value)
    {
        var hours = FieldValue.Hours(value.Text, out var problem);
        WrongIf(problem, value.Span);
        return hours;
    }

    public DateOnly? Due(PlacedText value)
    {
        var due = FieldValue.Date(value.Text, out var problem);
        WrongIf(problem, value.Span);
        return due;
    }

    /// <summary>Takes an item, what it covers and where its id stands; null where nobody wrote one.</summary>
    public void Add(MappingItem item, IReadOnlyList<PlacedReferences> covers, PlacedText? id = null)
    {
        Places.Covers.Add(item, covers);
        if (id is not null)
        {
            Places.Ids.Add(item, id.Span);
        }
    }

    public void Report(FindingDescriptor descriptor, SourceSpan span, string message, string? suggestion = null, FindingSeverity? severity = null) =>
        _findings.Add(new Finding(descriptor, message, source.Locate(span)) { Suggestion = suggestion, Severity = severity ?? descriptor.Severity });

    /// <summary>Adds a finding that the file is not readable here (KSB2007).</summary>
    public void Wrong(SourceSpan span, string message, string? suggestion = null) => Report(FindingCatalogue.UnreadableDocument, span, message, suggestion);

    /// <summary>Adds a finding that the file is damaged here (KSB2007), so that what it lacks is not judged.</summary>
    public void Damaged(SourceSpan span, string message)
    {
        _isWhole = false;
        Wrong(span, message);
    }

    /// <summary>Adds a finding that git's marks stand here (KSB2007): which side of them is right, only a person can say.</summary>
    public void Conflicts(int start) =>
        Damaged(new SourceSpan(start, ConflictMarks.Length), "The file holds a merge conflict: two branches changed the same lines differently; keep what is right, and take git's marks out");

    /// <summary>The document.</summary>
    /// <param name="items">The items at the top.</param>
    /// <param name="howToSayStandard">How the format says which standard it maps, for the message where it does not.</param>
    public MappingDocument Finish(IReadOnlyList<MappingItem> items, string howToSayStandard)
    {
        if (_isWhole && !_said.Contains("standard"))
        {
            Wrong(new SourceSpan(source.Text.Length > 0 && source.Text[0] == '\uFEFF' ? 1 : 0, 0), $"Nothing says which standard this maps; write {howToSayStandard}");
        }

        // A file that says nothing asks for nothing: evidence covers what it covers.
        var kind = _kind ?? MappingKind.Evidence;
        var mapping = new KsbMapping(_standard ?? default, kind, items)
        {
            Title = Title,
            Option = Option,
            Demands = _demands,
            CoversWholeStandard = _coverage is null ? kind == MappingKind.Programme : _coverage == MappingDocumentWriter.Full,
        };
        return new MappingDocument(source, mapping, _isWhole, Places, _findings);
    }

    private void SetStandard(PlacedText value)
    {
        _standard = FieldValue.Standard(value.Text, out var problem);
        WrongIf(problem, value.Span);
        Places.Standard = value.Span;
    }

    private string? Choice(PlacedText value, string[] words)
    {
        var word = FieldValue.Choice(value.Text, words, out var problem, out var nearest);
        WrongIf(problem, value.Span, nearest);
        return word;
    }

    private void WrongIf(string? problem, SourceSpan span, string? suggestion = null)
    {
        if (problem is not null)
        {
            Wrong(span, problem, suggestion);
        }
    }
}
