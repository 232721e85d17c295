using Competency.Findings;

namespace Competency.Rules;

/// <summary>What came of judging one learner: a report, or why there is none. Immutable.</summary>
public sealed class ReadinessAnswer
{
    private ReadinessAnswer(string learnerId, StandardId standard, ReadinessPolicy policy, string? policyTenant, ReadinessReport? report, string? problem)
    {
        LearnerId = learnerId;
        Standard = standard;
        Policy = policy;
        PolicyTenant = policyTenant;
        Report = report;
        Problem = problem;
    }

    /// <summary>The id of the learner; empty where the record's could not be read.</summary>
    public string LearnerId { get; }

    /// <summary>The standard and version that the learner's record names; <c>default</c> where the record could not be read.</summary>
    public StandardId Standard { get; }

    /// <summary>The policy.</summary>
    public ReadinessPolicy Policy { get; }

    /// <summary>Whose policy it is: the tenant that was asked for, or null where it has none of its own and the policy of every tenant was taken.</summary>
    public string? PolicyTenant { get; }

    /// <summary>The report; null where the learner's standard is not to be had, or the record is wrong: see <see cref="Problem"/>.</summary>
    public ReadinessReport? Report { get; }

    /// <summary>Why there is no report, in a sentence without a closing full stop; null where there is one.</summary>
    public string? Problem { get; }

    /// <summary>What is wrong with the learner's record, where it was read from a platform's tables; none otherwise.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>The verdict; <see cref="Verdict.CannotTell"/> where there is no report.</summary>
    public Verdict Verdict => Report?.Verdict ?? Verdict.CannotTell;

    /// <summary>The report's line, or the learner and the problem.</summary>
    public override string ToString() => Report?.ToString() ?? $"{Verdict}: {Policy.Name}, learner {LearnerId}: {Problem}";

    internal static ReadinessAnswer Of(Learner learner, ReadinessPolicy policy, string? policyTenant, ReadinessReport report) => new(learner.Id, learner.Standard, policy, policyTenant, report, problem: null);

    internal static ReadinessAnswer Without(Learner learner, ReadinessPolicy policy, string? policyTenant, string problem) => new(learner.Id, learner.Standard, policy, policyTenant, report: null, problem);

    /// <summary>The answer for a record of which no learner could be made: nobody is judged on half of one.</summary>
    internal static ReadinessAnswer Unread(LearnerRecord record, ReadinessPolicy policy, string? policyTenant) =>
        new(record.Id ?? "", default, policy, policyTenant, report: null, $"The record cannot be judged: {string.Join("; ", record.Findings.Select(f => f.Message))}") { Findings = record.Findings };
}
