using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Competency.Rules.Tests.Agreement;

/// <summary>Worlds that are small enough to try every completion of what is unknown.</summary>
/// <remarks>A new kind of requirement gets a line in <see cref="Leaf"/> and one in <see cref="NaiveEvaluator"/>; a new unknown one in <see cref="Completions"/>.</remarks>
internal sealed class SmallWorlds
{
    private static readonly OccupationalStandard Standard = TestStandards.WithOptions;

    private static readonly DateOnly AsOf = TestLearners.Day("2026-03-01");

    private static readonly string[] ElsewhereCodes = ["K1", "K2", "S2", "K40", "S77"];

    private static readonly DateOnly[] Starts = [AsOf.AddDays(-20), AsOf.AddDays(-5)];

    private static readonly string[] Codes = ["K1", "K2", "K3", "K4", "S1", "S2"];

    // One that a learner may have left by a transfer, and one from which none ever leads.
    private static readonly StandardId Before = TestStandards.MammographyBefore.Id;

    private static readonly StandardId Another = StandardId.Parse("ST0001@1.0");

    private readonly Random _chance;
    private readonly bool _knowsAll;
    private int _ids;

    private SmallWorlds(int seed, bool knowsAll) => (_chance, _knowsAll) = (new Random(seed), knowsAll);

    /// <summary>Worlds with unknowns.</summary>
    public static Gen<World> WithUnknowns { get; } = Gen.Choose(0, int.MaxValue).Select(s => new SmallWorlds(s, knowsAll: false).Make());

    /// <summary>Worlds in which everything is known.</summary>
    public static Gen<World> Known { get; } = Gen.Choose(0, int.MaxValue).Select(s => new SmallWorlds(s, knowsAll: true).Make());

    /// <summary>Everything that a learner may turn out to be.</summary>
    public static IEnumerable<Completed> Completions(Learner learner)
    {
        var options = learner.Options.Entries.Count == 0 ? new[] { "a", "b" } : [learner.Options.Entries[0].Option];
        var accepted = learner.Claims.Entries.Where(c => c.Decisions[^1].Kind == ClaimDecisionKind.Accepted).ToArray();

        // What is accepted under a version that was left counts where it leads, but for what was decided on the item itself that day, and may where it is offered; what is accepted under any
        // other may turn out to stand for every KSB there is.
        var move = learner.Moves.Entries.SingleOrDefault(m => m.On <= AsOf);
        var elsewhere = accepted.Where(c => c.Standard != Standard.Id).ToLookup(c => c.Standard == move?.From);
        bool IsDecided(KsbCode ksb, string evidence) => learner.Claims.Entries.Any(c => c.Standard == Standard.Id && c.Ksb == ksb && c.Evidence == evidence);
        var carried = elsewhere[true].SelectMany(c => move!.Carried.Where(l => l.Old == c.Ksb && !IsDecided(l.New, c.Evidence)).Select(l => l.New.ToString()));
        var achieved = accepted.Where(c => c.Standard == Standard.Id).Select(c => c.Ksb.ToString()).Concat(carried).Distinct().ToArray();
        var offered = elsewhere[true].SelectMany(c => move!.Pending.Where(p => p.Old == c.Ksb && !move.Carried.Contains(p) && !IsDecided(p.New, c.Evidence))).Select(p => p.New.ToString());
        var open = (IsComplete(learner.Claims) && !elsewhere[false].Any() ? offered.Distinct() : Codes).Except(achieved).ToArray();
        var certificates = learner.Certificates.Entries.Select(c => c.Level).ToArray();
        QualificationLevel?[] levels = [QualificationLevel.Entry3, QualificationLevel.Level1, QualificationLevel.Level3];
        var held = certificates.Where(l => l is not null).DefaultIfEmpty(null).Max();
        var better = levels.Select(l => held > l ? held : l);
        QualificationLevel?[] best = certificates.Contains(null) ? [.. better] : IsComplete(learner.Certificates) ? [held] : [held, .. better];

        // What was declared before the original start does not count; where that is not recorded it may be any day, or not have come yet.
        DateOnly[] starts = learner.Episodes.Entries.Count > 0 ? [learner.Episodes.Entries[0].On] : [.. Starts, AsOf.AddDays(1)];
        DeclarationRole[] DeclaredSince(DateOnly start) => [.. learner.Declarations.Entries.Where(d => d.On >= start).Select(d => d.Role)];
        DeclarationRole[] Undeclared(DateOnly start) => IsComplete(learner.Declarations) || start > AsOf ? [] : [.. new[] { DeclarationRole.Provider, DeclarationRole.Apprentice }.Except(DeclaredSince(start))];
        return from option in options
               from more in Subsets(open)
               from level in best
               from start in starts
               from others in Subsets(Undeclared(start))
               select new Completed(option, [.. achieved, .. more], level, [.. DeclaredSince(start), .. others]);
    }

    private static bool IsComplete<T>(Ledger<T> ledger)
        where T : LedgerEntry => ledger.IsComplete(AsOf, AsOf);

    private static IEnumerable<T[]> Subsets<T>(T[] of) => Enumerable.Range(0, 1 << of.Length).Select(mask => of.Where((_, i) => (mask & (1 << i)) != 0).ToArray());

