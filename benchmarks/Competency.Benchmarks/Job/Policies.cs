using Competency.Rules;

namespace Competency.Benchmarks.Job;

/// <summary>The policies that are judged by.</summary>
internal static class Policies
{
    /// <summary>
    /// Everything that gateway asks of a start before August 2025: KSBs, twelve months, off-the-job hours, English and maths, declarations.
    /// </summary>
    public static ReadinessPolicy Gateway { get; } = EnglishApprenticeship.GatewayWith(new GatewaySettings { MandatoryQualifications = [] });

    /// <summary>The KSBs alone.</summary>
    public static ReadinessPolicy Ksbs { get; } = new("ksbs", "All KSBs", "1", Require.KsbsAchieved());

    // Made when they are asked for: what a fresh process needs for gateway is measured.

    /// <summary>Four fifths of the KSBs, whichever they are: a sum for each learner.</summary>
    public static ReadinessPolicy Share => field ??= new("share", "80 % of the KSBs", "1", Require.KsbsAchieved(atLeast: KsbThreshold.Percent(80)));

    /// <summary>Each duty by itself: many requirements of few columns.</summary>
    public static ReadinessPolicy Duties => field ??= new("duties", "Each duty", "1", Require.AllOf("duties", "Each duty is complete", Standards.Mammography.Duties.Select(Duty)));

    /// <summary>Most duties, whichever they are: a choice among many requirements of few columns.</summary>
    public static ReadinessPolicy MostDuties => field ??= new("most-duties", "8 of 11 duties", "1", Require.AtLeast(8, "duties", "Eight duties are complete", Standards.Mammography.Duties.Select(Duty)));

    /// <summary>All KSBs, and most duties: each column is asked for by many requirements, of which some stand under a choice.</summary>
    public static ReadinessPolicy KsbsAndMostDuties => field ??= new("ksbs-and-most-duties", "All KSBs, and 8 of 11 duties", "1", Require.AllOf("all", "All KSBs, and eight duties", Require.KsbsAchieved(), MostDuties.Requirement));

    /// <summary>The first duties or the others: requirements under others under a choice.</summary>
    public static ReadinessPolicy EitherDuties => field ??= new("either-duties", "The first five duties, or the others", "1", Require.AnyOf(
        "either",
        "The first five duties are complete, or the others",
        Require.AllOf("first", "The first five duties are complete", Standards.Mammography.Duties.Take(5).Select(Duty)),
        Require.AllOf("others", "The other duties are complete", Standards.Mammography.Duties.Skip(5).Select(Duty))));

    private static KsbsAchievedRequirement Duty(OccupationDuty duty) => Require.KsbsAchieved($"duty-{duty.Number}", $"Duty {duty.Number}");
}
