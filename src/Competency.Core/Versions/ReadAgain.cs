using Competency.Documents;
using Competency.Documents.Markdown;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

/// <summary>
/// Edits of a document that are read again before they are given: in prose another code can turn a reference into words (beside AWS, S3 is a
/// service), or words into one. What would not be read as it is meant is written with its standard, <c>ST0499:S3</c>, or else left.
/// </summary>
internal sealed class ReadAgain
{
    private readonly IReferencingDocument _document;
    private readonly List<Place> _places = [];
    private readonly Dictionary<SourceSpan, SourceEdit> _edits;
    private readonly HashSet<SourceSpan> _qualified = [];
    private readonly HashSet<SourceSpan> _tried = [];
    private readonly HashSet<SourceSpan> _left = [];

    private ReadAgain(IReferencingDocument document, IEnumerable<SourceEdit> edits)
    {
        _document = document;
        _edits = edits.GroupBy(e => e.Span).ToDictionary(g => g.Key, g => g.First());
        var seen = new HashSet<SourceSpan>();
        foreach (var placed in document.References.Texts)
        {
            foreach (var reference in placed.Result.References)
            {
                var place = new Place(placed, reference);
                if (seen.Add(place.Codes))
                {
                    _places.Add(place);
                }
            }
        }

        _places.Sort(static (a, b) => a.Whole.Start.CompareTo(b.Whole.Start));
    }

    /// <summary>The edits with which a document refers to exactly what is meant.</summary>
    /// <param name="document">The document.</param>
    /// <param name="edits">The edits; those of a reference stand in place of its codes.</param>
    /// <returns>The edits, and the codes that are left as they stand because nothing else would be read there.</returns>
    public static (IReadOnlyList<SourceEdit> Edits, IReadOnlyCollection<SourceSpan> Left) Settle(IReferencingDocument document, IReadOnlyCollection<SourceEdit> edits)
    {
        if (edits.Count == 0 || !document.References.Texts.Any(r => r.IsInProse))
        {
            return (Spelled(document, edits), []);
        }

        var again = new ReadAgain(document, edits);
        while (again.Wrong() is { Count: > 0 } wrong && (again.Qualify(wrong) || again.Leave(wrong)))
        {
        }

        return (Spelled(document, again.Edits()), again._left);
    }

    /// <summary>The edits in the document's own spelling: a dash that is written as an escape stays one.</summary>
    private static IReadOnlyList<SourceEdit> Spelled(IReferencingDocument document, IReadOnlyCollection<SourceEdit> edits)
    {
        var bySpan = edits.GroupBy(e => e.Span).ToDictionary(g => g.Key, g => g.First());
        foreach (var placed in bySpan.Count == 0 ? [] : document.References.Texts.Concat(document.References.Echoes))
        {
            foreach (var reference in placed.Result.References)
            {
                var span = placed.Value.SpanWithin(ReferenceRewrite.CodesOf(reference));
                if (bySpan.TryGetValue(span, out var edit))
                {
                    bySpan[span] = new SourceEdit(span, ReferenceRewrite.Spelled(placed.Value.Text, reference, edit.Text, s => Written(placed.Value.SpanWithin(s))));
                }
            }
        }

        return [.. bySpan.Values.OrderBy(e => e.Span.Start)];

        string Written(SourceSpan s) => document.Source.Text.Substring(s.Start, s.Length);
    }

    /// <summary>One reference of the document as it is.</summary>
    private sealed class Place(PlacedReferences placed, KsbReference reference)
    {
        public PlacedReferences Placed { get; } = placed;

        public KsbReference Reference { get; } = reference;

        public SourceSpan Whole { get; } = placed.Value.SpanWithin(reference.Span);

        public SourceSpan Codes { get; } = placed.Value.SpanWithin(ReferenceRewrite.CodesOf(reference));
    }

    private StandardReference Own => _document.References.Standards[0].Reference;

    private bool Moves(Place place) => _edits.ContainsKey(place.Codes) && !_left.Contains(place.Codes);

    private List<SourceEdit> Edits()
    {
        var edits = new Dictionary<SourceSpan, SourceEdit>(_edits);
        foreach (var place in _places)
        {
            if (_left.Contains(place.Codes))
            {
                edits.Remove(place.Codes);
                if (place.Reference.Qualifier.HasValue)
                {
                    // It goes on naming the version that it is of.
                    edits.Remove(place.Placed.Value.SpanWithin(place.Reference.QualifierSpan));
                }
            }

            if (_qualified.Contains(place.Codes))
            {
                var codes = edits.TryGetValue(place.Codes, out var edit) ? edit.Text : _document.Source.Text.Substring(place.Codes.Start, place.Codes.Length);
                edits[place.Codes] = new SourceEdit(place.Codes, $"{Own}:{codes}");
            }
        }

        return [.. edits.Values.OrderBy(e => e.Span.Start)];
    }

