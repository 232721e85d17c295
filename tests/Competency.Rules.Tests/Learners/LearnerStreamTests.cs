using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

public class LearnerStreamTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    /// <summary>A platform's own source: three tables, each read by one reader.</summary>
    private sealed class Platform(DataTable learners, DataTable decisions, DataTable hours) : ILearnerSource
    {
        public IAsyncEnumerable<LearnerRecord> ReadAsync(CancellationToken cancellationToken = default) => LearnerStream.Join(
            Rows(learners, r => new LearnerBuilder(r.GetString(0), StandardId.Parse(r.GetString(1))).CompleteAsAt(Date(r, 2)), cancellationToken),
            [
                Rows(decisions, r => Row(r, () => (r.GetString(1), KsbCode.Parse(r.GetString(2)), new ClaimDecision(Enum.Parse<ClaimDecisionKind>(r.GetString(3)), Date(r, 4)) { By = r.GetString(5) }), (l, d) => l.Decide(d.Item1, d.Item2, d.Item3, evidenceKind: "log")), cancellationToken),
                Rows(hours, r => Row(r, () => (Date(r, 1), r.GetDecimal(2)), (l, h) => l.Add(new HoursEntry(h.Item1, h.Item2))), cancellationToken),
            ],
            cancellationToken);

        /// <summary>Reads a row at once, for the reader goes on before the row is added.</summary>
        private static LearnerRow Row<T>(DbDataReader reader, Func<T> read, Action<LearnerBuilder, T> add)
        {
            var (id, values) = (reader.GetString(0), read());
            return new LearnerRow(id, l => add(l, values));
        }

        private static async IAsyncEnumerable<T> Rows<T>(DataTable table, Func<DbDataReader, T> map, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using DbDataReader reader = table.CreateDataReader();
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return map(reader);
            }
        }

        private static DateOnly Date(DbDataReader reader, int column) => DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DataTable Table(Type[] types, params object[][] rows)
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        for (var i = 0; i < types.Length; i++)
        {
            table.Columns.Add($"c{i}", types[i]);
        }

        foreach (var row in rows)
        {
            table.Rows.Add(row);
        }

        return table;
    }

    private static DataTable Learners(params string[] ids) => Table([typeof(string), typeof(string), typeof(string)], [.. ids.Select(i => new object[] { i, "ST0583@1.2", "2026-03-01" })]);

    private static DataTable Decisions(params string[] rows) => Table([.. Enumerable.Repeat(typeof(string), 6)], [.. rows.Select(r => r.Split(' ').Cast<object>().ToArray())]);

    private static DataTable Hours(params (string Id, string On, decimal Hours)[] rows) => Table([typeof(string), typeof(string), typeof(decimal)], [.. rows.Select(r => new object[] { r.Id, r.On, r.Hours })]);

    private static async Task<List<LearnerRecord>> Read(ILearnerSource source, CancellationToken cancellationToken = default)
    {
        var records = new List<LearnerRecord>();
        await foreach (var record in source.ReadAsync(cancellationToken))
        {
            records.Add(record);
        }

        return records;
    }

    [Fact]
    public async Task Learners_come_from_the_platforms_own_tables()
    {
        // The second decision on K1 stands in the table before the first.
        var records = await Read(new Platform(
            Learners("A", "B", "C"),
            Decisions("A E1 K1 Accepted 2025-05-20 Ann", "A E1 K1 Submitted 2025-05-01 Jo", "A E2 K2 Referred 2025-05-20 Ann", "C E1 K1 Accepted 2025-05-20 Bo"),
            Hours(("A", "2025-02-01", 5), ("A", "2025-01-01", 6), ("B", "2025-01-01", 7))), TestContext.Current.CancellationToken);

        Assert.Equal(["A", "B", "C"], records.Select(r => r.Learner!.Id));
        Assert.Equal(["K1 SubmittedAccepted log", "K2 Referred log"], records[0].Learner!.Claims.Entries.Select(c => $"{c.Ksb} {string.Concat(c.Decisions.Select(d => d.Kind))} {c.EvidenceKind}"));
        Assert.Equal([6m, 5m], records[0].Learner!.Hours.Entries.Select(h => h.Hours));
        Assert.Equal((0, 7m, 1), (records[1].Learner!.Claims.Entries.Count, records[1].Learner!.Hours.Entries.Single().Hours, records[2].Learner!.Claims.Entries.Count));
        var report = Assess(Require.KsbsAchieved(ksbs: "K1-K2"), records[0].Learner!, Standard, "2026-03-01");
        Assert.Equal((Verdict.NotMet, "referred: K2"), (report.Verdict, report.Root.Outcome.Shortfall));
    }

    [Fact]
    public async Task A_bad_row_costs_its_learner_and_no_other()
    {
        var records = await Read(new Platform(Learners("A", "B"), Decisions(), Hours(("A", "2025-02-01", -5), ("B", "2025-01-01", 7))), TestContext.Current.CancellationToken);

        Assert.Equal((null, "B"), (records[0].Learner, records[1].Learner!.Id));
        Assert.StartsWith("Learner 'A', row 1 of table 2: 'Hours' must be a number from 0 to 10000", records[0].Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_would_be_lost_are_told()
    {
        var other = await Assert.ThrowsAsync<InvalidDataException>(() => Read(new Platform(Learners("A"), Decisions(), Hours(("X", "2025-01-01", 7))), TestContext.Current.CancellationToken));
        var order = await Assert.ThrowsAsync<InvalidDataException>(() => Read(new Platform(Learners("A", "B"), Decisions(), Hours(("B", "2025-01-01", 7), ("A", "2025-01-01", 7))), TestContext.Current.CancellationToken));

        Assert.Contains("'X' was not taken", other.Message, StringComparison.Ordinal);
        Assert.Contains("'A' was not taken", order.Message, StringComparison.Ordinal);
    }

    /// <summary>A row of somebody who is not among the learners stands before theirs: nobody is judged without theirs.</summary>
    [Fact]
    public async Task Nobody_is_given_out_whose_rows_would_be_lost()
    {
        var given = new List<string?>();
        var orphan = new Platform(Learners("A", "B"), Decisions("0 E1 K1 Accepted 2025-05-20 Ann", "A E1 K1 Accepted 2025-05-20 Ann", "B E1 K1 Accepted 2025-05-20 Ann"), Hours());
        var disorder = new Platform(Learners("B", "A"), Decisions("B E1 K1 Accepted 2025-05-20 Ann", "A E1 K1 Accepted 2025-05-20 Ann"), Hours());

        Assert.Contains("'0' was not taken", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadInto(orphan))).Message, StringComparison.Ordinal);
        Assert.Empty(given);
        Assert.StartsWith("Learner 'A' comes after 'B', which is not the order", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadInto(disorder))).Message, StringComparison.Ordinal);
        Assert.Empty(given);

        async Task ReadInto(ILearnerSource source)
        {
            await foreach (var record in source.ReadAsync(TestContext.Current.CancellationToken))
            {
                given.Add(record.Id);
            }
        }
    }

    /// <summary>As a database gives them that orders by numbers, or knows no case.</summary>
    [Fact]
    public async Task Ids_are_in_the_order_that_is_said()
    {
        var numbers = await ReadInOrder(Comparer<string>.Create((x, y) => int.Parse(x, CultureInfo.InvariantCulture).CompareTo(int.Parse(y, CultureInfo.InvariantCulture))), ["9", "10"], ["9", "10"]);
        var names = await ReadInOrder(StringComparer.OrdinalIgnoreCase, ["a", "B"], ["A", "b"]);

        Assert.Equal([1, 1], numbers.Select(r => r.Learner!.Hours.Entries.Count));
        Assert.Equal(["a 1", "B 1"], names.Select(r => $"{r.Id} {r.Learner!.Hours.Entries.Count}"));

        static async Task<List<LearnerRecord>> ReadInOrder(IComparer<string> order, string[] learners, string[] rows)
        {
            var records = new List<LearnerRecord>();
            await foreach (var record in LearnerStream.Join(
                learners.ToAsyncEnumerable().Select(i => new LearnerBuilder(i, Standard.Id)),
                [rows.ToAsyncEnumerable().Select(i => new LearnerRow(i, l => l.Add(new HoursEntry(Day("2025-01-01"), 5))))],
                order,
                TestContext.Current.CancellationToken))
            {
                records.Add(record);
            }

            return records;
        }
    }

    [Fact]
    public async Task A_learner_who_is_given_twice_is_judged_by_neither_record()
    {
        var records = await Read(new Platform(Learners("A", "B", "B", "C"), Decisions("B E1 K1 Accepted 2025-05-20 Ann"), Hours()), TestContext.Current.CancellationToken);

        Assert.Equal([true, false, false, true], records.Select(r => r.Learner is not null));
        Assert.All(records.Where(r => r.Id == "B"), r => Assert.Equal("Learner 'B': The learner is given twice; what is known of one learner stands in one record", r.Findings.Single().Message));
    }

    /// <summary>Whatever a row throws: a code with a Cyrillic letter, a number too large, a fault of the platform's own.</summary>
    [Fact]
    public async Task What_a_row_throws_costs_its_learner_and_no_other()
    {
        Action<LearnerBuilder>[] rows = [l => l.Decide("E", KsbCode.Parse("\u041a1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01"))), _ => throw new OverflowException("too large"), _ => throw new InvalidCastException("no text")];
        var ids = new[] { "A", "B", "C", "D" };
        var records = new List<LearnerRecord>();
        await foreach (var record in LearnerStream.Join(ids.ToAsyncEnumerable().Select(i => new LearnerBuilder(i, Standard.Id)), [ids.Zip(rows, (id, row) => new LearnerRow(id, row)).ToAsyncEnumerable()], TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        Assert.Equal([null, null, null, "D"], records.Select(r => r.Learner?.Id));
        Assert.Contains("'\u041a1'", records[0].Findings.Single().Message, StringComparison.Ordinal);
        Assert.Equal(["Learner 'B', row 2 of table 1: too large", "Learner 'C', row 3 of table 1: InvalidCastException: no text"], records.Skip(1).Take(2).Select(r => r.Findings.Single().Message));
        Assert.Throws<ArgumentNullException>(() => new LearnerRow(null!, _ => { }));
    }

    /// <summary>That the item was an observation was said with a later decision: a report of a day before is as it was, in whatever order the rows come.</summary>
    [Fact]
    public void What_is_said_later_of_an_item_changes_later_reports_only()
    {
        ClaimDecision On(string day, ClaimDecisionKind kind = ClaimDecisionKind.Accepted) => new(kind, Day(day));
        (ClaimDecision Decision, string? Kind)[] rows = [(On("2025-02-01"), null), (On("2025-10-01"), "observation"), (On("2025-12-01"), "product")];
        var observed = Require.KsbsAchieved("k", "K1", demand: new EvidenceDemand { Kinds = ["observation"] });
        Property.Holds(
            Gen.Shuffle(rows),
            shuffled =>
            {
                var learner = shuffled.Aggregate(new LearnerBuilder("A", Standard.Id).CompleteAsAt(Day("2026-01-01"), Day("2020-01-01")), (b, r) => b.Decide("E1", KsbCode.Parse("K1"), r.Decision, evidenceKind: r.Kind)).Build().Learner!;
                return new[] { "2025-09-01", "2025-11-01", "2025-12-31" }.Select(d => Assess(observed, learner, Standard, d).Verdict).SequenceEqual([Verdict.CannotTell, Verdict.Met, Verdict.NotMet]);
            });
    }

    [Fact]
    public void Of_rows_that_are_alike_the_later_stands_whichever_way_they_are_added()
    {
        var k1 = KsbCode.Parse("K1");
        ClaimDecision On(ClaimDecisionKind kind) => new(kind, Day("2025-01-01"));
        var overturned = new LearnerBuilder("A", Standard.Id).Decide("E1", k1, On(ClaimDecisionKind.Accepted)).Add(new Claim("E1", Standard.Id, k1, On(ClaimDecisionKind.Overturned))).Build();
        var accepted = new LearnerBuilder("A", Standard.Id).Add(new Claim("E1", Standard.Id, k1, On(ClaimDecisionKind.Overturned))).Decide("E1", k1, On(ClaimDecisionKind.Accepted)).Build();

        Assert.Equal("overturned: K1", Assess(Require.KsbsAchieved("k", "K1"), overturned.Learner!, Standard, "2026-03-01").Root.Outcome.Shortfall);
        Assert.Equal(Verdict.Met, Assess(Require.KsbsAchieved("k", "K1"), accepted.Learner!, Standard, "2026-03-01").Verdict);
    }

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Read(new Platform(Learners("A"), Decisions(), Hours()), stop.Token));
    }

    /// <summary>Sources that never look at the token, and rows that throw by themselves what a stopped reading throws.</summary>
    [Fact]
    public async Task Reading_is_stopped_by_its_own_token_and_by_no_other()
    {
        using var stop = new CancellationTokenSource();
        LearnerRow[] rows = [new("A", _ => throw new TaskCanceledException("a timeout")), new("B", l => l.Add(new HoursEntry(Day("2025-01-01"), 5)))];
        var read = LearnerStream.Join(new[] { "A", "B" }.ToAsyncEnumerable().Select(i => new LearnerBuilder(i, Standard.Id)), [rows.ToAsyncEnumerable()], stop.Token);
        var records = await read.ToArrayAsync(CancellationToken.None);

        Assert.Equal([null, "B"], records.Select(r => r.Learner?.Id));
        Assert.Equal("Learner 'A', row 1 of table 1: TaskCanceledException: a timeout", records[0].Findings.Single().Message);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await LearnerStream.Join(new[] { new LearnerBuilder("A", Standard.Id) }.ToAsyncEnumerable(), [], stop.Token).ToArrayAsync(CancellationToken.None));
    }

    /// <summary>Null ends nothing and hides nothing: with a row that is lost, whatever comes after it would be lost too.</summary>
    [Fact]
    public async Task Null_is_told()
    {
        static async Task<string> Fault<T>(IEnumerable<LearnerBuilder?> learners, params IEnumerable<LearnerRow?>?[] tables)
            where T : Exception => (await Assert.ThrowsAsync<T>(async () => await LearnerStream.Join(learners.ToAsyncEnumerable()!, tables.Select(t => t?.ToAsyncEnumerable())!, TestContext.Current.CancellationToken).ToArrayAsync(CancellationToken.None))).Message;
        LearnerBuilder a = new("A", Standard.Id);
        LearnerRow row = new("A", l => l.Add(new HoursEntry(Day("2025-01-01"), 5)));

        Assert.Equal("Row 2 of table 2 is null: it would be lost, and so would what comes after it.", await Fault<InvalidDataException>([a], [], [row, null, row]));
        Assert.Equal("Instead of the learner after 'A' the query gives null.", await Fault<InvalidDataException>([new LearnerBuilder("A", Standard.Id), null]));
        Assert.StartsWith("Table 2 is null.", await Fault<ArgumentException>([], [], null), StringComparison.Ordinal);
    }

    /// <summary>Read again over the same builders, rows would count twice.</summary>
    [Fact]
    public async Task A_record_is_made_once()
    {
        var builder = new LearnerBuilder("A", Standard.Id);
        var read = LearnerStream.Join(new[] { builder }.ToAsyncEnumerable(), [new[] { new LearnerRow("A", l => l.Add(new HoursEntry(Day("2025-01-01"), 5))) }.ToAsyncEnumerable()], TestContext.Current.CancellationToken);
        var record = (await read.ToArrayAsync(CancellationToken.None)).Single();

        Assert.Same(record, builder.Build());
        Assert.Equal("The record of learner 'A' is made already, and takes no rows: whoever reads again gives new builders.", (await Assert.ThrowsAsync<InvalidDataException>(async () => await read.ToArrayAsync(CancellationToken.None))).Message);
        Assert.Throws<InvalidOperationException>(() => builder.Add(new HoursEntry(Day("2025-01-01"), 5)));
        Assert.Throws<InvalidOperationException>(() => builder.CompleteAsAt(Day("2025-01-01")));
        Assert.Throws<ArgumentException>(() => new LearnerBuilder("A", Standard.Id).CompleteAsAt<LedgerEntry>(Day("2025-01-01")));
    }

    /// <summary>Of two that are recorded on one day, one corrects a third: it stands where its recording puts it, and not behind all that correct nothing.</summary>
    [Fact]
    public void A_correction_stands_in_the_order_of_recording_and_ids()
    {
        var attendance = Fact.Number("attendance", "attendance");
        FactEntry[] rows =
        [
            attendance.At(Day("2025-05-01"), 70) with { Id = "f1" },
            attendance.At(Day("2025-05-01"), 75) with { Id = "f2", Replaces = "f1", Recorded = Day("2025-05-02") },
            attendance.At(Day("2025-05-01"), 92) with { Id = "f3", Recorded = Day("2025-05-02") },
        ];
        Property.Holds(
            Gen.Shuffle(rows),
            shuffled =>
            {
                var built = shuffled.Aggregate(new LearnerBuilder("L1", Standard.Id), (b, r) => b.Add(r)).Build().Learner!;
                return built.Facts.Entries.Select(e => e.Id).SequenceEqual(["f1", "f2", "f3"]) && LearnerDigest.Of(built) == LearnerDigest.Of(On(Standard) with { Facts = Of(rows) });
            });
    }

    [Fact]
    public void A_correction_finds_its_place_whatever_the_order_of_the_rows()
    {
        HoursEntry[] rows =
        [
            new(Day("2025-01-01"), 5) { Id = "H1" },
            new(Day("2025-01-01"), 6) { Id = "H2", Replaces = "H1" },
            new(Day("2025-01-01"), 7) { Id = "H3", Replaces = "H2" },
            new(Day("2025-01-02"), 8) { Id = "H0" },
        ];
        Property.Holds(
            Gen.Shuffle(rows),
            shuffled =>
            {
                var record = shuffled.Aggregate(new LearnerBuilder("A", Standard.Id), (b, r) => b.Add(r)).Build();
                return record.Learner!.AsKnown(Day("2025-02-01"), Day("2025-02-01")).Hours.Entries.Sum(h => h.Hours) == 15;
            });
    }

    [Fact]
    public void What_cannot_be_a_ledger_is_told_and_gives_no_learner()
    {
        var twice = new LearnerBuilder("A", Standard.Id).Add(new HoursEntry(Day("2025-01-01"), 5) { Id = "H1" }).Add(new HoursEntry(Day("2025-01-01"), 6) { Id = "H1" }).Build();
        var circle = new LearnerBuilder("A", Standard.Id).Add(new HoursEntry(Day("2025-01-01"), 5) { Id = "H1", Replaces = "H2" }).Add(new HoursEntry(Day("2025-01-01"), 6) { Id = "H2", Replaces = "H1" }).Build();
        var blank = new LearnerBuilder("A", Standard.Id).Decide(" ", KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01"))).Build();

        Assert.Equal((null, null, null), (twice.Learner, circle.Learner, blank.Learner));
        Assert.Equal("Learner 'A': Two entries have the id 'H1'", twice.Findings.Single().Message);
        Assert.Equal("Learner 'A': Evidence has an id", blank.Findings.Single().Message);
    }

    [Fact]
    public void Completeness_of_a_ledger_goes_before_that_of_all()
    {
        var learner = new LearnerBuilder("A", Standard.Id).CompleteAsAt(Day("2026-01-01")).CompleteAsAt<HoursEntry>(Day("2025-06-01"), recorded: Day("2025-06-05")).Build().Learner!;

        Assert.Equal((Day("2025-06-01"), Day("2025-06-05")), (learner.Hours.Completeness.Single().AsAt, learner.Hours.Completeness.Single().Recorded));
        Assert.Equal(Day("2026-01-01"), learner.Claims.Completeness.Single().AsAt);
    }

    /// <summary>A learner written as rows and read again is the same learner.</summary>
    [Fact]
    public void Rows_of_a_whole_learner_make_it_again()
    {
        var whole = Ready(Standard);
        var builder = new LearnerBuilder(whole.Id, Standard.Id) { Name = whole.Name, BirthDate = whole.BirthDate };
        foreach (var claim in whole.Claims.Entries)
        {
            builder.Decide(claim.Evidence, claim.Ksb, claim.Decisions.Single());
        }

        LedgerEntry[] rows = [.. whole.Episodes.Entries, .. whole.Employments.Entries, .. whole.Plans.Entries, .. whole.Hours.Entries, .. whole.Certificates.Entries, .. whole.Declarations.Entries];
        foreach (var row in rows.Reverse())
        {
            builder.Add(row);
        }

        builder.CompleteAsAt<Claim>(Day("2026-03-01"), Day("2000-01-01")).CompleteAsAt<HoursEntry>(Day("2026-03-01"), Day("2000-01-01"));
        Assert.Equal(Verdict.Met, EnglishApprenticeship.Gateway.Assess(builder.Build().Learner!, Standard, Day("2026-03-01")).Verdict);
    }
}
