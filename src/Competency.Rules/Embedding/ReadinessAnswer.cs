namespace Competency.Rules;

/// <summary>What came of judging one learner: a report, or why there is none. Immutable.</summary>
public sealed class ReadinessAnswer
{
    private ReadinessAnswer(Learner learner, ReadinessPolicy policy, string? policyTenant, ReadinessReport? report, string? problem)
    {
        LearnerId = learner.Id;
        Standard = learner.Standard;
        Policy = policy;
        PolicyTenant = policyTenant;
        Report = report;
        Problem = problem;
    }

    /// <summary>The id of the learner.</summary>
    public string LearnerId { get; }

    /// <summary>The standard and version that the learner's record names.</summary>
    public StandardId Standard { get; }

    /// <summary>The policy.</summary>
    public ReadinessPolicy Policy { get; }

    /// <summary>Whose policy it is: the tenant that was asked for, or null where it has none of its own and the policy of every tenant was taken.</summary>
    public string? PolicyTenant { get; }

    /// <summary>The report; null where the learner's standard is not to be had: see <see cref="Problem"/>.</summary>
    public ReadinessReport? Report { get; }

    /// <summary>Why there is no report, in a sentence without a closing full stop; null where there is one.</summary>
    public string? Problem { get; }

    /// <summary>The verdict; <see cref="Verdict.CannotTell"/> where there is no report.</summary>
    public Verdict Verdict => Report?.Verdict ?? Verdict.CannotTell;

    /// <summary>The report's line, or the learner and the problem.</summary>
    public override string ToString() => Report?.ToString() ?? $"{Verdict}: {Policy.Name}, learner {LearnerId}: {Problem}";

    internal static ReadinessAnswer Of(Learner learner, ReadinessPolicy policy, string? policyTenant, ReadinessReport report) => new(learner, policy, policyTenant, report, problem: null);

    internal static ReadinessAnswer Without(Learner learner, ReadinessPolicy policy, string? policyTenant, string problem) => new(learner, policy, policyTenant, report: null, problem);
}