    private World Make() => new(new ReadinessPolicy("small", "Small", "1", Node(3)), Learner(), Standard, AsOf, AsOf);

    private Learner Learner() => new("L1", Standard.Id)
    {
        Options = new Ledger<OptionChoice>(_knowsAll || _chance.Next(2) == 0 ? [new OptionChoice(AsOf, One(["a", "b"]))] : []),
        Claims = Ledger(Codes.Where(_ => _chance.Next(5) > 0).Select(c => new Claim("E1", _knowsAll || _chance.Next(8) > 0 ? Standard.Id : Before, KsbCode.Parse(c),
            new ClaimDecision(One([ClaimDecisionKind.Accepted, ClaimDecisionKind.Accepted, ClaimDecisionKind.Referred, ClaimDecisionKind.Submitted]), AsOf))).Concat(ElsewhereClaims())),
        Moves = new Ledger<StandardMove>(_knowsAll || _chance.Next(2) == 0 ? [] : [new StandardMove(AsOf.AddDays(_chance.Next(4) == 0 ? 1 : 0), Before, Standard.Id)
        {
            Carried = [.. Enumerable.Range(0, _chance.Next(3)).Select(_ => new KsbLink(KsbCode.Parse(One(ElsewhereCodes)), KsbCode.Parse(One(Codes)))).Distinct()],
            Pending = [.. Enumerable.Range(0, _chance.Next(3)).Select(_ => new KsbLink(KsbCode.Parse(One(ElsewhereCodes)), KsbCode.Parse(One(Codes)))).Distinct()],
        }]),
        Certificates = Ledger(Enumerable.Range(0, _chance.Next(3)).Select(_ => new Certificate(AsOf, "First aid")
        {
            Level = _knowsAll || _chance.Next(2) == 0 ? One<QualificationLevel?>([QualificationLevel.Level1, QualificationLevel.Level3]) : null,
        })),
        Declarations = Ledger(new[] { DeclarationRole.Provider, DeclarationRole.Apprentice }.Where(_ => _chance.Next(2) == 0).Select(r => new Declaration(One([AsOf, AsOf.AddDays(-10)]), DeclarationKind.GatewayReview, r))),
        Episodes = new Ledger<Episode>(_knowsAll || _chance.Next(2) == 0 ? [new Episode(One(Starts), EpisodeKind.Learning)] : []),
    };

    /// <summary>Of other standards and versions, with codes that this one has and has not; some were accepted once and are no longer.</summary>
    private IEnumerable<Claim> ElsewhereClaims() => _knowsAll ? [] : Enumerable.Range(0, _chance.Next(4) == 0 ? 2 : 0).Select(i => new Claim($"X{i}", _chance.Next(4) == 0 ? Another : Before, KsbCode.Parse(One(ElsewhereCodes)),
        [new ClaimDecision(ClaimDecisionKind.Accepted, AsOf), .. _chance.Next(3) == 0 ? [new ClaimDecision(One([ClaimDecisionKind.Overturned, ClaimDecisionKind.Withdrawn]), AsOf)] : Array.Empty<ClaimDecision>()]));

    private Ledger<T> Ledger<T>(IEnumerable<T> entries)
        where T : LedgerEntry => new([.. entries], _knowsAll || _chance.Next(2) == 0 ? AsOf : null);

    private Requirement Node(int depth)
    {
        if (depth == 0 || _chance.Next(5) == 0)
        {
            return Leaf();
        }

        Requirement[] children = [.. Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Node(depth - 1))];
        return _chance.Next(6) switch
        {
            0 => Require.AnyOf(Id("any"), "Any of these", children),
            1 => Require.AtLeast(_chance.Next(1, children.Length + 1), Id("some"), "Some of these", children),
            2 => Require.When(Id("when"), "Where it is so", Node(depth - 1), Node(depth - 1)),
            3 => Require.Unless(Id("unless"), "Where it is not so", Node(depth - 1), Node(depth - 1)),
            _ => Require.AllOf(Id("all"), "All of these", children),
        };
    }

    private Requirement Leaf() => _chance.Next(8) switch
    {
        // K1 and K4 are in force whatever the option, so that something is always asked.
        0 => Require.KsbsAchieved(Id("ksbs"), One(["K1", "K4, K2", "K1, K4, S2", "K1, K3"]), One([KsbThreshold.All, KsbThreshold.Count(1), KsbThreshold.Percent(60)])),
        1 => Require.KsbsAchieved(Id("ksbs"), null, One([KsbThreshold.All, KsbThreshold.Percent(75)])),
        2 => Require.OptionIs(Id("option-is"), One(["a", "b"])),
        3 => Require.Option(Id("option")),
        4 => Require.Certificate(Id("certificate"), "First aid", One<QualificationLevel?>([null, QualificationLevel.Level1, QualificationLevel.Level3])),
        5 or 6 => Require.Declaration(Id("declaration"), "Somebody has declared it", DeclarationKind.GatewayReview, One([DeclarationRole.Provider, DeclarationRole.Apprentice])),
        _ => Require.DateReached(Id("date"), "A day has come", AsOf.AddDays(_chance.Next(-2, 3))),
    };

    private string Id(string kind) => $"{kind}-{(++_ids).ToString(CultureInfo.InvariantCulture)}";

    private T One<T>(T[] of) => of[_chance.Next(of.Length)];
}
