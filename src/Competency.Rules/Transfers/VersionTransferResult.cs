namespace Competency.Rules;

/// <summary>A transfer that was applied: the learner on the new version, and the record of it.</summary>
public sealed class VersionTransferResult
{
    private readonly VersionTransfer _plan;

    internal VersionTransferResult(VersionTransfer plan, Learner learner, TransferRecord record)
    {
        _plan = plan;
        Learner = learner;
        Record = record;
    }

    /// <summary>The learner on the new version.</summary>
    public Learner Learner { get; }

    /// <summary>What was decided by whom, for an audit.</summary>
    public TransferRecord Record { get; }

    /// <summary>The verdict on the old version before, and on the new version after.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day; before that of the transfer nothing counts under the new version yet.</param>
    /// <param name="knownAt">The day by which things had been recorded; null for <paramref name="asOf"/>.</param>
    /// <remarks>A learner whose plan was applied before is on the new version already: before the transfer nobody can tell that learner's verdict on the old one.</remarks>
    public ReportDifference Compare(ReadinessPolicy policy, DateOnly asOf, DateOnly? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return ReportDifference.Between(
            policy.Assess(_plan.Learner, _plan.Difference.Old, asOf, knownAt),
            policy.Assess(Learner, _plan.Difference.New, asOf, knownAt));
    }
}
