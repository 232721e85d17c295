using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Policies;

public class FundingYearTests
{
    [Theory]
    [InlineData("2017-08-01", "2017/18")]
    [InlineData("2018-07-31", "2017/18")]
    [InlineData("2018-08-01", "2018/19")]
    [InlineData("1999-12-31", "1999/00")]
    public void A_funding_year_runs_from_August_to_July(string day, string year)
    {
        var of = FundingYear.Of(Day(day));

        Assert.Equal(year, of.ToString());
        Assert.InRange(Day(day), of.FirstDay, of.LastDay);
    }

    /// <summary>
    /// One learner in each funding year, worked out by hand: 25 at the start, everything accepted and declared, 300 h recorded, no break,
    /// judged 14 months after the start. Paid hours are 1,400 a year, so that a fifth is 280 h; 52 weeks at 37.5 h make 278.4 h.
    /// </summary>
    public static TheoryData<string, string, string, string, string> Years => new()
    {
        // start, minimum duration, off-the-job, English, plan delivered
        { "2017-09-04", "CannotTell", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" }, // before 15 January 2018 no minimum is cited
        { "2018-02-05", "Met: 12 calendar months of learning were complete on 2019-02-05", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" },
        { "2018-09-03", "Met: 12 calendar months of learning were complete on 2019-09-03", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" },
        { "2019-09-02", "Met: 12 calendar months of learning were complete on 2020-09-02", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" },
        { "2020-09-01", "Met: 12 calendar months of learning were complete on 2021-09-01", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" },
        { "2021-09-01", "Met: 12 calendar months of learning were complete on 2022-09-01", "Met: 300 h of at least 280 h", "Met", "DoesNotApply" },
        { "2022-09-01", "Met: 12 calendar months of learning were complete on 2023-09-01", "Met: 300 h of at least 278.4 h", "Met", "DoesNotApply" },
        { "2023-09-01", "Met: 12 calendar months of learning were complete on 2024-09-01", "Met: 300 h of at least 278.4 h", "Met", "DoesNotApply" },
        { "2024-09-02", "Met: 12 calendar months of learning were complete on 2025-09-02", "Met: 300 h of at least 278.4 h", "Met", "DoesNotApply" },
        { "2025-09-01", "Met: 8 calendar months of learning were complete on 2026-05-01", "CannotTell", "Met", "DoesNotApply" }, // the published hours are not in the document
        { "2026-09-01", "Met: 8 calendar months of learning were complete on 2027-05-01", "CannotTell", "Met", "NotMet" }, // nobody agreed that the plan was delivered
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void The_rules_are_those_of_the_original_start(string start, string duration, string offTheJob, string english, string plan)
    {
        var day = Day(start);
        var asOf = day.AddMonths(14);
        var standard = TestStandards.Mammography;
        var learner = Ready(standard) with
        {
            BirthDate = day.AddYears(-25),
            Claims = Complete("2030-01-01", [.. standard.Ksbs.Select(k => new Claim("E1", standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, day.AddMonths(10))))]),
            Episodes = Complete("2030-01-01", new Episode(day, EpisodeKind.Learning)),
            Employments = Of(new Employment(day, "County Hospital")),
            Plans = Of(new TrainingPlan(day) { Weeks = 52, WeeklyHours = 37.5m, PaidHours = 1400 }),
            Hours = Complete("2030-01-01", new HoursEntry(day.AddMonths(6), 300)),
            Certificates = Of(new Certificate(Day("2015-08-20"), "English") { Level = QualificationLevel.Level2 }, new Certificate(Day("2015-08-20"), "Maths") { Level = QualificationLevel.Level2 }),
            Declarations = Complete("2030-01-01",
                new Declaration(asOf, DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { By = "M", Employer = "County Hospital" },
                new Declaration(asOf, DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = "T" },
                new Declaration(asOf, DeclarationKind.GatewayAgreement, DeclarationRole.Apprentice) { By = "J" }),
        };

        var report = EnglishApprenticeship.Gateway.Assess(learner, standard, asOf);

        string Of2(string id) => report.Root.Find(id) is { } node ? node.Verdict == Verdict.Met ? $"Met: {node.Outcome.Explanation}" : node.Verdict.ToString() : "absent";
        Assert.Equal(duration, Of2("minimum-duration"));
        Assert.Equal(offTheJob, Of2("off-the-job"));
        Assert.StartsWith(english, Of2("english"), StringComparison.Ordinal);
        Assert.Equal(plan, Of2("plan-delivered"));
        var open = new[] { duration, offTheJob, plan }.Where(v => v is "CannotTell" or "NotMet").ToArray();
        Assert.Equal(open.Contains("NotMet") ? Verdict.NotMet : open.Length > 0 ? Verdict.CannotTell : Verdict.Met, report.Verdict);
    }

    [Theory]
    [InlineData("2016-07-31", "2017-07-31", "DoesNotApply", "DoesNotApply")] // before the checks
    [InlineData("2016-08-01", "2017-07-31", "NotYetDue", "DoesNotApply")] // 364 days
    [InlineData("2016-08-01", "2017-08-01", "Met", "DoesNotApply")] // 365 days
    [InlineData("2017-09-01", "2018-09-01", "Met", "NotYetDue")] // 365 days, and 372 are asked of 2017/18
    [InlineData("2017-09-01", "2018-09-08", "Met", "Met")]
    [InlineData("2024-02-01", "2025-01-31", "Met", "DoesNotApply")] // 2024 is a leap year: 365 days are over on 31 January, 12 months a day later
    [InlineData("2025-08-01", "2026-04-01", "DoesNotApply", "DoesNotApply")]
    public void A_check_of_data_is_shown_and_decides_nothing(string start, string asOf, string check, string historical)
    {
        var learner = On(TestStandards.Mammography) with { Episodes = Complete("2030-01-01", Learning(start)) };

        var report = EnglishApprenticeship.Gateway.Assess(learner, TestStandards.Mammography, Day(asOf));
        var without = new ReadinessPolicy("w", "W", "1", Require.AllOf("r", "R", ((QuantifiedRequirement)EnglishApprenticeship.Gateway.Requirement).Children.Where(c => c.Basis != RequirementBasis.DataCheck)));

        Assert.Equal((check, historical), (report.Root.Find("data-check")!.Verdict.ToString(), report.Root.Find("historical-data-check")!.Verdict.ToString()));
        Assert.Equal(without.Assess(learner, TestStandards.Mammography, Day(asOf)).Verdict, report.Verdict);
    }

    /// <summary>The last day of learning is that of completion, whatever was entered for days after it; only who learns again goes on.</summary>
    [Theory]
    [InlineData(EpisodeKind.Break, "2025-10-01", Verdict.NotMet)]
    [InlineData(EpisodeKind.Break, "2026-03-01", Verdict.NotMet)]
    [InlineData(EpisodeKind.Learning, "2025-10-01", Verdict.Met)]
    public void Days_end_with_completion(EpisodeKind after, string asOf, Verdict expected)
    {
        var learner = On(TestStandards.Mammography) with
        {
            Episodes = Complete("2030-01-01", Learning("2024-09-02"), new Episode(Day("2025-02-02"), EpisodeKind.Completed), new Episode(Day("2025-07-04"), after) { To = Day("2026-02-28") }),
        };

        Assert.Equal(expected, new ReadinessPolicy("p", "P", "1", Require.DaysElapsed("d", "D", 365)).Assess(learner, TestStandards.Mammography, Day(asOf)).Verdict);
    }

    [Fact]
    public void From_August_2026_all_three_agree_that_the_plan_was_delivered()
    {
        Declaration Agreed(DeclarationRole role) => new(Day("2027-06-01"), DeclarationKind.PlanDelivered, role) { By = "X", Employer = role == DeclarationRole.Employer ? "County Hospital" : null };
        RequirementReport Judge(string start, params Declaration[] declarations) => EnglishApprenticeship.Gateway.Assess(
            On(TestStandards.Mammography) with
            {
                Episodes = Complete("2030-01-01", Learning(start)),
                Employments = Of(new Employment(Day(start), "County Hospital")),
                Declarations = Complete("2030-01-01", declarations),
            },
            TestStandards.Mammography,
            Day("2027-07-01")).Root.Find("plan-delivered")!;

        Declaration[] all = [Agreed(DeclarationRole.Employer), Agreed(DeclarationRole.Provider), Agreed(DeclarationRole.Apprentice)];
        Assert.Equal(Verdict.Met, Judge("2026-08-01", all).Verdict);
        Assert.Equal(Verdict.NotMet, Judge("2026-08-01", all[..2]).Verdict);
        Assert.Equal(Verdict.DoesNotApply, Judge("2026-07-31", all[..2]).Verdict);
    }
}
