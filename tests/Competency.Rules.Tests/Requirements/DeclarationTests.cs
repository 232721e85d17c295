using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Requirements;

public class DeclarationTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly Requirement Employer = Require.Declaration("d", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer);

    private static Declaration Content(string? employer, string on = "2026-02-01") => new(Day(on), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { Employer = employer, By = "M. Anager" };

    private static Learner With(params Declaration[] declarations) => On(Standard) with
    {
        Episodes = Of(Learning("2024-09-02")),
        Employments = Complete("2026-03-01", new Employment(Day("2024-09-02"), "Old Clinic") { To = Day("2025-06-30") }, new Employment(Day("2025-07-01"), "County Hospital")),
        Declarations = Complete("2026-03-01", declarations),
    };

    private static Verdict Judge(Learner learner, string asOf = "2026-03-01") => Assess(Employer, learner, Standard, asOf).Verdict;

    [Fact]
    public void The_current_employers_word_counts_and_a_former_ones_does_not()
    {
        Assert.Equal(Verdict.Met, Judge(With(Content("county hospital "))));
        Assert.Equal(Verdict.NotMet, Judge(With(Content("Old Clinic"))));
        Assert.Equal(Verdict.Met, Judge(With(Content("Old Clinic", "2025-06-01"), Content("County Hospital"))));
    }

    [Fact]
    public void The_employer_of_the_day_is_the_current_one()
    {
        var learner = With(Content("Old Clinic", "2025-06-01"));

        Assert.Equal(Verdict.Met, Judge(learner, "2025-06-30"));
        Assert.Equal(Verdict.NotMet, Judge(learner, "2025-07-01"));
    }

    [Fact]
    public void What_is_not_recorded_is_unknown()
    {
        Assert.Equal(Verdict.NotMet, Judge(With()));
        Assert.Equal(Verdict.CannotTell, Judge(With() with { Declarations = Ledger<Declaration>.Unknown }));
        Assert.Equal(Verdict.CannotTell, Judge(With(Content("Old Clinic")) with { Declarations = Of(Content("Old Clinic")) }));
        Assert.Equal(Verdict.CannotTell, Judge(With(Content("County Hospital")) with { Employments = Ledger<Employment>.Unknown }));
        Assert.Equal(Verdict.CannotTell, Judge(With(Content(null))));
    }

    [Fact]
    public void Without_an_employer_nobodys_word_counts() =>
        Assert.Equal(Verdict.NotMet, Judge(With(Content("Old Clinic")) with { Employments = Complete("2026-03-01", new Employment(Day("2024-09-02"), "Old Clinic") { To = Day("2025-06-30") }) }));

    /// <summary>Who came from another provider had begun by the first day that is recorded: what was declared since is of this apprenticeship.</summary>
    [Fact]
    public void What_is_declared_since_the_first_day_that_is_recorded_counts_though_the_start_is_not()
    {
        var learner = With(Content("County Hospital")) with { Episodes = Of(new Episode(Day("2026-02-01"), EpisodeKind.Learning) { Reason = EpisodeReason.ProviderTransfer }) };

        Assert.Equal((Verdict.Met, (DateOnly?)null), (Judge(learner), Assess(Employer, learner, Standard, "2026-02-01").Root.MetUntil));
        Assert.Equal(Verdict.CannotTell, Judge(With(Content("County Hospital", "2026-01-31")) with { Episodes = learner.Episodes }));
    }

    /// <summary>Too old it is whoever employs the learner; before that, whether the employment was followed by another of the same employer is not recorded.</summary>
    [Theory]
    [InlineData("2026-06-14", 2, "2026-04-01", null)] // too old before the employment ends: not met from then on
    [InlineData("2026-04-14", 6, "2026-04-14", "2026-08-02")] // the employment ends first: nobody can tell until it is too old
    public void What_follows_is_reckoned_from_what_ends_first(string employed, int months, string metUntil, string? notMetFrom)
    {
        var asked = Require.Declaration("d", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, notOlderThanMonths: months);
        var learner = With(Content("County Hospital")) with { Employments = Of(new Employment(Day("2024-09-02"), "County Hospital") { To = Day(employed) }) };
        var unless = Require.Unless("u", "Unless", asked, Require.DateReached("t", "T", Day("2024-01-01")));

        Assert.Equal(Day(metUntil), Assess(asked, learner, Standard, "2026-03-01").MetUntil);
        Assert.Equal(Day(notMetFrom ?? metUntil).AddDays(notMetFrom is null ? 1 : 0), Assess(unless, learner, Standard, "2026-03-01").EarliestDate);
    }

    /// <summary>Whoever employs the learner now, by then the declaration is too old.</summary>
    [Fact]
    public void What_nobody_can_tell_of_a_declaration_ends_when_it_is_too_old()
    {
        var asked = Require.Declaration("d", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, notOlderThanMonths: 2);
        var learner = With() with { Declarations = Complete("2026-12-31", Content("County Hospital")), Employments = Ledger<Employment>.Unknown };
        var unless = Assess(Require.Unless("u", "Unless", asked, Require.DateReached("t", "T", Day("2024-01-01"))), learner, Standard, "2026-03-01");

        Assert.Equal((Verdict.CannotTell, Day("2026-04-02")), (unless.Verdict, unless.EarliestDate));
        Assert.Equal([Verdict.CannotTell, Verdict.NotMet], new[] { "2026-04-01", "2026-04-02" }.Select(d => Assess(asked, learner, Standard, d).Verdict));
    }

    private static string Explain(Learner learner) => Assess(Employer, learner, Standard, "2026-03-01").Root.Outcome.Explanation;

    [Fact]
    public void Nothing_said_before_the_original_start_counts()
    {
        var review = Require.Declaration("d", "The provider has reviewed", DeclarationKind.GatewayReview, DeclarationRole.Provider);
        Learner Said(string on) => On(Standard) with { Episodes = Of(Learning("2024-09-02")), Declarations = Complete("2026-03-01", new Declaration(Day(on), DeclarationKind.GatewayReview, DeclarationRole.Provider)) };

        var before = Assess(review, Said("2024-09-01"), Standard, "2026-03-01").Root;
        Assert.Equal((Verdict.NotMet, "The declaration of 2024-09-01 was made before the original start, 2024-09-02, and does not count"), (before.Verdict, before.Outcome.Explanation));
        Assert.Equal(Verdict.Met, Assess(review, Said("2024-09-02"), Standard, "2026-03-01").Verdict);
    }

    [Fact]
    public void An_employers_word_counts_from_the_day_on_which_it_first_employed_the_learner()
    {
        Assert.Equal(Verdict.NotMet, Judge(With(Content("County Hospital", "2025-06-30"))));
        Assert.Equal(Verdict.Met, Judge(With(Content("County Hospital", "2025-07-01"))));

        // Back with the first employer, whose word was given in the first time there.
        var back = With(Content("Old Clinic", "2025-06-01")) with { Employments = Complete("2026-03-01", new Employment(Day("2024-09-02"), "Old Clinic") { To = Day("2025-06-30") }, new Employment(Day("2025-09-01"), "Old Clinic")) };
        Assert.Equal(Verdict.Met, Judge(back));
    }

    /// <summary>Between two times at one employer another one's employee, or nobody's.</summary>
    [Fact]
    public void The_word_of_an_employer_that_was_none_on_the_day_does_not_count()
    {
        var back = With(Content("A", "2024-09-15")) with
        {
            Episodes = Of(Learning("2024-01-01")),
            Employments = Complete("2026-03-01", new Employment(Day("2024-01-01"), "A") { To = Day("2024-06-30") }, new Employment(Day("2024-07-01"), "B") { To = Day("2024-12-31") }, new Employment(Day("2025-01-01"), "A")),
        };

        Assert.Equal(Verdict.NotMet, Judge(back));
        Assert.Equal("Declared only by the current employer on a day on which it did not employ the learner (A, on 2024-09-15), whose word does not count; the current employer is A", Explain(back));
        Assert.Equal(Verdict.Met, Judge(back.With(Content("A", "2025-01-01"))));
    }

    /// <summary>Another employment may be there that nobody recorded, and learning may have begun on any day.</summary>
    [Fact]
    public void Whether_a_word_counts_nobody_can_tell_by_half_a_record()
    {
        var other = With(Content("Clinic")) with { Employments = Of(new Employment(Day("2024-09-02"), "County Hospital")) };
        Assert.Equal(Verdict.CannotTell, Judge(other));
        Assert.Equal("Declared only by an employer that never employed the learner by the record (Clinic), and whether the learner had another employment is not recorded", Explain(other));
        Assert.Equal(Verdict.Met, Judge(other.With(new Employment(Day("2024-09-02"), "Clinic"))));

        var unbegun = With(Content("County Hospital")) with { Episodes = Ledger<Episode>.Unknown };
        Assert.Equal("Declared on 2026-02-01, and the original start, before which no declaration counts, is not recorded", Explain(unbegun));
        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (Judge(unbegun), Judge(unbegun.With(Learning("2026-02-02")))));

        // On the very day too: that anybody learns by then nothing says. Where learning had not begun at all by the record, nothing is unknown.
        Assert.Equal(Verdict.CannotTell, Judge(unbegun with { Declarations = Complete("2026-03-01", Content("County Hospital", "2026-03-01")) }));
        Assert.Equal((Verdict.NotMet, "The declaration of 2026-02-01 was made before learning began, and does not count"), (Judge(unbegun with { Episodes = None<Episode>("2026-03-01") }), Explain(unbegun with { Episodes = None<Episode>("2026-03-01") })));
    }

    /// <summary>What is signed before learning begins would not count: to begin comes first.</summary>
    [Fact]
    public void Who_had_not_begun_begins_before_anybody_declares()
    {
        var unbegun = With(Content("County Hospital")) with { Episodes = None<Episode>("2026-03-01") };

        Assert.All([unbegun, unbegun with { Declarations = None<Declaration>("2026-03-01") }], l =>
            Assert.Equal(["Begin to learn, and record the first episode", "The employer is content: have it signed and record who signed when"], Assess(Employer, l, Standard, "2026-03-01").Outstanding.Select(a => a.Text)));
    }

    /// <summary>By the current employer, until 1 January 2025; another, of which nobody says for whom it was made, would count until 1 June: between nobody can tell.</summary>
    [Fact]
    public void What_follows_a_declaration_that_is_too_old_is_known_as_far_as_the_others_are()
    {
        var asked = Require.Declaration("d", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, notOlderThanMonths: 12);
        Declaration[] declarations = [Content("County Hospital", "2024-10-01"), new(Day("2025-03-01"), DeclarationKind.WorksAtStandard, DeclarationRole.Employer)];
        Learner Of(params Declaration[] of) => With(of[0]) with { Declarations = Complete("2030-01-01", of), Employments = Complete("2030-01-01", new Employment(Day("2024-09-02"), "County Hospital")) };
        DateOnly? Unless(params Declaration[] of) => Assess(Require.Unless("u", "U", asked, Require.DateReached("past", "P", Day("2001-01-01"))), Of(of), Standard, "2025-04-01").Root.EarliestDate;

        Assert.Equal((Verdict.Met, Day("2025-10-01")), (Assess(asked, Of(declarations), Standard, "2025-04-01").Verdict, Assess(asked, Of(declarations), Standard, "2025-04-01").MetUntil));
        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (Assess(asked, Of(declarations), Standard, "2026-03-01").Verdict, Assess(asked, Of(declarations), Standard, "2026-03-02").Verdict));
        Assert.Equal(Day("2026-03-02"), Unless(declarations));
        Assert.Equal(Day("2025-10-02"), Unless(declarations[0]));
    }

    [Fact]
    public void The_report_says_whose_word_does_not_count_and_why()
    {
        var two = With(Content("Old Clinic", "2025-06-01")) with { Employments = Complete("2026-03-01", new Employment(Day("2025-07-01"), "County Hospital"), new Employment(Day("2025-08-01"), "county hospital"), new Employment(Day("2025-09-01"), "Acme")) };
        Assert.EndsWith("whose word does not count; the current employers are County Hospital and Acme", Explain(two), StringComparison.Ordinal);
        Assert.Equal("Declared only by a former employer (Old Clinic), whose word does not count; the current employer is County Hospital", Explain(With(Content("Old Clinic", "2025-06-01"))));
        Assert.Equal("Declared only by a future employer (County Hospital, on 2025-06-30, before its employment of the learner began on 2025-07-01), whose word does not count; the current employer is County Hospital", Explain(With(Content("County Hospital", "2025-06-30"))));
        Assert.Equal("Declared only by an employer that never employed the learner by the record (Elsewhere), whose word does not count; the current employer is County Hospital", Explain(With(Content("Elsewhere"))));
    }

    [Fact]
    public void Another_declaration_or_role_is_another_thing()
    {
        Assert.Equal(Verdict.NotMet, Judge(With(new Declaration(Day("2026-02-01"), DeclarationKind.WorksAtStandard, DeclarationRole.Provider))));
        Assert.Equal(Verdict.NotMet, Judge(With(new Declaration(Day("2026-02-01"), DeclarationKind.GatewayReview, DeclarationRole.Employer) { Employer = "County Hospital" })));
    }

    [Fact]
    public void A_declaration_that_was_taken_back_is_gone()
    {
        // Nobody had taken it back by 14 February.
        var learner = With(Content("County Hospital") with { Id = "D1" }, Content("County Hospital", "2026-02-01") with { Replaces = "D1", IsWithdrawn = true, Recorded = Day("2026-02-15") });

        Assert.Equal(Verdict.Met, Judge(learner, "2026-02-14"));
        Assert.Equal(Verdict.NotMet, Judge(learner));
    }

    [Fact]
    public void Declarations_are_never_inferred_from_coverage()
    {
        var learner = Ready(Standard) with { Declarations = None<Declaration>("2026-03-01") };
        var report = EnglishApprenticeship.Gateway.Assess(learner, Standard, Day("2026-03-01"));

        Assert.Equal(Verdict.NotMet, report.Verdict);
        Assert.Equal([ActionBy.Employer, ActionBy.Provider, ActionBy.Apprentice], report.Outstanding.Select(a => a.By));
        Assert.Equal(Verdict.Met, EnglishApprenticeship.Completion.Assess(learner, Standard, Day("2026-03-01")).Verdict);
    }

    /// <summary>The employment of whoever declared is recorded to end: on the day after, its word is a former employer's.</summary>
    [Fact]
    public void It_counts_until_the_employment_ends_that_is_recorded_to_end()
    {
        Learner Employed(params Employment[] employments) => With(Content("County Hospital", "2025-12-22")) with { Employments = Complete("2026-12-31", employments) };
        (Verdict, DateOnly?) Judged(Learner learner, Requirement? requirement = null)
        {
            var report = Assess(requirement ?? Employer, learner, Standard, "2026-03-01");
            return (report.Verdict, report.MetUntil);
        }

        Employment Ends(string to, string employer = "County Hospital") => new(Day("2024-09-02"), employer) { To = Day(to) };
        Assert.Equal((Verdict.Met, Day("2026-07-31")), Judged(Employed(Ends("2026-07-31"))));
        Assert.Equal((Verdict.Met, Day("2026-03-01")), Judged(Employed(Ends("2026-03-01"))));
        Assert.Equal((Verdict.NotMet, null), Judged(Employed(Ends("2026-02-28"))));
        Assert.Equal((Verdict.Met, null), Judged(Employed(Ends("2026-07-31"), new Employment(Day("2025-09-02"), "county hospital"))));
        Assert.Equal((Verdict.Met, Day("2026-07-31")), Judged(Employed(Ends("2026-07-31"), new Employment(Day("2025-09-02"), "Clinic"))));

        // What comes first ends it: the age of the declaration or the employment.
        var recent = Require.Declaration("d", "The employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, notOlderThanMonths: 6);
        Assert.Equal((Verdict.Met, Day("2026-06-22")), Judged(Employed(Ends("2026-07-31")), recent));
        Assert.Equal((Verdict.Met, Day("2026-04-30")), Judged(Employed(Ends("2026-04-30")), recent));

        // Any employer's word, and another role's, goes on.
        Assert.Equal((Verdict.Met, null), Judged(Employed(Ends("2026-07-31")), Require.Declaration("d", "An employer is content", DeclarationKind.WorksAtStandard, DeclarationRole.Employer, currentEmployer: false)));

        // Of two that count the one of the employment that goes on.
        var both = With(Content("County Hospital", "2026-01-10"), Content("Clinic", "2025-12-22")) with { Employments = Complete("2026-12-31", Ends("2026-07-31"), new Employment(Day("2025-09-02"), "Clinic")) };
        Assert.Equal((Verdict.Met, null), Judged(both));
        Assert.Contains("Clinic", Assess(Employer, both, Standard, "2026-03-01").Root.Outcome.Facts.Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_day_is_named_for_gateway_beyond_the_end_of_the_employment()
    {
        var learner = Ready(Standard) with
        {
            Employments = Complete("2027-01-01", new Employment(Day("2024-09-02"), "County Hospital") { To = Day("2025-07-31") }),
            Declarations = Of([.. Ready(Standard).Declarations.Entries.Select(d => d with { On = Day("2024-12-22"), Recorded = Day("2024-12-22") })]),
        };
        var all = Require.AllOf("all", "All", Employer, Require.PeriodElapsed("year", "A year is over", 12));
        var report = Assess(all, learner, Standard, "2025-07-01");

        Assert.Equal((Verdict.NotYetDue, null), (report.Verdict, report.EarliestDate));
        Assert.Equal((Verdict.Met, Day("2025-07-31")), (report.Root.Find("d")!.Verdict, report.Root.Find("d")!.MetUntil));
        Assert.Equal(("end of the employment", "2025-07-31"), report.Root.Find("d")!.Outcome.Facts.Select(f => (f.Name, f.Value)).Last());
    }

    /// <summary>What applies unless an employer has declared applies once its employment is over, where the record is complete; else nobody can tell who employs the learner then.</summary>
    [Theory]
    [InlineData(true, "2025-08-01")]
    [InlineData(false, null)]
    public void What_comes_after_the_end_of_the_employment_is_known_where_the_record_is_complete(bool isComplete, string? earliest)
    {
        Employment[] employments = [new Employment(Day("2024-09-02"), "County Hospital") { To = Day("2025-07-31") }];
        var learner = With(Content("County Hospital", "2024-12-22")) with { Employments = isComplete ? Complete("2026-03-01", employments) : Of(employments) };
        var unless = Require.Unless("unless", "Without the employer's word the year is over", Employer, Require.DateReached("day", "A day has come", Day("2025-01-01")));
        var report = Assess(unless, learner, Standard, "2025-07-01");

        Assert.Equal((Verdict.DoesNotApply, earliest is null ? null : Day(earliest)), (report.Verdict, report.EarliestDate));
        Assert.Equal(isComplete ? Verdict.Met : Verdict.CannotTell, Assess(unless, learner, Standard, "2025-08-01").Verdict);
    }
}
