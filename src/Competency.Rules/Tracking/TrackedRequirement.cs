namespace Competency.Rules;

/// <summary>A requirement and its verdict now; of one over others how many of those came out how. Of one owner.</summary>
internal sealed class TrackedRequirement
{
    private readonly TrackedRequirement[] _children;
    private readonly int[] _counts = new int[(int)Verdict.DoesNotApply + 1];

    public TrackedRequirement(Requirement requirement, TrackedRequirement? parent)
    {
        Requirement = requirement;
        Parent = parent;

        // Other kinds over others are judged whole.
        IEnumerable<Requirement> decisive = requirement switch
        {
            QuantifiedRequirement or ConditionalRequirement => requirement.Children,
            AttentionRequirement attention => [attention.Requirement],
            _ => [],
        };
        _children = [.. decisive.Select(c => new TrackedRequirement(c, this))];
        Reads = requirement.Reads;
        Ksbs = requirement as KsbsAchievedRequirement is { IsByStandingAlone: true } ksbs ? ksbs : null;
        IsCounted = parent?.Requirement is not QuantifiedRequirement || !requirement.IsCheck;
    }

    public Requirement Requirement { get; }

    public TrackedRequirement? Parent { get; }

    public Verdict Verdict { get; private set; }

    /// <summary>What a requirement that is judged whole looks at.</summary>
    public LedgerKinds Reads { get; }

    /// <summary>The requirement, where counts of achieved KSBs are all it looks at.</summary>
    public KsbsAchievedRequirement? Ksbs { get; }

    /// <summary>Whether it is judged whole, and not from others that are tracked.</summary>
    public bool IsLeaf => _children.Length == 0;

    public KsbMask? Asked { get; private set; }

    private bool IsCounted { get; }

    private int Achieved { get; set; }

    private int MayBeCarried { get; set; }

    public IEnumerable<TrackedRequirement> All => _children.SelectMany(c => c.All).Append(this);

    /// <summary>Judges it and all within it.</summary>
    public void Begin(AssessmentContext context, KsbStandings standings)
    {
        if (IsLeaf)
        {
            Verdict = Judge(context, standings);
            return;
        }

        Array.Clear(_counts);
        foreach (var child in _children)
        {
            child.Begin(context, standings);
            _counts[(int)child.Verdict] += child.IsCounted ? 1 : 0;
        }

        Verdict = Combined();
    }

    /// <summary>Judges a leaf; the verdict is not taken yet.</summary>
    public Verdict Judge(AssessmentContext context, KsbStandings standings)
    {
        if (Ksbs is null)
        {
            return Requirement.Decide(context);
        }

        Asked = Ksbs.Mask(context.Layout, context.Option, context.KnowsKsbsInForce);
        Achieved = Asked?.CountIn(standings.Achieved) ?? 0;
        MayBeCarried = Asked?.CountIn(standings.MayBeCarried) ?? 0;
        return ByCounts(context.IsComplete(context.Claims));
    }

    /// <summary>The verdict after something was accepted under a version from which no transfer leads, or is no longer.</summary>
    public Verdict AfterElsewhere(KsbStandings standings, bool isComplete)
    {
        MayBeCarried = Asked?.CountIn(standings.MayBeCarried) ?? 0;
        return ByCounts(isComplete);
    }

    /// <summary>The verdict after the standing of one KSB changed, by a claim of a learner who was never moved.</summary>
    public Verdict After(int position, KsbStanding from, KsbStanding to, bool mayCarryAny, bool isComplete)
    {
        if (Asked is null || (Asked.Words[position >> 6] & (1UL << (position & 63))) == 0)
        {
            return Verdict;
        }

        Achieved += (to == KsbStanding.Achieved ? 1 : 0) - (from == KsbStanding.Achieved ? 1 : 0);

        // Nothing is offered without a transfer: either any KSB may be carried over or none.
        MayBeCarried = mayCarryAny ? Asked.Codes.Length - Achieved : 0;
        return ByCounts(isComplete);
    }

    /// <summary>Takes a verdict, and with it what changes of those that hold this one.</summary>
    public void Take(Verdict verdict, ref List<TrackedVerdictChange>? changes)
    {
        for (var at = this; at.Verdict != verdict;)
        {
            var before = at.Verdict;
            at.Verdict = verdict;
            (changes ??= []).Add(new TrackedVerdictChange(at.Requirement, before, verdict));
            if (at.Parent is not { } parent)
            {
                return;
            }

            if (at.IsCounted)
            {
                parent._counts[(int)before]--;
                parent._counts[(int)verdict]++;
            }

            verdict = parent.Combined();
            at = parent;
        }
    }

    private Verdict ByCounts(bool isComplete) =>
        Asked is null ? Verdict.CannotTell : Ksbs!.Decide(Asked.Codes.Length, Achieved, MayBeCarried, isComplete);

    private Verdict Combined()
    {
        if (Requirement is ConditionalRequirement conditional)
        {
            return ConditionalRequirement.Combine(_children[0].Verdict, _children[1].Verdict, conditional.IsUnless);
        }

        if (Requirement is not QuantifiedRequirement quantified)
        {
            return _children[0].Verdict;
        }


        var (met, notYetDue, notMet, cannotTell) = (_counts[(int)Verdict.Met], _counts[(int)Verdict.NotYetDue], _counts[(int)Verdict.NotMet], _counts[(int)Verdict.CannotTell]);
        return VerdictAlgebra.Judge(quantified.Asked(met + notYetDue + notMet + cannotTell), met, notYetDue, notMet, cannotTell);
    }
}
