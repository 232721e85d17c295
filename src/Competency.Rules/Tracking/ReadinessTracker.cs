using System.Collections.ObjectModel;

namespace Competency.Rules;

/// <summary>
/// The readiness of one learner, kept up to date event by event: a decision, hours, a certificate, a declaration go in, and what they changed
/// comes out. It keeps counts for each KSB, so that an event costs what it touches and not what was recorded before. Its verdict is
/// always that of <see cref="ReadinessPolicy.Assess"/> on <see cref="Learner"/>.
/// </summary>
/// <remarks>
/// Of one owner: not to be used from two threads at once. What it holds is its learner and two days, so that feeding the same entries again, or
/// <see cref="Save"/> and <see cref="TrackerDocument.Read"/>, give the same state. What holds or is recorded after its days is kept and counts once it is moved there.
/// </remarks>
public sealed class ReadinessTracker
{
    private readonly StandardLayout _layout;
    private readonly TrackedRequirement _root;
    private readonly TrackedRequirement[] _leaves;
    private readonly TrackedRequirement[] _byKsbs;
    private readonly bool _readsClaims;
    private readonly List<Claim> _claims;
    private Learner _learner;
    private bool _claimsAreBehind;
    private TrackedClaims _tracked;
    private bool _hasMoved;
    private bool _claimsAreComplete;

    /// <summary>Begins with what is known of a learner.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="learner">The learner; with nothing recorded, or with what was recorded so far.</param>
    /// <param name="standard">The standard to judge against.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    public ReadinessTracker(ReadinessPolicy policy, Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly? knownAt = null)
    {
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _learner = learner ?? throw new ArgumentNullException(nameof(learner));
        _layout = StandardLayout.Of(standard ?? throw new ArgumentNullException(nameof(standard)));
        (AsOf, KnownAt) = (Bounded.Day(asOf, nameof(asOf)), Bounded.Day(knownAt, nameof(knownAt)) ?? asOf);
        _claims = [.. learner.Claims.Entries];
        _root = new TrackedRequirement(policy.RequirementFor(standard), null);
        _leaves = [.. _root.All.Where(r => r.IsLeaf)];
        _byKsbs = [.. _leaves.Where(l => l.Ksbs is not null)];
        _readsClaims = _leaves.Any(l => l.Ksbs is null && l.Reads.HasFlag(LedgerKinds.Claims));
        _tracked = Count(out _);
        Begin();
    }

    /// <summary>The policy.</summary>
    public ReadinessPolicy Policy { get; }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard => _layout.Standard;

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The day by which they had been recorded.</summary>
    public DateOnly KnownAt { get; private set; }

    /// <summary>How many events it has taken since it was begun; a tracker that was saved goes on counting.</summary>
    public long Version { get; private set; }

    /// <summary>The verdict now.</summary>
    public Verdict Verdict => _root.Verdict;

    /// <summary>The learner with every event in it. After claims came in the record is put together anew, which takes as long as it is.</summary>
    public Learner Learner
    {
        get
        {
            if (_claimsAreBehind)
            {
                _learner = _learner with { Claims = new Ledger<Claim>(_claims, _learner.Claims.Completeness) };
                _claimsAreBehind = false;
            }

            return _learner;
        }
    }

    /// <summary>The verdict of a requirement now, by its id; null where the policy has none, or where it is judged as a part of another.</summary>
    public Verdict? VerdictOf(string requirementId)
    {
        ArgumentNullException.ThrowIfNull(requirementId);
        return _root.All.FirstOrDefault(r => r.Requirement.Id == requirementId)?.Verdict;
    }

    /// <summary>How far a KSB has got.</summary>
    /// <exception cref="ArgumentException">The standard has no such code.</exception>
    public KsbStanding StandingOf(KsbCode ksb)
    {
        var position = _layout.PositionOf(ksb);
        return position >= 0 ? _tracked.Standings[position] : throw new ArgumentException($"{Standard.Id} has no {ksb}.", nameof(ksb));
    }

    /// <summary>The report, with the reasons.</summary>
    public ReadinessReport Assess() => Policy.Assess(Learner, Standard, AsOf, KnownAt);

