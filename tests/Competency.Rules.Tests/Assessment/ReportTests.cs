using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class ReportTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static Learner Wanting => Ready(Standard) with
    {
        Claims = Complete("2026-03-01", [.. AllAccepted(Standard).SkipLast(1)]),
        Certificates = Complete("2026-03-01", new Certificate(Day("2020-08-20"), "English") { Level = QualificationLevel.Entry3 }, new Certificate(Day("2020-08-20"), "Maths") { Level = QualificationLevel.Level1 }),
        Exemptions = Complete("2026-03-01", new EnglishAndMathsExemption(Day("2024-09-02"), CoreSubject.English) { HasEhcPlan = true }),
        Choices = None<EnglishAndMathsChoice>("2026-03-01"),
    };

    private static ReadinessReport Report(Learner learner, string asOf = "2026-03-01", string? knownAt = null) =>
        EnglishApprenticeship.Gateway.Assess(learner, Standard, Day(asOf), knownAt is null ? null : Day(knownAt));

    [Fact]
    public void The_same_inputs_give_the_same_bytes()
    {
        Assert.Equal(Report(Wanting).ToJson(), Report(Wanting).ToJson());
        Assert.Equal(Report(Wanting).ToText(), Report(Wanting).ToText());
        Assert.Equal(Report(Wanting).ToMarkdown(), Report(Wanting).ToMarkdown());
    }

    [Fact]
    public void No_culture_changes_a_report()
    {
        var before = CultureInfo.CurrentCulture;
        var (json, text) = (Report(Wanting).ToJson(), Report(Wanting).ToText());
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = ",";
            other.NumberFormat.NegativeSign = "~";
            other.DateTimeFormat.ShortDatePattern = "d.M.yy";
            CultureInfo.CurrentCulture = other;

            Assert.Equal(json, Report(Wanting).ToJson());
            Assert.Equal(text, Report(Wanting).ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_text_says_it_all_on_one_page()
    {
        var text = Report(Wanting).ToText();

        Assert.StartsWith("Readiness for gateway (England): Not met\nLearner L1, Jo Apprentice\nStandard ST0583@1.2 Mammography associate\nAs of 2026-03-01, known at 2026-03-01\n", text, StringComparison.Ordinal);
        foreach (var line in new[]
        {
            "    89 of 90 KSBs achieved",
            "    Missing: no evidence: B4",
            "      Source: SI 2017/1310 (UK legislation; certainty A)",
            "      Fact: declaration: 2026-02-20, M. Anager, County Hospital [2026-02-20]",
            "  1. Provider: Document the learner's decision on studying maths and sign the plan again (way 1 of 2, 1 is needed: What is asked of this learner in maths is done)",
            "  Duty 11: lacks B4",
            "  A portfolio: no assessment plan was given",
        })
        {
            Assert.Contains(line + "\n", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_JSON_holds_everything_by_which_it_can_be_made_again()
    {
        var report = Report(Wanting, knownAt: "2026-03-02");
        using var json = JsonDocument.Parse(report.ToJson());
        var root = json.RootElement;

        Assert.Equal("competency.readiness/1", root.GetProperty("document").GetString());
        Assert.Equal("notMet", root.GetProperty("verdict").GetString());
        Assert.Equal(("2026-03-01", "2026-03-02"), (root.GetProperty("asOf").GetString(), root.GetProperty("knownAt").GetString()));
        Assert.Equal(("ST0583@1.2", Standard.Fingerprint), (root.GetProperty("standard").GetString(), root.GetProperty("standardFingerprint").GetString()));
        Assert.Equal(16, root.GetProperty("factsDigest").GetString()!.Length);
        var policy = root.GetProperty("policy").GetProperty("requirement");
        Assert.Equal("allOf", policy.GetProperty("kind").GetString());
        Assert.Equal(EnglishApprenticeship.Gateway.Requirement.All.Count(), Count(policy));
        Assert.Equal(report.Root.All.Count(), Count(root.GetProperty("result")));

        static int Count(JsonElement node) => 1
            + (node.TryGetProperty("requirements", out var children) ? children.EnumerateArray().Sum(Count) : 0)
            + new[] { "if", "then" }.Sum(n => node.TryGetProperty(n, out var child) ? Count(child) : 0);
    }

    [Fact]
    public void Every_cannot_tell_names_what_is_missing_and_what_to_do()
    {
        foreach (var learner in new[] { On(Standard), On(Standard) with { Episodes = Of(Learning("2017-01-01")) }, On(Standard) with { Episodes = Of(Learning("2025-10-01")) } })
        {
            var report = Report(learner);

            Assert.All(report.Root.All.Where(r => r.Verdict == Verdict.CannotTell && r.Children.Count == 0), r => Assert.NotEmpty(r.Outcome.MissingFacts));
            Assert.All(report.Root.All.Where(r => r.Verdict is Verdict.CannotTell or Verdict.NotMet or Verdict.NotYetDue && r.Children.Count == 0), r => Assert.NotEmpty(r.Outcome.Actions));
        }
    }

    [Fact]
    public void What_comes_from_data_cannot_break_out_of_Markdown_or_of_its_line()
    {
        var learner = Wanting with { Name = "Jo\n# Ready | <script>alert(1)</script> [x](http://x) *b*" };
        var markdown = Report(learner).ToMarkdown();

        Assert.Contains("Jo \\# Ready \\| &lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](http\\://x) \\*b\\*\n", markdown, StringComparison.Ordinal);
        Assert.Contains("Learner L1, Jo # Ready | <script>", Report(learner).ToText(), StringComparison.Ordinal);
    }

    /// <summary>What stands behind the sign of a list begins no block of its own, and an address is no link of ours.</summary>
    [Theory]
    [InlineData("---", "\\---")]
    [InlineData("- [ ] x", "\\- \\[ \\] x")]
    [InlineData("+ x", "\\+ x")]
    [InlineData("===", "\\===")]
    [InlineData("12. x", "12\\. x")]
    [InlineData("1) x", "1\\) x")]
    [InlineData("https://x.example and www.x.example", "https\\://x.example and www\\.x.example")]
    [InlineData("2026-03-01 is 1.5 after -3 + 2 = x; www: a://", "2026-03-01 is 1.5 after -3 + 2 = x; www: a\\://")]
    [InlineData("-3", "-3")]
    public void What_would_begin_a_block_or_a_link_is_escaped(string text, string escaped) => Assert.Equal(escaped, Competency.Text.MarkdownText.Escape(text));

    [Fact]
    public void A_report_for_others_keeps_health_disability_and_age_out()
    {
        var full = Report(Wanting);
        var shared = full.Redacted();

        Assert.Equal(full.Verdict, shared.Verdict);
        foreach (var text in new[] { shared.ToText(), shared.ToMarkdown(), shared.ToJson() })
        {
            foreach (var secret in new[] { "disability and", "adjustment", "entry level", "health and care", "age at", "2004", "level 1", "decision on studying" })
            {
                Assert.DoesNotContain(secret, text.Replace("touch on health, disability or age", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Contains("entry level 3", full.ToText(), StringComparison.Ordinal);
        Assert.Contains(full.FactsDigest!, full.ToJson() + full.ToText() + full.ToMarkdown(), StringComparison.Ordinal);
        Assert.Null(shared.FactsDigest);
        Assert.DoesNotContain(full.FactsDigest!, shared.ToJson() + shared.ToText() + shared.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("See to what is left out here: What is asked of this learner in maths is done", shared.Outstanding.Select(a => a.Text));
    }

    [Fact]
    public void A_rule_in_code_can_keep_its_facts_from_others_too()
    {
        var rule = Require.Custom("sight", "sight", "Sight suffices", _ => Outcome.NotMet("Colour-blind", "sight"), isSensitive: true);
        var report = Assess(rule, On(Standard), Standard, "2026-03-01");

        Assert.Contains("Colour-blind", report.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Colour-blind", report.Redacted().ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" Maths", true)]
    [InlineData("english", true)]
    [InlineData("Diploma in English law", false)]
    public void A_certificate_that_is_asked_in_English_or_maths_is_kept_from_others(string subject, bool isWithheld)
    {
        var report = Assess(Require.Certificate("c", subject), Empty(Standard, "2026-03-01"), Standard, "2026-03-01").Redacted();

        Assert.Equal((Verdict.NotMet, isWithheld), (report.Verdict, report.Root.IsWithheld));
    }

    [Fact]
    public void A_policy_in_JSON_says_the_parameters_of_each_kind()
    {
        var settings = new GatewaySettings { StandardMinimumPrevails = true, StandardMinimumMonths = 18, PublishedOffTheJobHours = 605.5m, EnglishAndMathsForEveryone = true, MandatoryQualifications = ["Diploma"], Portfolio = new PortfolioSettings("K5, K1-K3") };
        var json = EnglishApprenticeship.GatewayWith(settings).Assess(Wanting, Standard, Day("2026-03-01")).ToJson();

        foreach (var member in new[] { "\"prevails\": true", "\"months\": 18", "\"publishedHours\": 605.5", "\"passForEveryone\": true", "\"subject\": \"Diploma\"", "\"ksbs\": \"K1-K3, K5\"", "\"needsAuthenticity\": true", "\"declaration\": \"worksAtStandard\"", "\"role\": \"employer\"" })
        {
            Assert.Contains(member, json, StringComparison.Ordinal);
        }
    }

    /// <summary>The law behind "what did you know when you signed": nothing that is recorded later changes a report made for an earlier day.</summary>
    [Fact]
    public void What_is_recorded_later_changes_no_byte_of_an_earlier_report() =>
        Property.Holds(
            from code in Gen.Elements<KsbStatement>([.. Standard.Ksbs])
            from kind in Gen.Elements(Enum.GetValues<ClaimDecisionKind>())
            from held in Gen.Choose(-400, 400)
            from late in Gen.Choose(1, 500)
            from what in Gen.Choose(0, 8)
            select (code, kind, held, late, what),
            c =>
            {
                var asOf = Day("2026-03-01");
                var (on, recorded) = (asOf.AddDays(c.held), asOf.AddDays(c.late));
                var learner = Wanting with { Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 300) { Id = "H1" }) };
                var later = c.what switch
                {
                    0 => learner with { Claims = new Ledger<Claim>([.. learner.Claims.Entries, new Claim("E1", Standard.Id, c.code.Code, new ClaimDecision(c.kind, on) { Recorded = recorded })], learner.Claims.Completeness) },
                    1 => learner with { Hours = new Ledger<HoursEntry>([.. learner.Hours.Entries, new HoursEntry(on, 5) { Replaces = "H1", Recorded = recorded }], learner.Hours.Completeness) },
                    2 => learner with { Episodes = new Ledger<Episode>([.. learner.Episodes.Entries, new Episode(on, EpisodeKind.Withdrawn) { Recorded = recorded }], learner.Episodes.Completeness) },
                    3 => learner with { Exemptions = new Ledger<EnglishAndMathsExemption>(learner.Exemptions.Entries, [.. learner.Exemptions.Completeness, new Completeness(asOf.AddDays(900)) { Recorded = recorded }]) },
                    4 => learner with { Declarations = new Ledger<Declaration>([.. learner.Declarations.Entries, new Declaration(on, DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { Recorded = recorded }], learner.Declarations.Completeness) },
                    5 => learner.With(new StandardMove(on, TestStandards.MammographyBefore.Id, Standard.Id) { Recorded = recorded }),
                    6 => learner.With(new Claim("E9", TestStandards.MammographyBefore.Id, c.code.Code, new ClaimDecision(c.kind, on) { Recorded = recorded }), new StandardMove(on, TestStandards.MammographyBefore.Id, Standard.Id) { Recorded = recorded, Carried = [new KsbLink(c.code.Code, c.code.Code)] }),
                    7 => learner.With(new StartingPoint(on, 5) { Recorded = recorded }),
                    _ => learner with { Claims = new Ledger<Claim>([.. learner.Claims.Entries, new Claim("E9", Standard.Id, c.code.Code, new ClaimDecision(c.kind, asOf.AddDays(c.late)))], learner.Claims.Completeness) },
                };

                return Report(learner).ToJson() == Report(later).ToJson();
            });

    [Fact]
    public void The_digest_changes_with_the_facts() =>
        Assert.NotEqual(Report(Wanting).FactsDigest, Report(Wanting with { BirthDate = Day("2004-01-16") }).FactsDigest);
}
