namespace Competency.Rules;

/// <summary>A certificate that the learner holds.</summary>
/// <param name="On">The day of the award.</param>
/// <param name="Subject"><c>english</c>, <c>maths</c>, or the title of the qualification; compared without regard to case.</param>
public sealed record Certificate(DateOnly On, string Subject) : LedgerEntry(On)
{
    /// <summary>What it certifies.</summary>
    public string Subject { get; init; } = string.IsNullOrWhiteSpace(Subject) ? throw new ArgumentException("A certificate has a subject.", nameof(Subject)) : Subject;

    /// <summary>Its level; null where that is not recorded, and then nobody can tell whether it meets a requirement of a level.</summary>
    public QualificationLevel? Level { get; init; }

    /// <summary>Who has seen it; null where that is not recorded.</summary>
    public string? SeenBy { get; init; }

    internal bool IsIn(string subject) => Text.TextFolding.EqualsIgnoreCase(Text.TextFolding.Trim(Subject), Text.TextFolding.Trim(subject));
}
