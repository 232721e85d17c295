using Competency.Rules.Tests.Agreement;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Transfers;

/// <summary>
/// Learners who go over several versions, and what is decided under those that they have left. A and B share K1 and S1; K2 of A is reworded in B, and C has the words of B. D has those of A.
/// </summary>
public class MovedEvidenceTests
{
    private static readonly OccupationalStandard A = Make("ST0900@1.0", "Apply health and safety procedures in the workshop every day.");
    private static readonly OccupationalStandard B = Make("ST0900@1.1", "Apply health and safety procedures in the laboratory every day.");
    private static readonly OccupationalStandard C = Make("ST0900@1.2", "Apply health and safety procedures in the laboratory every day.");
    private static readonly OccupationalStandard D = Make("ST0900@1.3", "Apply health and safety procedures in the workshop every day.");

    private static OccupationalStandard Make(string id, string ofK2) => new(StandardId.Parse(id), "T",
    [
        new KsbStatement(KsbCode.Parse("K1"), "Communicate clearly with colleagues and customers at work."),
        new KsbStatement(KsbCode.Parse("K2"), ofK2),
        new KsbStatement(KsbCode.Parse("S1"), "Weld steel."),
    ]);

    private static Claim Decided(OccupationalStandard standard, string ksb, ClaimDecisionKind kind, string on, string? recorded = null, string by = "A. Assessor", string evidence = "E1") =>
        new(evidence, standard.Id, KsbCode.Parse(ksb), new ClaimDecision(kind, Day(on)) { By = by, Recorded = Day(recorded ?? on) });

    private static Learner With(params Claim[] claims) => On(A) with { Claims = Complete("2026-12-31", claims) };

    /// <summary>Moves a learner, with what is decided on K2: + approved, - rejected, nothing where nobody did.</summary>
    private static Learner Move(Learner learner, OccupationalStandard from, OccupationalStandard to, string on, char? decided = null) =>
        VersionTransfer.Plan(from, to, learner).Apply(decided is null ? [] : [new TransferDecision(KsbCode.Parse("K2"), KsbCode.Parse("K2"), decided == '+', "L. Ead", Day(on))], Day(on), "P. Rovider").Learner;

    private static Verdict Judge(Learner learner, OccupationalStandard standard, string ksb = "K2", string asOf = "2026-12-01", EvidenceDemand? demand = null) =>
        Assess(Require.KsbsAchieved("k", ksb, demand: demand), learner, standard, asOf).Verdict;

    private static readonly Learner Accepted = With(Decided(A, "K2", ClaimDecisionKind.Accepted, "2026-01-10"));

    [Fact]
    public void What_is_approved_taken_back_and_approved_again_is_no_younger_and_of_no_further_assessor()
    {
        var again = Move(Move(Move(Accepted, A, B, "2026-02-01", '+'), A, B, "2026-02-02", '-'), A, B, "2026-02-03", '+');

        Assert.Equal(Verdict.Met, Judge(again, B));
        Assert.Equal((Verdict.Met, Verdict.NotMet), (Judge(again, B, asOf: "2026-03-10", demand: new EvidenceDemand { NotOlderThanMonths = 2 }), Judge(again, B, asOf: "2026-03-11", demand: new EvidenceDemand { NotOlderThanMonths = 2 })));
        Assert.Equal(Verdict.NotMet, Judge(again, B, demand: new EvidenceDemand { Assessors = 2 }));
    }

    /// <summary>Quality assurance overturned on 5 February what was accepted, and that was entered on 20 March, after an approval was taken back and given again.</summary>
    [Fact]
    public void What_is_overturned_late_is_overturned_wherever_the_learner_is()
    {
        var again = Move(Move(Move(Accepted, A, B, "2026-02-01", '+'), A, B, "2026-02-08", '-'), A, B, "2026-02-15", '+');
        var overturned = again.With(Decided(A, "K2", ClaimDecisionKind.Overturned, "2026-02-05", recorded: "2026-03-20"));

        Assert.Equal((Verdict.Met, Verdict.NotMet), (Judge(overturned, B, asOf: "2026-03-19"), Judge(overturned, B, asOf: "2026-03-20")));
        Assert.Equal(Verdict.NotMet, Judge(Move(Move(overturned, A, B, "2026-03-21"), B, C, "2026-03-22"), C));
    }

