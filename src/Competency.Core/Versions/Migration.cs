using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

/// <summary>
/// Moves references from one version of a standard to another: each to the code that its statement has there, all at once, so that what moved
/// from S10 to S9 does not go where S9 went. What is reworded is moved with its statement and noted; what has no successor stays and is noted.
/// </summary>
/// <param name="diff">What became of the old version's statements and duties.</param>
sealed partial class Migration(StandardDiff diff)
{
    private readonly Dictionary<int, DutyChange> _duties = (diff ?? throw new ArgumentNullException(nameof(diff))).Duties.Where(d => d.Old is not null).GroupBy(d => d.Old!.Number).ToDictionary(d => d.Key, d => d.First());

    /// <summary>What became of the old version's statements and duties.</summary>
    public StandardDiff Diff { get; } = diff;

    /// <summary>The new code of an old one; null where the statement has no successor, or the old version no such code.</summary>
    public KsbCode? Follow(KsbCode old) => Diff.Of(old)?.New?.Code;

    /// <summary>The new number of an old duty; null where it has no successor, or the old version no such duty.</summary>
    public int? FollowDuty(int old) => _duties.TryGetValue(old, out var change) ? change.New?.Number : null;

    /// <summary>The versions of a standard that a document names: its own, and those of the references that name one themselves.</summary>
    public static IReadOnlyList<StandardId> VersionsIn(MappingDocument document, StandardReference standard) => Frozen.List(
        (document ?? throw new ArgumentNullException(nameof(document))).Places.References.SelectMany(c => c.Result.References)
            .Where(r => r.QualifierVersion is not null)
            .Select(r => new StandardId(r.Qualifier, r.QualifierVersion!.Value))
            .Concat(document.Mapping is { } mapping ? [mapping.Standard] : [])
            .Where(id => id.HasValue && id.Reference == standard)
            .Distinct()
            .OrderBy(id => id));

    /// <summary>
    /// What a document's migration does: to its references, to their qualifiers and to the id of its standard. A document of another standard,
    /// or of another version, changes in the references alone that name the old version themselves.
    /// </summary>
    /// <exception cref="ArgumentException">The document is no mapping, or cannot be read to its end.</exception>
    public MigrationResult Of(MappingDocument document)
    {
        if ((document ?? throw new ArgumentNullException(nameof(document))).Mapping is not { } mapping || !document.IsWhole)
        {
            throw new ArgumentException($"{document.Source.Path} cannot be read to its end; half a document is not migrated.", nameof(document));
        }

        var work = new Work(this, document.Source);
        var isOfOld = mapping.Standard == Diff.Old.Id;
        if (isOfOld)
        {
            work.Id(document.Places.Standard);
            document.Places.StandardAgain.ForEach(work.Id);
        }

        foreach (var placed in document.Places.References)
        {
            foreach (var reference in placed.Result.References.Where(r => NamesOld(r, mapping.Standard, Diff.Old.Id)))
            {
                work.Reference(placed, reference);
            }
        }

        foreach (var echo in document.Places.Echoes)
        {
            foreach (var reference in echo.Result.References.Where(r => NamesOld(r, mapping.Standard, Diff.Old.Id)))
            {
                work.Codes(echo, reference);
            }
        }

        return work.Result();
    }

    /// <summary>Whether a reference is of a version: it names it, or names none and stands in a mapping of it.</summary>
    internal static bool NamesOld(KsbReference reference, StandardId mapping, StandardId old) =>
        !reference.Qualifier.HasValue ? mapping == old : reference.Qualifier == old.Reference && (reference.QualifierVersion is { } version ? version == old.Version : mapping == old);

    /// <summary>The edits of one document.</summary>
    private sealed class Work(Migration migration, SourceDocument source)
    {
        private readonly Dictionary<SourceSpan, SourceEdit> _edits = [];
        private readonly List<MigrationNote> _notes = [];
        private readonly Dictionary<string, LockLine> _followed = new(StringComparer.Ordinal);
        private readonly Dictionary<string, LockLine> _left = new(StringComparer.Ordinal);
        private readonly HashSet<SourceSpan> _seen = [];
        private int _references;

        private StandardDiff Diff => migration.Diff;

        public MigrationResult Result()
        {
            foreach (var left in _left)
            {
                _followed[left.Key] = left.Value;
            }

            return new MigrationResult(
                source,
                Frozen.List(_edits.Values.OrderBy(e => e.Span.Start)),
                Frozen.List(_notes.OrderBy(n => n.Location.Span.Start)),
                Frozen.List(_followed.Values),
                _references);
        }

        /// <summary>The id of the document's standard, with or without quotes around it.</summary>
        public void Id(SourceSpan place)
        {
            var written = source.Text.Substring(place.Start, place.Length);
            var at = written.IndexOf(Diff.Old.Id.ToString(), StringComparison.Ordinal);
            if (at >= 0)
            {
                Edit(new SourceSpan(place.Start + at, Diff.Old.Id.ToString().Length), Diff.New.Id.ToString());
            }
            else if (written.Length > 0)
            {
                // Written with escapes: the value is replaced whole.
                Edit(place, written[0] == '"' ? $"\"{Diff.New.Id}\"" : Diff.New.Id.ToString());
            }
        }

