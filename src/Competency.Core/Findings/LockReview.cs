using Competency.Documents;
using Competency.Notation;
using Competency.Text;
using Competency.Versions;

namespace Competency.Findings;

/// <summary>Holds references beside a lock: what each meant when a person last looked, and what it means now.</summary>
internal sealed class LockReview(KsbLock @lock, string lockPath, StandardCatalogue known)
{
    private const int Told = 3;

    // What all consumers reviewed for a version: the names of each fingerprint.
    private readonly Dictionary<StandardId, ILookup<string, string>> _reviewed = [];

    /// <summary>What a review says of the references of one text.</summary>
    /// <param name="Moved">KSB1006, one a reference.</param>
    /// <param name="Unlocked">What the lock lacks, as it would say it.</param>
    /// <param name="UnlockedAt">The first reference that it lacks.</param>
    public sealed record Result(IReadOnlyList<LockProblem> Moved, IReadOnlyList<LockLine> Unlocked, SourceSpan UnlockedAt);

    /// <summary>Reviews the references of one text.</summary>
    /// <param name="consumer">The consumer that the text belongs to.</param>
    /// <param name="text">The text.</param>
    /// <param name="references">Its references.</param>
    /// <param name="inForce">The standards in force where it stands.</param>
    /// <param name="setting">How references are written where it stands.</param>
    public Result References(LockConsumer consumer, string text, KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, ReferenceSetting setting)
    {
        var moved = new List<LockProblem>();
        var unlocked = new List<LockLine>();
        SourceSpan? at = null;
        foreach (var reference in references.References)
        {
            var span = ReferenceRewrite.CodesOf(reference);
            var standards = StandardsOf(reference, inForce, known);
            var before = unlocked.Count;
            LockProblem? gravest = null;
            foreach (var standard in standards)
            {
                var problem = reference.IsDuty
                    ? Duty(consumer, text, reference, standard, canFollow: standards.Count == 1, unlocked)
                    : Codes(consumer, text, reference, standard, setting, canFollow: standards.Count == 1, unlocked);

                // Of several standards in force one is told: one that moved, before one that was merely reworded.
                gravest = gravest is null || problem?.Severity > gravest.Severity ? problem ?? gravest : gravest;
            }

            if (gravest is not null)
            {
                moved.Add(gravest);
            }

            at ??= unlocked.Count > before ? span : null;
        }

        return new Result(moved, unlocked, at ?? default);
    }

    /// <summary>Reviews one code that stands by itself, such as a member of a generated enum.</summary>
    public (LockProblem? Moved, LockLine? Unlocked) Code(LockConsumer consumer, KsbCode code, OccupationalStandard standard)
    {
        var unlocked = new List<LockLine>();
        var text = code.ToString();
        var whole = new SourceSpan(0, text.Length);
        var moved = Codes(consumer, text, new KsbReference(whole, code, code, whole, whole, 0), standard, ReferenceSetting.Field, canFollow: true, unlocked);
        return (moved, unlocked.FirstOrDefault());
    }

    /// <summary>The names under which a fingerprint was reviewed for a version, by whomever: two names were two statements.</summary>
    private ILookup<string, string> ElsewhereIn(StandardId version)
    {
        // An analyzer asks from several threads.
        lock (_reviewed)
        {
            if (!_reviewed.TryGetValue(version, out var names))
            {
                names = @lock.Entries.SelectMany(e => e.Lines).Where(l => l.Standard == version).ToLookup(l => l.Fingerprint, l => l.Name, StringComparer.Ordinal);
                _reviewed.Add(version, names);
            }

            return names;
        }
    }

    /// <summary>KSB1010 for what the lock lacks.</summary>
    public LockProblem NotLocked(LockConsumer consumer, IReadOnlyList<LockLine> lines, SourceSpan span)
    {
        var names = string.Join(" and ", lines.GroupBy(l => l.Standard).Select(g => $"{Names(g)} of {g.Key}"));
        return new LockProblem(
            FindingCatalogue.NotLocked,
            span,
            @lock.Find(consumer) is null
                ? $"{TextFolding.OnOneLine(consumer.Name)} is not in the lock, so that nobody would notice a new meaning of {names}; review them and add it"
                : $"The lock does not hold {names} for {TextFolding.OnOneLine(consumer.Name)}, so that nobody would notice a new meaning; review and add {(lines.Count == 1 ? "it" : "them")}",
            FindingCatalogue.NotLocked.Severity,
            new LockRemedy(lockPath, consumer) { Accepted = lines });
    }

