namespace Competency.Rules;

/// <summary>
/// What a person decided on an offer: whether evidence for a statement of the old version is evidence for one of the new. An approval of a pair
/// that was not offered is an explicit link, and counts too.
/// </summary>
/// <param name="Old">The KSB of the old version.</param>
/// <param name="New">The KSB of the new version.</param>
/// <param name="IsApproved">Whether the evidence carries over.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">On which day.</param>
public sealed record TransferDecision(KsbCode Old, KsbCode New, bool IsApproved, string By, DateOnly On)
{
    /// <summary>Who decided.</summary>
    public string By { get; init => field = Named(value); } = Named(By);

    /// <summary>On which day.</summary>
    public DateOnly On { get; init => field = Bounded.Day(value, nameof(On)); } = Bounded.Day(On, nameof(On));

    /// <summary>Why; null where nobody said.</summary>
    public string? Reason { get; init => field = Bounded.Name(value, nameof(Reason)); }

    private static string Named(string by) => Bounded.Text(by, "A decision on a transfer names who made it.", nameof(By));
}
