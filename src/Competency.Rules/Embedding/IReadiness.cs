namespace Competency.Rules;

/// <summary>
/// Judges the learners of a platform: finds the policy of the tenant and the standard that the learner's record names. Safe to use from
/// many threads at once. The day is always given: nothing here reads a clock.
/// </summary>
public interface IReadiness
{
    /// <summary>Judges a learner.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="policyId">The id of the policy, compared letter by letter.</param>
    /// <param name="tenant">The tenant; where it has no policy of its own under that id, and for null, the policy of every tenant is taken.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="cancellationToken">Ends the wait for policy and standard.</param>
    /// <returns>The report, or why there is none: an unknown standard is the learner's answer, not an exception.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is <c>default</c>: nobody set it.</exception>
    /// <exception cref="PolicyNotFoundException">There is no such policy, neither for the tenant nor for every tenant.</exception>
    ValueTask<ReadinessAnswer> AssessAsync(Learner learner, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default);

    /// <summary>Judges many learners by one policy, which is found once: a change of it meanwhile changes nothing in the run.</summary>
    /// <param name="learners">The learners, taken one by one as the answers are read.</param>
    /// <param name="policyId">The id of the policy, compared letter by letter.</param>
    /// <param name="tenant">The tenant; where it has no policy of its own under that id, and for null, the policy of every tenant is taken.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>An answer for each learner, in their order. A learner without a report does not stop the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is <c>default</c>: nobody set it.</exception>
    /// <exception cref="PolicyNotFoundException">There is no such policy, neither for the tenant nor for every tenant; thrown when the first answer is read.</exception>
    IAsyncEnumerable<ReadinessAnswer> AssessAllAsync(IAsyncEnumerable<Learner> learners, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default);

    /// <summary>Judges the learners of a platform's own tables by one policy, which is found once. A record that cannot be judged has its findings as the answer, and stops nobody.</summary>
    /// <param name="records">The records, taken one by one as the answers are read: <see cref="ILearnerSource.ReadAsync"/>, <see cref="LearnerStream"/>, or those of a <see cref="LearnerDocument"/>.</param>
    /// <param name="policyId">The id of the policy, compared letter by letter.</param>
    /// <param name="tenant">The tenant; where it has no policy of its own under that id, and for null, the policy of every tenant is taken.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>An answer for each record, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is <c>default</c>: nobody set it.</exception>
    /// <exception cref="PolicyNotFoundException">There is no such policy, neither for the tenant nor for every tenant; thrown when the first answer is read.</exception>
    IAsyncEnumerable<ReadinessAnswer> AssessAllAsync(IAsyncEnumerable<LearnerRecord> records, string policyId, string? tenant, DateOnly asOf, DateOnly? knownAt = null, CancellationToken cancellationToken = default);
}
