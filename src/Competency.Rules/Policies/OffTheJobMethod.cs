namespace Competency.Rules;

/// <summary>How the least off-the-job training of an apprentice is worked out.</summary>
public enum OffTheJobMethod
{
    /// <summary>A fifth of all paid hours of the planned training.</summary>
    ShareOfPaidHours,

    /// <summary>A fifth of the weekly hours (at most 30) over the planned weeks less statutory leave.</summary>
    ShareOfPlannedWeeks,

    /// <summary>The hours that are published for the standard.</summary>
    PublishedHours,
}