    /// <summary>
    /// Takes an entry that was added to one of the learner's ledgers. A decision on a claim that is known already is a <see cref="Claim"/> on the
    /// same item and KSB with that decision alone.
    /// </summary>
    /// <returns>What changed; nothing where the entry holds or is recorded only after the days of the tracker.</returns>
    /// <exception cref="ArgumentException">The ledger has an entry of that id, or none that this one could replace. The tracker is as it was.</exception>
    public TrackerChanges Apply(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var changes = entry switch
        {
            Claim claim => Take(claim),
            Episode e => Take(LedgerKinds.Episodes, _learner with { Episodes = _learner.Episodes.With(e) }),
            StandardMove e => Take(e),
            Employment e => Take(LedgerKinds.Employments, _learner with { Employments = _learner.Employments.With(e) }),
            TrainingPlan e => Take(LedgerKinds.Plans, _learner with { Plans = _learner.Plans.With(e) }),
            OptionChoice e => Take(LedgerKinds.Options, _learner with { Options = _learner.Options.With(e) }),
            HoursEntry e => Take(LedgerKinds.Hours, _learner with { Hours = _learner.Hours.With(e) }),
            PriorLearning e => Take(LedgerKinds.PriorLearning, _learner with { PriorLearning = _learner.PriorLearning.With(e) }),
            StartingPoint e => Take(LedgerKinds.StartingPoints, _learner with { StartingPoints = _learner.StartingPoints.With(e) }),
            FactEntry e => Take(LedgerKinds.Facts, _learner with { Facts = _learner.Facts.With(e) }),
            Certificate e => Take(LedgerKinds.Certificates, _learner with { Certificates = _learner.Certificates.With(e) }),
            EnglishAndMathsExemption e => Take(LedgerKinds.Exemptions, _learner with { Exemptions = _learner.Exemptions.With(e) }),
            EnglishAndMathsChoice e => Take(LedgerKinds.Choices, _learner with { Choices = _learner.Choices.With(e) }),
            EnglishAndMathsAttempt e => Take(LedgerKinds.Attempts, _learner with { Attempts = _learner.Attempts.With(e) }),
            Declaration e => Take(LedgerKinds.Declarations, _learner with { Declarations = _learner.Declarations.With(e) }),
            PortfolioSubmission e => Take(LedgerKinds.Portfolios, _learner with { Portfolios = _learner.Portfolios.With(e) }),
            _ => throw new ArgumentException($"No ledger of a learner holds a {entry.GetType().Name}.", nameof(entry)),
        };
        Version++;
        return changes;
    }

    /// <summary>
    /// Takes what is known of the learner beside single entries: that a ledger is complete, a day of birth that was corrected. Everything is judged again.
    /// </summary>
    /// <param name="change">Makes the record as it is known now from the one before.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="ArgumentException">The record is of another learner.</exception>
    public TrackerChanges Apply(Func<Learner, Learner> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var changed = change(Learner);
        if (changed?.Id != _learner.Id)
        {
            throw new ArgumentException($"The record of {_learner.Id} became one of {changed?.Id ?? "nobody"}.", nameof(change));
        }

        _learner = changed;
        _claims.Clear();
        _claims.AddRange(changed.Claims.Entries);
        var changes = BeginAgain();
        Version++;
        return changes;
    }

    /// <summary>Moves to other days. Everything is judged again.</summary>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <returns>What changed.</returns>
    public TrackerChanges MoveTo(DateOnly asOf, DateOnly? knownAt = null)
    {
        (AsOf, KnownAt) = (Bounded.Day(asOf, nameof(asOf)), Bounded.Day(knownAt, nameof(knownAt)) ?? asOf);
        return BeginAgain();
    }

    /// <summary>The state as canonical JSON (<c>competency.tracker/1</c>), for <see cref="TrackerDocument.Read"/>.</summary>
    public string Save() => TrackerDocument.Write(this);

    internal void ContinueFrom(long version) => Version = version;

    private TrackerChanges Take(Claim claim)
    {
        if (claim.Replaces is not null || claim.IsWithdrawn)
        {
            throw new ArgumentException("A claim is corrected by a further decision, and replaces none.", nameof(claim));
        }

        if (claim.Mistake is { } mistake)
        {
            throw new ArgumentException(mistake + ".", nameof(claim));
        }

        _claims.Add(claim);
        _claimsAreBehind = true;
        if (_hasMoved)
        {
            // After a move one claim can bear on several KSBs: seldom enough to count anew.
            return BeginAgain();
        }

        List<TrackedVerdictChange>? verdicts = null;
        TrackedKsbChange change = default;
        if (claim.Standard != Standard.Id)
        {
            TakeUnmoved(claim, ref verdicts);
        }
        else if (_layout.PositionOf(claim.Ksb) is >= 0 and var position && _tracked.Take(claim, position, out change))
        {
            foreach (var leaf in _byKsbs)
            {
                leaf.Take(leaf.After(position, change.From, change.To, _tracked.MayCarryAny, _claimsAreComplete), ref verdicts);
            }
        }

        if (_readsClaims)
        {
            Judge(LedgerKinds.Claims, ref verdicts);
        }

        return new TrackerChanges(change, verdicts is null ? null : Each(verdicts));
    }

