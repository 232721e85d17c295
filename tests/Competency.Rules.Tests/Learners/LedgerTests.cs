using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

public class LedgerTests
{
    private static Certificate First { get; } = new(Day("2025-01-01"), "First aid") { Id = "C1" };

    [Fact]
    public void An_entry_that_is_null_is_refused() =>
        Assert.StartsWith("The entry at 1 is null.", Assert.Throws<ArgumentException>(() => new Ledger<HoursEntry>([new HoursEntry(Day("2025-01-01"), 1), null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void An_entry_counts_from_the_day_it_held_and_was_recorded()
    {
        var ledger = Of(First with { Recorded = Day("2025-02-01") });

        Assert.Empty(ledger.AsKnown(Day("2024-12-31"), Day("2025-03-01")).Entries);
        Assert.Empty(ledger.AsKnown(Day("2025-01-01"), Day("2025-01-31")).Entries);
        Assert.Single(ledger.AsKnown(Day("2025-01-01"), Day("2025-02-01")).Entries);
    }

    [Fact]
    public void A_replacement_takes_its_place_once_it_is_recorded()
    {
        var ledger = Of(First, new Certificate(Day("2025-05-01"), "First aid") { Id = "C2", Replaces = "C1", Recorded = Day("2025-02-01") });

        Assert.Equal(["C1"], Ids(ledger, "2025-01-31", "2025-01-31"));
        Assert.Equal([], Ids(ledger, "2025-04-30", "2025-04-30")); // its true day has not come
        Assert.Equal(["C2"], Ids(ledger, "2025-05-01", "2025-05-01"));

        static IEnumerable<string?> Ids(Ledger<Certificate> ledger, string asOf, string knownAt) => ledger.AsKnown(Day(asOf), Day(knownAt)).Entries.Select(e => e.Id);
    }

    private static string Standing(string knownAt, params HoursEntry[] entries) => string.Join(' ', new Ledger<HoursEntry>(entries).AsKnown(Day("2026-01-01"), Day(knownAt)).Entries.Select(e => e.Id));

    private static HoursEntry Hours(string id, decimal hours, string recorded, string? replaces = null) =>
        new(Day("2025-01-01"), hours) { Id = id, Replaces = replaces, Recorded = Day(recorded) };

    [Fact]
    public void Of_two_corrections_of_one_entry_the_last_recorded_stands()
    {
        HoursEntry[] entries = [Hours("H1", 3000, "2025-01-01"), Hours("H2", 200, "2025-02-01", "H1"), Hours("H3", 210, "2025-03-01", "H1")];

        Assert.Equal("H1", Standing("2025-01-31", entries));
        Assert.Equal("H2", Standing("2025-02-01", entries));
        Assert.Equal("H3", Standing("2025-03-01", entries));

        // In any order of the list; of one day the later in it.
        Assert.Equal("H3", Standing("2025-03-01", entries[0], entries[2], entries[1]));
        Assert.Equal("H2", Standing("2025-03-01", entries[0], entries[2] with { Recorded = Day("2025-02-01") }, entries[1]));
    }

    [Fact]
    public void Corrections_of_corrections_leave_one_entry_too()
    {
        var first = Hours("H1", 3000, "2025-01-01");
        var second = Hours("H2", 200, "2025-02-01", "H1");

        Assert.Equal("H4", Standing("2025-12-31", first, second, Hours("H3", 210, "2025-03-01", "H1"), Hours("H4", 220, "2025-04-01", "H2")));
        Assert.Equal("H3", Standing("2025-12-31", first, second, Hours("H4", 220, "2025-02-02", "H2"), Hours("H3", 210, "2025-03-01", "H1")));

        // What corrects a correction stands, though that was recorded later.
        Assert.Equal("H5", Standing("2025-12-31", first, second, Hours("H5", 230, "2025-01-15", "H2")));
        Assert.Equal("H5", Standing("2025-01-20", first, second, Hours("H5", 230, "2025-01-15", "H2")));
    }

    [Fact]
    public void What_is_taken_back_after_a_correction_is_gone_and_what_is_corrected_after_it_is_there()
    {
        var first = Hours("H1", 3000, "2025-01-01");
        var second = Hours("H2", 200, "2025-02-01", "H1");

        Assert.Equal("", Standing("2025-12-31", first, second, Hours("H3", 0, "2025-03-01", "H1") with { IsWithdrawn = true }));
        Assert.Equal("H4", Standing("2025-12-31", first, second with { IsWithdrawn = true }, Hours("H4", 210, "2025-03-01", "H1"), Hours("H5", 1, "2026-01-01", "H1")));
        Assert.Equal("H2 H6", Standing("2025-12-31", first, second, Hours("H6", 5, "2025-03-01")));
    }

    [Fact]
    public void Completeness_reaches_to_its_day_and_is_known_from_the_day_it_was_said()
    {
        var ledger = new Ledger<Certificate>([], [new Completeness(Day("2025-03-31")) { Recorded = Day("2025-04-10") }, new Completeness(Day("2025-01-31"))]);

        Assert.True(ledger.IsComplete(Day("2025-01-31"), Day("2025-01-31")));
        Assert.False(ledger.IsComplete(Day("2025-02-01"), Day("2025-04-09")));
        Assert.True(ledger.IsComplete(Day("2025-03-31"), Day("2025-04-10")));
        Assert.False(ledger.IsComplete(Day("2025-04-01"), Day("2025-12-31")));
    }

    [Fact]
    public void A_view_of_a_view_is_the_same_view()
    {
        var learner = Ready(TestStandards.Mammography).AsKnown(Day("2026-03-01"), Day("2026-03-01"));

        Assert.Equal(LearnerDocument.Write([learner]), LearnerDocument.Write([learner.AsKnown(Day("2026-03-01"), Day("2026-03-01"))]));
    }

    [Fact]
    public void Wrong_links_and_values_cannot_be_built()
    {
        Assert.Throws<ArgumentException>(() => Of(First, First));
        Assert.Throws<ArgumentException>(() => Of(First with { Replaces = "C9" }));
        Assert.Throws<ArgumentException>(() => Of(First with { IsWithdrawn = true }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HoursEntry(Day("2025-01-01"), -1));
        Assert.Throws<ArgumentException>(() => Learning("2025-01-02", "2025-01-01"));
        Assert.Throws<ArgumentException>(() => new Employment(Day("2025-01-02"), "A") { To = Day("2025-01-01") });
        Assert.Throws<ArgumentException>(() => new Claim("E1", TestStandards.Mammography.Id, KsbCode.Parse("K1")));
        Assert.Throws<ArgumentException>(() => new Learner(" ", TestStandards.Mammography.Id));
        Assert.Throws<ArgumentException>(() => new Learner("L1", default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingPlan(Day("2025-01-01")) { WeeklyHours = 200 });
    }
}