    /// <summary>The standards that a reference is of: those in force that it does not rule out; with none in force the one that it names.</summary>
    public static IReadOnlyList<OccupationalStandard> StandardsOf(KsbReference reference, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known)
    {
        if (!reference.Qualifier.HasValue)
        {
            return inForce;
        }

        var candidates = (inForce.Count > 0 ? inForce : known.VersionsOf(reference.Qualifier))
            .Where(s => reference.IsOf(s.Id))
            .ToArray();

        // Of several known versions nothing says which one is meant.
        return inForce.Count > 0 || candidates.Length == 1 ? candidates : [];
    }

    /// <summary>What a name of a standard means now, as the lock says it; null where the standard has no such name.</summary>
    public static LockLine? Present(OccupationalStandard standard, string name) =>
        KsbCode.TryParse(name, out var code)
            ? standard.TryGet(code, out var statement) ? LockLine.Of(statement, standard) : null
            : standard.Duties.FirstOrDefault(d => LockLine.NameOf(d.Number) == name) is { } duty ? LockLine.Of(duty, standard) : null;

    /// <summary>The names that a reference stands for in a standard: its codes, or its duty and the codes that the duty maps.</summary>
    public static IEnumerable<string> NamesOf(KsbReference reference, OccupationalStandard standard) =>
        reference.IsDuty
            ? (standard.FindDuty(reference.Duty)?.Ksbs.Where(standard.Contains) ?? []).Select(c => c.ToString()).Append(LockLine.NameOf(reference.Duty))
            : reference.Codes.Select(c => c.ToString());

    private LockProblem? Codes(LockConsumer consumer, string text, KsbReference reference, OccupationalStandard standard, ReferenceSetting setting, bool canFollow, List<LockLine> unlocked)
    {
        var entry = @lock.Find(consumer);
        var traces = new Dictionary<KsbCode, LockTrace>();
        foreach (var code in reference.Codes)
        {
            var present = standard.TryGet(code, out var statement) ? statement : null;
            if (entry?.Find(standard.Id, code.ToString()) is not { } line)
            {
                if (present is not null)
                {
                    unlocked.Add(LockLine.Of(present, standard));
                }
            }
            else if (present is null ? !standard.Unread.MayHold(code) : present.Fingerprint != line.Fingerprint || line.IsShared)
            {
                traces.Add(code, LockTrace.Of(entry, ElsewhereIn(line.Standard), line, code, standard, known));
            }
        }

        if (traces.Count == 0)
        {
            return null;
        }

        var follow = canFollow
            ? ReferenceRewrite.Codes(text, reference, c => traces.TryGetValue(c, out var trace) ? trace.Followed?.Code : null, _ => null, Qualifier(text, reference), setting)
            : null;
        var followed = follow is null ? [] : traces.Where(t => t.Value.Followed is { } successor && successor.Code != t.Key)
            .Select(t => t.Value.IsReworded ? t.Value.Line.As(standard.Id, t.Value.Successor!.Code.ToString()) : LockLine.Of(t.Value.Successor!, standard)).ToArray();
        return new LockProblem(
            FindingCatalogue.MeaningChanged,
            ReferenceRewrite.CodesOf(reference),
            Message(reference, traces, standard),
            traces.Values.All(t => t.IsMild) ? FindingSeverity.Warning : FindingSeverity.Error,
            new LockRemedy(lockPath, consumer)
            {
                Accepted = traces.Values.Where(t => t.Now is not null).Select(t => LockLine.Of(t.Now!, standard)).ToArray(),
                Follow = follow,
                Followed = followed,
                Reviewed = traces.Select(t => t.Value.Kept(t.Key, standard)).ToArray(),
                Left = traces.Where(t => follow is null || t.Value.Followed is null || t.Value.IsRewordedInPlace).Select(t => t.Value.Kept(t.Key, standard)).ToArray(),
                IsLeft = traces.Values.Any(t => t.Followed is null || (follow is null && !t.IsRewordedInPlace)),
                IsReworded = traces.Values.Any(t => t.IsReworded),
                CanFollowAlone = followed.All(f => entry!.Find(standard.Id, f.Name) is not { } other || other.Fingerprint == f.Fingerprint),
            });
    }

