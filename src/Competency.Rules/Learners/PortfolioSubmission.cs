namespace Competency.Rules;

/// <summary>A portfolio as it was handed in for gateway. A later one takes the place of an earlier one.</summary>
/// <param name="On">The day.</param>
/// <param name="Standard">The standard and version whose KSBs it covers.</param>
public sealed record PortfolioSubmission(DateOnly On, StandardId Standard) : LedgerEntry(On)
{
    /// <summary>The KSBs that it covers.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    /// <summary>How many items it holds; null where that is not recorded.</summary>
    public int? Items { get; init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Items), value, "A number of items is not negative."); }

    /// <summary>Whether the statement that the work is the apprentice's own is signed.</summary>
    public bool AuthenticitySigned { get; init; }
}
