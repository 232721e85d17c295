using Competency.Benchmarks.Job;

namespace Competency.Benchmarks.Baselines;

/// <summary>What a developer writes: LINQ and a <see cref="HashSet{T}"/> of accepted codes; yes or no, without a reason.</summary>
internal static class DeveloperCode
{
    public static bool IsReady(DeveloperLearner learner, DeveloperStandard standard, DateOnly asOf)
    {
        var accepted = learner.Evidence
            .Where(e => e.Status == "accepted" && e.DecidedOn <= asOf)
            .SelectMany(e => e.Ksbs)
            .ToHashSet();
        if (!standard.Ksbs.All(accepted.Contains) || !standard.Duties.All(d => d.All(accepted.Contains)))
        {
            return false;
        }

        var breaks = learner.Breaks.Where(b => b.From <= asOf).Sum(b => b.To.DayNumber - b.From.DayNumber + 1);
        if (asOf < learner.Start.AddMonths(standard.MinimumMonths).AddDays(breaks))
        {
            return false;
        }

        var minimum = (learner.PlannedWeeks - (learner.PlannedWeeks * 5.6m / 52m)) * Math.Min(learner.WeeklyHours, 30m) * 0.2m;
        var hours = learner.Hours
            .Where(h => h.Date <= asOf && h.OffTheJob && h.InPaidHours && !learner.Breaks.Any(b => b.From <= h.Date && h.Date <= b.To))
            .Sum(h => h.Number);
        return hours >= minimum
               && learner.Certificates.Any(c => c.Subject == "english" && c.Level >= 2 && c.Date <= asOf)
               && learner.Certificates.Any(c => c.Subject == "maths" && c.Level >= 2 && c.Date <= asOf)
               && learner.Declarations.Any(d => d.What == "worksAtStandard" && d.Role == "employer" && d.Employer == learner.Employer && d.Date <= asOf)
               && learner.Declarations.Any(d => d.What == "gatewayReview" && d.Role == "provider" && d.Date <= asOf)
               && learner.Declarations.Any(d => d.What == "gatewayAgreement" && d.Role == "apprentice" && d.Date <= asOf);
    }
}
