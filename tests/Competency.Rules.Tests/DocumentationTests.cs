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
    public void The_page_shows_the_example_that_runs()
    {
        var code = Repository.Read("tests", "Competency.Rules.Tests", "DocumentationTests.cs");
        foreach (var line in Block("csharp").Split('\n').Select(l => l.Split("//")[0].Trim()).Where(l => l.Length > 0 && !l.StartsWith("using", StringComparison.Ordinal)))
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
    public void The_example_in_JSON_is_as_the_schema_says() => JsonSchemaFile.Learner.Check(Block("json"));

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

    private static string Block(string language)
    {
        var start = Page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Page[start..Page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