    /// <summary>A person who says of A and C that K2 is not the same is not overruled by who said so of A and B, whose words C has.</summary>
    [Theory]
    [InlineData("A+B BC A-C", Verdict.NotMet)]
    [InlineData("A+B BC", Verdict.Met)]
    [InlineData("A+B BC AC", Verdict.Met)]
    [InlineData("A+B A-B BC A+C", Verdict.Met)]
    [InlineData("A+B A-B BC", Verdict.NotMet)]
    [InlineData("A-B BC AC", Verdict.CannotTell)]
    [InlineData("AB BC", Verdict.CannotTell)]
    [InlineData("AB BC A-C", Verdict.NotMet)]
    [InlineData("AB BC A+C", Verdict.Met)]
    [InlineData("A-B BD", Verdict.NotMet)]
    [InlineData("A-B BD AD", Verdict.Met)]
    [InlineData("A+B A-B BA", Verdict.Met)]
    [InlineData("AB BA AB", Verdict.CannotTell)]
    [InlineData("AB BA A+B", Verdict.Met)]
    public void What_was_said_last_of_two_statements_holds(string moves, Verdict verdict)
    {
        var (learner, day) = (Accepted, Day("2026-02-01"));
        OccupationalStandard Of(char name) => name switch { 'A' => A, 'B' => B, 'C' => C, _ => D };
        foreach (var move in moves.Split(' '))
        {
            learner = Move(learner, Of(move[0]), Of(move[^1]), $"{day:yyyy-MM-dd}", move.Length == 3 ? move[1] : null);
            day = day.AddDays(1);
        }

        Assert.Equal(verdict, Judge(learner, Of(moves[^1])));
    }

    [Fact]
    public void No_decision_is_entered_that_nobody_made()
    {
        var moved = Move(Move(Move(Accepted, A, B, "2026-02-01", '+'), A, B, "2026-02-02", '-'), B, C, "2026-02-03");

        Assert.Equal(Accepted.Claims.Entries, moved.Claims.Entries);
    }

    /// <summary>After the move somebody accepts under A what is still offered, and what has the same words.</summary>
    [Fact]
    public void What_is_accepted_under_the_old_version_since_is_offered_or_counts()
    {
        var moved = Move(With(), A, B, "2026-02-01");
        var later = moved.With(Decided(A, "K2", ClaimDecisionKind.Accepted, "2026-03-01"), Decided(A, "K1", ClaimDecisionKind.Accepted, "2026-03-01"));

        Assert.Equal((Verdict.NotMet, Verdict.CannotTell), (Judge(later, B, asOf: "2026-02-20"), Judge(later, B)));
        Assert.Equal((Verdict.NotMet, Verdict.Met), (Judge(later, B, "K1", "2026-02-20"), Judge(later, B, "K1")));
        Assert.Equal("K2 → K2: NeedsReview", Assert.Single(VersionTransfer.Plan(A, B, later).ToReview).ToString());
    }

    [Fact]
    public void An_offer_of_what_is_accepted_in_part_matters_where_a_part_does()
    {
        var moved = Move(With(Decided(A, "K2", ClaimDecisionKind.AcceptedInPart, "2026-01-10")), A, B, "2026-02-01");

        Assert.Equal((Verdict.CannotTell, Verdict.NotMet), (Judge(moved, B, demand: new EvidenceDemand { PartSuffices = true }), Judge(moved, B)));
        Assert.Single(VersionTransfer.Plan(A, B, moved).ToReview);
        Assert.Equal(Verdict.Met, Judge(Move(moved, A, B, "2026-02-02", '+'), B, demand: new EvidenceDemand { PartSuffices = true }));
    }

