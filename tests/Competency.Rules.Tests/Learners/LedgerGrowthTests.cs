using FsCheck;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;
using Property = Competency.Testing.Property;

namespace Competency.Rules.Tests.Learners;

/// <summary>Ledgers that grow entry by entry share what they hold, and nobody must notice.</summary>
public class LedgerGrowthTests
{
    private static readonly DateOnly Start = Day("2025-01-01");

    /// <summary>From which of the ledgers so far the next one comes, and what it adds.</summary>
    private static readonly Gen<(int From, int Day, bool HasId)[]> Steps =
        ArbMap.Default.GeneratorFor<(int From, int Day, bool HasId)>().Select(s => ((s.From & int.MaxValue) % 40, (s.Day & int.MaxValue) % 300, s.HasId)).ArrayOf(40);

    [Fact]
    public void Ledgers_that_came_from_one_another_each_hold_their_own_entries() =>
        Property.Holds(Steps, steps =>
        {
            var grown = new List<(Ledger<HoursEntry> Ledger, HoursEntry[] Entries)> { (Of<HoursEntry>(), []) };
            foreach (var (from, day, hasId) in steps)
            {
                var (ledger, entries) = grown[from % grown.Count];
                var entry = new HoursEntry(Start.AddDays(day), day) { Id = hasId ? $"h{grown.Count}" : null };
                grown.Add((ledger.With(entry), [.. entries, entry]));
            }

            foreach (var (ledger, entries) in grown)
            {
                Assert.Equal(entries, ledger.Entries);
                var whole = new Ledger<HoursEntry>(entries);
                Assert.Equal(whole.AsKnown(Day("2025-05-01"), Day("2025-05-01")).Entries, ledger.AsKnown(Day("2025-05-01"), Day("2025-05-01")).Entries);
                Assert.Equal(whole.IsWhollyKnown(Day("2025-05-01"), Day("2025-05-01")), ledger.IsWhollyKnown(Day("2025-05-01"), Day("2025-05-01")));
            }
        });

    [Fact]
    public void Hours_that_were_added_up_go_on_with_the_ledger() =>
        Property.Holds(Steps, steps =>
        {
            var time = LearningTime.Of(Of(Learning("2025-02-01", "2025-06-30")));
            var ledger = Of<HoursEntry>();
            var entries = new List<HoursEntry>();
            foreach (var (_, day, hasId) in steps)
            {
                _ = RecordedHours.Of(ledger, time);
                var entry = new HoursEntry(Start.AddDays(day), day / 7m) { Category = (HoursCategory)(day % 3), InPaidHours = hasId };
                entries.Add(entry);
                ledger = ledger.With(entry);
            }

            var (grown, whole) = (RecordedHours.Of(ledger, time), RecordedHours.Of(new Ledger<HoursEntry>(entries), time));
            Assert.Equal((whole.Counted, whole.EnglishAndMaths, whole.OutsideLearning, whole.Other), (grown.Counted, grown.EnglishAndMaths, grown.OutsideLearning, grown.Other));
        });

    [Fact]
    public void An_id_is_taken_only_in_the_ledgers_that_hold_it()
    {
        var one = Of(new HoursEntry(Start, 1) { Id = "h1" });
        var two = one.With(new HoursEntry(Start, 2) { Id = "h2" });

        Assert.Throws<ArgumentException>(() => one.With(new HoursEntry(Start, 3) { Id = "h1" }));
        Assert.Throws<ArgumentException>(() => two.With(new HoursEntry(Start, 3) { Id = "h2" }));
        Assert.Throws<ArgumentException>(() => one.With(new HoursEntry(Start, 3) { Replaces = "h2" }));
        Assert.Throws<ArgumentException>(() => two.With(new HoursEntry(Start, 3) { Replaces = "h2", IsWithdrawn = false, Id = "h1" }));
        Assert.Equal(["h1", "h2"], one.With(new HoursEntry(Start, 3) { Id = "h2" }).Entries.Select(e => e.Id));
        Assert.Equal(["h1", "h2", "h3"], two.With(new HoursEntry(Start, 3) { Id = "h3", Replaces = "h2" }).Entries.Select(e => e.Id));
        Assert.Equal(["h1"], one.Entries.Select(e => e.Id));
    }

    [Fact]
    public void Many_threads_add_to_one_ledger_and_each_sees_its_own()
    {
        var shared = Of(new HoursEntry(Start, 1) { Id = "first" }).With(new HoursEntry(Start, 1) { Id = "second" });
        Parallel.For(0, 64, n =>
        {
            var ledger = shared;
            for (var i = 0; i < 100; i++)
            {
                ledger = ledger.With(new HoursEntry(Start, n) { Id = $"{n}-{i}" });
            }

            Assert.Equal(["first", "second", .. Enumerable.Range(0, 100).Select(i => $"{n}-{i}")], ledger.Entries.Select(e => e.Id));
        });
        Assert.Equal(2, shared.Entries.Count);
    }
}
