using Competency.Documents;
using Competency.Text;
using Competency.Versions;

namespace Competency.Findings;

/// <summary>Whether the references of a document mean what they meant when a person last looked.</summary>
static partial class LockCheck
{
    /// <summary>KSB1006 for each reference whose meaning moved, KSB1010 where the lock does not hold all that the document refers to; nothing where the lock itself cannot be read.</summary>
    /// <param name="document">The document.</param>
    /// <param name="lock">The lock.</param>
    /// <param name="known">The standards that are known. An old version that is among them is quoted; of one that is not, the lock's own words are.</param>
    /// <param name="consumer">The document's name in the lock; null for its path from the lock's folder, which both paths must then say from one place.</param>
    public static IReadOnlyList<Finding> Check(IReferencingDocument document, LockDocument @lock, StandardCatalogue known, LockConsumer? consumer = null)
    {
        _ = document ?? throw new ArgumentNullException(nameof(document));
        _ = known ?? throw new ArgumentNullException(nameof(known));
        if ((@lock ?? throw new ArgumentNullException(nameof(@lock))).Lock is not { } content)
        {
            return [];
        }

        consumer ??= LockConsumer.File(document.Source.Path, @lock.Source.Path);
        var review = new LockReview(content, @lock.Source.Path, known);
        var inForce = document.References.InForce(known);
        var findings = new List<Finding>();
        var unlocked = new List<LockLine>();
        SourceSpan? unlockedAt = null;
        foreach (var placed in document.References.Texts)
        {
            var result = review.References(consumer, placed.Value.AsWritten(document.Source), placed.Result, inForce, document.References.SettingOf(placed, document.Source));
            findings.AddRange(result.Moved.Select(m => Finding(document, m, placed.Value.SpanWithin(m.Span))));
            if (result.Unlocked.Count > 0)
            {
                unlocked.AddRange(result.Unlocked);
                unlockedAt ??= placed.Value.SpanWithin(result.UnlockedAt);
            }
        }

        if (unlockedAt is { } at)
        {
            findings.Add(Finding(document, review.NotLocked(consumer, unlocked.GroupBy(l => (l.Standard, l.Name)).Select(g => g.First()).ToArray(), at), at));
        }

        return StandardDocument.Ordered(findings.GroupBy(f => (f.Id, f.Location)).Select(g => g.First()));
    }

    /// <summary>
    /// What a lock says of a document once it is brought up to date: what is new to it is taken for reviewed, what the document refers to no
    /// more goes, and what changed meaning stays as it was reviewed, unless its present meaning is accepted.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="consumer">The document's name in the lock.</param>
    /// <param name="before">What the lock says of it, or null.</param>
    /// <param name="known">The standards that are known. What the lock says of a standard that is not among them stays.</param>
    /// <param name="accept">Whether the present meaning is taken for reviewed where it changed.</param>
    public static LockEntry Update(IReferencingDocument document, LockConsumer consumer, LockEntry? before, StandardCatalogue known, bool accept)
    {
        _ = document ?? throw new ArgumentNullException(nameof(document));
        _ = known ?? throw new ArgumentNullException(nameof(known));
        if (document.References.Standards.Any(own => own.HasValue && known.Find(own) is null))
        {
            // Nobody can say what its codes mean; what was reviewed is not thrown away for that.
            return before ?? new LockEntry(consumer, []);
        }

        var inForce = document.References.InForce(known);
        var used =
            from placed in document.References.Texts
            from reference in placed.Result.References
            from of in LockReview.StandardsOf(reference, inForce, known)
            from name in LockReview.NamesOf(reference, of)
            select (Standard: of, Name: name);
        return Update(consumer, before, used, known, accept);
    }

    /// <summary>The same for a consumer whose references somebody else has read.</summary>
    internal static LockEntry Update(LockConsumer consumer, LockEntry? before, IEnumerable<(OccupationalStandard Standard, string Name)> used, StandardCatalogue known, bool accept)
    {
        var lines = new List<LockLine>((before?.Lines ?? []).Where(l => known.VersionsOf(l.Standard.Reference).Count == 0));
        foreach (var (of, name) in used.Distinct())
        {
            var present = LockReview.Present(of, name);
            var reviewed = before?.Find(of.Id, name)?.As(of.Id, name);
            var isAccepted = reviewed is null || (accept && (reviewed.Fingerprint != present?.Fingerprint || reviewed.Options != present?.Options || reviewed.IsShared));
            if ((isAccepted ? present : reviewed) is { } line)
            {
                // What reads there again word for word was not withdrawn for good.
                lines.Add(line.Without(successor: !line.IsWithdrawn || line.Fingerprint == present?.Fingerprint));
            }
        }

        return new LockEntry(consumer, lines);
    }