        public void Reference(PlacedReferences placed, KsbReference reference)
        {
            var span = placed.Value.SpanWithin(ReferenceRewrite.CodesOf(reference));
            if (!_seen.Add(span))
            {
                // One cell at the head of a column is the reference of every row.
                return;
            }

            if (Codes(placed, reference))
            {
                _references++;
            }

            if (reference.IsDuty)
            {
                Duty(reference.Duty, span);
            }

            foreach (var code in reference.Codes)
            {
                Statement(code, span);
            }
        }

        /// <summary>Writes a reference's codes anew, and the version that it names.</summary>
        /// <returns>Whether any code moved.</returns>
        public bool Codes(PlacedReferences placed, KsbReference reference)
        {
            if (reference.QualifierVersion is not null)
            {
                Edit(placed.Value.SpanWithin(reference.QualifierSpan), Diff.New.Id.ToString());
            }

            var qualifier = !reference.Qualifier.HasValue ? "" : (reference.QualifierVersion is null ? reference.Qualifier.ToString() : Diff.New.Id.ToString()) + ":";
            var codes = ReferenceRewrite.Codes(placed.Value.Text, reference, migration.Follow, migration.FollowDuty, qualifier, ReferenceSetting.Of(placed, source, Diff.Old.Id.Reference));
            if (codes is not null)
            {
                Edit(placed.Value.SpanWithin(ReferenceRewrite.CodesOf(reference)), codes);
            }

            return codes is not null;
        }

        private void Statement(KsbCode code, SourceSpan span)
        {
            if (Diff.Of(code) is not { Old: { } old } change)
            {
                Note(ChangeKind.Withdrawn, isLeft: true, $"{code} is not in {Diff.Old.Id}; left as it is", span);
                return;
            }

            Lock(change.Kind, LockLine.Of(old, Diff.Old), change.New?.Code.ToString());
            if (change.New is null)
            {
                Note(change.Kind, isLeft: true, $"{code} '{Cut(old.Text)}' has no successor in {Diff.New.Id}; left as it is{Offered(code)}", span);
            }
            else if (change.Kind == ChangeKind.Reworded)
            {
                Note(change.Kind, isLeft: false, $"{code}{(change.New.Code == code ? "" : $" became {change.New.Code} and")} was reworded ({Percent(change.Similarity)} the same words): '{Cut(old.Text)}' reads '{Cut(change.New.Text)}' in {Diff.New.Id}; review it", span);
            }
        }

        /// <summary>The statement that is most like a withdrawn one: for a person to choose, and never chosen here.</summary>
        private string Offered(KsbCode code) =>
            Diff.OffersFor(code) is { Count: > 0 } offers ? $"; {offers[0].New!.Code} '{Cut(offers[0].New!.Text)}' is like it ({Percent(offers[0].Similarity)} the same words)" : "";

        private void Duty(int number, SourceSpan span)
        {
            if (!migration._duties.TryGetValue(number, out var change) || change.Old is not { } old)
            {
                Note(ChangeKind.Withdrawn, isLeft: true, $"Duty {number} is not in {Diff.Old.Id}; left as it is", span);
                return;
            }

            Lock(change.Kind, LockLine.Of(old, Diff.Old), change.New is null ? null : LockLine.NameOf(change.New.Number));
            foreach (var code in old.Ksbs.Where(Diff.Old.Contains))
            {
                Lock(Diff.Of(code)!.Kind, LockLine.Of(Diff.Old[code], Diff.Old), migration.Follow(code)?.ToString());
            }

            if (change.New is null)
            {
                Note(change.Kind, isLeft: true, $"Duty {number} '{Cut(old.Text)}' has no successor in {Diff.New.Id}; left as it is", span);
            }
            else if (change.Kind == ChangeKind.Reworded || change.AddedKsbs.Count + change.RemovedKsbs.Count > 0)
            {
                var became = change.New.Number == number ? "" : $" became Duty {change.New.Number} and";
                var mapping = (change.AddedKsbs.Count == 0 ? "" : $"; it maps {KsbNotation.Format(change.AddedKsbs)} now") + (change.RemovedKsbs.Count == 0 ? "" : $"; it no longer maps {KsbNotation.Format(change.RemovedKsbs)} of {Diff.Old.Id}");
                Note(ChangeKind.Reworded, isLeft: false, $"Duty {number}{became} {(change.Kind == ChangeKind.Reworded ? $"was reworded ({Percent(change.Similarity)} the same words)" : "stands for other KSBs")} in {Diff.New.Id}{mapping}; review it", span);
            }
        }

        private void Lock(ChangeKind kind, LockLine old, string? name)
        {
            // What was reworded is locked as it read: the new words are not reviewed by moving a reference.
            var (lines, line) = kind == ChangeKind.Withdrawn || name is null ? (_left, old.As(Diff.New.Id, old.Name)) : (_followed, old.As(Diff.New.Id, name));
            lines[line.Name] = line;
        }

        private void Note(ChangeKind kind, bool isLeft, string message, SourceSpan span) => _notes.Add(new MigrationNote(kind, isLeft, message, source.Locate(span)));

        private void Edit(SourceSpan span, string text)
        {
            if (source.Text.Substring(span.Start, span.Length) != text)
            {
                _edits[span] = new SourceEdit(span, text);
            }
        }
    }

    internal static string Cut(string text)
    {
        var line = TextFolding.OnOneLine(text);
        return line.Length <= 80 ? line : line.Substring(0, 77) + "...";
    }

    internal static string Percent(double similarity) => $"{Math.Floor(similarity * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture)} %";
}
