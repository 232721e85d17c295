using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// Every KSB in force, every one of some, or enough of them, is achieved: claims on it are accepted, in this version of the standard, as
/// <see cref="Demand"/> asks. KSBs that no duty maps count too.
/// </summary>
public sealed partial class KsbsAchievedRequirement : Requirement
{
    internal KsbsAchievedRequirement(string id, string sentence, KsbSelection? ksbs, IEnumerable<KsbKind> kinds, KsbThreshold atLeast, EvidenceDemand? demand, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Ksbs = ksbs;
        Kinds = [.. kinds.Distinct().Order()];
        AtLeast = atLeast;
        Demand = demand ?? EvidenceDemand.OneAccepted;
        IsByStandingAlone = Demand.IsPlain;

        // What duties map differs from standard to standard.
        if (Ksbs is { Duties.Count: 0 } named)
        {
            var held = Kinds.Count == 0 ? named.Codes.Count : named.Codes.Count(c => Kinds.Contains(c.Kind));
            if (held == 0)
            {
                throw new ArgumentException($"'{id}' asks only {string.Join(" or ", Kinds.Select(k => k.Name()))} statements, and {named} {(named.Codes.Count == 1 ? "is none" : "are none")}: of nothing, nothing can be achieved.", nameof(kinds));
            }

            if (AtLeast.Number > held)
            {
                throw new ArgumentOutOfRangeException(nameof(atLeast), AtLeast.Number, $"'{id}' asks {AtLeast.Number} of {Said.Count(held, "KSB", "KSBs")}: nothing could meet that.");
            }
        }
    }

    /// <summary>The KSBs that are asked; null for all that are in force.</summary>
    public KsbSelection? Ksbs { get; }

    /// <summary>The kinds of KSB that are asked, such as knowledge and skills; none for every kind.</summary>
    public IReadOnlyList<KsbKind> Kinds { get; }

    /// <summary>How many of them must be achieved.</summary>
    public KsbThreshold AtLeast { get; }

    /// <summary>What makes one of them achieved.</summary>
    public EvidenceDemand Demand { get; }

    /// <inheritdoc/>
    public override string Kind => "ksbsAchieved";

    private protected override void WriteParameters(JsonWriter json)
    {
        json.Member("ksbs", Ksbs?.Text).Member("kinds", [.. Kinds.Select(k => k.Name())]).Member("atLeast", AtLeast.Number).Member("atLeast", AtLeast.IsAll || AtLeast.Share is null ? null : AtLeast.ToString());
        Demand.Write(json);
    }

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (KsbSelection.Resolve(Ksbs, Kinds, context, out var codes) is { } unknown)
        {
            return unknown;
        }

        var asked = AtLeast.Of(codes.Count);
        if (asked > codes.Count)
        {
            return Gap.CannotTell($"{Said.Count(asked, "KSB is", "KSBs are")} asked, and only {Said.Count(codes.Count, "is", "are")} in force for this learner: nothing could meet that",
                Gap.Setting("threshold", "how many KSBs are asked", $"Ask no more than {codes.Count} KSBs"));
        }

