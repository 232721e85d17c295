using Competency.Findings;

namespace Competency.Rules;

/// <summary>One record of a <see cref="LearnerDocument"/>: the learner, or why there is none.</summary>
public sealed class LearnerRecord
{
    internal LearnerRecord(string? id, Learner? learner, IReadOnlyList<Finding> findings)
    {
        Id = id;
        Learner = learner;
        Findings = findings;
    }

    /// <summary>The learner's id as written; null where it could not be read.</summary>
    public string? Id { get; }

    /// <summary>The learner; null where the record is wrong in any part, so that nobody judges half of it.</summary>
    public Learner? Learner { get; }

    /// <summary>What is wrong with the record.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
