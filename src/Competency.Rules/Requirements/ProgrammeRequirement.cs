using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>The learner's programme is an apprenticeship on this standard and version, for which the rules are written, and the learner has not withdrawn.</summary>
public sealed partial class ProgrammeRequirement : Requirement
{
    internal ProgrammeRequirement(string id, string sentence, IEnumerable<StandardId> standards, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => Standards = Bounded.Standards(standards, nameof(standards));

    /// <summary>The standards and versions that the policy is written for; none for every apprenticeship.</summary>
    public IReadOnlyList<StandardId> Standards { get; }

    /// <inheritdoc/>
    public override string Kind => "programme";

    private protected override void WriteParameters(JsonWriter json) => json.Member("standards", [.. Standards.Select(s => s.ToString())]);

    private protected override Outcome Judge(AssessmentContext context)
    {
        var standard = context.Standard;
        Func<IEnumerable<ReportedFact>> facts = () => [Said.Fact("programme", context.Programme.ToString()), Said.Fact("standard", standard.ToString())];
        if (context.Programme != standard.Id)
        {
            return Gap.CannotTell($"The learner is on {context.Programme}, and was judged against {standard.Id}",
                Gap.Record("programme", $"whether the learner moves to {standard.Id}", $"Judge against {context.Programme}, or record the move to {standard.Id} with a plan of what carries over")) with { FactsWhenRead = facts };
        }

        if (Standards.Count > 0 && !Standards.Contains(standard.Id))
        {
            return Gap.CannotTell($"The policy is written for {string.Join(", ", Standards)}, and not for {standard.Id}",
                Gap.Setting("programme", $"which rules hold for {standard.Id}", $"Use a policy, or an assessment plan, that serves {standard.Id}")) with { FactsWhenRead = facts };
        }

        if (standard.Id.Reference.Kind is not (StandardKind.Apprenticeship or StandardKind.FoundationApprenticeship))
        {
            return Gap.CannotTell($"{standard.Id} is no apprenticeship standard, and the rules of apprenticeships are not known to hold for it",
                Gap.Setting("programme", $"which rules hold for {standard.Id}", "Use a policy that is written for this kind of programme")) with { FactsWhenRead = facts };
        }

        if (!KnowsWhetherWithdrawn(context))
        {
            return Gap.CannotTell("No episode of learning is recorded, so that nobody can tell whether the learner has withdrawn", Gap.OriginalStart(context)) with { FactsWhenRead = facts };
        }

        return context.StateNow switch
        {
            EpisodeKind.Withdrawn => Outcome.NotMet("The learner has withdrawn", "a return to the apprenticeship") with
            {
                FactsWhenRead = facts,
                Actions = [OutstandingAction.ReturnToLearning],
            },
            EpisodeKind.Break => Outcome.Met("The learner is on this standard and version") with { FactsWhenRead = facts, MetUntil = context.Time.UntilWithdrawal(context.AsOf), Attention = ["The learner is on a break in learning"] },
            _ => Outcome.Met("The learner is on this standard and version", facts) with { MetUntil = context.Time.UntilWithdrawal(context.AsOf) },
        };
    }
}
