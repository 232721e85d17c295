namespace Competency.Rules;

/// <summary>
/// A documented decision of a learner aged 19 or over at the original start about studying English or maths. It can be made before that day, with the training plan that learning begins
/// under: then it counts, and the report calls for a look whether it is of this apprenticeship.
/// </summary>
/// <param name="On">The day of the decision.</param>
/// <param name="Choice">What was decided.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record EnglishAndMathsChoice(DateOnly On, EnglishAndMathsChoiceKind Choice) : LedgerEntry(On)
{
    /// <summary>What was decided.</summary>
    public EnglishAndMathsChoiceKind Choice { get; init => field = Defined.Of(value, nameof(Choice)); } = Defined.Of(Choice, nameof(Choice));

    /// <summary>The subject; null where the decision is about both.</summary>
    public CoreSubject? Subject { get; init => field = Defined.Of(value, nameof(Subject)); }

    /// <summary>Whether the training plan was signed again with it, as the rules ask.</summary>
    public bool PlanSigned { get; init; }
}
