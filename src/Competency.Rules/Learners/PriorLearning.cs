namespace Competency.Rules;

/// <summary>Learning from before that was recognised at the start. It shortens the training and is never accepted evidence of a KSB.</summary>
/// <param name="On">The day of the recognition.</param>
public sealed record PriorLearning(DateOnly On) : LedgerEntry(On)
{
    /// <summary>The KSBs for which it was recognised, in the standard of the programme.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    /// <summary>By how many hours it shortens off-the-job training; not negative.</summary>
    public decimal ReductionHours { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(ReductionHours), value, "Hours are not negative."); }
}
