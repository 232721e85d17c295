namespace Competency.Rules;

/// <summary>What a portfolio must hold, as the standard's assessment plan says it.</summary>
/// <param name="Ksbs">The KSBs of the assessment method that the portfolio underpins, such as <c>K1-K10, S4</c>.</param>
public sealed record PortfolioSettings([KsbNotation][property: KsbNotation] string Ksbs)
{
    /// <summary>Whether a signed statement is needed that the work is the apprentice's own.</summary>
    public bool NeedsAuthenticity { get; init; } = true;

    /// <summary>Where the plan says so; null where that is not known.</summary>
    public Citation? Citation { get; init; }

    /// <summary>How many items it may hold at most, 1 to 999; null for no limit.</summary>
    public int? MaxItems { get; init => field = (int?)Bounded.Number(value, 1, 999, nameof(MaxItems)); }
}