    /// <summary>What is not read as it is meant, once the edits are made: places, and lines on which something else is read.</summary>
    private List<(Place? Place, int Line)> Wrong()
    {
        var edits = Edits();
        var source = _document.Source;
        var after = _document.References.ReadAgain(source, SourceEdit.Apply(source.Text, edits));
        var read = after.References.Texts.SelectMany(p => p.Result.References.Select(r => new Place(p, r))).OrderBy(p => p.Whole.Start).ToArray();
        var found = _places.ConvertAll(_ => new HashSet<string>(StringComparer.Ordinal));
        var wrong = new List<(Place?, int)>();
        var moved = new Offsets(edits);
        var first = 0;
        foreach (var reference in read)
        {
            while (first < _places.Count && moved.After(_places[first].Whole.End) <= reference.Whole.Start)
            {
                first++;
            }

            var isMeant = false;
            for (var i = first; i < _places.Count && moved.After(_places[i].Whole.Start) < reference.Whole.End; i++)
            {
                found[i].UnionWith(Names(reference.Reference, codes: null));
                isMeant = true;
            }

            if (!isMeant)
            {
                // An edit breaks no line, so that a line has one number before and after.
                wrong.Add((null, after.Source.Locate(reference.Whole).Start.Line));
            }
        }

        for (var i = 0; i < _places.Count; i++)
        {
            var codes = Moves(_places[i]) ? _edits[_places[i].Codes].Text : null;
            if (!found[i].SetEquals(Names(_places[i].Reference, codes)))
            {
                wrong.Add((_places[i], source.Locate(_places[i].Whole).Start.Line));
            }
        }

        return wrong;
    }

    /// <summary>What a reference means, with other codes where it has them.</summary>
    private IEnumerable<string> Names(KsbReference reference, string? codes)
    {
        var standard = reference.Qualifier.HasValue ? reference.Qualifier : Own;
        var plain = codes is null ? "" : MarkdownCharacters.Plain(codes);
        var names = reference.IsDuty
            ? [LockLine.NameOf(codes is null ? reference.Duty : NumberOf(plain))]
            : (codes is null ? reference.Codes : KsbNotation.Parse(plain).Codes).Select(c => c.ToString());
        return names.Select(n => $"{standard}:{n}");
    }

    private static int NumberOf(string duty)
    {
        var number = 0;
        foreach (var c in duty.Where(TextFolding.IsDigit))
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }

    /// <summary>Writes one reference of each text with its standard: what follows it in the same run is sure then as well. One that is edited anyway comes first.</summary>
    private bool Qualify(IReadOnlyList<(Place? Place, int Line)> wrong)
    {
        var any = false;
        foreach (var text in wrong.Where(w => w.Place is not null).GroupBy(w => w.Place!.Placed))
        {
            var open = text.Select(w => w.Place!).Where(CanQualify).ToArray();
            if ((open.FirstOrDefault(Moves) ?? open.FirstOrDefault()) is { } place)
            {
                _tried.Add(place.Codes);
                _qualified.Add(place.Codes);
                any = true;
            }
        }

        return any;
    }

    private bool CanQualify(Place place) =>
        place.Placed.IsInProse && !place.Reference.IsDuty && !place.Reference.Qualifier.HasValue && !_tried.Contains(place.Codes) && !_left.Contains(place.Codes)
        && !(Moves(place) && _edits[place.Codes].Text.IndexOf(':') >= 0);

    /// <summary>Leaves what would move on the lines where something is wrong; where nothing would, all that would move.</summary>
    private bool Leave(IReadOnlyList<(Place? Place, int Line)> wrong)
    {
        var lines = new HashSet<int>(wrong.Select(w => w.Line));
        var moving = _places.Where(Moves).ToArray();
        var there = moving.Where(p => lines.Contains(_document.Source.Locate(p.Whole).Start.Line)).ToArray();
        foreach (var place in there.Length > 0 ? there : moving)
        {
            _left.Add(place.Codes);
        }

        // What was written with its standard there did not help; where nothing moves there, what was written so elsewhere may be why.
        var isChanged = moving.Length > 0;
        foreach (var place in _places.Where(p => there.Length == 0 || _left.Contains(p.Codes) || lines.Contains(_document.Source.Locate(p.Whole).Start.Line)))
        {
            isChanged |= _qualified.Remove(place.Codes);
        }

        return isChanged;
    }

    /// <summary>Where what stood at some place stands after edits.</summary>
    private sealed class Offsets
    {
        private readonly int[] _ends;
        private readonly int[] _by;

        public Offsets(IReadOnlyList<SourceEdit> edits)
        {
            _ends = [.. edits.Select(e => e.Span.End)];
            _by = new int[edits.Count + 1];
            for (var i = 0; i < edits.Count; i++)
            {
                _by[i + 1] = _by[i] + edits[i].Text.Length - edits[i].Span.Length;
            }
        }

        public int After(int at)
        {
            var found = Array.BinarySearch(_ends, at);
            return at + _by[found >= 0 ? found + 1 : ~found];
        }
    }
}
