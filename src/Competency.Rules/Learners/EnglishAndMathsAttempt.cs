namespace Competency.Rules;

/// <summary>An attempt at the English or maths assessment, passed or not.</summary>
/// <param name="On">The day of the attempt.</param>
/// <param name="Subject">The subject.</param>
public sealed record EnglishAndMathsAttempt(DateOnly On, CoreSubject Subject) : LedgerEntry(On);
