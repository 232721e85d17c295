namespace Competency.Rules;

/// <summary>One row of a platform's table about one learner, and what it adds to the record.</summary>
/// <param name="LearnerId">The learner's id, as the query of learners gives it.</param>
/// <param name="Add">What the row adds. An <see cref="ArgumentException"/> from it, as from hours below 0, costs this learner's record and no other.</param>
public sealed record LearnerRow(string LearnerId, Action<LearnerBuilder> Add);
