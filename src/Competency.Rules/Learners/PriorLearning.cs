namespace Competency.Rules;

/// <summary>Learning from before that was recognised at the start. It shortens the training and is never accepted evidence of a KSB.</summary>
/// <param name="On">The day of the recognition.</param>
public sealed record PriorLearning(DateOnly On) : LedgerEntry(On)
{
    /// <summary>The standard and version whose KSBs are meant; null for that of the programme. A transfer to another version writes it down.</summary>
    public StandardId? Standard { get; init; }

    /// <summary>The KSBs for which it was recognised.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    /// <summary>By how many hours it shortens off-the-job training: 0 to 10,000.</summary>
    public decimal ReductionHours { get; init => field = Bounded.Number(value, 0, HoursEntry.MostHours, nameof(ReductionHours)); }
}