        return Demand.IsPlain ? JudgePlain(context, codes, asked) : JudgeDemand(context, codes, asked);
    }

    private Outcome JudgePlain(AssessmentContext context, IReadOnlyList<KsbCode> codes, int asked)
    {
        // The codes are known and there are some, and so there is their mask.
        var mask = Mask(context.Layout, context.Option, context.KnowsKsbsInForce)!;
        var achieved = mask.CountIn(context.Standings.Achieved);
        Func<IEnumerable<ReportedFact>> facts = () => Facts(context, codes, mask.Text, context.Ksbs.Accepted.Facts(mask), static c => c.Final.Kind == ClaimDecisionKind.Accepted);
        if (achieved >= asked)
        {
            return Outcome.Met(Explanation(achieved, codes.Count, asked), facts);
        }

        var lacking = mask.NotIn(context.Standings.Achieved);
        var byStanding = new KsbsByStanding(lacking, context);
        var carryOver = mask.CountIn(context.Standings.MayBeCarried) == 0 ? null : CarryOver.To(lacking, context);
        return Unmet(context, Explanation(achieved, codes.Count, asked), asked - achieved, byStanding, carryOver, ofSome: asked == codes.Count ? null : asked - achieved, unsaid: null, more: null, Shortfall(byStanding, carryOver, context), facts);
    }

    private Outcome JudgeDemand(AssessmentContext context, IReadOnlyList<KsbCode> codes, int asked)
    {
        var evidence = new DemandedEvidence(context, Demand);
        var byResult = codes.ToLookup(c => evidence.IsAchieved(c, context.AsOf));
        var achieved = byResult[true].ToArray();
        var unclear = byResult[null].ToArray();
        var shortOf = byResult[false].Select(c => (Code: c, Why: evidence.ShortOf(c))).Where(c => c.Why is not null).ToArray();
        var few = shortOf.Select(c => c.Code).ToHashSet();
        var byStanding = new KsbsByStanding([.. byResult[false].Where(c => !few.Contains(c))], context);
        var carryOver = evidence.MayBeCarriedTo(byResult[false]);
        var shortfall = shortOf.GroupBy(c => c.Why, c => c.Code, StringComparer.Ordinal).Select(g => $"accepted, but {g.Key}: {Said.Codes(g)}")
            .Concat(unclear.Length > 0 ? [$"nobody can tell whether enough counts: {Said.Codes(unclear)}"] : [])
            .Append(Shortfall(byStanding, carryOver, context))
            .Where(t => t.Length > 0);
        DateOnly? metUntil = achieved.Length >= asked
            ? evidence.Expiries.Where(d => codes.Count(c => evidence.IsAchieved(c, d) == true) < asked).Select(d => (DateOnly?)d.AddDays(-1)).FirstOrDefault()
            : null;
        var isComplete = context.IsComplete(context.Claims);
        DateOnly? unknownUntil = isComplete ? evidence.Expiries.Where(d => codes.Count(c => evidence.MayBeAchieved(c, d)) < asked).Select(d => (DateOnly?)d.AddDays(-1)).FirstOrDefault() : null;
        var gap = evidence.Unsaid(Id, unclear);
        int? OfSome() => asked == codes.Count ? null : asked - achieved.Length;
        var more = few.Count == 0 ? null : Action("more",
            new($"more: {Demand}", [.. few], [], OfSome(), (shortOfIt, _) => $"Hand in more evidence for {Said.Codes(shortOfIt)}{carryOver?.Unless(few)}; each needs {Demand}"), ActionBy.Apprentice, ActionStage.Evidence);
        var explanation = Explanation(achieved.Length, codes.Count, asked);
        Func<IEnumerable<ReportedFact>> facts = () => Facts(context, codes, Said.Codes(codes), new AcceptedEvidence(achieved.SelectMany(evidence.AcceptedFor), context.Layout).Facts(asked: null), c => achieved.Contains(c.Ksb) && evidence.Counts(c));
        if (achieved.Length >= asked)
        {
            return Outcome.Met(explanation) with
            {
                FactsWhenRead = facts,
                MetUntil = metUntil,
                IsUnknownAfter = metUntil is { } last && (!isComplete || codes.Count(c => evidence.MayBeAchieved(c, last.AddDays(1))) >= asked),
                UnknownUntil = metUntil is null ? null : unknownUntil,
            };
        }

        var unmet = Unmet(context, explanation, asked - achieved.Length - unclear.Length, byStanding, carryOver, OfSome(), gap, more, string.Join("; ", shortfall), facts);
        return unmet.Verdict == Verdict.CannotTell ? unmet with { UnknownUntil = unknownUntil } : unmet;
    }

    private string Explanation(int achieved, int inForce, int asked)
    {
        var all = $"{Said.Number(achieved)} of {Said.Count(inForce, "KSB", "KSBs")} achieved";
        return asked == inForce ? all : $"{all}, {Said.Number(asked)} {(asked == 1 ? "is" : "are")} asked{(AtLeast.Share is null ? "" : $" ({AtLeast})")}";
    }

    /// <summary>Too few are achieved: whether that is certain, and what to do.</summary>
    /// <param name="context">The learner.</param>
    /// <param name="explanation">How many are achieved.</param>
    /// <param name="needed">How many more would do that are not unclear.</param>
    /// <param name="byStanding">Those that are not achieved.</param>
    /// <param name="carryOver">What may yet be carried over to them; null for nothing.</param>
    /// <param name="ofSome">How many more must be achieved, where not every KSB that is asked must be; null where all must.</param>
    /// <param name="unsaid">What is not recorded of the evidence; null for nothing.</param>
    /// <param name="more">What else to do; null for nothing.</param>
    /// <param name="shortfall">What is missing.</param>
    /// <param name="facts">Makes the facts used.</param>
    private Outcome Unmet(AssessmentContext context, string explanation, int needed, KsbsByStanding byStanding, CarryOver? carryOver, int? ofSome, Gap? unsaid, OutstandingAction? more, string shortfall, Func<IEnumerable<ReportedFact>> facts)
    {
        facts = With(facts, carryOver, context);
        var isComplete = context.IsComplete(context.Claims);
        var actions = Actions(context, byStanding, carryOver, ofSome);
        if (more is not null)
        {
            actions.Add(more);
        }

        if ((carryOver?.Ksbs.Length ?? 0) < needed && isComplete)
        {
            // What is not recorded of others does not decide today, and is asked for as well.
            return Outcome.NotMet(explanation, shortfall) with { FactsWhenRead = facts, Actions = unsaid is null ? actions : [unsaid.Action, .. actions] };
        }

        var missing = new List<string>();
        if (carryOver is not null)
        {
            missing.Add(carryOver.Missing(context.Standard.Id));
        }

        Gap?[] gaps = [unsaid, isComplete ? null : Gap.Completeness("claims", "decisions on evidence", context)];
        foreach (var gap in gaps.OfType<Gap>())
        {
            missing.Add(gap.Fact);
            actions.Insert(0, gap.Action);
        }

        return Outcome.CannotTell(explanation + (carryOver?.Explanation ?? " as far as is recorded"), missing)
            with { FactsWhenRead = facts, Actions = actions, Shortfall = shortfall };
    }

    /// <summary>Adds what counts for nothing as it stands: evidence that may yet be carried over, and claims whose code is none of the standard's, perhaps mistyped.</summary>
    private static Func<IEnumerable<ReportedFact>> With(Func<IEnumerable<ReportedFact>> facts, CarryOver? carryOver, AssessmentContext context) => () => facts()
        .Concat(carryOver?.Facts() ?? [])
        .Concat(context.Ksbs.Unlisted.GroupBy(c => c.Evidence, c => c.Ksb).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Said.Fact($"claimed, but no KSB of {context.Standard.Id}", Said.Codes(g.Distinct().Order()), g.Key) with { IsAside = true }));

    private static string Shortfall(KsbsByStanding byStanding, CarryOver? carryOver, AssessmentContext context)
    {
        // That there is none at all would not be true.
        var under = carryOver?.IsUnmoved == true ? $" under {context.Standard.Id}" : "";
        var shortfall = "";
        foreach (var (standing, words) in Standings)
        {
            if (byStanding[standing].Length > 0)
            {
                shortfall = $"{shortfall}{(shortfall.Length == 0 ? "" : "; ")}{words}{(standing == KsbStanding.NoEvidence ? under : "")}: {byStanding.Text(standing)}";
            }
        }

        return shortfall;
    }

    private static readonly (KsbStanding Standing, string Words)[] Standings =
    [
        (KsbStanding.AwaitingDecision, "awaiting a decision"),
        (KsbStanding.AcceptedInPart, "accepted in part"),
        (KsbStanding.Referred, "referred"),
        (KsbStanding.Overturned, "overturned"),
        (KsbStanding.NoEvidence, "no evidence"),
        (KsbStanding.AcceptedElsewhere, "accepted under another version"),
    ];

    /// <param name="context">The learner.</param>
    /// <param name="codes">The KSBs that are asked.</param>
    /// <param name="asked">The same, as sentences print them.</param>
    /// <param name="accepted">What is reported of the evidence that is accepted for them.</param>
    /// <param name="counts">Whether a claim that came from another version counts.</param>
    private static List<ReportedFact> Facts(AssessmentContext context, IReadOnlyList<KsbCode> codes, string asked, List<ReportedFact> accepted, Func<Claim, bool> counts)
    {
        List<ReportedFact> facts = [Said.Fact("KSBs asked", asked), .. accepted];
        if (context.Moved is { } moved)
        {
            facts.AddRange(CarriedOver(moved, codes, counts));
        }

        if (!context.PriorLearning.Items.IsEmpty)
        {
            var prior = context.PriorLearning.Entries.Where(p => (p.Standard ?? context.Programme) == context.Standard.Id).SelectMany(p => p.Ksbs).Where(codes.Contains).ToArray();
            if (prior.Length > 0)
            {
                facts.Add(Said.Fact("recognised prior learning, which is no evidence", Said.Codes(prior)));
            }
        }

        return facts;
    }

    /// <summary>What was accepted for the words of another version, and who said that it counts for these: who accepted it may never have seen them.</summary>
    private static IEnumerable<ReportedFact> CarriedOver(MovedEvidence moved, IReadOnlyList<KsbCode> codes, Func<Claim, bool> counts) => moved.Claims
        .Where(c => c.CarriedFrom is not null && codes.Contains(c.Ksb) && counts(c))
        .Select(c => (Claim: c, From: c.CarriedFrom!, Signatures: c.CarriedFrom!.Signatures.ToArray()))
        .GroupBy(c => (c.From.From.Standard, c.From.On, SignedOn: c.Signatures[^1].On, Signed: string.Join('\n', c.Signatures.Select(s => $"{s.By} {s.On}"))))
        .OrderBy(g => g.Key.On).ThenBy(g => g.Key.SignedOn).ThenBy(g => g.Key.Standard.ToString(), StringComparer.Ordinal).ThenBy(g => g.Key.Signed, StringComparer.Ordinal)
        .Select(g => Said.Fact("carried over", $"{Said.Codes(g.Select(c => c.Claim.Ksb))}, accepted as {Said.Codes(g.Select(c => c.From.From.Ksb))} of {g.Key.Standard} (transfer of {Said.Date(g.Key.On)})", g.Select(c => c.Claim.Evidence).Distinct().Order(StringComparer.Ordinal)) with
        {
            Signatures = [.. g.First().Signatures.Distinct()],
        });

    private List<OutstandingAction> Actions(AssessmentContext context, KsbsByStanding byStanding, CarryOver? carryOver, int? ofSome)
    {
        var actions = new List<OutstandingAction>(1);
        if (carryOver is not null)
        {
            // First: what it brings over need not be handed in again.
            actions.Add(Transfer(carryOver, context.Standard.Id, ofSome));
        }

        // What is offered and would not do, as it is too old or too little, is nothing that a transfer could mend.
        KsbCode[] none = byStanding[KsbStanding.AcceptedElsewhere] is { Length: > 0 } offered
            ? [.. byStanding[KsbStanding.NoEvidence], .. offered.Where(c => carryOver?.Ksbs.Contains(c) != true)]
            : byStanding[KsbStanding.NoEvidence];
        if (none.Length > 0)
        {
            actions.Add(Action("evidence", new("evidence", none, [], ofSome, Unless(none, carryOver, static (codes, _) => $"Hand in evidence for {Said.Codes(codes)}")), ActionBy.Apprentice, ActionStage.Evidence));
        }

        KsbCode[] again = [.. byStanding[KsbStanding.Referred], .. byStanding[KsbStanding.AcceptedInPart], .. byStanding[KsbStanding.Overturned]];
        if (again.Length > 0)
        {
            actions.Add(Action("rework", new("rework", again, Items(context, again), ofSome, Unless(again, carryOver, static (codes, items) => $"Rework or add evidence for {Said.Codes(codes)} ({string.Join(", ", items)})")), ActionBy.Apprentice, ActionStage.Evidence));
        }

        if (byStanding[KsbStanding.AwaitingDecision] is { Length: > 0 } waiting)
        {
            actions.Add(Action("decide", new("decide", waiting, Items(context, waiting), ofSome, static (codes, items) => $"Decide on the evidence for {Said.Codes(codes)} ({string.Join(", ", items)})"), ActionBy.Assessor, ActionStage.Assessment));
        }

        return actions;
    }

    private OutstandingAction Transfer(CarryOver carryOver, StandardId standard, int? ofSome)
    {
        var ksbs = new KsbsToDo("transfer", carryOver.Ksbs, carryOver.Versions, ofSome,
            (codes, from) => $"Make a transfer plan from {string.Join(" and ", from)} to {standard} for {Said.Codes(codes)}, and decide on the evidence under {standard}");
        return Action("transfer", ksbs, ActionBy.Provider, ActionStage.Decisions);
    }

    /// <summary>Says what to do, and that it need not be done as far as a transfer brings something.</summary>
    private static Func<IReadOnlyList<KsbCode>, IReadOnlyList<string>, string> Unless(KsbCode[] codes, CarryOver? carryOver, Func<IReadOnlyList<KsbCode>, IReadOnlyList<string>, string> say) =>
        carryOver?.Unless(codes) is { Length: > 0 } unless ? WithEnd(say, unless) : say;

    // By itself, so that nobody pays for the lambda to whom nothing can be carried over.
    private static Func<IReadOnlyList<KsbCode>, IReadOnlyList<string>, string> WithEnd(Func<IReadOnlyList<KsbCode>, IReadOnlyList<string>, string> say, string end) =>
        (codes, details) => say(codes, details) + end;

    private OutstandingAction Action(string key, KsbsToDo ksbs, ActionBy by, ActionStage stage) => new($"{Id}:{key}", ksbs.Text, by, stage) { Ksbs = ksbs };

    private static string[] Items(AssessmentContext context, IEnumerable<KsbCode> codes) =>
        [.. codes.SelectMany(context.Ksbs.EvidenceFor).Distinct().Order(StringComparer.Ordinal)];
}
