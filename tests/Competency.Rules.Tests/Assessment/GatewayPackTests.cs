using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class GatewayPackTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static ReadinessReport Report(Learner learner) => EnglishApprenticeship.Gateway.Assess(learner, Standard, Day("2026-03-01"));

    /// <summary>As ready, but B4 is referred and the provider has not reviewed.</summary>
    private static Learner Wanting => Ready(Standard) with
    {
        Claims = Complete("2026-03-01", [.. Claims(Standard, "K1-K46, S1-S40", ClaimDecisionKind.Accepted, "2025-06-01"), .. Claims(Standard, "B1-B3", ClaimDecisionKind.Accepted, "2025-09-01", "E2"), .. Claims(Standard, "B4", ClaimDecisionKind.Referred, "2025-09-01", "E2")]),
        Declarations = Complete("2026-03-01", [.. Ready(Standard).Declarations.Entries.Where(d => d.Role != DeclarationRole.Provider)]),
    };

    /// <summary>The page is well-formed XML too, but for its first line and its three void elements.</summary>
    private static XElement Parsed(string html) =>
        XElement.Parse(Regex.Replace(html.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), "<meta [^>]*>", "").Replace("&quot;", "&#34;", StringComparison.Ordinal));

    private static string[][] Rows(string html) => [.. Parsed(html).Descendants("tbody").Single().Elements("tr").Select(r => r.Elements().Select(c => string.Join(" / ", c.Elements("p").Any() ? c.Elements("p").Select(p => p.Value) : c.Value.Length == 0 ? [] : [c.Value])).ToArray())];

    [Fact]
    public void Each_requirement_has_evidence_who_signed_and_what_is_missing()
    {
        var rows = Rows(GatewayPack.ToHtml(Report(Wanting)));

        Assert.Contains(rows, r => r is ["Every KSB in force is achieved: at least one claim on it is accepted in full", "Not met", "89 of 90 KSBs achieved / Evidence: E1, E2", "A. Assessor, assessor, 2025-06-01 to 2025-09-01", "referred: B4"]);
        Assert.Contains(rows, r => r is ["The current employer is content that the apprentice works at or above the standard", "Met", "Declared on 2026-02-20 / Evidence: 2026-02-20", "M. Anager, employer, County Hospital, 2026-02-20", ""]);
        Assert.Contains(rows, r => r is ["The provider has reviewed the apprentice's readiness", "Not met", "No such declaration is recorded", "", "the declaration"]);
        Assert.Contains(rows, r => r[1] == "Met" && r[3] == "R. Egistrar, saw the certificate");

        // Nobody is said to have seen what nobody is recorded to have seen.
        var unseen = Rows(GatewayPack.ToHtml(Report(Wanting with { Certificates = new Ledger<Certificate>(Wanting.Certificates.Entries.Select(c => c with { SeenBy = null }), Wanting.Certificates.Completeness) })));
        Assert.DoesNotContain(unseen, r => r[3].Contains("saw the certificate", StringComparison.Ordinal));
        Assert.Equal(Report(Wanting).Root.All.Count(r => r.Children.Count == 0 && r.Verdict != Verdict.DoesNotApply && r.Requirement is not StartedBetweenRequirement), rows.Length);
    }

    /// <summary>Nobody hands in a condition: it stands on the page only where it is itself not known.</summary>
    [Fact]
    public void A_condition_that_holds_is_no_line_of_the_page_and_one_that_nobody_can_tell_is()
    {
        var regulated = Fact.Flag("regulated", "regulated role");
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.When("when", "Checked in a regulated role",
            Require.Fact("regulated", regulated).Saying("The role is regulated"), Require.Fact("checked", Fact.Flag("checked", "check")).Saying("The check is done")));

        string[] Lines(Learner learner) => [.. Rows(GatewayPack.ToHtml(policy.Assess(learner, Standard, Day("2026-03-01")))).Select(r => $"{r[0]}: {r[1]}")];

        Assert.Equal(["The check is done: Cannot tell"], Lines(Ready(Standard) with { Facts = Of(regulated.At(Day("2025-01-01"), value: true)) }));
        Assert.Equal(["The role is regulated: Cannot tell"], Lines(Ready(Standard) with { Facts = Ledger<FactEntry>.Unknown }));
    }

    [Fact]
    public void Markdown_says_the_same()
    {
        var markdown = GatewayPack.ToMarkdown(Report(Wanting));

        Assert.StartsWith("# Readiness for gateway (England): Not met\n\n- **Learner**: L1, Jo Apprentice\n", markdown, StringComparison.Ordinal);
        Assert.Contains("| **Not met** | 89 of 90 KSBs achieved<br>Evidence: E1, E2 | A. Assessor, assessor, 2025-06-01 to 2025-09-01 | referred: B4 |\n", markdown, StringComparison.Ordinal);
        Assert.Contains("1. Apprentice: Rework or add evidence for B4 (E2)\n", markdown, StringComparison.Ordinal);
        Assert.All(markdown.Split('\n').Where(l => l.StartsWith('|')), l => Assert.Equal(6, l.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|')));
    }

    [Fact]
    public void The_page_needs_nothing_but_itself_and_can_be_read_aloud()
    {
        var html = GatewayPack.ToHtml(Report(Wanting));
        var page = Parsed(html);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)(src|href|url\\()", Regex.Replace(html, "(default|style)-src", ""));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Equal("en-GB", page.Attribute("lang")!.Value);
        Assert.Equal("Requirements", page.Descendants("caption").Single().Value);
        Assert.All(page.Descendants("thead").Descendants("th"), h => Assert.Equal("col", h.Attribute("scope")!.Value));
        Assert.All(page.Descendants("tbody").Elements("tr"), r => Assert.Equal("row", r.Elements().First().Attribute("scope")!.Value));
        Assert.All(page.Descendants("tbody").Elements("tr"), r => Assert.Equal(5, r.Elements().Count()));
        Assert.Contains("size: A4", html, StringComparison.Ordinal);

        // Black on white: nothing is told by a colour.
        Assert.Equal(["#000", "#fff", "#000"], Regex.Matches(html, "#[0-9a-f]{3}\\b").Select(m => m.Value));
    }

    /// <summary>About 80 lines of 8.5 pt stand on a page; a cell takes a line for every so many characters of its column.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_typical_learner_fits_on_a_page(bool isReady)
    {
        var report = Report(isReady ? Ready(Standard) : Wanting);
        int[] widths = [28, 12, 29, 16, 32];
        var table = Rows(GatewayPack.ToHtml(report)).Sum(r => r.Zip(widths, (text, width) => text.Split(" / ").Sum(l => Math.Max(1, (l.Length + width - 1) / width))).Max());
        var rest = Parsed(GatewayPack.ToHtml(report)).Descendants("li").Sum(l => (l.Value.Length + 129) / 130) + 14;

        Assert.InRange(table + rest, 20, 80);
    }

    /// <summary>The same, as a browser prints it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_typical_learner_is_printed_on_a_page(bool isReady)
    {
        var folder = Directory.CreateTempSubdirectory("competency-pack-");
        try
        {
            var (page, printed) = (Path.Combine(folder.FullName, "pack.html"), Path.Combine(folder.FullName, "pack.pdf"));
            await File.WriteAllTextAsync(page, GatewayPack.ToHtml(Report(isReady ? Ready(Standard) : Wanting)), TestContext.Current.CancellationToken);
            Assert.SkipUnless(await Browser.Print(page, printed, TestContext.Current.CancellationToken), "needs Chromium on the PATH that prints");

            Assert.Single(Regex.Matches(await File.ReadAllTextAsync(printed, Encoding.Latin1, TestContext.Current.CancellationToken), "/Type /Page\\b"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Where a range of codes or a day is broken at its hyphen it is read as two; what is long has to be broken.</summary>
    [Fact]
    public void Days_ranges_and_ids_are_kept_together()
    {
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.Custom("c", "own", "Rule <9-1>, 2026-03-01 for K1-K46 of off-the-job, and 0123456789-0123456789", _ => Outcome.Met("-1-\u05D01-2")));

        var html = GatewayPack.ToHtml(policy.Assess(Wanting, Standard, Day("2026-03-01")));

        Assert.Contains("<th scope=\"row\">Rule <span>&lt;9-1&gt;,</span> <span>2026-03-01</span> for <span>K1-K46</span> of off-the-job, and 0123456789-0123456789</th>", html, StringComparison.Ordinal);
        Assert.Contains("<p>-1-<bdi>\u05D0</bdi>1-2</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_from_data_stays_text()
    {
        const string Evil = "\"><script>alert('x')</script>&amp; | `b` \u2028 <img onerror=1>";
        var learner = Wanting with
        {
            Name = Evil,
            Declarations = Complete("2026-03-01", new Declaration(Day("2026-02-20"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { By = Evil, Employer = "County Hospital", Id = Evil }),
        };
        var html = GatewayPack.ToHtml(Report(learner));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Rows(html), r => r[3].StartsWith("\"><script>alert('x')</script>&amp; | `b`", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", GatewayPack.ToMarkdown(Report(learner)), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nobody hands in what is not needed: of a choice that is met the page shows what met it, of one that is not every way.</summary>
    [Fact]
    public void Of_a_choice_that_is_met_the_other_ways_are_no_lines()
    {
        string[] Lines(int asked) => [.. Rows(GatewayPack.ToHtml(new ReadinessPolicy("p", "Policy", "1",
            Require.AtLeast(asked, "some", "Some", Require.KsbsAchieved(id: "k").Saying("KSBs"), Require.Certificate("c", "Fire safety").Saying("Fire safety"), Require.DaysElapsed("d", "Days", 9999)))
            .Assess(Ready(Standard) with { Certificates = None<Certificate>("2026-03-01") }, Standard, Day("2026-03-01")))).Select(r => $"{r[0]}: {r[1]}")];

        Assert.Equal(["KSBs: Met", "Days (a data check, which does not decide): Not yet due"], Lines(1));
        Assert.Equal(["KSBs: Met", "Fire safety: Not met", "Days (a data check, which does not decide): Not yet due"], Lines(2));
    }

    [Fact]
    public void Who_signed_what_was_to_be_seen_to_is_named()
    {
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.Attention("a", "All is known, and briefed", Require.KsbsAchieved(), Require.Declaration("d", "Briefed", DeclarationKind.Other, DeclarationRole.Provider, "briefed")));
        Learner With(params Declaration[] declarations) => Ready(Standard) with { Declarations = Complete("2026-03-01", declarations) };
        var signed = policy.Assess(With(new Declaration(Day("2026-02-21"), DeclarationKind.Other, DeclarationRole.Provider) { Statement = "briefed", By = "T. Utor" }), Standard, Day("2026-03-01"));

        Assert.All([signed.ToText(), signed.ToMarkdown(), signed.ToJson()], t => Assert.Contains("T. Utor", t, StringComparison.Ordinal));
        Assert.Empty(policy.Assess(With(), Standard, Day("2026-03-01")).Root.Outcome.Facts);
    }

    /// <summary>What is accepted under another version may yet be carried over, and a claim on no KSB of the standard counts for nothing: neither is evidence on this page.</summary>
    [Fact]
    public void Evidence_is_what_counts()
    {
        var learner = Wanting with
        {
            Claims = Complete("2026-03-01",
            [
                .. Claims(Standard, "K1-K45", ClaimDecisionKind.Accepted, "2025-06-01"),
                .. Claims(Standard, "K64", ClaimDecisionKind.Accepted, "2025-06-02", "E8"),
                new Claim("E9", TestStandards.MammographyBefore.Id, KsbCode.Parse("K46"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-06-03")) { By = "B. Before" }),
            ]),
        };
        var report = Report(learner);
        var row = Rows(GatewayPack.ToHtml(report)).Single(r => r[0].StartsWith("Every KSB", StringComparison.Ordinal));

        Assert.EndsWith(" / Evidence: E1", row[2], StringComparison.Ordinal);
        Assert.DoesNotContain("B. Before", row[3], StringComparison.Ordinal);
        Assert.Equal(["E1", "E9", "E8"], report.Root.Find("ksbs")!.Outcome.Facts.SelectMany(f => f.Evidence));
    }

    [Fact]
    public void Half_a_character_can_be_written_to_a_file()
    {
        var policy = EnglishApprenticeship.Gateway.WithOwn("own", "Own", "1", Require.Custom("own-rule", "own", "A rule in code", _ => Outcome.NotMet("Jo \uD800 and \uD83D\uDE00", "it")));
        var report = policy.Assess(Wanting, Standard, Day("2026-03-01"));

        Assert.Contains("Jo \uFFFD and \uD83D\uDE00", GatewayPack.ToHtml(report), StringComparison.Ordinal);
        Assert.All([GatewayPack.ToHtml(report), GatewayPack.ToMarkdown(report), report.ToText(), report.ToMarkdown(), report.ToJson()],
            text => Assert.NotEmpty(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text)));
    }

    [Fact]
    public void A_name_from_right_to_left_turns_no_date_after_it()
    {
        var learner = Wanting with
        {
            Name = "\u05DE\u05D9\u05D4 \u05DB\u05D4\u05DF-\u05DC\u05D5\u05D9",
            Claims = Complete("2026-03-01", [.. Standard.Ksbs.Select(k => new Claim("E1", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-06-01")) { By = "\u0639\u0645\u0631 A. \u0639\u0645\u0631" }))]),
        };
        var html = GatewayPack.ToHtml(Report(learner));

        Assert.Contains("<p><bdi>\u0639\u0645\u0631</bdi> A. <bdi>\u0639\u0645\u0631</bdi>, <span>2025-06-01</span></p>", html, StringComparison.Ordinal);
        Assert.Contains(", <bdi>\u05DE\u05D9\u05D4 \u05DB\u05D4\u05DF-\u05DC\u05D5\u05D9</bdi></dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_items_and_people_are_counted()
    {
        var learner = Wanting with
        {
            Claims = Complete("2026-03-01", [.. Standard.Ksbs.Select((k, i) => new Claim($"E{i + 100}", Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-06-01")) { By = $"Assessor {i % 5}" }))]),
        };
        var row = Rows(GatewayPack.ToHtml(Report(learner))).Single(r => r[0].StartsWith("Every KSB", StringComparison.Ordinal));

        Assert.Equal("90 of 90 KSBs achieved / Evidence: 90 items, E100 to E189", row[2]);
        Assert.Equal("Assessor 0, 2025-06-01 / Assessor 1, 2025-06-01 / Assessor 2, 2025-06-01 / and 2 more", row[3]);
    }

    [Fact]
    public void What_a_report_withholds_its_page_withholds()
    {
        var full = GatewayPack.ToHtml(Report(Wanting)) + GatewayPack.ToMarkdown(Report(Wanting));
        var shared = GatewayPack.ToHtml(Report(Wanting).Redacted()) + GatewayPack.ToMarkdown(Report(Wanting).Redacted());
        var anonymous = GatewayPack.ToHtml(Report(Wanting).Redacted(RedactionLevel.Anonymous)) + GatewayPack.ToMarkdown(Report(Wanting).Redacted(RedactionLevel.Anonymous));

        Assert.Contains("R. Egistrar", full, StringComparison.Ordinal);
        Assert.DoesNotContain("R. Egistrar", shared, StringComparison.Ordinal);
        foreach (var secret in new[] { "Jo Apprentice", "A. Assessor", "M. Anager", "County Hospital", "L1", "E1,", "2004" })
        {
            Assert.DoesNotContain(secret, anonymous, StringComparison.Ordinal);
        }
    }
}
