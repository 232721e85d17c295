namespace Competency.Rules;

/// <summary>
/// Where a platform's learners come from: its own tables, read when they are asked for, one learner in memory at a time. Nothing is copied
/// and nothing is kept.
/// </summary>
/// <remarks>Made of a <see cref="LearnerBuilder"/> for each learner, or of one query a table by <see cref="LearnerStream"/>.</remarks>
public interface ILearnerSource
{
    /// <summary>The records, each learner once. One that cannot be judged has findings instead of a learner, and costs no other.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<LearnerRecord> ReadAsync(CancellationToken cancellationToken = default);
}