    /// <summary>All on one day: accepted under A, overturned under B, and then moved on, with a plan from either version.</summary>
    [Fact]
    public void Of_one_day_the_decision_of_the_later_version_stands()
    {
        var overturned = Move(With(Decided(A, "K1", ClaimDecisionKind.Accepted, "2026-02-01")), A, B, "2026-02-01").With(Decided(B, "K1", ClaimDecisionKind.Overturned, "2026-02-01"));
        var onward = Move(overturned, B, C, "2026-02-02");

        Assert.Equal((Verdict.NotMet, Verdict.NotMet, Verdict.NotMet), (Judge(overturned, B, "K1"), Judge(onward, C, "K1"), Judge(Move(onward, A, C, "2026-02-03"), C, "K1")));
    }

    [Fact]
    public void Over_two_versions_a_report_names_who_approved_and_who_moved()
    {
        var moved = Move(Move(Accepted, A, B, "2026-02-01", '+'), B, C, "2026-02-03");
        var fact = Assess(Require.KsbsAchieved("k", "K2"), moved, C, "2026-12-01").Root.Outcome.Facts.Single(f => f.Name == "carried over");

        Assert.Equal("K2, accepted as K2 of ST0900@1.0 (transfer of 2026-02-03)", fact.Value);
        Assert.Equal(["L. Ead 2026-02-01", "P. Rovider 2026-02-03"], fact.Signatures.Select(s => $"{s.By} {s.On:yyyy-MM-dd}"));
    }

    /// <summary>One item is accepted for K1 and K2 of A, and both are approved for K2 of B: each acceptance counts by itself, whatever else is accepted and in whatever order.</summary>
    [Fact]
    public void A_further_acceptance_takes_no_evidence_away()
    {
        TransferDecision Approve(string old) => new(KsbCode.Parse(old), KsbCode.Parse("K2"), true, "L. Ead", Day("2026-09-01"));
        Verdict Demanded(EvidenceDemand demand, params Claim[] claims)
        {
            var moved = VersionTransfer.Plan(A, B, With(claims)).Apply([Approve("S1"), Approve("K2")], Day("2026-09-01"), "P. Rovider").Learner;
            var reversed = moved with { Claims = new Ledger<Claim>(moved.Claims.Entries.Reverse(), moved.Claims.Completeness) };
            Assert.Equal(Judge(moved, B, demand: demand), Judge(reversed, B, demand: demand));
            return Judge(moved, B, demand: demand);
        }

        Claim Of(string ksb, string on, string? by = null, string? kind = null, ClaimDecisionKind decided = ClaimDecisionKind.Accepted, string item = "E1") => new(item, A.Id, KsbCode.Parse(ksb), new ClaimDecision(decided, Day(on)) { By = by }) { EvidenceKind = kind };
        Assert.Equal(Verdict.Met, Demanded(new EvidenceDemand { NotOlderThanMonths = 6, PartSuffices = true }, Of("S1", "2025-01-10"), Of("K2", "2026-08-10", decided: ClaimDecisionKind.AcceptedInPart)));
        Assert.Equal(Verdict.Met, Demanded(new EvidenceDemand { Kinds = ["observation"] }, Of("S1", "2026-08-10", kind: "observation"), Of("K2", "2026-08-11", kind: "log")));
        Assert.Equal(Verdict.Met, Demanded(new EvidenceDemand { Assessors = 2 }, Of("S1", "2026-08-10", by: "Ann"), Of("K2", "2026-08-11"), Of("S1", "2026-08-10", by: "Bob", item: "E2")));
        Assert.Equal(Verdict.Met, Demanded(new EvidenceDemand { Assessors = 2 }, Of("S1", "2026-08-10", by: "Ann"), Of("K2", "2026-08-10", by: "Bob")));
        Assert.Equal(Verdict.NotMet, Demanded(new EvidenceDemand { Items = 2 }, Of("S1", "2026-08-10", by: "Ann"), Of("K2", "2026-08-10", by: "Bob")));
    }

