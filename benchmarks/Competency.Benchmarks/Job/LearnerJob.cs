using System.Globalization;
using Competency.Benchmarks.Baselines;
using Competency.Rules;

namespace Competency.Benchmarks.Job;

/// <summary>
/// Learners of one standard, the same in every run, both as the library's records and as a platform's own classes. Six in ten have all
/// KSBs; of the rest each lacks some. Every item is claimed for several KSBs, handed in on one day and decided two weeks later.
/// </summary>
internal sealed class LearnerJob
{
    public static readonly DateOnly AsOf = new(2026, 3, 1);

    // Benchmarks of one process share them.
    private static readonly Dictionary<(StandardId Standard, int Ksbs, int Learners, int Items), LearnerJob> Made = [];

    private readonly Dictionary<(ClaimDecisionKind Kind, int Day), ClaimDecision> _decisions = [];
    private readonly List<string> _codes;
    private ulong _random;

    private LearnerJob(OccupationalStandard standard, int learners, int items)
    {
        Standard = standard;
        _random = 20260901;
        _codes = [.. standard.Ksbs.Select(k => k.Code.ToString())];
        ForDeveloper = new DeveloperStandard(_codes, [.. standard.Duties.Select(d => d.Ksbs.Select(k => k.ToString()).ToList())], 12);
        Learners = new Learner[learners];
        DeveloperLearners = new DeveloperLearner[learners];
        for (var i = 0; i < learners; i++)
        {
            (Learners[i], DeveloperLearners[i]) = Make(i, items);
        }
    }

    public OccupationalStandard Standard { get; }

    public DeveloperStandard ForDeveloper { get; }

    public Learner[] Learners { get; }

    public DeveloperLearner[] DeveloperLearners { get; }

    /// <summary>Both sides must say the same, or the times compare nothing.</summary>
    public static LearnerJob Of(OccupationalStandard standard, int learners, int items = 150)
    {
        if (Made.TryGetValue((standard.Id, standard.Ksbs.Count, learners, items), out var made))
        {
            return made;
        }

        var job = new LearnerJob(standard, learners, items);
        for (var i = 0; i < learners; i++)
        {
            var ours = Policies.Gateway.Assess(job.Learners[i], standard, AsOf).Verdict == Verdict.Met;
            if (ours != DeveloperCode.IsReady(job.DeveloperLearners[i], job.ForDeveloper, AsOf))
            {
                throw new InvalidOperationException($"Learner {i} is judged differently by the two sides.");
            }
        }

        Made.Add((standard.Id, standard.Ksbs.Count, learners, items), job);
        return job;
    }

    /// <summary>A copy of a learner that shares nothing that was worked out before.</summary>
    public static Learner Fresh(Learner learner) => learner with
    {
        Claims = new Ledger<Claim>(learner.Claims.Entries, learner.Claims.Completeness),
        Episodes = new Ledger<Episode>(learner.Episodes.Entries, learner.Episodes.Completeness),
        Hours = new Ledger<HoursEntry>(learner.Hours.Entries, learner.Hours.Completeness),
    };

