namespace Competency.Rules.Tests;

/// <summary>What docs/readiness.md shows compiles, runs and gives what it says.</summary>
public class DocumentationTests
{
    private static string Page { get; } = Repository.Read("docs", "readiness.md");

    [Fact]
    public void The_example_in_code()
    {
        var standard = TestStandards.Mammography;

        // The lines below are those of the page: the test after this one compares them.
        var learner = new Learner("L-001", standard.Id)
        {
            BirthDate = new DateOnly(2003, 5, 17),
            Episodes = new Ledger<Episode>([new Episode(new DateOnly(2024, 9, 2), EpisodeKind.Learning)]),
            Claims = new Ledger<Claim>(
                standard.Select("K1-K46, S1-S38").Select(ksb => new Claim("E1", standard.Id, ksb,
                    new ClaimDecision(ClaimDecisionKind.Submitted, new DateOnly(2025, 5, 1)),
                    new ClaimDecision(ClaimDecisionKind.Accepted, new DateOnly(2025, 5, 20)) { By = "A. Assessor" })),
                completeAsAt: new DateOnly(2026, 3, 1)),
        };

        ReadinessReport report = EnglishApprenticeship.Gateway.Assess(learner, standard, asOf: new DateOnly(2026, 3, 1));

        Verdict verdict = report.Verdict;
        string? missing = report.Root.Find("ksbs")?.Outcome.Shortfall;
        DateOnly? earliest = report.EarliestDate;
        string first = report.Outstanding[0].Text;
        string page = report.ToMarkdown();
        string forOthers = report.Redacted().ToText();

        Assert.Equal((Verdict.NotMet, "no evidence: S39, S40, B1-B4", null), (verdict, missing, earliest));
        Assert.NotEmpty(first);
        Assert.NotEmpty(page);
        Assert.NotEmpty(forOthers);
    }

    [Fact]
    public void The_examples_of_reports()
    {
        var standard = TestStandards.Mammography;
        var learner = TestLearners.Ready(standard) with { Claims = TestLearners.Complete("2026-03-01", [.. TestLearners.AllAccepted(standard).SkipLast(1)]) };

        ReadinessReport report = EnglishApprenticeship.Gateway.Assess(learner, standard, asOf: new DateOnly(2026, 3, 1));
        var accepted = new Claim("E2", standard.Id, KsbCode.Parse("B4"), new ClaimDecision(ClaimDecisionKind.Accepted, new DateOnly(2026, 2, 27)));
        ReportDifference difference = report.WhatIf(accepted);
        string changes = difference.ToText();
        string page = GatewayPack.ToHtml(report.Redacted(RedactionLevel.ForOthers));
        ReportVerification proof = ReportVerification.Verify("signed.json", report.ToJson(), EnglishApprenticeship.Gateway, learner, standard);
        bool holds = proof.Holds;

        Assert.Contains("Not met → Met", changes, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.True(holds);
    }

    [Fact]
    public void The_example_of_a_transfer()
    {
        OccupationalStandard Version(string id, string second) => new(StandardId.Parse(id), "T", [new KsbStatement(KsbCode.Parse("K1"), "Weld steel."), new KsbStatement(KsbCode.Parse("K2"), second)]);
        var (oldStandard, newStandard) = (Version("ST0900@1.0", "Know the duties of an employer."), Version("ST0900@1.1", "Know the duties of an employee."));
        var learner = TestLearners.On(oldStandard) with { Claims = TestLearners.Complete("2026-03-01", TestLearners.AllAccepted(oldStandard, "2025-05-01")) };
        var policy = new ReadinessPolicy("p", "P", "1", Require.KsbsAchieved());
        var offers = new List<string>();

        VersionTransfer plan = VersionTransfer.Plan(oldStandard, newStandard, learner);
        foreach (TransferItem offer in plan.ToReview)
        {
            offers.Add($"{offer.Change.Old} / {offer.Change.New}: {string.Join(", ", offer.Evidence)}");
        }

        TransferDecision[] decisions = [new(KsbCode.Parse("K2"), KsbCode.Parse("K2"), IsApproved: true, By: "L. Ead", On: new DateOnly(2025, 6, 10))];
        VersionTransferResult moved = plan.Apply(decisions, on: new DateOnly(2025, 6, 15), by: "P. Rovider");
        ReportDifference verdicts = moved.Compare(policy, asOf: new DateOnly(2025, 6, 30));
        string record = moved.Record.ToJson();

        Assert.Equal("K2: Know the duties of an employer. / K2: Know the duties of an employee.: E1", Assert.Single(offers));
        Assert.Equal((Verdict.Met, Verdict.Met), (verdicts.Before.Verdict, verdicts.After.Verdict));
        Assert.Empty(TransferRecord.Read("a.transfer.json", record).Findings);
    }

    [Fact]
    public void The_examples_of_progress_and_streaming()
    {
        var standard = TestStandards.Mammography;
        var learner = TestLearners.Ready(standard);

        ProgrammeMilestone[] programme =
        [
            new("Module 1", Due: new DateOnly(2025, 1, 31)) { Ksbs = [KsbCode.Parse("K1"), KsbCode.Parse("K2")], Hours = 40 },
            new("Module 2", Due: new DateOnly(2025, 3, 31)) { Ksbs = [KsbCode.Parse("K3"), KsbCode.Parse("S1")], Hours = 40 },
        ];
        ProgrammeProgress progress = ProgrammeProgress.Of(learner, standard, programme, asOf: new DateOnly(2025, 4, 20));
        Pace pace = progress.Pace;
        string why = progress.ToText();

        // Nothing is accepted before August 2025, and only March 2025 has hours.
        Assert.Equal(Pace.Behind, pace);
        Assert.Contains("overdue", why, StringComparison.Ordinal);

        LearnerRecord record = new LearnerBuilder("L-001", StandardId.Parse("ST0583@1.2")) { BirthDate = new DateOnly(2003, 5, 17) }
            .Add(new Episode(new DateOnly(2024, 9, 2), EpisodeKind.Learning))
            .Decide("E1", KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, new DateOnly(2025, 5, 20)), evidenceKind: "observation")
            .Decide("E1", KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Submitted, new DateOnly(2025, 5, 1)))
            .CompleteAsAt<Claim>(new DateOnly(2026, 3, 1))
            .Build();
        Learner? made = record.Learner;