    /// <summary>Of what is accepted in part nothing is said to be carried over where a part is not enough, nor of what is too old.</summary>
    [Fact]
    public void What_does_not_count_is_not_said_to_be_carried_over()
    {
        string? Carried(Learner learner, EvidenceDemand? demand = null) => Assess(Require.KsbsAchieved("k", "K2", demand: demand), Move(learner, A, B, "2026-02-01", '+'), B, "2026-12-01").Root.Outcome.Facts.SingleOrDefault(f => f.Name == "carried over")?.Value;
        var part = With(Decided(A, "K2", ClaimDecisionKind.AcceptedInPart, "2026-01-10"));

        Assert.Equal((null, null), (Carried(part), Carried(Accepted, new EvidenceDemand { NotOlderThanMonths = 2 })));
        Assert.Equal("K2, accepted as K2 of ST0900@1.0 (transfer of 2026-02-01)", Carried(part, new EvidenceDemand { PartSuffices = true }));
    }

    /// <summary>K2 of A is offered for K3 of the new version: the report asks of K2, for A has no K3.</summary>
    [Fact]
    public void What_is_not_known_names_the_statement_of_the_old_version()
    {
        var next = new OccupationalStandard(StandardId.Parse("ST0900@1.9"), "T", [.. "K1 K2 K3".Split(' ').Select((k, i) => new KsbStatement(KsbCode.Parse(k), new[] { A.Ksbs[0].Text, "Paint wood by hand.", B.Ksbs[1].Text }[i]))]);
        var report = Assess(Require.KsbsAchieved("k", "K3"), Move(Accepted, A, next, "2026-02-01"), next, "2026-12-01");

        Assert.Equal("a transfer plan that says whether accepted evidence for K2 of ST0900@1.0 carries over to K3 of ST0900@1.9", Assert.Single(report.Root.Outcome.MissingFacts));
    }

    /// <summary>On 1 February accepted under A, moved to B, overturned there; then back: the learner came to B after the acceptance.</summary>
    [Fact]
    public void There_and_back_what_was_decided_later_that_day_stands()
    {
        var overturned = Move(With(Decided(A, "K1", ClaimDecisionKind.Accepted, "2026-02-01")), A, B, "2026-02-01").With(Decided(B, "K1", ClaimDecisionKind.Overturned, "2026-02-01"));

        Assert.Equal((Verdict.NotMet, Verdict.NotMet), (Judge(overturned, B, "K1"), Judge(Move(overturned, B, A, "2026-02-02"), A, "K1")));
    }

    /// <summary>What was overturned under the new version no approval of an offer can bring back: nothing is open.</summary>
    [Fact]
    public void An_offered_item_that_was_decided_on_since_is_no_offer()
    {
        var offered = Move(Accepted, A, B, "2026-02-01");
        var overturned = offered.With(Decided(B, "K2", ClaimDecisionKind.Overturned, "2026-03-01"));

        Assert.Equal((Verdict.CannotTell, Verdict.NotMet, Verdict.NotMet), (Judge(offered, B), Judge(overturned, B), Judge(Move(overturned, A, B, "2026-03-02", '+'), B)));
    }

    /// <summary>A platform writes a decision as a row of its own: what was carried before goes on being carried.</summary>
    [Fact]
    public void A_row_that_only_decides_adds_to_those_before()
    {
        var row = new StandardMove(Day("2026-02-10"), A.Id, B.Id) { By = "P. Rovider", Decisions = [new TransferDecision(KsbCode.Parse("K2"), KsbCode.Parse("K2"), true, "L. Ead", Day("2026-02-10"))] };
        var moved = Move(With(Decided(A, "K1", ClaimDecisionKind.Accepted, "2026-01-10"), Decided(A, "K2", ClaimDecisionKind.Accepted, "2026-01-10")), A, B, "2026-02-01").With(row);

        Assert.Equal((Verdict.Met, Verdict.Met), (Judge(moved, B, "K1"), Judge(moved, B)));
    }

