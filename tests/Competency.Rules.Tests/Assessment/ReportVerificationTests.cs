using System.Text.Json;
using System.Text.Json.Nodes;
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
        Assert.Empty(TinySchema.Of("report").Errors(Json(level)));
        Assert.Equal(VerificationOutcome.SameBytes, Verify(Json(level)).Outcome);
    }

    [Fact]
    public void What_was_recorded_since_changes_nothing()
    {
        var since = Ready(Standard).With(new Episode(Day("2026-03-03"), EpisodeKind.Withdrawn), new HoursEntry(Day("2026-02-01"), 5) { Recorded = Day("2026-03-03") });

        Assert.Equal(VerificationOutcome.SameBytes, Verify(Json(), since).Outcome);
    }

    /// <summary>A database gives its rows in any order.</summary>
    [Fact]
    public void The_order_in_which_facts_were_entered_changes_nothing()
    {
        static Ledger<T> Reversed<T>(Ledger<T> ledger)
            where T : LedgerEntry => new(ledger.Entries.Reverse(), ledger.Completeness);

        var ready = Ready(Standard);
        var other = ready with { Claims = Reversed(ready.Claims), Certificates = Reversed(ready.Certificates), Hours = Reversed(ready.Hours), Declarations = Reversed(ready.Declarations) };

        Assert.NotEqual(LearnerDocument.Write([ready]), LearnerDocument.Write([other]));
        Assert.Equal(VerificationOutcome.SameBytes, Verify(Json(), other).Outcome);
    }

    /// <summary>Of certificates of one level the latest is named, of employers and declarations each in the order of its days: whatever the order of their rows.</summary>
    [Fact]
    public void What_a_report_names_it_names_in_an_order_of_its_own()
    {
        var ready = Ready(Standard);
        LedgerEntry[] rows =
        [
            new Certificate(Day("2019-08-22"), "english") { Level = QualificationLevel.Level2, Id = "C1" },
            new Certificate(Day("2024-11-01"), "english") { Level = QualificationLevel.Level2, Id = "C2" },
            new Declaration(Day("2025-01-10"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { Employer = "X" },
            new Declaration(Day("2025-01-11"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { Employer = "Y" },
            new Employment(Day("2025-01-02"), "A"),
            new Employment(Day("2025-01-01"), "B"),
        ];
        var bare = ready with { Certificates = None<Certificate>("2026-03-01"), Declarations = None<Declaration>("2026-03-01"), Employments = None<Employment>("2026-03-01") };
        Property.Holds(
            Gen.Shuffle(rows),
            shuffled => Verify(Policy.Assess(bare.With(rows), Standard, Day("2026-03-01")).ToJson(), bare.With(shuffled)).Outcome == VerificationOutcome.SameBytes);
    }

    /// <summary>Whether decisions came as one claim or one by one, as a tracker takes them, is nothing that is known.</summary>
    [Fact]
    public void A_claim_in_parts_is_the_claim()
    {
        ClaimDecision[] decisions = [new(ClaimDecisionKind.Submitted, Day("2025-01-01")), new(ClaimDecisionKind.Accepted, Day("2025-02-01"))];
        Learner Claimed(params Claim[] claims) => Ready(Standard) with { Claims = Of(claims) };
        Claim Part(params ClaimDecision[] some) => new("E1", Standard.Id, KsbCode.Parse("K1"), some);
        var report = Policy.Assess(Claimed(Part(decisions)), Standard, Day("2026-03-01")).ToJson();

        Assert.Equal(VerificationOutcome.SameBytes, Verify(report, Claimed(Part(decisions[0]), Part(decisions[1]))).Outcome);
        Assert.Equal(VerificationOutcome.SameBytes, Verify(report, Claimed(Part(decisions[1]), Part(decisions[0]))).Outcome);
        Assert.NotEqual(VerificationOutcome.SameBytes, Verify(report, Claimed(Part(decisions[0]), Part(decisions[1]) with { EvidenceKind = "log" })).Outcome);
    }

    /// <summary>Two states of one day, of which the record says when each was recorded; two adjustments of which it does not.</summary>
    [Fact]
    public void Of_one_day_what_was_recorded_last_holds_and_otherwise_order_is_a_fact()
    {
        Episode[] episodes = [Learning("2024-09-02"), new(Day("2024-10-05"), EpisodeKind.Break), Learning("2024-10-05") with { Recorded = Day("2025-03-05") }];
        var judged = episodes.Select((_, i) => Ready(Standard) with { Episodes = Of([.. episodes[i..], .. episodes[..i]]) }).Select(l => Assess(Require.MinimumDuration(), l, Standard, "2025-12-01")).ToArray();
        Assert.All(judged, j => Assert.Equal((Verdict.Met, judged[0].FactsDigest), (j.Verdict, j.FactsDigest)));

        EnglishAndMathsExemption[] exemptions = [new(Day("2024-01-01"), CoreSubject.English) { HasEhcPlan = true }, new(Day("2024-01-01"), CoreSubject.English)];
        Assert.NotEqual(Digest(exemptions), Digest(exemptions.Reverse()));
        Declaration[] reviews = [new(Day("2026-02-01"), DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = "Ann" }, new(Day("2026-02-01"), DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = "Bob" }];
        Assert.NotEqual(Declared(reviews), Declared(reviews.Reverse()));

        static string? Digest(IEnumerable<EnglishAndMathsExemption> entries) => EnglishApprenticeship.Gateway.Assess(Ready(Standard) with { Exemptions = new(entries) }, Standard, Day("2026-03-01")).FactsDigest;
        static string? Declared(IEnumerable<Declaration> entries) => EnglishApprenticeship.Gateway.Assess(Ready(Standard) with { Declarations = new(entries) }, Standard, Day("2026-03-01")).FactsDigest;
    }

    /// <summary>Of one day, and about different things: neither takes the other's place, so that no row of a database comes before the other.</summary>
    [Fact]
    public void The_order_of_entries_of_one_day_about_different_things_changes_nothing()
    {
        var day = Day("2025-10-01");
        LedgerEntry[][] pairs =
        [
            [new Employment(day, "County"), new Employment(day, "Clinic")],
            [new Declaration(day, DeclarationKind.Other, DeclarationRole.Provider) { Statement = "one" }, new Declaration(day, DeclarationKind.Other, DeclarationRole.Provider) { Statement = "two" }],
            [new EnglishAndMathsChoice(day, EnglishAndMathsChoiceKind.OptedOut) { Subject = CoreSubject.English }, new EnglishAndMathsChoice(day, EnglishAndMathsChoiceKind.OptedIn) { Subject = CoreSubject.Maths }],
            [new PortfolioSubmission(day, Standard.Id) { Ksbs = TestStandards.Codes("K1") }, new PortfolioSubmission(day, TestStandards.MammographyBefore.Id) { Ksbs = TestStandards.Codes("K1") }],
            [new Certificate(day, "maths") { Id = "C1" }, new Certificate(day.AddDays(1), "Maths") { Id = "C2" }],
            [new Claim("E7", Standard.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Submitted, day)) { EvidenceKind = "log" }, new Claim("E7", Standard.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, day.AddDays(1))) { EvidenceKind = "observation" }],
        ];
        var bare = Ready(Standard) with { Certificates = None<Certificate>("2026-03-01"), Choices = None<EnglishAndMathsChoice>("2026-03-01") };

        Assert.All(pairs, pair => Assert.Equal(VerificationOutcome.SameBytes, Verify(Policy.Assess(bare.With(pair), Standard, Day("2026-03-01")).ToJson(), bare.With(pair[1], pair[0])).Outcome));

        // One without a subject is about both, and two spellings of a statement are one statement.
        LedgerEntry[][] contradictions =
        [
            [new EnglishAndMathsChoice(day, EnglishAndMathsChoiceKind.OptedOut), new EnglishAndMathsChoice(day, EnglishAndMathsChoiceKind.OptedIn) { Subject = CoreSubject.Maths }],
            [new Declaration(day, DeclarationKind.Other, DeclarationRole.Provider) { Statement = "one" }, new Declaration(day, DeclarationKind.Other, DeclarationRole.Provider) { Statement = "One" }],
            [new Certificate(day, "First aid"), new Certificate(day, "first aid")],
        ];
        Assert.All(contradictions, pair => Assert.Equal(VerificationOutcome.Different, Verify(Policy.Assess(bare.With(pair), Standard, Day("2026-03-01")).ToJson(), bare.With(pair[1], pair[0])).Outcome));
    }

    /// <summary>Of two entries of one day about one thing the later in the list holds: which of them is later is known, and told where it is another.</summary>
    [Fact]
    public void The_order_of_entries_that_contradict_each_other_is_a_fact()
    {
        var (visits, days) = (Fact.Number("visits", "visits"), Fact.Number("days", "days"));
        static string? Digest(params IEnumerable<FactEntry> facts) =>
            EnglishApprenticeship.Gateway.Assess(Ready(Standard) with { Facts = new(facts) }, Standard, Day("2026-03-01")).FactsDigest;

        Assert.NotEqual(Digest(visits.At(Day("2026-01-01"), 5), visits.At(Day("2026-01-01"), 7)), Digest(visits.At(Day("2026-01-01"), 7), visits.At(Day("2026-01-01"), 5)));
        Assert.Equal(Digest(visits.At(Day("2026-01-01"), 5), days.At(Day("2026-01-01"), 7)), Digest(days.At(Day("2026-01-01"), 7), visits.At(Day("2026-01-01"), 5)));
        Assert.Equal(Digest(visits.At(Day("2026-01-01"), 5), visits.At(Day("2026-01-02"), 7)), Digest(visits.At(Day("2026-01-02"), 7), visits.At(Day("2026-01-01"), 5)));
    }

    [Fact]
    public void A_later_engine_that_words_it_otherwise_gives_the_same_verdicts_and_tells_the_words()
    {
        var other = Regex.Replace(Json(), "\"engine\": \"[^\"]*\"", "\"engine\": \"Competency.Rules 0.0.1\"").Replace("90 of 90 KSBs achieved", "All KSBs are achieved", StringComparison.Ordinal);

        Assert.Equal(VerificationOutcome.SameVerdicts, Verify(other).Outcome);
        Assert.True(Verify(other).Holds);
        Assert.Matches(@"^report\.json\(\d+,24\): the explanation of ksbs is ""All KSBs are achieved"" as written, and ""90 of 90 KSBs achieved"" now$", Assert.Single(Verify(other).OtherWords).ToString());

        // Where nothing but the name of the engine is another, and where this one words it otherwise, there are none.
        Assert.Empty(Verify(Regex.Replace(Json(), "\"engine\": \"[^\"]*\"", "\"engine\": \"Competency.Rules 0.0.1\"")).OtherWords);
        var ours = Verify(Json().Replace("90 of 90 KSBs achieved", "All KSBs are achieved", StringComparison.Ordinal));
        Assert.Equal((false, 0), (ours.Holds, ours.OtherWords.Count));
        Assert.Equal(VerificationOutcome.SameVerdicts, Verify(Json().Replace("\n", "\r\n", StringComparison.Ordinal)).Outcome);
    }

    /// <summary>A statement has 600 characters; that two of them begin alike says nobody what differs.</summary>
    [Fact]
    public void Of_long_texts_what_stands_around_their_first_difference_is_told()
    {
        var sentence = string.Concat(Enumerable.Repeat("Uses knowledge of the anatomy of the breast. ", 13)) + "Seen";
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.Custom("c", "own", "A rule", _ => Outcome.Met(sentence)));
        var json = policy.Assess(Ready(Standard), Standard, Day("2026-03-01")).ToJson();

        var told = Assert.Single(Verify(json.Replace("Seen", "Heard", StringComparison.Ordinal), policy: policy).Differences);
        Assert.Equal(($"...{sentence[^44..^4]}Heard\" (592 characters)", $"...{sentence[^44..]}\" (591 characters)"), (told.Written, told.Now));
    }

    [Theory]
    [InlineData(0, 80)]
    [InlineData(40, 80)]
    [InlineData(41, 81)]
    [InlineData(95, 100)]
    public void A_long_text_is_cut_between_whole_characters(int alike, int other)
    {
        var at = Assert.Single(Verify(Json().Replace("\"met\"", "\"notMet\"", StringComparison.Ordinal)).Differences.Take(1)).Location;
        var text = string.Concat(Enumerable.Repeat("\U0001F469", 50));

        foreach (var now in (string?[])[null, "", string.Concat(text[..alike], new string('x', other - alike)), text + "x"])
        {
            var told = ReportMismatch.Of("name", text, now, at);
            Assert.EndsWith(" (100 characters)", told.Written, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(told.Written!)));
            Assert.InRange(told.Written!.Length, 60, 105);
            Assert.Equal(now?.Length <= 80, told.Now == now && now is not null);
        }
    }

    [Fact]
    public void Other_facts_show_in_the_digest_and_where_they_matter()
    {
        Assert.Equal(["facts digest"], Differences(Verify(Json(), Ready(Standard) with { BirthDate = Day("2004-01-16"), Certificates = Ready(Standard).Certificates })).Where(d => !d.StartsWith("fact '", StringComparison.Ordinal)));
        Assert.Equal(
            ["verdict", "facts digest", "earliest date", "verdict of gateway", "earliest date of gateway", "verdict of off-the-job", "shortfall of off-the-job", "earliest date of off-the-job", "fact 'hours that count' of off-the-job", "action train", "explanation of gateway", "explanation of off-the-job"],
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

    // A policy of one's own with a choice and a condition, and a learner of whom much is outstanding.
    private static readonly ReadinessPolicy Own = new("own", "Own", "1", Require.AllOf(
        "root",
        "All of it",
        Require.KsbsAchieved(),
        Require.AnyOf("either", "One of these", Require.PeriodElapsed("pe", "A year is over", 12), Require.Certificate("fa", "First aid")),
        Require.When("data-check", "Where there is an option", Require.Option("has-option"), Require.Declaration("said", "The employer has said so", DeclarationKind.WorksAtStandard, DeclarationRole.Employer))));

    private static Learner Unready => Ready(Standard) with
    {
        Claims = Complete("2026-03-01", Ready(Standard).Claims.Entries.Skip(3).ToArray()),
        Hours = Complete("2026-03-01", new HoursEntry(Day("2025-03-03"), 200)),
        Certificates = Ledger<Certificate>.Unknown,
    };

    private static ReportVerification VerifyOwn(JsonNode changed) => Verify(changed.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), policy: Own);

    private static JsonNode OwnReport => JsonNode.Parse(Own.Assess(Ready(Standard), Standard, Day("2026-03-01"), Day("2026-03-02")).ToJson())!;

    [Theory]
    [InlineData("policy", "'requirements' of the requirement root of the policy", "'requirements' of the requirement either of the policy")]
    [InlineData("result", "requirements within root", "requirements within either")]
    public void A_requirement_that_was_moved_to_another_is_told(string part, string left, string taken)
    {
        Assert.Equal(VerificationOutcome.SameVerdicts, VerifyOwn(OwnReport).Outcome);
        var report = OwnReport;
        var root = (part == "policy" ? report["policy"]!["requirement"] : report["result"])!["requirements"]!.AsArray();
        var ksbs = root[0]!;
        root.RemoveAt(0);
        root[0]!["requirements"]!.AsArray().Add(ksbs);

        Assert.Equal([left, taken], Differences(VerifyOwn(report)));
    }

    [Fact]
    public void Condition_and_what_it_asks_cannot_change_places_unseen()
    {
        var report = OwnReport;
        var when = report["policy"]!["requirement"]!["requirements"]![2]!;
        var (condition, then) = (when["if"]!.DeepClone(), when["then"]!.DeepClone());
        (when["if"], when["then"]) = (then, condition);

        Assert.Equal(["'if' of the requirement data-check of the policy", "'then' of the requirement data-check of the policy"], Differences(VerifyOwn(report)).Order());
    }

    [Theory]
    [InlineData("policy", "sequirements")]
    [InlineData("result", "sequirements")]
    public void A_property_of_another_name_is_told(string part, string name)
    {
        var json = OwnReport.ToJsonString();
        var at = json.IndexOf("\"requirements\"", json.IndexOf($"\"{part}\":", StringComparison.Ordinal), StringComparison.Ordinal) + 1;

        Assert.Equal(VerificationOutcome.Different, Verify(json[..at] + name + json[(at + name.Length)..], policy: Own).Outcome);
    }

    [Fact]
    public void What_is_added_is_told_wherever_it_stands()
    {
        Action<JsonNode>[] additions =
        [
            r => r["more"] = 1,
            r => r["policy"]!["more"] = 1,
            r => r["policy"]!["requirement"]!["more"] = 1,
            r => r["policy"]!["requirement"]!["requirements"]!.AsArray().Add(JsonNode.Parse("""{"id": "ksbs", "kind": "option", "sentence": "More"}""")),
            r => r["result"]!["more"] = 1,
            r => r["result"]!["requirements"]!.AsArray().Add(r["result"]!["requirements"]![0]!.DeepClone()),
            r => r["result"]!["attention"] = new JsonArray("More"),
            r => r["duties"]![0]!["more"] = 1,
            r => r["duties"]!.AsArray().Add(r["duties"]![0]!.DeepClone()),
        ];

        Assert.All(additions, add =>
        {
            var report = OwnReport;
            add(report);
            Assert.Equal(VerificationOutcome.Different, VerifyOwn(report).Outcome);
        });
    }

    [Fact]
    public void Another_order_of_actions_facts_duties_and_requirements_is_told()
    {
        void Turned(Func<JsonNode, JsonNode> list, string what)
        {
            var report = JsonNode.Parse(Policy.Assess(Unready, Standard, Day("2026-03-01")).ToJson())!;
            var items = list(report).AsArray();
            var first = items[0]!;
            items.RemoveAt(0);
            items.Add(first);
            Assert.Equal([what], Differences(Verify(report.ToJsonString(), Unready)));
        }

        Turned(r => r["outstanding"]!, "order of the actions");
        Turned(r => r["duties"]!, "order of the duties");
        Turned(r => r["result"]!["requirements"]!, "requirements within gateway");
        Turned(r => r["policy"]!["requirement"]!["requirements"]!, "'requirements' of the requirement gateway of the policy");
        Turned(r => r["result"]!["requirements"]!.AsArray().First(n => (string?)n!["id"] == "off-the-job")!["facts"]!, "order of the facts of off-the-job");
    }

    /// <summary>What is to be done, by whom, for which KSBs, and how much is not known, is no wording of any engine.</summary>
    [Fact]
    public void Another_engine_can_word_an_action_and_not_leave_it_out()
    {
        JsonNode Other()
        {
            var report = JsonNode.Parse(Policy.Assess(Unready, Standard, Day("2026-03-01")).ToJson())!;
            report["engine"] = "Competency.Rules 0.0.1";
            return report;
        }

        string[] Told(Action<JsonNode> change)
        {
            var report = Other();
            change(report);
            return Differences(Verify(report.ToJsonString(), Unready));
        }

        IEnumerable<JsonNode> Nodes(JsonNode node) => (node["requirements"]?.AsArray() ?? []).SelectMany(n => Nodes(n!)).Prepend(node);
        JsonNode Unknown(JsonNode report) => Nodes(report["result"]!).First(n => n["notKnown"] is not null);
        JsonNode OfKsbs(JsonNode report) => report["outstanding"]!.AsArray().First(a => ((string)a!["text"]!).Contains("K1", StringComparison.Ordinal))!;

        Assert.Empty(Told(r => r["outstanding"]![0]!["text"] = ((string)r["outstanding"]![0]!["text"]!).ToUpperInvariant()));
        Assert.NotEmpty(Told(r => r["outstanding"] = new JsonArray()));
        Assert.Single(Told(r => r["outstanding"]!.AsArray().RemoveAt(1)));
        Assert.Single(Told(r => OfKsbs(r)["text"] = "Collect evidence for K1"));
        Assert.Single(Told(r => r["outstanding"]![0]!["by"] = "someone"));
        Assert.Single(Told(r => Unknown(r).AsObject().Remove("notKnown")));
        Assert.Single(Told(r => Unknown(r)["notKnown"]!.AsArray().Clear()));
        Assert.NotEmpty(Told(r => r["result"]!["requirements"]!.AsArray().First(n => (string?)n!["id"] == "off-the-job")!.AsObject().Remove("facts")));
        Assert.Single(Told(r => r["result"]!["requirements"]!.AsArray().First(n => n!["citations"] is not null)!.AsObject().Remove("citations")));
    }

    /// <summary>What a newer engine would say nobody here knows; the policy's own words are no engine's.</summary>
    [Fact]
    public void A_newer_engine_and_the_words_of_a_policy_are_not_vouched_for()
    {
        string[] Told(string engine, string from = "", string to = "") =>
            Differences(Verify(Regex.Replace(from.Length == 0 ? Json() : Json().Replace(from, to, StringComparison.Ordinal), "\"engine\": \"[^\"]*\"", $"\"engine\": \"Competency.Rules {engine}\"")));

        Assert.Empty(Told("0.0.1"));
        Assert.Equal(["engine"], Told("7.1.0"));
        Assert.Equal(["sentence of gateway", "'sentence' of the requirement gateway of the policy"], Told("0.0.9", "The apprentice is ready for gateway", "The apprentice was expelled"));
        Assert.Equal(["name of the policy"], Told("0.0.1", $"\"name\": \"{Policy.Name}\"", "\"name\": \"Readiness, waived\""));
        Assert.Equal(["list of what the policy does not judge"], Told("0.0.1", "Whether there was learning in every calendar month", "Whether anybody learnt"));
    }

    [Theory]
    [InlineData("Competency.Rules")]
    [InlineData("Competency.Rules 1")]
    [InlineData("Competency.Rules 01.0.0")]
    [InlineData("Competency.Rulez 0.1.0")]
    [InlineData("Acme 1.0.0")]
    public void What_no_engine_of_ours_is_called_is_unreadable(string engine)
    {
        var verification = Verify(Regex.Replace(Json(), "\"engine\": \"[^\"]*\"", $"\"engine\": \"{engine}\""));

        Assert.Equal(VerificationOutcome.Unreadable, verification.Outcome);
        Assert.StartsWith("'engine' must be a name and a version such as \"Competency.Rules ", Assert.Single(verification.Findings).Message, StringComparison.Ordinal);
    }

    /// <summary>Any character that shows, changed anywhere but in the engine's version, is told; where the embedded policy is taken, anywhere but in that.</summary>
    [Fact]
    public void No_character_can_be_changed_unseen()
    {
        (ReadinessPolicy Policy, Learner Learner, string Json) Made(ReadinessPolicy policy, Learner learner) => (policy, learner, policy.Assess(learner, Standard, Day("2026-03-01"), Day("2026-03-02")).ToJson());
        var reports = new[] { Made(Own, Ready(Standard)), Made(Policy, Unready) };
        Property.Holds(
            from report in Gen.Elements(reports)
            from at in Gen.Choose(0, report.Json.Length - 1)
            from now in Gen.Elements("ab1909\"'{}[],:xKSB-_.~é".ToCharArray())
            select (report, at, now),
            changed =>
            {
                var ((policy, learner, json), at, now) = changed;
                if (json[at] == now || char.IsWhiteSpace(json[at]) || (at < json.IndexOf("\"verdict\"", StringComparison.Ordinal) && char.IsAsciiDigit(json[at])))
                {
                    return;
                }

                var text = json[..at] + now + json[(at + 1)..];
                var context = $"{at}: {json[Math.Max(0, at - 60)..at]}«{now}»";
                Assert.False(ReportVerification.Verify("r.json", text, policy, learner, Standard).Holds, context);
                Assert.False(at < json.IndexOf("\"policy\": {", StringComparison.Ordinal) && ReportVerification.Verify("r.json", text, learner, Standard).Holds, "embedded, " + context);
            },
            times: 800);
    }
}
