namespace Competency.Rules;

/// <summary>How many learners came out how. Sums only, so that their order is nothing.</summary>
/// <param name="cohort">The cohort.</param>
internal sealed class CohortCounts(Cohort cohort)
{
    private readonly long[] _ofNodes = new long[cohort.Counted.Length * CohortCount.Number];
    private readonly long[] _missing = new long[cohort.Layout.Codes.Length];

    /// <summary>How many were judged.</summary>
    public long Learners { get; set; }

    /// <summary>How many lack each KSB that is in force for them.</summary>
    public Span<long> Missing => _missing;

    /// <summary>The counts of one of the nodes that are counted.</summary>
    public Span<long> Of(int counted) => _ofNodes.AsSpan(counted * CohortCount.Number, CohortCount.Number);

    /// <summary>How many learners have the policy's verdict.</summary>
    public long OfPolicy(Verdict verdict) => OfVerdict(cohort.Counted.Length - 1, verdict);

    /// <summary>What came of a requirement.</summary>
    public CohortRequirement Of(int reason, Requirement requirement) => new(
        requirement,
        OfVerdict(reason, Verdict.Met),
        OfVerdict(reason, Verdict.NotMet),
        OfVerdict(reason, Verdict.NotYetDue),
        OfVerdict(reason, Verdict.CannotTell),
        Of(reason)[CohortCount.ByIt],
        Of(reason)[CohortCount.ByItAlone]);

    private long OfVerdict(int counted, Verdict verdict)
    {
        var counts = Of(counted);
        return verdict switch
        {
            Verdict.NotMet => counts[CohortCount.NotMet],
            Verdict.CannotTell => counts[CohortCount.CannotTell],
            Verdict.NotYetDue => counts[CohortCount.NotYetDue],
            Verdict.DoesNotApply => counts[CohortCount.DoesNotApply],
            _ => Learners - counts[CohortCount.NotMet] - counts[CohortCount.CannotTell] - counts[CohortCount.NotYetDue] - counts[CohortCount.DoesNotApply],
        };
    }
}