    /// <summary>No pair stands twice in a transfer: in which order people decided on offers that day is nothing that is known.</summary>
    [Fact]
    public void A_report_holds_in_whatever_order_offers_were_decided()
    {
        TransferDecision Approve(string old) => new(KsbCode.Parse(old), KsbCode.Parse("K2"), true, "L. Ead", Day("2026-02-01"));
        string Digest(params string[] olds) => Assess(Require.KsbsAchieved("k", "K2"), VersionTransfer.Plan(A, B, Accepted).Apply(olds.Select(Approve), Day("2026-02-01"), "P. Rovider").Learner, B, "2026-12-01").FactsDigest!;

        Assert.Equal(Digest("K2", "S1"), Digest("S1", "K2"));
    }

    /// <summary>Nobody goes over a dozen versions, each to each; a record that says so is no reason to think for ever, nor to say no.</summary>
    [Fact]
    public void Where_there_are_more_ways_than_can_be_followed_nobody_can_tell()
    {
        StandardId[] versions = [.. Enumerable.Range(0, 12).Select(i => StandardId.Parse($"ST0900@2.{i}")), B.Id];
        var link = new KsbLink(KsbCode.Parse("K2"), KsbCode.Parse("K2"));
        var learner = On(B) with
        {
            Claims = Complete("2026-12-31", new Claim("E1", versions[0], KsbCode.Parse("K2"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2026-01-10")))),
            Moves = Complete("2026-12-31", [.. from f in versions from t in versions where f != t select new StandardMove(Day("2026-02-01"), f, t) { Carried = [link] }]),
        };

        Assert.Equal(Verdict.CannotTell, Judge(learner, B));
        Assert.Equal(Verdict.Met, Judge(learner with { Moves = Complete("2026-12-31", [.. versions.Zip(versions.Skip(1)).Select(v => new StandardMove(Day("2026-02-01"), v.First, v.Second) { Carried = [link] })]) }, B));
    }

    /// <summary>What was worked out for one learner is kept with the claims; another with the same claims may have moved otherwise.</summary>
    [Fact]
    public void What_is_kept_with_the_claims_is_of_its_moves()
    {
        var (approved, rejected) = (Move(Accepted, A, B, "2026-02-01", '+'), Move(Accepted, A, B, "2026-02-01", '-'));
        Assert.Same(approved.Claims, rejected.Claims);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal((Verdict.Met, Verdict.NotMet, Verdict.CannotTell), (Judge(approved, B), Judge(rejected, B), Judge(approved with { Moves = Ledger<StandardMove>.Unknown }, B)));
            Assert.Equal((Verdict.CannotTell, Verdict.Met), (Judge(approved, B, asOf: "2026-01-20"), Judge(Accepted, A)));
        }
    }

    /// <summary>
    /// Any claims on two items under four versions, any moves between them with anything carried, decided and offered, judged on any day as known on any other: as by hand, where every way of
    /// going over versions is tried; the same when entries come one by one, and in whatever order they are listed.
    /// </summary>
    [Fact]
    public void However_a_learner_moves_it_is_as_by_hand()
    {
        var (carried, offered, several) = (0, 0, 0);
        OccupationalStandard[] versions = [A, B, C, D];
        KsbCode[] codes = [.. A.Ksbs.Select(k => k.Code)];
        var start = Day("2026-02-01");
        var anyLink = from old in Gen.Elements(codes) from now in Gen.Elements(codes) select new KsbLink(old, now);
        var anyMove =
            from places in Gen.Shuffle(versions)
            from days in Gen.Choose(0, 6)
            from late in Gen.Choose(0, 1)
            from links in anyLink.ArrayOf(4)
            from kinds in Gen.Choose(0, 4).ArrayOf(4)
            let says = links.Zip(kinds).DistinctBy(l => l.First).ToArray()
            select (LedgerEntry)new StandardMove(start.AddDays(days), places[0].Id, places[1].Id)
            {
                Recorded = start.AddDays(days + late),
                Carried = [.. says.Where(l => l.Second < 2).Select(l => l.First)],
                Pending = [.. says.Where(l => l.Second == 2).Select(l => l.First)],
                Decisions = [.. says.Where(l => l.Second > 2).Select(l => new TransferDecision(l.First.Old, l.First.New, l.Second == 3, "L. Ead", start))],
            };
        var anyClaim =
            from item in Gen.Elements("E1", "E1", "E2")
            from version in Gen.Elements(versions)
            from ksb in Gen.Elements(codes)
            from kind in Gen.Elements(ClaimDecisionKind.Accepted, ClaimDecisionKind.Accepted, ClaimDecisionKind.Overturned, ClaimDecisionKind.Referred)
            from days in Gen.Choose(0, 6)
            from late in Gen.Choose(0, 1)
            select (LedgerEntry)new Claim(item, version.Id, ksb, new ClaimDecision(kind, start.AddDays(days)) { Recorded = start.AddDays(days + late) });
        Property.Holds(
            from moves in anyMove.ArrayOf().Resize(5)
            from claims in anyClaim.ArrayOf().Resize(8)
            from events in Gen.Shuffle<LedgerEntry>([.. moves, .. claims])
            from asOf in Gen.Choose(3, 8)
            from knownAt in Gen.Choose(3, 8)
            select (events, asOf: start.AddDays(asOf), knownAt: start.AddDays(knownAt)),
            c =>
            {
                var learner = (On(A) with { Claims = None<Claim>("2026-12-31") }).With(c.events);
                foreach (var standard in versions)
                {
                    var report = new ReadinessPolicy("test", "Test", "1", Require.KsbsAchieved()).Assess(learner, standard, c.asOf, c.knownAt);
                    var expected = NaiveKsbs.Standing(learner, standard.Id, codes, c.asOf, c.knownAt);
                    Assert.Equal(codes.Where(expected.Achieved.Contains), codes.Where(k => report.Ksbs[k] == KsbStanding.Achieved));
                    Assert.Equal(codes.Where(k => !expected.Achieved.Contains(k) && (expected.IsFree || expected.Offered.Contains(k))), codes.Where(report.Ksbs.MayBeCarriedOver));

                    var tracker = new ReadinessTracker(report.Policy, On(A) with { Claims = None<Claim>("2026-12-31") }, standard, c.asOf, c.knownAt);
                    Array.ForEach(c.events, e => tracker.Apply(e));
                    Assert.Equal((report.Verdict, report.Verdict), (tracker.Verdict, report.Policy.IsReady(learner, standard, c.asOf, c.knownAt)));
                    Assert.All(codes, k => Assert.Equal(report.Ksbs[k], tracker.StandingOf(k)));

                    // In which order items and statements are listed is nothing that a report shows.
                    var reordered = learner with { Claims = new Ledger<Claim>(learner.Claims.Entries.GroupBy(e => (e.Evidence, e.Standard, e.Ksb)).Reverse().SelectMany(g => g), learner.Claims.Completeness) };
                    Assert.Equal(report.ToJson(), report.Policy.Assess(reordered, standard, c.asOf, c.knownAt).ToJson());

                    var facts = report.Root.Outcome.Facts.Where(f => f.Name == "carried over").ToArray();
                    carried += facts.Length > 0 ? 1 : 0;
                    several += facts.Any(f => f.Signatures.Count > 1 || f.Evidence.Count > 1) ? 1 : 0;
                    offered += expected.Offered.Count > 0 ? 1 : 0;
                }
            },
            times: 2000);

        Assert.True(carried > 200 && offered > 200 && several > 40, $"{carried} carried, {offered} offered, {several} by several");
    }
}
