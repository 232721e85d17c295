namespace Competency.Rules;

/// <summary>One row of a platform's table about one learner, and what it adds to the record.</summary>
/// <param name="LearnerId">The learner's id, as the query of learners gives it.</param>
/// <param name="Add">What the row adds. What it throws, as on hours below 0 or a code that is none, costs this learner's record and no other.</param>
/// <exception cref="ArgumentNullException">The row belongs to nobody, or adds nothing.</exception>
public sealed record LearnerRow(string LearnerId, Action<LearnerBuilder> Add)
{
    /// <summary>The learner's id, as the query of learners gives it.</summary>
    public string LearnerId { get; init => field = value ?? throw new ArgumentNullException(nameof(LearnerId)); } = LearnerId ?? throw new ArgumentNullException(nameof(LearnerId));

    /// <summary>What the row adds.</summary>
    public Action<LearnerBuilder> Add { get; init => field = value ?? throw new ArgumentNullException(nameof(Add)); } = Add ?? throw new ArgumentNullException(nameof(Add));
}
