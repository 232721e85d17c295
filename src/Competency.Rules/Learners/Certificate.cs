using Competency.Documents;

namespace Competency.Rules;

/// <summary>A certificate that the learner holds.</summary>
/// <param name="On">The day of the award.</param>
/// <param name="Subject"><c>english</c>, <c>maths</c>, or the title of the qualification; compared without regard to case and blanks.</param>
/// <exception cref="ArgumentException">The subject is empty, or another way to say English or maths, such as <c>Mathematics</c>, <c>English Language GCSE</c> or <c>maths</c> with a Cyrillic letter: no requirement would find it.</exception>
public sealed record Certificate(DateOnly On, string Subject) : LedgerEntry(On)
{
    /// <summary>What it certifies.</summary>
    public string Subject { get; init => field = Checked(value); } = Checked(Subject);

    /// <summary>Its level; null where that is not recorded, and then nobody can tell whether it meets a requirement of a level.</summary>
    public QualificationLevel? Level { get; init => field = Defined.Of(value, nameof(Level)); }

    /// <summary>Who has seen it; null where that is not recorded.</summary>
    public string? SeenBy { get; init => field = Bounded.Name(value, nameof(SeenBy)); }

    private static string Checked(string subject)
    {
        _ = Bounded.Text(subject, "A certificate has a subject.", nameof(Subject));
        return SubjectName.Mistake(subject) is { } mistake ? throw new ArgumentException($"{mistake}.", nameof(Subject)) : subject;
    }

    internal bool IsIn(string subject) => WrittenName.IsSame(Subject, subject);
}
