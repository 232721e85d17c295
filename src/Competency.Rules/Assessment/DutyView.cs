namespace Competency.Rules;

/// <summary>
/// A duty seen through the KSBs that it maps. A view only: readiness is judged on KSBs and on people's decisions, so that one missing
/// behaviour is one shortfall, however many duties need it.
/// </summary>
/// <param name="Duty">The duty.</param>
/// <param name="Missing">Those of its KSBs that are not achieved.</param>
public sealed record DutyView(OccupationDuty Duty, KsbSet Missing)
{
    /// <summary>Whether every KSB that it maps is achieved. A duty that maps none is never complete.</summary>
    public bool IsComplete => Missing.IsEmpty && Duty.Ksbs.Count > 0;

    /// <summary>The duties in force; those of options only where the learner's option is known.</summary>
    internal static IReadOnlyList<DutyView> Of(AssessmentContext context) =>
    [
        .. context.Standard.Duties
            .Where(d => d.IsCore || (context.Option is { } option && d.Options.Contains(option.Id)))
            .Select(d => new DutyView(d, KsbSet.Of(context.Standard, [.. d.Ksbs.Where(k => context.Standard.Contains(k) && context.Ksbs[k] != KsbStanding.Achieved)]))),
    ];
}