    private (Learner Ours, DeveloperLearner Theirs) Make(int index, int items)
    {
        var start = new DateOnly(2024, 8, 5).AddDays(index % 150);
        var name = index.ToString(CultureInfo.InvariantCulture);
        var lacking = Next(10) < 4 ? 1 + Next(5) : 0;
        var lacked = Enumerable.Range(0, lacking).Select(_ => Next(_codes.Count)).ToHashSet();
        var claims = new List<Claim>();
        var evidence = new List<Evidence>();
        var each = Math.Max(4, _codes.Count / items * 5);
        for (var item = 0; item < items; item++)
        {
            // Every KSB in turn is accepted once; what comes beside it is as chance has it.
            var accepted = item * 4 < _codes.Count * 2 || Next(10) < 8;
            var kind = accepted ? ClaimDecisionKind.Accepted : Next(2) == 0 ? ClaimDecisionKind.Referred : ClaimDecisionKind.Submitted;
            var handedIn = start.AddDays(20 + Next(400));
            var count = each + Next(5);
            var positions = Enumerable.Range(0, count).Select(n => n < each ? ((item * each) + n) % _codes.Count : Next(_codes.Count)).Distinct().Where(p => !lacked.Contains(p)).ToList();
            if (positions.Count == 0)
            {
                continue;
            }

            var id = $"L{name}-E{item}";
            evidence.Add(new Evidence(id, kind == ClaimDecisionKind.Accepted ? "accepted" : "other", handedIn.AddDays(14), [.. positions.Select(p => _codes[p])]));
            ClaimDecision[] decisions = kind == ClaimDecisionKind.Submitted ? [Decision(kind, handedIn)] : [Decision(ClaimDecisionKind.Submitted, handedIn), Decision(kind, handedIn.AddDays(14))];
            claims.AddRange(positions.Select(p => new Claim(id, Standard.Id, Standard.Ksbs[p].Code, decisions)));
        }

        var employer = "County Hospital " + (index % 20).ToString(CultureInfo.InvariantCulture);
        var hours = Enumerable.Range(0, 60).Select(week => (Day: start.AddDays(1 + (week * 7)), Hours: Next(20) == 0 ? 2m : 5.5m)).ToArray();
        var ours = new Learner("L" + name, Standard.Id)
        {
            BirthDate = new DateOnly(2004, 1, 15),
            Claims = new Ledger<Claim>(claims, AsOf),
            Episodes = new Ledger<Episode>([new Episode(start, EpisodeKind.Learning)], AsOf),
            Employments = new Ledger<Employment>([new Employment(start, employer)], AsOf),
            Plans = new Ledger<TrainingPlan>([new TrainingPlan(start) { Weeks = 52, WeeklyHours = 37.5m }], AsOf),
            Hours = new Ledger<HoursEntry>(hours.Select(h => new HoursEntry(h.Day, h.Hours)), AsOf),
            PriorLearning = new Ledger<PriorLearning>([], AsOf),
            Certificates = new Ledger<Rules.Certificate>(
            [
                new Rules.Certificate(new DateOnly(2020, 8, 20), "English") { Level = QualificationLevel.Level2 },
                new Rules.Certificate(new DateOnly(2020, 8, 20), "Maths") { Level = QualificationLevel.Level2 },
            ], AsOf),
            Declarations = new Ledger<Rules.Declaration>(
            [
                new Rules.Declaration(AsOf.AddDays(-3), DeclarationKind.WorksAtStandard, DeclarationRole.Employer) { By = "M", Employer = employer },
                new Rules.Declaration(AsOf.AddDays(-2), DeclarationKind.GatewayReview, DeclarationRole.Provider) { By = "T" },
                new Rules.Declaration(AsOf.AddDays(-1), DeclarationKind.GatewayAgreement, DeclarationRole.Apprentice) { By = "L" },
            ], AsOf),
        };
        var theirs = new DeveloperLearner
        {
            Start = start,
            Evidence = evidence,
            Breaks = [],
            Hours = [.. hours.Select(h => new Hours(h.Day, h.Hours, OffTheJob: true, InPaidHours: true))],
            PlannedWeeks = 52,
            WeeklyHours = 37.5m,
            Certificates = [new Certificate("english", 2, new DateOnly(2020, 8, 20)), new Certificate("maths", 2, new DateOnly(2020, 8, 20))],
            Declarations =
            [
                new Declaration("worksAtStandard", "employer", employer, AsOf.AddDays(-3)),
                new Declaration("gatewayReview", "provider", null, AsOf.AddDays(-2)),
                new Declaration("gatewayAgreement", "apprentice", null, AsOf.AddDays(-1)),
            ],
            Employer = employer,
        };
        return (ours, theirs);
    }

    private ClaimDecision Decision(ClaimDecisionKind kind, DateOnly on)
    {
        if (!_decisions.TryGetValue((kind, on.DayNumber), out var decision))
        {
            _decisions.Add((kind, on.DayNumber), decision = new ClaimDecision(kind, on) { By = "A. Assessor", Role = "assessor" });
        }

        return decision;
    }

    private int Next(int below)
    {
        // Numerical Recipes' generator: the same learners in every run, on every machine.
        _random = (_random * 6364136223846793005) + 1442695040888963407;
        return (int)((_random >> 33) % (ulong)below);
    }
}
