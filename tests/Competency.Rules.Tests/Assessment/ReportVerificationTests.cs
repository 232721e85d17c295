using System.Text.RegularExpressions;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class ReportVerificationTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly ReadinessPolicy Policy = EnglishApprenticeship.Gateway;

    private static string Json(RedactionLevel level = RedactionLevel.Full) => Policy.Assess(Ready(Standard), Standard, Day("2026-03-01"), Day("2026-03-02")).Redacted(level).ToJson();

    private static ReportVerification Verify(string json, Learner? learner = null, ReadinessPolicy? policy = null, OccupationalStandard? standard = null) =>
        ReportVerification.Verify("report.json", json, policy ?? Policy, learner ?? Ready(Standard), standard ?? Standard);

    private static string[] Differences(ReportVerification verification) => [.. verification.Differences.Select(d => d.What)];

    [Theory]
    [InlineData(RedactionLevel.Full)]
    [InlineData(RedactionLevel.ForOthers)]
    [InlineData(RedactionLevel.Anonymous)]
    public void A_report_comes_out_the_same_at_every_level(RedactionLevel level)
    {
        JsonSchemaFile.Report.Check(Json(level));
        Assert.Equal(VerificationOutcome.SameBytes, Verify(Json(level)).Outcome);
    }

    [Fact]
    public void What_was_recorded_since_changes_nothing()
    {
        var since = Ready(Standard).With(new Episode(Day("2026-03-03"), EpisodeKind.Withdrawn), new HoursEntry(Day("2026-02-01"), 5) { Recorded = Day("2026-03-03") });

        Assert.Equal(VerificationOutcome.SameBytes, Verify(Json(), since).Outcome);
    }

    [Fact]
    public void A_later_engine_that_words_it_otherwise_gives_the_same_verdicts()
    {
        var other = Regex.Replace(Json(), "\"engine\": \"[^\"]*\"", "\"engine\": \"Competency.Rules 0.0.1\"").Replace("90 of 90 KSBs achieved", "All KSBs are achieved", StringComparison.Ordinal);

        Assert.Equal(VerificationOutcome.SameVerdicts, Verify(other).Outcome);
        Assert.True(Verify(other).Holds);
        Assert.Equal(VerificationOutcome.SameVerdicts, Verify(Json().Replace("\n", "\r\n", StringComparison.Ordinal)).Outcome);
    }

    [Fact]
    public void Other_facts_show_in_the_digest_and_where_they_matter()
    {
        Assert.Equal(["facts digest"], Differences(Verify(Json(), Ready(Standard) with { BirthDate = Day("2004-01-16"), Certificates = Ready(Standard).Certificates })).Where(d => !d.StartsWith("fact '", StringComparison.Ordinal)));
        Assert.Equal(
            ["verdict", "facts digest", "earliest date", "verdict of gateway", "earliest date of gateway", "verdict of off-the-job", "shortfall of off-the-job", "earliest date of off-the-job", "fact 'hours that count' of off-the-job", "explanation of gateway", "explanation of off-the-job", "action train"],
            Differences(Verify(Json(), Ready(Standard) with { Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 200)) })));
    }

    [Fact]
    public void Another_policy_or_standard_is_told()
    {
        Assert.Contains("'months' of the requirement standard-minimum-duration of the policy", Differences(Verify(Json(), policy: EnglishApprenticeship.GatewayWith(new GatewaySettings { StandardMinimumMonths = 13 }))));
        Assert.Contains("standard's fingerprint", Differences(Verify(Json(), standard: TestStandards.WithHours(400))));
        Assert.Contains("policy", Differences(Verify(Json(), policy: EnglishApprenticeship.Completion)));
    }

    [Fact]
    public void A_verdict_that_was_tampered_with_is_found_at_its_place()
    {
        const string Right = "\"id\": \"off-the-job\",\n        \"verdict\": \"met\"";
        var at = Json().IndexOf(Right, StringComparison.Ordinal) + Right.Length - 5;
        var mismatch = Assert.Single(Verify(Json().Replace(Right, Right.Replace("\"met\"", "\"notMet\"", StringComparison.Ordinal), StringComparison.Ordinal)).Differences);

        Assert.Equal(("verdict of off-the-job", "notMet", "met", at), (mismatch.What, mismatch.Written, mismatch.Now, mismatch.Location.Span.Start));
        Assert.Matches(@"^report\.json\(\d+,20\): the verdict of off-the-job is notMet as written, and met now$", mismatch.ToString());
    }

    [Theory]
    [InlineData("\"asOf\": \"2026-03-01\"", "\"asOf\": «\"2026-02-30\"»")]
    [InlineData("\"verdict\": \"met\",\n  \"learner\"", "\"verdict\": «\"fine\"»,\n  \"learner\"")]
    [InlineData("\"result\": {", "\"result\": «5», \"_\": {")]
    [InlineData("\"document\": \"competency.readiness/1\"", "\"document\": «\"competency.learners/1\"»")]
    public void A_malformed_report_is_told_with_its_place_and_is_not_compared(string right, string marked)
    {
        var before = Json()[..Json().IndexOf(right, StringComparison.Ordinal)];
        var verification = Verify(before + marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal) + Json()[(before.Length + right.Length)..]);

        Assert.Equal((VerificationOutcome.Unreadable, 0), (verification.Outcome, verification.Differences.Count));
        Assert.Contains(verification.Findings, f => f.Id == "KSB2007" && f.Location!.Span.Start == before.Length + marked.IndexOf('«') && f.Location.Span.Length == marked.IndexOf('»') - marked.IndexOf('«') - 1);
    }

    [Fact]
    public void The_embedded_policy_alone_suffices()
    {
        ReportVerification Embedded(string json) => ReportVerification.Verify("report.json", json, Ready(Standard), Standard);
        var json = Json();

        Assert.Equal(VerificationOutcome.SameBytes, Embedded(json).Outcome);
        Assert.Equal(["verdict of english"], Differences(Embedded(json.Replace("\"id\": \"english\",\n            \"verdict\": \"met\"", "\"id\": \"english\",\n            \"verdict\": \"notMet\"", StringComparison.Ordinal))));

        var at = json.LastIndexOf("\"kind\": \"programme\"", StringComparison.Ordinal) + 8;
        var broken = Embedded(json[..at] + "\"programe\"" + json[(at + 11)..]);
        Assert.Equal((VerificationOutcome.Unreadable, at), (broken.Outcome, broken.Findings.Single().Location!.Span.Start));

        var custom = new ReadinessPolicy("mine", "Mine", "1", Require.Custom("rule", "mine.rule", "A rule of mine", _ => Outcome.Met("Yes"))).Assess(Ready(Standard), Standard, Day("2026-03-01")).ToJson();
        Assert.Equal(VerificationOutcome.Unreadable, Embedded(custom).Outcome);
        Assert.Equal(VerificationOutcome.SameBytes, ReportVerification.Verify("report.json", custom, Ready(Standard), Standard, new Dictionary<string, Func<AssessmentContext, Outcome>> { ["mine.rule"] = _ => Outcome.Met("Yes") }).Outcome);
    }

    [Fact]
    public void No_text_and_no_cut_makes_it_throw()
    {
        var json = Json();
        Property.Holds(FsCheck.Fluent.ArbMap.Default.ArbFor<string?>(), text => Verify(text ?? "").Outcome == VerificationOutcome.Unreadable);
        Property.Holds(Gen.Choose(0, json.Length - 2), cut => Verify(json[..cut]).Outcome == VerificationOutcome.Unreadable, times: 60);
    }

    /// <summary>Of one engine nothing that a report says can be changed unseen, whatever stands with it.</summary>
    [Theory]
    [InlineData("\"explanation\": \"90 of 90 KSBs achieved\"", "\"explanation\": \"all well\"", "explanation of ksbs")]
    [InlineData("\"complete\": true", "\"complete\": false", "completeness of duty 1")]
    [InlineData("\"certainty\": \"A\"", "\"certainty\": \"B\"", "citations of ")]
    [InlineData("\"sentence\": \"The apprentice is ready for gateway\"", "\"sentence\": \"Fine\"", "sentence of gateway")]
    [InlineData("\"duties\": [", "\"duties\": [], \"_\": [", null)]
    public void What_is_said_beside_verdicts_is_compared(string right, string wrong, string? what)
    {
        var at = Json().IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);

        var verification = Verify(Json()[..at] + wrong + Json()[(at + right.Length)..]);

        Assert.False(verification.Holds);
        Assert.True(what is null || verification.Differences is [{ What: var differs }] && differs.StartsWith(what, StringComparison.Ordinal), string.Join("; ", verification.Differences));
    }

    [Fact]
    public void What_has_to_be_done_cannot_be_taken_out()
    {
        var learner = Ready(Standard) with { Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 200)) };
        var report = EnglishApprenticeship.Gateway.Assess(learner, Standard, Day("2026-03-01"));
        var json = report.ToJson();
        var outstanding = json.IndexOf("\"outstanding\": [", StringComparison.Ordinal);
        var end = json.IndexOf("\"result\":", StringComparison.Ordinal);

        var verification = ReportVerification.Verify("report.json", json[..outstanding] + "\"outstanding\": [],\n  " + json[end..], EnglishApprenticeship.Gateway, learner, Standard);

        Assert.Equal(report.Outstanding.Select(a => $"action {a.Key}"), verification.Differences.Select(d => d.What));
        Assert.All(verification.Differences, d => Assert.Null(d.Written));
    }

    /// <summary>Any character of any value that is changed is found, unless it stands in words that are not compared.</summary>
    [Fact]
    public void No_digit_of_a_fact_a_date_or_a_digest_can_be_changed_unseen()
    {
        var json = Json();
        var digits = Regex.Matches(json, "\"(?:asOf|knownAt|factsDigest|standardFingerprint|earliestDate|value|on)\": \"[^\"]*[0-9]").Select(m => m.Index + m.Length - 1).ToArray();
        Property.Holds(
            Gen.Elements(digits),
            at => !Verify(json[..at] + (char)('0' + (((json[at] - '0') + 1) % 10)) + json[(at + 1)..]).Holds,
            times: 60);
    }
}
