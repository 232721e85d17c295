namespace Competency.Rules;

/// <summary>An attempt at the English or maths assessment, passed or not.</summary>
/// <param name="On">The day of the attempt.</param>
/// <param name="Subject">The subject.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record EnglishAndMathsAttempt(DateOnly On, CoreSubject Subject) : LedgerEntry(On)
{
    /// <summary>The subject.</summary>
    public CoreSubject Subject { get; init => field = Defined.Of(value, nameof(Subject)); } = Defined.Of(Subject, nameof(Subject));
}
