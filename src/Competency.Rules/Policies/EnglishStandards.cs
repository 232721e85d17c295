namespace Competency.Rules;

/// <summary>
/// What the publications of apprenticeship standards print of a standard's duration, for standards whose documents do not hold it: the
/// page of the occupation, which they were made of, has no duration.
/// </summary>
public static class EnglishStandards
{
    private static readonly Dictionary<StandardId, PublishedDuration> Durations = new()
    {
        [StandardId.Parse("ST0583@1.2")] = new(12, PublishedDuration.MinimumLabel, new Citation("Apprenticeship standard ST0583, version 1.2", "Skills England", Certainty.OfficialText)),
        [StandardId.Parse("ST0220@1.1")] = new(24, "Typical", new Citation("Apprenticeship standard ST0220, version 1.1", "Skills England", Certainty.Secondary)),
    };

    /// <summary>
    /// The duration to gateway of a standard: its document's, else the publication's; null where neither is known. A document that calls it otherwise than a minimum does not
    /// silence a publication that is known to print one: records of the published API name every duration "typical".
    /// </summary>
    public static PublishedDuration? DurationOf(OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        var known = Durations.GetValueOrDefault(standard.Id);
        if (standard.KeyInformation.DurationMonths is not { } months)
        {
            return known;
        }

        var documents = new PublishedDuration(months, standard.KeyInformation.DurationLabel);
        return known is { IsMinimum: true } && !documents.IsMinimum ? known : documents;
    }
}