    /// <summary>
    /// Moves the references of a document to where their statements went since the lock, as where a version was published anew under its own
    /// id: all at once, each to the code that its statement has now. What has no successor stays and is noted, what was reworded as well.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="lock">The lock.</param>
    /// <param name="known">The standards that are known.</param>
    /// <param name="consumer">The document's name in the lock.</param>
    /// <returns>The edits, the notes, and in <see cref="MigrationResult.Locked"/> all that the lock says of the document afterwards.</returns>
    /// <exception cref="ArgumentException">The lock or the document cannot be read.</exception>
    public static MigrationResult Follow(IReferencingDocument document, LockDocument @lock, StandardCatalogue known, LockConsumer consumer)
    {
        var moved = Check(document, @lock, known, consumer).Where(f => f.Descriptor == FindingCatalogue.MeaningChanged).ToArray();
        if (@lock.Lock is not { } content || !document.References.IsReadable)
        {
            throw new ArgumentException("Neither a lock nor a document that cannot be read says what its references meant.", nameof(@lock));
        }

        // A mark that repeats the code at the head of its column goes along with it.
        var review = new LockReview(content, @lock.Source.Path, known);
        var inForce = document.References.InForce(known);
        var echoes =
            from echo in document.References.Echoes
            from problem in review.References(consumer, echo.Value.AsWritten(document.Source), echo.Result, inForce, document.References.SettingOf(echo, document.Source)).Moved
            where problem.Remedy.Follow is not null
            select new SourceEdit(echo.Value.SpanWithin(problem.Span), problem.Remedy.Follow!);
        var options = Options(document, content, inForce);
        var wanted = moved.Where(f => f.Remedy!.Follow is not null).Select(f => new SourceEdit(f.Location!.Span, f.Remedy!.Follow!)).Concat(echoes).Concat(options.Edits).Distinct()
            .Where(e => document.Source.Text.Substring(e.Span.Start, e.Span.Length) != e.Text).ToArray();
        var (edits, left) = ReadAgain.Settle(document, wanted);
        bool IsUnreadable(Finding finding) => left.Contains(finding.Location!.Span);

        var remedies = moved.Select(f => IsUnreadable(f) ? new LockRemedy(@lock.Source.Path, consumer) { Left = f.Remedy!.Reviewed } : f.Remedy!);
        var followed = LockRemedies.Follow(content, remedies).Find(consumer) ?? new LockEntry(consumer, []);
        var after = document.References.ReadAgain(document.Source, SourceEdit.Apply(document.Source.Text, edits));
        var notes = moved.Where(IsUnreadable).Select(f => new MigrationNote(ChangeKind.Renumbered, isLeft: true, $"{f.Message}; with {f.Remedy!.Follow} it, or what stands near it, would not be read as it is meant; left as it is", f.Location!))
            .Concat(moved.Where(f => !IsUnreadable(f) && (f.Remedy!.IsLeft || f.Remedy.IsReworded)).Select(f => LockRemedies.Note(f.Message, f.Remedy!, f.Location!)))
            .Concat(options.Notes);
        return new MigrationResult(
            document.Source,
            Frozen.List(edits),
            Frozen.List(notes.OrderBy(n => n.Location.Span.Start)),
            Frozen.List(Reviewed(followed, Update(after, consumer, followed, known, accept: false))),
            moved.Count(f => f.Remedy!.Follow is not null && !IsUnreadable(f)));
    }

    /// <summary>The options that a document names and that the standard has under another name now: what duties of the lock say of it tells which. Others are left, and noted.</summary>
    private static (IReadOnlyList<SourceEdit> Edits, IReadOnlyList<MigrationNote> Notes) Options(IReferencingDocument document, KsbLock @lock, IReadOnlyList<OccupationalStandard> inForce)
    {
        var (edits, notes) = (new List<SourceEdit>(), new List<MigrationNote>());
        var references = document.References;
        foreach (var standard in inForce)
        {
            var reviewed = @lock.Entries.SelectMany(e => e.Lines).Where(l => l.Standard == standard.Id && l.Options is not null).Select(l => l.Options!).Distinct().ToArray();
            foreach (var (option, place) in references.Options.Where(n => inForce.All(s => s.FindOption(n.Name) is null)))
            {
                if (inForce.Count == 1 && LockOptions.Follow(option, reviewed, standard, n => Migration.CanStand(n, references)) is { } name)
                {
                    edits.Add(Migration.OptionEdit(document.Source, option, name, place, references));
                }
                else
                {
                    notes.Add(new MigrationNote(ChangeKind.Withdrawn, isLeft: true, $"The option '{TextFolding.OnOneLine(option)}' is not in {standard.Id}; left as it is", document.Source.Locate(place)));
                }
            }
        }

        return (edits, notes);
    }

    /// <summary>Of an entry brought up to date, what was reviewed before: following a statement reviews nothing new.</summary>
    internal static IEnumerable<LockLine> Reviewed(LockEntry before, LockEntry after) => after.Lines.Where(l => before.Find(l.Standard, l.Name) is not null);

    private static Finding Finding(IReferencingDocument document, LockProblem problem, SourceSpan span) =>
        new(problem.Descriptor, problem.Message, document.Source.Locate(span)) { Severity = problem.Severity, Remedy = problem.Remedy };
}
