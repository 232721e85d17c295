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

    /// <summary>What names the same option in the new version as a name did in the old one: the name itself where it still does, an id for an id, a title for a title where it can.</summary>
    /// <param name="named">The option's id or title, as written.</param>
    /// <param name="canStand">Whether a name can be written where that one stands.</param>
    /// <returns>The name; null where the option has no successor, or the old version no such option, or no name of it can stand there.</returns>
    internal string? FollowOption(string named, Func<string, bool> canStand)
    {
        var old = Diff.Old.FindOption(named);
        var now = old is null ? null : Diff.Options.First(o => o.Old == old).New;
        if (now is null || Diff.New.FindOption(named) == now)
        {
            return now is null ? null : named;
        }

        string[] names = [TextFolding.IsSameName(named, old!.Id) ? now.Id : now.ToString(), now.Id];
        return names.FirstOrDefault(n => Diff.New.FindOption(n) == now && canStand(n));
    }

    /// <summary>Writes another name of an option where a document names one.</summary>
    internal static SourceEdit OptionEdit(SourceDocument source, string named, string name, SourceSpan place, DocumentReferences references)
    {
        var at = source.Text.Substring(place.Start, place.Length).IndexOf(named, StringComparison.Ordinal);
        return at >= 0 ? new SourceEdit(new SourceSpan(place.Start + at, named.Length), name) : new SourceEdit(place, references.Written(name)!);
    }

    /// <summary>Whether a name can be written as it is: what JSON would escape, or what would end a value of a table or a list, cannot.</summary>
    internal static bool CanStand(string name, DocumentReferences references) =>
        name.IndexOfAny(references.QuotesValues ? ['"', '\\', '\t', '\r', '\n'] : ['"', '\'', '\\', ';', ',', '[', ']', '#', '\t', '\r', '\n']) < 0;

    /// <summary>Whether a reference has to become another one, or has no successor to become.</summary>
    internal bool Moves(KsbReference reference) => reference.IsDuty ? FollowDuty(reference.Duty) != reference.Duty : reference.Codes.Any(c => Follow(c) != c);

    /// <summary>The versions of a standard that a document names: its own, and those of the references that name one themselves.</summary>
    public static IReadOnlyList<StandardId> VersionsIn(IReferencingDocument document, StandardReference standard) => Frozen.List(
        (document ?? throw new ArgumentNullException(nameof(document))).References.Texts.SelectMany(c => c.Result.References)
            .Where(r => r.QualifierVersion is not null)
            .Select(r => new StandardId(r.Qualifier, r.QualifierVersion!.Value))
            .Concat(document.References.Standards)
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

        var work = new Work(this, document);
        var isOfOld = mapping.Standard == Diff.Old.Id;
        if (isOfOld)
        {
            work.Id(document.Places.Standard);
            document.Places.StandardAgain.ForEach(work.Id);
            foreach (var (name, place) in document.References.Options)
            {
                work.Option(name, place);
            }
        }

        foreach (var placed in document.References.Texts)
        {
            work.Unread(placed, isOfOld);
            foreach (var reference in placed.Result.References.Where(r => NamesOld(r, document.References.Standards, Diff.Old.Id)))
            {
                work.Reference(placed, reference);
            }
        }

        foreach (var echo in document.References.Echoes)
        {
            foreach (var reference in echo.Result.References.Where(r => NamesOld(r, document.References.Standards, Diff.Old.Id)))
            {
                work.Codes(echo, reference);
            }
        }

        return work.Result();
    }

    /// <summary>What a lock says of a consumer whose references were moved. What was not reviewed before is not by moving it.</summary>
    /// <param name="entry">What it said before.</param>
    /// <param name="versions">The versions that the references were moved from.</param>
    /// <param name="locked">What they meant there, under their new codes: <see cref="MigrationResult.Locked"/>.</param>
    public static LockEntry Relocked(LockEntry entry, IReadOnlyCollection<StandardId> versions, IEnumerable<LockLine> locked)
    {
        var reviewed = new HashSet<string>((entry ?? throw new ArgumentNullException(nameof(entry))).Lines.Select(l => l.Fingerprint), StringComparer.Ordinal);
        return new LockEntry(entry.Consumer, entry.Lines.Where(l => !versions.Contains(l.Standard)).Concat(locked.Where(l => reviewed.Contains(l.Fingerprint))));
    }

    /// <summary>What became of an old duty; null where the old version has no such duty.</summary>
    internal DutyChange? DutyChange(int old) => _duties.TryGetValue(old, out var change) ? change : null;

    /// <summary>Whether a reference is of a version: it names it, or names none and stands where it is in force.</summary>
    internal static bool NamesOld(KsbReference reference, IReadOnlyList<StandardId> standards, StandardId old) =>
        (!reference.Qualifier.HasValue || reference.Qualifier == old.Reference) && (reference.QualifierVersion is { } version ? version == old.Version : standards.Contains(old));

    /// <summary>The edits of one document.</summary>
    private sealed class Work(Migration migration, MappingDocument document)
    {
        private readonly Dictionary<SourceSpan, SourceEdit> _edits = [];
        private readonly MigrationLedger _ledger = new(migration);
        private readonly HashSet<SourceSpan> _seen = [];
        private readonly List<(KsbReference Reference, SourceSpan Span, bool IsMoved)> _references = [];

        private StandardDiff Diff => migration.Diff;

        private SourceDocument Source => document.Source;

        public MigrationResult Result()
        {
            var (edits, left) = ReadAgain.Settle(document, _edits.Values);
            foreach (var (reference, span, _) in _references)
            {
                if (left.Contains(span))
                {
                    _ledger.Unreadable(reference, _edits[span].Text, Source.Locate(span));
                }
                else
                {
                    _ledger.Reference(reference, Source.Locate(span));
                }
            }

            return new MigrationResult(
                Source,
                Frozen.List(edits),
                Frozen.List(_ledger.Notes.OrderBy(n => n.Location.Span.Start)),
                Frozen.List(_ledger.Locked),
                _references.Count(r => r.IsMoved && !left.Contains(r.Span)));
        }

        /// <summary>The id of the document's standard, with or without quotes around it.</summary>
        public void Id(SourceSpan place)
        {
            var written = Source.Text.Substring(place.Start, place.Length);
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

        /// <summary>The option that the document, or a demand, is for: what stands there is an id or a title, and goes to that of the same option.</summary>
        public void Option(string named, SourceSpan place)
        {
            if (migration.FollowOption(named, n => CanStand(n, document.References)) is not { } name)
            {
                _ledger.Option(named, Source.Locate(place));
            }
            else if (name != named)
            {
                var edit = OptionEdit(Source, named, name, place, document.References);
                Edit(edit.Span, edit.Text);
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

            _references.Add((reference, span, Codes(placed, reference)));
        }

        /// <summary>What names the old version with a blank behind its colon is no reference, and stays for a person to mend.</summary>
        public void Unread(PlacedReferences placed, bool isOfOld)
        {
            foreach (var span in placed.Result.Problems.Select(p => p.Span))
            {
                var written = placed.Value.Text.Substring(span.Start, span.Length);
                if (written.StartsWith($"{Diff.Old.Id}:", StringComparison.Ordinal) || (isOfOld && written.StartsWith($"{Diff.Old.Id.Reference}:", StringComparison.Ordinal)))
                {
                    _ledger.Unread(written, Source.Locate(placed.Value.SpanWithin(span)));
                }
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
            var codes = ReferenceRewrite.Codes(placed.Value.AsWritten(Source), reference, migration.Follow, migration.FollowDuty, qualifier, ReferenceSetting.Of(placed, Source, Diff.Old.Id.Reference));
            if (codes is not null)
            {
                Edit(placed.Value.SpanWithin(ReferenceRewrite.CodesOf(reference)), codes);
            }

            return codes is not null;
        }

        private void Edit(SourceSpan span, string text)
        {
            if (Source.Text.Substring(span.Start, span.Length) != text)
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
