using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Policies;

public class CollegeOfRadiographersTests
{
    private const AccreditationPathway Pathway = AccreditationPathway.MammographyAssociateLevel4;

    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static Learner With(Certificate[] certificates, int? activities = null, int? outcomes = null, string on = "2026-01-15") => On(Standard) with
    {
        Certificates = Complete("2030-01-01", certificates),
        Facts = Complete("2030-01-01",
        [
            .. activities is { } a ? [CollegeOfRadiographers.Activities.At(Day(on), a)] : Array.Empty<FactEntry>(),
            .. outcomes is { } o ? [CollegeOfRadiographers.OutcomesShown.At(Day(on), o)] : Array.Empty<FactEntry>(),
        ]),
    };

    private static Verdict Accredited(Learner learner, AccreditationPathway pathway = Pathway) => CollegeOfRadiographers.Accreditation(pathway).Assess(learner, Standard, Day("2026-03-01")).Verdict;

    [Fact]
    public void By_an_approved_course() => Assert.Equal(Verdict.Met, Accredited(With([new Certificate(Day("2025-06-30"), "Approved course Mammography Associate-L4")])));

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    public void A_renewal_is_called_for_before_the_end_and_after_the_beginning(int months) =>
        Assert.Contains("a number from 1 to 23", Assert.Throws<ArgumentOutOfRangeException>("renewWithinMonths", () => CollegeOfRadiographers.Renewal(Pathway, months)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(12, 6, Verdict.Met)]
    [InlineData(11, 6, Verdict.NotMet)]
    [InlineData(12, 5, Verdict.NotMet)]
    [InlineData(12, null, Verdict.NotMet)]
    public void Or_by_another_course_and_activities_after_it(int activities, int? outcomes, Verdict verdict) =>
        Assert.Equal(verdict, Accredited(With([new Certificate(Day("2023-06-30"), "course Mammography Associate-L4")], activities, outcomes)));

    [Fact]
    public void Activities_alone_are_no_route_and_another_pathways_course_is_none()
    {
        Assert.Equal(Verdict.NotMet, Accredited(With([], 20, 6)));
        Assert.Equal(Verdict.NotMet, Accredited(With([new Certificate(Day("2025-06-30"), "approved course AP-L4")])));
        Assert.Equal(Verdict.Met, Accredited(With([new Certificate(Day("2025-06-30"), "approved course AP-L4")]), AccreditationPathway.AssistantPractitionerLevel4));
    }

    [Theory]
    [InlineData("2024-03-01", Verdict.Met, true)] // two years end on the day itself
    [InlineData("2024-02-28", Verdict.NotMet, false)]
    [InlineData("2024-06-01", Verdict.Met, true)] // ends on 1 June 2026: three months before is today
    [InlineData("2024-06-02", Verdict.Met, false)]
    public void An_accreditation_lasts_two_years(string accredited, Verdict verdict, bool isDue)
    {
        var report = CollegeOfRadiographers.Renewal(Pathway).Assess(With([new Certificate(Day(accredited), CollegeOfRadiographers.Accredited(Pathway))], 12, 6), Standard, Day("2026-03-01"));

        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(verdict == Verdict.Met ? Day(accredited).AddMonths(24) : null, report.MetUntil);
        Assert.Equal(isDue, report.Root.All.Any(r => r.Outcome.Attention.Count > 0));
    }

    [Fact]
    public void A_renewal_begins_two_years_anew() => Assert.Equal(
        Day("2028-02-10"),
        CollegeOfRadiographers.Renewal(Pathway).Assess(With([new Certificate(Day("2024-03-01"), CollegeOfRadiographers.Accredited(Pathway)), new Certificate(Day("2026-02-10"), CollegeOfRadiographers.Accredited(Pathway))], 12, 6), Standard, Day("2026-03-01")).MetUntil);
}
