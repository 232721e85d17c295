namespace Competency.Rules;

/// <summary>A portfolio as it was handed in for gateway. A later one takes the place of an earlier one.</summary>
/// <param name="On">The day.</param>
/// <param name="Standard">The standard and version whose KSBs it covers.</param>
public sealed record PortfolioSubmission(DateOnly On, StandardId Standard) : LedgerEntry(On)
{
    /// <summary>The KSBs that it covers; at least one.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    internal const int MostItems = 100_000;

    /// <summary>How many items it holds: 0 to 100,000; null where that is not recorded.</summary>
    public int? Items { get; init => field = (int?)Bounded.Number(value, 0, MostItems, nameof(Items)); }

    /// <summary>Whether the statement that the work is the apprentice's own is signed.</summary>
    public bool AuthenticitySigned { get; init; }

    /// <summary>Under which version it was handed in, for one that counts in another by the moves of the learner; null for what is recorded.</summary>
    internal StandardId? HandedInUnder { get; init; }

    internal override string? Mistake => Ksbs.Count == 0 ? "A portfolio says which KSBs it covers" : null;
}
