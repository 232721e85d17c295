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
}
