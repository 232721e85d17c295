using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// Every KSB in force, or every one of some, is achieved: at least one claim on it is accepted in full, in this version of the standard.
/// KSBs that no duty maps count too.
/// </summary>
public sealed partial class KsbsAchievedRequirement : Requirement
{
    internal KsbsAchievedRequirement(string id, string sentence, string? ksbs, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => Ksbs = ksbs is null ? null : KsbSelection.Parse(ksbs, nameof(ksbs));

    /// <summary>The KSBs that are asked; null for all that are in force.</summary>
    public IReadOnlyList<KsbCode>? Ksbs { get; }

    /// <inheritdoc/>
    public override string Kind => "ksbsAchieved";

    private protected override void WriteParameters(JsonWriter json) => json.Member("ksbs", Ksbs is null ? null : Said.Codes(Ksbs));

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (KsbSelection.Resolve(Ksbs, context, out var codes) is { } unknown)
        {
            return unknown;
        }

        var byStanding = codes.ToLookup(c => context.Ksbs[c]);
        var achieved = byStanding[KsbStanding.Achieved].ToArray();
        var elsewhere = byStanding[KsbStanding.AcceptedElsewhere].ToArray();
        var explanation = $"{achieved.Length} of {Said.Count(codes.Count, "KSB", "KSBs")} achieved";
        Func<IEnumerable<ReportedFact>> facts = () => Facts(context, codes, achieved);
        if (achieved.Length == codes.Count)
        {
            return Outcome.Met(explanation) with { FactsWhenRead = facts };
        }

        var isComplete = context.IsComplete(context.Learner.Claims);
        var actions = Actions(context, byStanding).ToList();
        var shortfall = Shortfall(byStanding);
        if (achieved.Length + elsewhere.Length < codes.Count && isComplete)
        {
            return Outcome.NotMet(explanation, shortfall) with { FactsWhenRead = facts, Actions = actions };
        }

        var missing = new List<string>();
        if (elsewhere.Length > 0)
        {
            missing.Add($"a transfer plan that says whether accepted evidence for {Said.Codes(elsewhere)} of {Elsewhere(context, elsewhere)} carries over to {context.Standard.Id}");
        }

        if (!isComplete)
        {
            var gap = Gap.Completeness("claims", "decisions on evidence", context);
            missing.Add(gap.Fact);
            actions.Insert(0, gap.Action);
        }

        return Outcome.CannotTell(elsewhere.Length > 0 ? explanation + "; a code means something only within its version" : explanation + " as far as is recorded", missing)
            with { FactsWhenRead = facts, Actions = actions, Shortfall = shortfall };
    }

    private static string Elsewhere(AssessmentContext context, IEnumerable<KsbCode> codes) =>
        string.Join(" and ", codes.SelectMany(context.Ksbs.ElsewhereFor).Distinct().Order());

    private static string Shortfall(ILookup<KsbStanding, KsbCode> byStanding)
    {
        var parts = new List<string>();
        foreach (var (standing, words) in Standings)
        {
            if (byStanding.Contains(standing))
            {
                parts.Add($"{words}: {Said.Codes(byStanding[standing])}");
            }
        }

        return string.Join("; ", parts);
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

    private static List<ReportedFact> Facts(AssessmentContext context, IReadOnlyList<KsbCode> codes, KsbCode[] achieved)
    {
        var facts = new List<ReportedFact> { Said.Fact("KSBs asked", Said.Codes(codes)) };
        var byEvidence = new SortedDictionary<string, List<KsbCode>>(StringComparer.Ordinal);
        foreach (var code in achieved)
        {
            foreach (var evidence in context.Ksbs.EvidenceFor(code))
            {
                if (!byEvidence.TryGetValue(evidence, out var list))
                {
                    byEvidence.Add(evidence, list = []);
                }

                list.Add(code);
            }
        }

        facts.AddRange(byEvidence.Select(e => Said.Fact("accepted", Said.Codes(e.Value), e.Key)));
        var prior = context.Learner.PriorLearning.Entries.SelectMany(p => p.Ksbs).Where(codes.Contains).ToArray();
        if (prior.Length > 0)
        {
            facts.Add(Said.Fact("recognised prior learning, which is no evidence", Said.Codes(prior)));
        }

        return facts;
    }

    private IEnumerable<OutstandingAction> Actions(AssessmentContext context, ILookup<KsbStanding, KsbCode> byStanding)
    {
        if (byStanding[KsbStanding.NoEvidence].ToArray() is { Length: > 0 } none)
        {
            yield return new OutstandingAction($"{Id}:evidence", $"Hand in evidence for {Said.Codes(none)}", ActionBy.Apprentice, ActionStage.Evidence);
        }

        var again = byStanding[KsbStanding.Referred].Concat(byStanding[KsbStanding.AcceptedInPart]).Concat(byStanding[KsbStanding.Overturned]).ToArray();
        if (again.Length > 0)
        {
            yield return new OutstandingAction($"{Id}:rework", $"Rework or add evidence for {Said.Codes(again)} ({Items(context, again)})", ActionBy.Apprentice, ActionStage.Evidence);
        }

        if (byStanding[KsbStanding.AwaitingDecision].ToArray() is { Length: > 0 } waiting)
        {
            yield return new OutstandingAction($"{Id}:decide", $"Decide on the evidence for {Said.Codes(waiting)} ({Items(context, waiting)})", ActionBy.Assessor, ActionStage.Assessment);
        }

        if (byStanding[KsbStanding.AcceptedElsewhere].ToArray() is { Length: > 0 } elsewhere)
        {
            yield return new OutstandingAction(
                $"{Id}:transfer",
                $"Make a transfer plan from {Elsewhere(context, elsewhere)} to {context.Standard.Id} for {Said.Codes(elsewhere)}, and decide on the evidence under {context.Standard.Id}",
                ActionBy.Provider,
                ActionStage.Decisions);
        }
    }

    private static string Items(AssessmentContext context, IEnumerable<KsbCode> codes) =>
        string.Join(", ", codes.SelectMany(context.Ksbs.EvidenceFor).Distinct().Order(StringComparer.Ordinal));
}
