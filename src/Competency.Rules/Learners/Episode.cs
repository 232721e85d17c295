namespace Competency.Rules;

/// <summary>
/// A state of the apprenticeship and when it began. A state lasts until its last day or until a later one begins; what lies between two
/// states is a gap, in which nobody learns. An end is recorded once it is known: learning is not expected to go on after it, so that an end that
/// is only planned belongs in a <see cref="TrainingPlan"/>.
/// </summary>
/// <param name="On">
/// The first day of learning or of a break. For withdrawn and completed, the last day of learning. For a transfer, the day of the move.
/// </param>
/// <param name="Kind">The state.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record Episode(DateOnly On, EpisodeKind Kind) : LedgerEntry(On)
{
    /// <summary>The state.</summary>
    public EpisodeKind Kind { get; init => field = Defined.Of(value, nameof(Kind)); } = Defined.Of(Kind, nameof(Kind));

    /// <summary>The last day of learning or of a break, itself included; null while it lasts. Not used for other kinds.</summary>
    /// <exception cref="ArgumentException">The day is before the first.</exception>
    public DateOnly? To { get; init => field = value < On ? throw new ArgumentException("The last day is before the first.", nameof(To)) : value; }

    internal override string? Mistake => To is null ? null
        : To < On ? "The last day of an episode is before its first"
        : Kind is not (EpisodeKind.Learning or EpisodeKind.Break) ? $"'{Words.Episode.Of(Kind)}' is of one day and has no last one"
        : null;

    /// <summary>Why, where that changes a rule.</summary>
    public EpisodeReason Reason { get; init => field = Defined.Of(value, nameof(Reason)); }
}