        // That it was observed is said by the second decision only.
        Assert.Equal([(1, null), (1, "observation")], made!.Claims.Entries.Select(c => (c.Decisions.Count, c.EvidenceKind)));
    }

    [Theory]
    [InlineData("readiness.md")]
    [InlineData("readiness-reports.md")]
    [InlineData("readiness-transfer.md")]
    [InlineData("readiness-progress.md")]
    [InlineData("readiness-streaming.md")]
    public void The_page_shows_the_example_that_runs(string page)
    {
        var code = Repository.Read("tests", "Competency.Rules.Tests", "DocumentationTests.cs").Replace("offers.Add(", "Console.WriteLine(", StringComparison.Ordinal);
        foreach (var line in Block("csharp", page).Split('\n').Select(l => l.Split("//")[0].Trim()).Where(l => l.Length > 0 && !l.StartsWith("using", StringComparison.Ordinal)))
        {
            Assert.Contains(line, code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_in_JSON()
    {
        var document = LearnerDocument.Read("readiness.learners.json", Block("json"), TestStandards.Known);

        Assert.Empty(document.Findings);
        var report = EnglishApprenticeship.Gateway.Assess(document.Learners.Single(), TestStandards.Mammography, new DateOnly(2026, 3, 1));
        Assert.Equal(Verdict.NotMet, report.Verdict);
        Assert.Equal(["ksbs"], report.Root.All.Where(r => r.Verdict is not (Verdict.Met or Verdict.DoesNotApply) && r.Children.Count == 0).Select(r => r.Requirement.Id));
        Assert.Equal("referred: S40", report.Root.Find("ksbs")!.Outcome.Shortfall);
        Assert.Equal("12 calendar months of learning were complete on 2025-10-03", report.Root.Find("minimum-duration")!.Outcome.Explanation);
        Assert.Equal("300 h of at least 278.4 h", report.Root.Find("off-the-job")!.Outcome.Explanation);
    }

    [Fact]
    public void The_example_in_JSON_is_as_the_schema_says() => Assert.Empty(TinySchema.Of("learner").Errors(Block("json")));

    [Fact]
    public void The_page_names_every_requirement_and_setting()
    {
        var gateway = EnglishApprenticeship.GatewayWith(new GatewaySettings { Portfolio = new PortfolioSettings("K1") });
        foreach (var id in gateway.Requirement.All.Where(r => r.Children.Count == 0 && r is not DeclarationRequirement).Select(r => r.Id))
        {
            Assert.Contains($"`{id}`", Page, StringComparison.Ordinal);
        }

        foreach (var setting in typeof(GatewaySettings).GetProperties().Where(p => p.Name is not ("None" or "EqualityContract")).Select(p => p.Name))
        {
            Assert.Contains($"| `{setting}` |", Page, StringComparison.Ordinal);
        }

        foreach (var ledger in typeof(Learner).GetProperties().Where(p => p.PropertyType.Name.StartsWith("Ledger", StringComparison.Ordinal)).Select(p => p.Name))
        {
            Assert.Contains($"`{ledger}`", Page, StringComparison.Ordinal);
        }
    }

    private static string Block(string language, string page = "readiness.md")
    {
        var text = Repository.Read("docs", page);
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
