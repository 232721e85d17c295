using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Assessment;

public class RedactionTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    /// <summary>A word that no report holds of its own.</summary>
    private static readonly FsCheck.Gen<string> Secrets = Gen.Elements("Zyxwv", "Qqjjq", "O'Xqz <b>", "Ünqz|", "7qz7").Zip(Gen.Choose(1000, 9999), (word, number) => $"{word}{number}");

    private static readonly FsCheck.Gen<Learner> Learners =
        from secrets in Secrets.ArrayOf(12)
        from born in Gen.Choose(0, 9000)
        from decision in Gen.Elements(Enum.GetValues<ClaimDecisionKind>())
        from employed in Gen.Elements(true, false)
        from level in Gen.Elements(Enum.GetValues<QualificationLevel>())
        from ehcp in Gen.Elements(true, false)
        from choice in Gen.Elements(Enum.GetValues<EnglishAndMathsChoiceKind>())
        from hours in Gen.Choose(0, 400)
        from isComplete in Gen.Elements(true, false)
        select Make(secrets, Day("1985-01-01").AddDays(born), decision, employed, level, ehcp, choice, hours, isComplete);

    private static Learner Make(string[] secrets, DateOnly born, ClaimDecisionKind decision, bool employed, QualificationLevel level, bool ehcp, EnglishAndMathsChoiceKind choice, int hours, bool isComplete) =>
        new Learner("id-" + secrets[0], Standard.Id)
        {
            Name = secrets[1],
            BirthDate = born,
            Claims = new Ledger<Claim>(
            [
                .. Standard.Ksbs.SkipLast(1).Select(k => new Claim("ev-" + secrets[2], Standard.Id, k.Code, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-06-01")) { By = secrets[3], Role = "assessor" }) { Title = secrets[1] }),
                new Claim("ev-" + secrets[4], Standard.Id, Standard.Ksbs[^1].Code, new ClaimDecision(decision, Day("2025-06-02")) { By = secrets[3], Role = "role-" + secrets[11] }),
            ], isComplete ? Day("2026-03-01") : null),
            Episodes = Of(Learning("2024-09-02") with { Id = "ep-" + secrets[5] }),
            Employments = Of(new Employment(Day("2024-09-02"), secrets[6]) { Id = "em-" + secrets[5] }),
            Plans = Of(new TrainingPlan(Day("2024-09-02")) { Id = "pl-" + secrets[5], Weeks = 52, WeeklyHours = 37.5m }),
            Hours = new Ledger<HoursEntry>([new HoursEntry(Day("2025-03-03"), hours) { Id = "h-" + secrets[7], Activity = secrets[1] }], isComplete ? Day("2026-03-01") : null),
            StartingPoints = Of(new StartingPoint(Day("2024-09-02"), 5) { By = secrets[8] }),
            Certificates = Of(new Certificate(Day("2020-08-20"), "english") { Id = "c-" + secrets[9], Level = level, SeenBy = secrets[8] }),
            Exemptions = new Ledger<EnglishAndMathsExemption>([new EnglishAndMathsExemption(Day("2024-09-03"), CoreSubject.Maths) { HasEhcPlan = ehcp, Id = "x-" + secrets[9] }], isComplete ? Day("2026-03-01") : null),
            Choices = Of(new EnglishAndMathsChoice(Day("2025-03-04"), choice) { Id = "ch-" + secrets[9] }),
            Declarations = Of(
                new Declaration(Day("2026-02-20"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { By = secrets[10], Employer = employed ? " " + secrets[6].ToUpperInvariant() : secrets[11], Id = "d-" + secrets[9] },
                new Declaration(Day("2026-02-21"), DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = secrets[10] }),
        };

    private static ReadinessReport Report(Learner learner) => EnglishApprenticeship.Gateway.Assess(learner, Standard, Day("2026-03-01"));

    private static string Everything(ReadinessReport report) => string.Join('\n', report.ToText(), report.ToMarkdown(), report.ToJson(), report.ToString(), report.LearnerId, report.LearnerName);

    [Fact]
    public void An_anonymous_report_holds_no_name_no_id_and_no_birth_date_and_the_same_verdicts() =>
        Property.Holds(
            Learners,
            learner =>
            {
                var report = Report(learner);
                var anonymous = report.Redacted(RedactionLevel.Anonymous);
                var text = Everything(anonymous);
                foreach (var secret in Secret(learner))
                {
                    Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
                }

                Assert.DoesNotContain(report.FactsDigest!, text, StringComparison.Ordinal);
                Assert.Equal(report.Root.All.Select(r => r.ToString()), anonymous.Root.All.Select(r => r.ToString()));
                Assert.Equal(report.Redacted().Root.All.Select(r => (r.EarliestDate, r.MetUntil)), anonymous.Root.All.Select(r => (r.EarliestDate, r.MetUntil)));
            });

    [Fact]
    public void A_report_for_others_holds_no_birth_date_and_no_entry_on_English_maths_and_disability() =>
        Property.Holds(
            Learners,
            learner =>
            {
                var text = Everything(Report(learner).Redacted());
                foreach (var secret in new[] { IsoOf(learner.BirthDate!.Value), learner.Certificates.Entries[0].Id!, learner.Exemptions.Entries[0].Id!, learner.Choices.Entries[0].Id!, "2020-08-20", "2024-09-03", "2025-03-04", "disability and", "entry level" })
                {
                    Assert.DoesNotContain(secret, text.Replace("touch on health, disability or age", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
                }
            });

    [Theory]
    [InlineData("assessor", "assessor")]
    [InlineData(" Internal  quality assurer", "internal quality assurer")]
    [InlineData("Employer", "employer")]
    [InlineData("Jo's aunt", null)]
    [InlineData("assessor Jo", null)]
    public void An_anonymous_report_names_roles_that_are_known_and_no_other(string role, string? shown)
    {
        var ready = Ready(Standard);
        var learner = ready with
        {
            Claims = new Ledger<Claim>(ready.Claims.Entries.Select(c => new Claim(c.Evidence, c.Standard, c.Ksb, c.Decisions.Select(d => d with { Role = role }))), ready.Claims.Completeness),
        };
        var report = Report(learner);

        Assert.All(Signatures(report), s => Assert.Equal(role, s.Role));
        Assert.All(Signatures(report.Redacted(RedactionLevel.Anonymous)), s => Assert.Equal(shown, s.Role));
    }

    /// <summary>An id is one of its ledger only, and so is the number that stands for it.</summary>
    [Fact]
    public void An_anonymous_report_says_of_which_ledger_an_entry_is()
    {
        var learner = Ready(Standard);
        learner = learner with
        {
            Episodes = Of(learner.Episodes.Entries[0] with { Id = "1" }),
            Plans = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 60, WeeklyHours = 30, Id = "1" }),
        };
        var facts = Assess(Require.AllOf("all", "All", Require.MinimumDuration(), Require.OffTheJobHours()), learner, Standard, "2026-03-01").Redacted(RedactionLevel.Anonymous)
            .Root.All.SelectMany(r => r.Outcome.Facts).ToArray();

        Assert.Equal(["episode 1"], facts.First(f => f.Name == "original start").Evidence);
        Assert.Equal(["plan 1"], facts.First(f => f.Name == "planned weeks").Evidence);
    }

    [Fact]
    public void An_anonymous_report_does_not_repeat_what_is_no_option()
    {
        var learner = On(TestStandards.WithOptions) with { Options = Of(new OptionChoice(Day("2024-09-02"), "Jo Apprentice")) };
        var report = Assess(Require.Option(), learner, TestStandards.WithOptions, "2026-03-01");

        Assert.Contains("Jo Apprentice", Everything(report), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Apprentice", Everything(report.Redacted(RedactionLevel.Anonymous)), StringComparison.Ordinal);
        Assert.Equal(report.Verdict, report.Redacted(RedactionLevel.Anonymous).Verdict);
    }

    private static Signature[] Signatures(ReadinessReport report)
    {
        Signature[] signatures = [.. report.Root.Find("ksbs")!.Outcome.Facts.SelectMany(f => f.Signatures)];
        Assert.NotEmpty(signatures);
        return signatures;
    }

    private static string IsoOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Every name, id and the birth date, as they could stand in plain text, and in Markdown that escapes.</summary>
    private static IEnumerable<string> Secret(Learner learner) => new[]
    {
        learner.Id, learner.Name!, IsoOf(learner.BirthDate!.Value), learner.Employments.Entries[0].Employer, learner.Episodes.Entries[0].Id!, learner.Employments.Entries[0].Id!,
        learner.Plans.Entries[0].Id!, learner.Hours.Entries[0].Id!, learner.StartingPoints.Entries[0].By!, learner.Certificates.Entries[0].Id!, learner.Certificates.Entries[0].SeenBy!,
        learner.Exemptions.Entries[0].Id!, learner.Choices.Entries[0].Id!, learner.Declarations.Entries[0].By!, learner.Declarations.Entries[0].Employer!.Trim(), learner.Declarations.Entries[0].Id!,
    }.Concat(learner.Claims.Entries.SelectMany(c => new[] { c.Evidence, c.Decisions[0].By!, c.Decisions[0].Role! }).Where(r => r != "assessor").Distinct()).SelectMany(s => new[] { s, Competency.Text.MarkdownText.Escape(s) });

    [Theory]
    [InlineData(RedactionLevel.ForOthers)]
    [InlineData(RedactionLevel.Anonymous)]
    public void Attention_around_a_sensitive_requirement_does_not_repeat_its_reason(RedactionLevel level)
    {
        var health = Fact.Text("health", "fitness", isSensitive: true);
        var policy = new ReadinessPolicy("p", "Policy", "1", Require.Attention("seen-to", "Cleared, and inducted",
            Require.Fact("cleared", health, ["fit"]).Saying("Cleared for work"), Require.Fact("inducted", Fact.Flag("inducted", "induction"))));
        var learner = Ready(Standard) with { Facts = Of(health.At(Day("2025-01-01"), "asthma")) };

        var report = policy.Assess(learner, Standard, Day("2026-03-01"));
        var redacted = report.Redacted(level);

        Assert.Contains("asthma", report.ToText(), StringComparison.Ordinal);
        Assert.All([redacted.ToText(), redacted.ToMarkdown(), redacted.ToJson(), GatewayPack.ToHtml(redacted)], t => Assert.DoesNotContain("asthma", t, StringComparison.Ordinal));
    }

    /// <summary>What a platform recorded can be a name, and its day the day of something about a person: neither is told by what stands around it.</summary>
    [Fact]
    public void An_anonymous_report_says_nothing_of_a_platforms_own_facts()
    {
        var (mentor, exam) = (Fact.Text("mentor", "mentor"), Fact.Date("exam", "day of the exam"));
        var isMentored = Require.Fact("if", mentor, ["X"], notOlderThanMonths: 6);
        var learner = Ready(Standard) with { Facts = Of(mentor.At(Day("2026-01-17"), "Sam Secret"), exam.At(Day("2026-01-17"), Day("2026-09-17"))) };
        Requirement[] around =
        [
            Require.Unless("u", "Unless", isMentored, Require.KsbsAchieved()),
            Require.When("w", "When", Require.AllOf("all-if", "All", isMentored), Require.KsbsAchieved()),
            Require.Attention("a", "Attention", isMentored, Require.KsbsAchieved()),
            Require.Attention("s", "Attention", Require.KsbsAchieved(), isMentored),
            Require.AllOf("all", "All", Require.Fact("exam", exam, notOlderThanMonths: 6)),
            Require.AllOf("all", "All", Require.Custom("c", "c", "A rule", c => Outcome.NotMet($"The mentor is {c.Learner.Facts.Entries[0].Value}", "it"))),
            Require.When("w", "When", Require.Custom("c", "c", "A rule", c => Outcome.Met($"The mentor is {c.Learner.Facts.Entries[0].Value}")), Require.KsbsAchieved()),
            Require.AllOf("all", "All", Require.Custom("c", "c", "A rule", c => throw new InvalidOperationException(c.Learner.Facts.Entries[0].Value.Text))),
        ];

        Assert.All(around, requirement =>
        {
            var report = new ReadinessPolicy("p", "Policy", "1", requirement).Assess(learner, Standard, Day("2026-03-01"));
            var anonymous = report.Redacted(RedactionLevel.Anonymous);
            Assert.All([anonymous.ToText(), anonymous.ToMarkdown(), anonymous.ToJson(), GatewayPack.ToHtml(anonymous), GatewayPack.ToMarkdown(anonymous)], text =>
            {
                Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
                Assert.DoesNotContain("2026-09-17", text, StringComparison.Ordinal);
                Assert.DoesNotContain("2026-07-17", text, StringComparison.Ordinal);
            });
            Assert.Equal(report.Verdict, anonymous.Verdict);
        });
    }

    /// <summary>What is met is met by a certificate or by a decision of an adult: that one of them waits to be signed would tell by which.</summary>
    [Fact]
    public void Of_what_is_met_and_withheld_nothing_is_to_be_done()
    {
        var learner = Ready(Standard) with
        {
            Certificates = Complete("2026-03-01", new Certificate(Day("2020-08-20"), "english") { Level = QualificationLevel.Level2 }),
            Choices = Complete("2026-03-01", new EnglishAndMathsChoice(Day("2025-03-04"), EnglishAndMathsChoiceKind.OptedOut) { Subject = CoreSubject.Maths, PlanSigned = false }),
        };
        var report = Report(learner);

        Assert.Equal(Verdict.Met, report.Root.Find("maths")!.Verdict);
        Assert.Contains(report.Outstanding, a => a.Requirements.Contains("maths"));
        Assert.DoesNotContain(report.Redacted().Outstanding, a => a.Requirements.Contains("maths"));
    }

    [Fact]
    public void Who_is_the_same_stays_the_same()
    {
        var anonymous = Report(Ready(Standard)).Redacted(RedactionLevel.Anonymous);

        Assert.Equal(Verdict.Met, anonymous.Verdict);
        Assert.Equal("2026-02-20, person 2, employer 1", anonymous.Root.Find("employer-declaration")!.Outcome.Facts.Single().Value);
        Assert.Equal(["evidence 1"], anonymous.Root.Find("ksbs")!.Outcome.Facts[1].Evidence);
        Assert.Contains("names and ids, and reasons that touch on health, disability or age, are left out", anonymous.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"redaction\": \"anonymous\"", anonymous.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_withheld_is_never_given_back()
    {
        var report = Report(Ready(Standard));
        var shared = report.Redacted();
        var anonymous = shared.Redacted(RedactionLevel.Anonymous);

        Assert.Same(report, report.Redacted(RedactionLevel.Full));
        Assert.Same(shared, shared.Redacted(RedactionLevel.Full));
        Assert.Same(anonymous, anonymous.Redacted());
        Assert.Equal(anonymous.ToJson(), report.Redacted(RedactionLevel.Anonymous).ToJson());
    }
}
