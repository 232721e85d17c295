namespace Competency.Rules;

public sealed partial class KsbsAchievedRequirement
{
    // The mask that was found last: a policy meets one standard many times. Which thread wrote it matters not.
    private KsbMask? _mask;
    private StandardOption? _maskOption;

    internal override LedgerKinds Reads => LedgerKinds.Claims | LedgerKinds.Options;

    /// <summary>Whether the standing of each KSB is all that it looks at, so that counts and planes of achieved KSBs say what <see cref="Judge"/> says.</summary>
    internal bool IsByStandingAlone { get; }

    /// <summary>The KSBs that are asked of a learner on an option; null where nobody can tell them, or there are none.</summary>
    internal KsbMask? Mask(StandardLayout layout, StandardOption? option, bool knowsKsbsInForce)
    {
        if (!knowsKsbsInForce || layout.Codes.Length == 0)
        {
            return null;
        }

        var inForce = layout.InForce(option);
        if (Ksbs is null && Kinds.Count == 0)
        {
            return inForce.Codes.Length == 0 ? null : inForce;
        }

        var (kept, keptFor) = (Volatile.Read(ref _mask), _maskOption);
        if (kept is null || !ReferenceEquals(kept.Layout, layout) || !ReferenceEquals(keptFor, option) || layout.HasOptions)
        {
            if (Ksbs?.Unknown(layout.Standard) is not null)
            {
                return null;
            }

            kept = Selected(layout, inForce);
            _maskOption = option;
            Volatile.Write(ref _mask, kept);
        }

        return kept.Codes.Length == 0 ? null : kept;
    }

    // By itself, so that nobody who asks for what is kept pays for the lambda.
    private KsbMask Selected(StandardLayout layout, KsbMask inForce)
    {
        var selected = Ksbs?.In(layout.Standard);
        return layout.Mask(inForce.Codes.Where(c => selected?.Contains(c) != false && (Kinds.Count == 0 || Kinds.Contains(c.Kind))));
    }

    /// <summary>The verdict by how many are in force, how many of them are achieved, and to how many others evidence under another standard or version may yet be carried over.</summary>
    internal Verdict Decide(int inForce, int achieved, int mayBeCarried, bool isComplete)
    {
        var asked = AtLeast.Of(inForce);
        return asked > inForce ? Verdict.CannotTell
            : achieved >= asked ? Verdict.Met
            : achieved + mayBeCarried < asked && isComplete ? Verdict.NotMet
            : Verdict.CannotTell;
    }

    /// <summary>
    /// The verdict on a learner who was met before, of whom the packed KSBs say all that is asked; null for others. Always that of
    /// <see cref="Requirement.Decide(AssessmentContext)"/>, without a context.
    /// </summary>
    internal Verdict? DecideKept(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt)
    {
        if (!IsByStandingAlone || ClaimIndex.KeptFor(learner, standard) is not { } claims || Mask(claims.Layout, option: null, knowsKsbsInForce: true) is not { } asked)
        {
            return null;
        }

        if (!learner.Claims.IsWhollyKnown(asOf, knownAt))
        {
            return Decide(asked, claims.On(learner.Claims, asOf, knownAt), learner.Claims, asOf, knownAt);
        }

        return AtLeast.IsAll && asked.Words.Length <= 2
            ? claims.OnAll(asked, learner.Claims.IsComplete(asOf, knownAt))
            : Decide(asked, claims.Final, learner.Claims, asOf, knownAt);
    }

    private Verdict Decide(KsbMask asked, KsbStandings standings, Ledger<Claim> claims, DateOnly asOf, DateOnly knownAt) =>
        AtLeast.IsAll && asked.IsWithin(standings.Achieved)
            ? Verdict.Met
            : Decide(asked.Codes.Length, asked.CountIn(standings.Achieved), asked.CountIn(standings.MayBeCarried), claims.IsComplete(asOf, knownAt));

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        if (!IsByStandingAlone)
        {
            return null;
        }

        if (Mask(context.Layout, context.Option, context.KnowsKsbsInForce) is not { } asked)
        {
            return Verdict.CannotTell;
        }

        return Decide(asked, context.Standings, context.Claims, context.AsOf, context.KnownAt);
    }

    internal override CohortNode? TryCompile(CohortCompiler compiler, bool isReason) => IsByStandingAlone ? new KsbsNode(this, compiler) : null;
}