    /// <summary>A duty is compared by its words and the statements that it stands for, whatever their codes.</summary>
    private LockProblem? Duty(LockConsumer consumer, string text, KsbReference reference, OccupationalStandard standard, bool canFollow, List<LockLine> unlocked)
    {
        var name = LockLine.NameOf(reference.Duty);
        var present = Present(standard, name);
        var entry = @lock.Find(consumer);
        if (entry?.Find(standard.Id, name) is not { } line)
        {
            if (present is not null)
            {
                // What the consumer refers to by its code as well may be locked already.
                unlocked.AddRange(NamesOf(reference, standard).Where(n => entry?.Find(standard.Id, n) is null).Select(n => Present(standard, n)!));
            }

            return null;
        }

        if (IsPartlyUnread(reference.Duty, standard))
        {
            return null;
        }

        if (present?.Fingerprint == line.Fingerprint && !line.IsShared)
        {
            return OptionsOf(consumer, reference, standard, line, present);
        }

        var elsewhere = standard.Duties.FirstOrDefault(d => LockLine.Of(d, standard).Fingerprint == line.Fingerprint);
        var reviewed = new HashSet<string>(entry.Lines.Where(l => l.Standard.Reference == standard.Id.Reference).Select(l => l.Fingerprint), StringComparer.Ordinal);
        var isSameDuty = elsewhere is null && present is not null && !line.IsWithdrawn && !line.IsShared && !reviewed.Contains(present.Fingerprint)
            && StatementMatcher.Similarity(line.Words, present.Words) >= StatementMatcher.LeastSimilarity;
        var added = (standard.FindDuty(reference.Duty)?.Ksbs ?? []).Where(c => standard.TryGet(c, out var s) && !reviewed.Contains(s.Fingerprint)).ToArray();
        var message = $"{name} stood for '{line.Opening}' and its KSBs when it was reviewed, and "
            + (present is null ? $"{standard.Id} has no {name}" : isSameDuty ? $"stands for other statements in {standard.Id}" : $"stands for '{present.Opening}' in {standard.Id}")
            + (added.Length == 0 || elsewhere is not null ? "" : $", {KsbNotation.Format(added)} among them")
            + (elsewhere is null ? "" : $"; what it stood for is {LockLine.NameOf(elsewhere.Number)} there");
        var follow = canFollow && !line.IsShared ? ReferenceRewrite.Codes(text, reference, _ => null, _ => elsewhere?.Number, "", ReferenceSetting.Field) : null;

        // Following a statement reviews no other options.
        var kept = line.As(standard.Id, name).Without(successor: elsewhere is not null || isSameDuty);
        LockLine[] followed = follow is null ? [] : [line.Options is null ? LockLine.Of(elsewhere!, standard) : line.As(standard.Id, LockLine.NameOf(elsewhere!.Number))];
        return new LockProblem(
            FindingCatalogue.MeaningChanged,
            ReferenceRewrite.CodesOf(reference),
            message,
            isSameDuty ? FindingSeverity.Warning : FindingSeverity.Error,
            new LockRemedy(lockPath, consumer)
            {
                Accepted = present is null ? [] : NamesOf(reference, standard).Select(n => Present(standard, n)!).ToArray(),
                Follow = follow,
                Followed = followed,
                Reviewed = [kept],
                Left = follow is null ? [kept] : [],
                IsLeft = follow is null && !isSameDuty,
                IsReworded = isSameDuty,
                CanFollowAlone = followed.All(f => entry.Find(standard.Id, f.Name) is not { } other || other.Fingerprint == f.Fingerprint),
            });
    }

