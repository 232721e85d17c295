using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Transfers;

/// <summary>The option of a learner who moved is what was chosen, on the version that the learner was on, and never another that has its id.</summary>
public class MovedOptionTests
{
    private static OccupationalStandard Of(string version, params string[] options) => new(StandardId.Parse("ST0900@" + version), "T", [new KsbStatement(KsbCode.Parse("K1"), "Know something.")])
    {
        Options = [.. options.Select(o => o.Split('=')).Select(o => new StandardOption(o[0], o[1]))],
    };

    private static Learner Move(OccupationalStandard from, OccupationalStandard to, Learner learner, string on, string? recorded = null) =>
        VersionTransfer.Plan(from, to, learner).Apply([], Day(on), "P. Rovider", recorded is null ? null : Day(recorded)).Learner;

    private static string? OptionOf(Learner learner, OccupationalStandard standard, string asOf = "2026-12-31") => new AssessmentContext(learner, standard, Day(asOf), Day(asOf)).Option?.Title;

    private static Learner Chosen(OccupationalStandard on, string option) => On(on) with { Options = TestLearners.Of(new OptionChoice(Day("2024-09-02"), option)) };

    /// <summary>Bricks is gone in B, and C gives its id to plumbing: whoever lays bricks is no plumber, over one version or two.</summary>
    [Theory]
    [InlineData("b=Stones")]
    [InlineData("a=Slates,b=Stones")]
    [InlineData("")]
    public void An_id_that_skips_a_version_is_not_taken_for_another_option(string ofB)
    {
        var (a, b, c) = (Of("1.0", "a=Bricks", "b=Stones"), Of("1.1", ofB.Length == 0 ? [] : ofB.Split(',')), Of("1.2", "a=Plumbing", "b=Stones"));
        var moved = Move(b, c, Move(a, b, Chosen(a, "a"), "2025-02-01"), "2025-03-01");

        Assert.Null(OptionOf(moved, c));
        Assert.Null(OptionOf(Move(a, c, moved, "2025-04-01"), c));
        Assert.Contains("'Bricks' is none of the standard's options", Assess(Require.Option(), moved, c, "2026-12-31").ToText(), StringComparison.Ordinal);
        Assert.Equal("Bricks", OptionOf(Move(b, a, Move(a, b, Chosen(a, "a"), "2025-02-01"), "2025-03-01"), a));
        Assert.Equal("Stones", OptionOf(Move(b, c, Move(a, b, Chosen(a, "b"), "2025-02-01"), "2025-03-01"), c) ?? (ofB.Length == 0 ? "Stones" : null));
    }

    /// <summary>An option without a title is known by its id alone, which stands for another where the version gives it to one.</summary>
    [Fact]
    public void An_option_without_a_title_is_none_where_it_is_gone()
    {
        var before = new OccupationalStandard(StandardId.Parse("ST0900@1.0"), "T", [new KsbStatement(KsbCode.Parse("K1"), "Know something.")]) { Options = [new StandardOption("a", null), new StandardOption("b", "Stones")] };
        var after = Of("1.1", "a=Plumbing", "b=Stones");
        var moved = Move(before, after, Chosen(before, "a"), "2025-02-01");

        Assert.Equal((null, "Stones"), (OptionOf(moved, after), OptionOf(Move(before, after, Chosen(before, "b"), "2025-02-01"), after)));
        Assert.Empty(LearnerDocument.Read("a.learners.json", LearnerDocument.Write([moved]), new StandardCatalogue([before, after])).Findings);
    }

    /// <summary>The learner chose on B on 25 June. That the transfer of 15 June was entered, or corrected, on 1 July changes nothing of it.</summary>
    [Fact]
    public void A_transfer_that_is_recorded_late_leaves_what_was_chosen_since()
    {
        var (a, b) = (Of("1.0", "1=Bricks", "2=Stones"), Of("1.1", "1=Stones", "2=Bricks"));
        var choice = new OptionChoice(Day("2025-06-25"), "1");
        var moved = On(a) with { Moves = TestLearners.Of(Move(a, b, On(a), "2025-06-15").Moves.Entries[0] with { Id = "m1" }) };

        Assert.Equal("Stones", OptionOf(moved.With(choice), b));
        Assert.Equal("Stones", OptionOf(moved.With(choice, moved.Moves.Entries[0] with { Id = "m2", Replaces = "m1", Recorded = Day("2025-07-01"), By = "Q. Rovider" }), b));
        Assert.Equal("Stones", OptionOf(Move(a, b, On(a), "2025-06-15", recorded: "2025-07-01").With(choice), b));
    }

    /// <summary>Two transfers of one day, whichever stands first: bricks have another id in each version.</summary>
    [Fact]
    public void Of_one_day_moves_follow_one_another()
    {
        var (a, b, c) = (Of("1.0", "1=Bricks", "2=Stones", "3=Slates"), Of("1.1", "1=Stones", "2=Slates", "3=Bricks"), Of("1.2", "1=Stones", "2=Bricks", "3=Slates"));
        var moved = Move(b, c, Move(a, b, Chosen(a, "1"), "2026-09-01"), "2026-09-01");

        Assert.Equal(("Bricks", "Bricks"), (OptionOf(moved, c), OptionOf(moved with { Moves = new Ledger<StandardMove>(moved.Moves.Entries.Reverse()) }, c)));

        // There and back on one day, with a choice on B before.
        var back = Move(b, a, Move(a, b, Chosen(a, "1"), "2026-09-01"), "2026-09-01");
        Assert.Equal(("Bricks", "Bricks"), (OptionOf(back, a), OptionOf(back with { Moves = new Ledger<StandardMove>(back.Moves.Entries.Reverse()) }, a)));
    }

    /// <summary>What was chosen on B is no option of A, whatever A calls so; a row that only decides on an offer leaves options as they were written.</summary>
    [Fact]
    public void What_is_not_said_of_an_option_is_not_guessed()
    {
        var (a, b) = (Of("1.0", "1=Bricks", "2=Stones"), Of("1.1", "1=Stones", "2=Bricks"));
        var moved = Move(a, b, Chosen(a, "1"), "2025-02-01");

        Assert.Equal("Bricks", OptionOf(moved.With(new StandardMove(Day("2025-03-01"), a.Id, b.Id) { Decisions = [new TransferDecision(KsbCode.Parse("K1"), KsbCode.Parse("K1"), false, "L. Ead", Day("2025-03-01"))] }), b));
        Assert.Null(OptionOf(moved.With(new OptionChoice(Day("2025-03-01"), "1")), a));
        Assert.Equal("Bricks", OptionOf(moved, a));
    }

    /// <summary>People write what they like; a report without names shows none of it.</summary>
    [Fact]
    public void A_name_in_an_option_is_withheld()
    {
        var (a, b) = (Of("1.0", "1=Bricks"), Of("1.1", "1=Stones"));
        var learner = Chosen(a, "Bricks of Jo Smith") with { Moves = TestLearners.Of(new StandardMove(Day("2025-02-01"), a.Id, b.Id) { Options = [new OptionLink("bricks of jo smith", "Stones of Jo Smith")] }) };
        var report = new ReadinessPolicy("t", "T", "1", Require.Option()).Assess(learner, b, Day("2025-03-01"));

        Assert.Contains("Stones of Jo Smith", report.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", report.Redacted(RedactionLevel.Anonymous).ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(report.Verdict, report.Redacted(RedactionLevel.Anonymous).Verdict);
    }
}