    /// <summary>Takes a claim under another standard or version: it changes no standing, but it may be what makes that nobody can tell.</summary>
    private void TakeUnmoved(Claim claim, ref List<TrackedVerdictChange>? verdicts)
    {
        if (!_tracked.TakeUnmoved(claim))
        {
            return;
        }

        foreach (var leaf in _byKsbs)
        {
            leaf.Take(leaf.AfterElsewhere(_tracked.Standings, _claimsAreComplete), ref verdicts);
        }
    }

    private TrackerChanges Take(StandardMove move)
    {
        _learner = _learner with { Moves = _learner.Moves.With(move) };
        return BeginAgain();
    }

    private TrackerChanges Take(LedgerKinds kind, Learner learner)
    {
        _learner = learner;
        List<TrackedVerdictChange>? verdicts = null;
        Judge(kind, ref verdicts);
        return new TrackerChanges(default(TrackedKsbChange), verdicts is null ? null : Each(verdicts));
    }

    /// <summary>Judges the leaves that look at a part of the record.</summary>
    private void Judge(LedgerKinds kind, ref List<TrackedVerdictChange>? verdicts)
    {
        AssessmentContext? context = null;
        foreach (var leaf in _leaves)
        {
            if ((leaf.Reads & kind) == 0 || (leaf.Ksbs is not null && kind == LedgerKinds.Claims))
            {
                continue;
            }

            // Only who looks at claims needs them in the record.
            context ??= new AssessmentContext(_readsClaims ? Learner : _learner, Standard, AsOf, KnownAt);
            leaf.Take(leaf.Judge(context, _tracked.Standings), ref verdicts);
        }
    }

    /// <summary>Each requirement once, from the first verdict to the last, those within others before those others: of several within it that change one after the other it may have followed each.</summary>
    private ReadOnlyCollection<TrackedVerdictChange> Each(List<TrackedVerdictChange> changes)
    {
        if (changes.Count == 1)
        {
            return changes.AsReadOnly();
        }

        var order = _root.All.Select(r => r.Requirement).ToList();
        return Array.AsReadOnly<TrackedVerdictChange>(
        [
            .. changes.GroupBy(c => c.Requirement)
                .OrderBy(g => order.IndexOf(g.Key))
                .Select(g => new TrackedVerdictChange(g.Key, g.First().From, g.Last().To))
                .Where(c => c.From != c.To),
        ]);
    }

    private TrackedClaims Count(out List<TrackedKsbChange> changes)
    {
        var before = _tracked?.Standings;
        var moved = new AssessmentContext(Learner, Standard, AsOf, KnownAt).Moved;
        _hasMoved = moved is not null;
        var counted = new TrackedClaims(_layout, AsOf, KnownAt);
        foreach (var claim in moved?.Claims ?? _claims)
        {
            if (claim.Standard != Standard.Id)
            {
                counted.TakeUnmoved(claim);
            }
            else
            {
                Take(claim, claim.Ksb);
            }
        }

        foreach (var (claim, ksb) in moved?.Offered ?? [])
        {
            Take(claim, ksb);
        }

        foreach (var claim in moved?.Unmoved ?? [])
        {
            counted.TakeUnmoved(claim);
        }

        void Take(Claim claim, KsbCode ksb)
        {
            if (_layout.PositionOf(ksb) is >= 0 and var position)
            {
                counted.Take(claim, position, out _);
            }
        }

        changes = [];
        for (var position = 0; before is not null && position < _layout.Codes.Length; position++)
        {
            if (before[position] != counted.Standings[position])
            {
                changes.Add(new TrackedKsbChange(_layout.Codes[position], before[position], counted.Standings[position]));
            }
        }

        return counted;
    }

    private void Begin()
    {
        var context = new AssessmentContext(Learner, Standard, AsOf, KnownAt);
        _claimsAreComplete = context.IsComplete(context.Claims);
        _root.Begin(context, _tracked.Standings);
    }

    private TrackerChanges BeginAgain()
    {
        var before = _root.All.Select(r => (r.Requirement, r.Verdict)).ToArray();
        _tracked = Count(out var ksbs);
        Begin();
        var verdicts = _root.All.Zip(before, (now, was) => new TrackedVerdictChange(now.Requirement, was.Verdict, now.Verdict)).Where(c => c.From != c.To);
        return new TrackerChanges(ksbs.AsReadOnly(), Array.AsReadOnly(verdicts.ToArray()));
    }
}