    /// <summary>A duty that reads as it did, and is performed by others: who maps it for everyone maps it for some alone now, or the other way round.</summary>
    private LockProblem? OptionsOf(LockConsumer consumer, KsbReference reference, OccupationalStandard standard, LockLine line, LockLine present)
    {
        if (line.Options is not { } reviewed || LockOptions.AreSame(reviewed, standard.FindDuty(reference.Duty)!, standard))
        {
            return null;
        }

        LockLine left = line.As(standard.Id, line.Name);
        return new LockProblem(
            FindingCatalogue.MeaningChanged,
            ReferenceRewrite.CodesOf(reference),
            $"{line.Name} '{line.Opening}' was performed by {LockOptions.Told(reviewed)} when it was reviewed, and is by {LockOptions.Told(present.Options ?? "")} in {standard.Id}",
            FindingSeverity.Warning,
            new LockRemedy(lockPath, consumer) { Accepted = [present], Reviewed = [left], Left = [left], IsReworded = true, CanFollowAlone = true });
    }

    /// <summary>Whether a duty, or a statement that it maps, was left out because its document could not be read there: what it means now, nobody can say.</summary>
    private static bool IsPartlyUnread(int number, OccupationalStandard standard) => standard.FindDuty(number) is { } duty
        ? duty.Ksbs.Any(c => !standard.Contains(c) && standard.Unread.MayHold(c))
        : standard.Unread.MayHoldDuty(number);

    private static string Message(KsbReference reference, Dictionary<KsbCode, LockTrace> traces, OccupationalStandard standard)
    {
        if (traces.Count == 1 && !reference.IsRange)
        {
            return Whole(traces.Keys.Single(), traces.Values.Single(), standard);
        }

        var told = string.Join("; ", traces.Take(Told).Select(t => Brief(t.Key, t.Value)));
        return $"{KsbNotation.Format(traces.Keys)} changed meaning since {(traces.Count == 1 ? "it was" : "they were")} reviewed: {told}{(traces.Count > Told ? $"; and {traces.Count - Told} more" : "")} in {standard.Id}";
    }

    private static string Whole(KsbCode code, LockTrace trace, OccupationalStandard standard)
    {
        var old = Migration.Cut(trace.OldText);
        if (trace.Line.IsShared && trace.Successor is not null)
        {
            return $"{code} meant '{old}' when it was reviewed, and references that meant something else came to stand there; review each: "
                + $"{(trace.Now is null ? $"{standard.Id} has no {code}" : $"it means '{Migration.Cut(trace.Now.Text)}' in {standard.Id}")}"
                + (trace.Successor == trace.Now ? "" : $", where that statement is {trace.Successor.Code}");
        }

        if (trace.IsRewordedInPlace)
        {
            return $"{code} was reworded since it was reviewed ({Migration.Percent(trace.Similarity)} the same words): '{old}' reads '{Migration.Cut(trace.Now!.Text)}' in {standard.Id}";
        }

        var now = trace.Now is null ? $"{standard.Id} has no {code}" : $"means '{Migration.Cut(trace.Now.Text)}' in {standard.Id}";
        var where = trace.Successor is null ? "that statement was withdrawn"
            : $"that statement is {trace.Successor.Code} there" + (trace.IsReworded ? $", reworded ({Migration.Percent(trace.Similarity)} the same words)" : "");
        return $"{code} changed meaning: it meant '{old}' when it was reviewed, and {now}; {where}";
    }

    private static string Brief(KsbCode code, LockTrace trace) =>
        $"{code} '{Migration.Cut(trace.OldText)}' "
        + (trace.Successor is null ? "was withdrawn" : trace.Line.IsShared ? "is not all that came to stand there" : trace.IsRewordedInPlace ? $"was reworded ({Migration.Percent(trace.Similarity)} the same words)" : $"is {trace.Successor.Code}{(trace.IsReworded ? $", reworded ({Migration.Percent(trace.Similarity)} the same words)," : "")} now");

    private static string Names(IEnumerable<LockLine> lines)
    {
        var codes = lines.Where(l => KsbCode.TryParse(l.Name, out _)).Select(l => KsbCode.Parse(l.Name)).ToArray();
        return string.Join(", ", new[] { KsbNotation.Format(codes) }.Where(c => c.Length > 0).Concat(lines.Select(l => l.Name).Where(n => !KsbCode.TryParse(n, out _)).Distinct()));
    }

    private static string Qualifier(string text, KsbReference reference) =>
        reference.Qualifier.HasValue ? text.Substring(reference.QualifierSpan.Start, reference.QualifierSpan.Length) + ":" : "";
}
