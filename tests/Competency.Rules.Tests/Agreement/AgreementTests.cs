namespace Competency.Rules.Tests.Agreement;

/// <summary>Three ways to run a policy, one truth.</summary>
public class AgreementTests
{
    [Fact]
    public void Assess_IsReady_and_the_reasons_agree() =>
        Property.Holds(Worlds.Any, world =>
        {
            var report = world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);

            Assert.Equal(report.Root.Verdict, report.Verdict);
            Assert.Equal(report.Verdict, world.Policy.IsReady(world.Learner, world.Standard, world.AsOf, world.KnownAt));
        }, times: 1500);

    [Fact]
    public void Every_requirement_is_decided_as_it_is_explained() =>
        Property.Holds(Worlds.Any, world =>
        {
            foreach (var requirement in world.Policy.Requirement.All)
            {
                var policy = new ReadinessPolicy("one", "One", "1", requirement);
                Assert.Equal(policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt).Root.Verdict, policy.IsReady(world.Learner, world.Standard, world.AsOf, world.KnownAt));
            }
        });

    /// <summary>By the days of the world, moves and offers as they were known then; each item by itself, in the plainest way.</summary>
    [Fact]
    public void KSBs_are_judged_as_by_hand()
    {
        var elsewhere = 0;
        Property.Holds(Worlds.Any, world =>
        {
            foreach (var requirement in world.Policy.Requirement.All.OfType<KsbsAchievedRequirement>().Where(r => r.Demand.IsPlain))
            {
                var report = new ReadinessPolicy("one", "One", "1", requirement).Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);
                if (NaiveKsbs.Judge(requirement, world, report.Option, out var mayBeCarried) is { } expected)
                {
                    Assert.Equal(expected, report.Verdict);
                    elsewhere += expected == Verdict.CannotTell && mayBeCarried && world.Learner.Claims.IsComplete(world.AsOf, world.KnownAt) ? 1 : 0;
                }
            }
        }, times: 1500);

        Assert.True(elsewhere > 20, $"{elsewhere}");
    }

    [Fact]
    public void What_was_judged_before_changes_nothing() =>
        Property.Holds(Worlds.Any, world =>
        {
            // Other days and another standard leave behind what was worked out for them.
            var first = world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt).ToJson();
            _ = world.Policy.IsReady(world.Learner, TestStandards.MammographyBefore, world.AsOf.AddDays(-100));
            _ = world.Policy.Assess(world.Learner, world.Standard, world.AsOf.AddDays(-50)).ToJson();
            Assert.Equal(first, world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt).ToJson());
        });

    /// <summary>Of two entries of one day the later in the list stands; of all others, and of decisions on different items, the order says nothing.</summary>
    [Fact]
    public void In_which_order_a_record_lists_its_entries_changes_nothing()
    {
        var shuffled = 0;
        Property.Holds(Worlds.Any, world =>
        {
            var other = Worlds.Shuffled(world.Learner);
            shuffled += other.Claims.Entries.SequenceEqual(world.Learner.Claims.Entries) && other.Hours.Entries.SequenceEqual(world.Learner.Hours.Entries) ? 0 : 1;
            var (before, after) = (world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt), world.Policy.Assess(other, world.Standard, world.AsOf, world.KnownAt));

            Assert.Equal(before.ToJson(), after.ToJson());
            Assert.Equal(before.Verdict, world.Policy.IsReady(other, world.Standard, world.AsOf, world.KnownAt));
        }, times: 1500);

        Assert.True(shuffled > 500, $"{shuffled}");
    }

    /// <summary>A new version in which nothing changed: whoever moved there is judged as before, by every requirement, with what was recorded under the version that was left.</summary>
    [Fact]
    public void Whoever_moves_to_an_equivalent_version_is_judged_as_before()
    {
        var (judged, met) = (0, 0);
        Property.Holds(Worlds.Any, world =>
        {
            // Who has left since, or came there later, moves from no version that could be told.
            var day = world.AsOf < world.KnownAt ? world.AsOf : world.KnownAt;
            if (world.Learner.Standard != world.Standard.Id || world.Learner.Moves.Entries.Any(m => m.To != world.Standard.Id || m.On > day) || world.Policy.Requirement.All.Any(r => r is ProgrammeRequirement { Standards.Count: > 0 }))
            {
                return;
            }

            var next = new OccupationalStandard(StandardId.Parse($"{world.Standard.Id.Reference}@99.0"), world.Standard.Title, world.Standard.Ksbs)
            {
                KeyInformation = world.Standard.KeyInformation,
                Qualifications = world.Standard.Qualifications,
                Duties = world.Standard.Duties,
                Options = world.Standard.Options,
            };
            var plan = VersionTransfer.Plan(world.Standard, next, world.Learner);
            Assert.True(plan.IsEquivalent);
            var moved = plan.Apply([], day, "P. Rovider").Learner;
            var policy = new ReadinessPolicy("one", "One", "1", world.Policy.Requirement);
            var (before, after) = (policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt), policy.Assess(moved, next, world.AsOf, world.KnownAt));

            Assert.Equal(before.Root.All.Select(r => (r.Requirement.Id, r.Verdict, r.EarliestDate, r.MetUntil)), after.Root.All.Select(r => (r.Requirement.Id, r.Verdict, r.EarliestDate, r.MetUntil)));
            Assert.Equal(world.Standard.Ksbs.Select(k => (before.Ksbs[k.Code], before.Ksbs.MayBeCarriedOver(k.Code), string.Join(' ', before.Ksbs.EvidenceFor(k.Code)))), next.Ksbs.Select(k => (after.Ksbs[k.Code], after.Ksbs.MayBeCarriedOver(k.Code), string.Join(' ', after.Ksbs.EvidenceFor(k.Code)))));
            Assert.Equal(before.Outstanding.Select(a => a.Text.Replace($"{world.Standard.Id}", $"{next.Id}", StringComparison.Ordinal)), after.Outstanding.Select(a => a.Text));
            Assert.Equal(after.Verdict, policy.IsReady(moved, next, world.AsOf, world.KnownAt));
            judged++;
            met += after.Root.All.Count(r => r.Verdict == Verdict.Met && r.Requirement is KsbsAchievedRequirement or PortfolioRequirement);
        }, times: 1500);

        Assert.True(judged > 800 && met > 100, $"{judged} {met}");
    }

    /// <summary>What did you know when you signed? Entries of all kinds, and corrections of those that are there, recorded after the day on which something was known.</summary>
    [Fact]
    public void What_is_recorded_later_changes_no_earlier_report()
    {
        var (changed, corrected) = (0, 0);
        Property.Holds(Worlds.Cohorts, worlds =>
        {
            var world = worlds[0];
            var later = world.KnownAt.AddDays(1);
            LedgerEntry[] own = [.. Tracked.Events(world.Learner).Where(e => e is not Claim && e.Id is not null).DistinctBy(e => (e.GetType(), e.Id))];
            var learner = world.Learner
                .With(Tracked.Events(worlds[1].Learner).Where(e => !e.IsWithdrawn).Select((e, i) => e is Claim claim
                    ? new Claim(claim.Evidence, claim.Standard, claim.Ksb, claim.Decisions.Select(d => d with { Recorded = later }))
                    : e with { Id = $"later-{i}", Replaces = null, Recorded = later }))
                .With(own.Select((e, i) => e with { Id = $"correction-{i}", Replaces = e.Id, IsWithdrawn = true, Recorded = later }));
            corrected += own.Length;

            string Report(Learner judged, DateOnly knownAt) => world.Policy.Assess(judged, world.Standard, world.AsOf, knownAt).ToJson();
            Assert.Equal(Report(world.Learner, world.KnownAt), Report(learner, world.KnownAt));
            changed += Report(world.Learner, later) == Report(learner, later) ? 0 : 1;
        });

        Assert.True(changed > 50 && corrected > 50, $"{changed} {corrected}");
    }

    /// <summary>The days that a report names are those on which the same record, looked at then, gives another verdict: what ends or begins by itself is reckoned with.</summary>
    [Fact]
    public void Dates_are_those_on_which_the_verdict_changes_with_nothing_recorded_since() =>
        Property.Holds(Worlds.Any, world =>
        {
            var learner = Worlds.Unchanging(world.Learner, world.AsOf, world.KnownAt);
            foreach (var node in world.Policy.Assess(learner, world.Standard, world.AsOf, world.KnownAt).Root.All)
            {
                // A rule in code says its dates itself; months without learning go on being recorded or not.
                if (node.Requirement.All.Any(r => r is CustomRequirement or ActiveLearningRequirement))
                {
                    continue;
                }

                var policy = new ReadinessPolicy("one", "One", "1", node.Requirement);
                bool IsMet(DateOnly day) => policy.IsReady(learner, world.Standard, day, world.KnownAt) == Verdict.Met;
                var (earliest, until) = (node.EarliestDate, node.MetUntil);
                int[] ahead = earliest is null || until < world.AsOf ? [] : until is { } end ? [0, (end.DayNumber - earliest.Value.DayNumber) / 2, end.DayNumber - earliest.Value.DayNumber] : [0, 1, 40, 200, 1000];
                Assert.All(ahead, days => Assert.True(IsMet(earliest!.Value.AddDays(days)), $"{node} on {earliest} and {days} days"));
                Assert.False(until is { } last && IsMet(last.AddDays(1)), $"{node} until {until}");
                Assert.False(earliest > world.AsOf && IsMet(earliest.Value.AddDays(-1)), $"{node} from {earliest}");

                // Of what nobody can tell, or is not asked today, no day is named though a later rule may settle it.
                Assert.False(node.Verdict is Verdict.NotMet or Verdict.NotYetDue && earliest is null && new[] { 0, 1, 40, 200, 1000 }.Any(d => IsMet(world.AsOf.AddDays(d))), $"{node} on no day");
            }
        }, times: 600);

    [Fact]
    public void A_tracker_that_is_fed_event_by_event_agrees() =>
        Property.Holds(Worlds.Any, world =>
        {
            var tracker = new ReadinessTracker(world.Policy, Tracked.Begin(world.Learner), world.Standard, world.AsOf, world.KnownAt);
            var verdicts = world.Policy.Requirement.All.ToDictionary(r => r, r => tracker.VerdictOf(r.Id));
            var standings = world.Standard.Ksbs.ToDictionary(k => k.Code, k => tracker.StandingOf(k.Code));
            var events = Tracked.Events(world.Learner);
            for (var i = 0; i < events.Length; i++)
            {
                var changes = tracker.Apply(events[i]);
                foreach (var change in changes.Verdicts)
                {
                    Assert.Equal(verdicts[change.Requirement], change.From);
                    verdicts[change.Requirement] = change.To;
                }

                foreach (var change in changes.Ksbs)
                {
                    Assert.Equal(standings[change.Ksb], change.From);
                    standings[change.Ksb] = change.To;
                }

                if (i % 16 == 0)
                {
                    Assert.Equal(tracker.Assess().Verdict, tracker.Verdict);
                }
            }

            var report = world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);
            Assert.Equal(report.Verdict, tracker.Verdict);
            Assert.Equal(events.Length, tracker.Version);
            Assert.All(verdicts, v => Assert.Equal(tracker.VerdictOf(v.Key.Id), v.Value));
            Assert.All(standings, s => Assert.Equal(report.Ksbs[s.Key], s.Value));
            foreach (var node in report.Root.All)
            {
                Assert.Equal(node.Verdict, tracker.VerdictOf(node.Requirement.Id));
            }
        });

    [Fact]
    public void A_tracker_that_moves_in_time_agrees() =>
        Property.Holds(Worlds.Any, world =>
        {
            var tracker = new ReadinessTracker(world.Policy, world.Learner, world.Standard, world.AsOf.AddDays(-200));
            var before = world.Policy.Requirement.All.Select(r => tracker.VerdictOf(r.Id)).ToArray();
            var changed = tracker.MoveTo(world.AsOf, world.KnownAt).Verdicts.ToDictionary(c => c.Requirement);
            Assert.Equal(world.Policy.IsReady(world.Learner, world.Standard, world.AsOf, world.KnownAt), tracker.Verdict);
            foreach (var (requirement, was) in world.Policy.Requirement.All.Zip(before).Where(p => p.Second is not null))
            {
                var change = changed.GetValueOrDefault(requirement, new TrackedVerdictChange(requirement, was!.Value, was.Value));
                Assert.Equal((was, tracker.VerdictOf(requirement.Id)), (change.From, change.To));
            }
        });

    [Fact]
    public void A_tracker_that_was_saved_goes_on_as_before() =>
        Property.Holds(Worlds.Any, world =>
        {
            // What code can say and a document cannot: an option that the standard does not have, a code of no standard.
            var learner = world.Learner with
            {
                Moves = Ledger<StandardMove>.Unknown,
                Options = Ledger<OptionChoice>.Unknown,
                Claims = new Ledger<Claim>(world.Learner.Claims.Entries.Where(c => c.Standard == world.Standard.Id && world.Standard.Contains(c.Ksb)), world.Learner.Claims.Completeness),
                Portfolios = Ledger<PortfolioSubmission>.Unknown,
                Certificates = Ledger<Certificate>.Unknown,
            };
            var tracker = new ReadinessTracker(world.Policy, learner, world.Standard, world.AsOf, world.KnownAt);
            tracker.Apply(new HoursEntry(world.AsOf, 7));
            var saved = tracker.Save();
            var read = TrackerDocument.Read("t.json", saved, world.Policy, new StandardCatalogue([world.Standard, TestStandards.MammographyBefore]));

            Assert.True(read.Tracker is not null, string.Join("; ", read.Findings));
            Assert.Equal(saved, read.Tracker.Save());
            Assert.Equal((tracker.Verdict, tracker.Version), (read.Tracker.Verdict, read.Tracker.Version));
            Assert.All(world.Policy.Requirement.All, r => Assert.Equal(tracker.VerdictOf(r.Id), read.Tracker.VerdictOf(r.Id)));
        }, times: 100);

    [Fact]
    public void A_cohort_agrees_with_Assess_learner_by_learner() =>
        Property.Holds(Worlds.Cohorts, worlds =>
        {
            var world = worlds[0];
            var cohort = new Cohort(world.Policy, world.Standard);
            var result = cohort.Judge([.. worlds.Select(w => w.Learner)], world.AsOf, world.KnownAt, new CohortOptions { KeepReasons = true }, TestContext.Current.CancellationToken);
            var reports = worlds.Select(w => world.Policy.Assess(w.Learner, world.Standard, world.AsOf, world.KnownAt)).ToArray();

            Assert.Equal(reports.Select(r => r.Verdict), Enumerable.Range(0, worlds.Length).Select(i => result[i]));
            Assert.All(Enum.GetValues<Verdict>(), v => Assert.Equal(reports.Count(r => r.Verdict == v), result.CountOf(v)));
            foreach (var counted in result.Requirements)
            {
                var policy = new ReadinessPolicy("one", "One", "1", counted.Requirement);
                var verdicts = worlds.Select(w => policy.IsReady(w.Learner, world.Standard, world.AsOf, world.KnownAt)).ToArray();
                Assert.Equal(
                    (verdicts.Count(v => v == Verdict.Met), verdicts.Count(v => v == Verdict.NotMet), verdicts.Count(v => v == Verdict.NotYetDue), verdicts.Count(v => v == Verdict.CannotTell)),
                    (counted.Met, counted.NotMet, counted.NotYetDue, counted.CannotTell));

                // What a condition rules out, or nobody can tell, is not in the report of the learner; what a choice offers that is met another way is, and is not wanted.
                var open = reports.Select(r => IsOpen(r.Verdict) && LeavesThatDecide(r.Root).Any(l => l.Requirement.Id == counted.Requirement.Id && IsOpen(l.Verdict))).ToArray();
                Assert.Equal(open.Count(o => o), counted.HoldsBack);
                Assert.Equal(reports.Zip(open).Count(p => p.Second && LeavesThatDecide(p.First.Root).Count(l => IsOpen(l.Verdict)) == 1), counted.HoldsBackAlone);
                Assert.Equal(open, Enumerable.Range(0, worlds.Length).Select(i => result.IsOpen(counted.Requirement.Id, i)));
            }

            var missing = reports.SelectMany(r => world.Standard.CodesInForce(r.Option).Where(c => r.Ksbs[c] != KsbStanding.Achieved)).CountBy(c => c).ToDictionary();
            Assert.Equal(missing.Select(m => (m.Key, (long)m.Value)).OrderBy(m => m.Key), result.Ksbs.Select(k => (k.Ksb, k.Missing)).OrderBy(k => k.Ksb));
        }, times: 150);

    /// <summary>A check of data, under a condition or with something to sign beside it too.</summary>
    private static bool IsCheck(Requirement requirement) => requirement.Basis == RequirementBasis.DataCheck
        || (requirement is ConditionalRequirement { Then: var then } && IsCheck(then))
        || (requirement is AttentionRequirement { Requirement: var within } && IsCheck(within));

    private static bool IsOpen(Verdict verdict) => verdict is not (Verdict.Met or Verdict.DoesNotApply);

    /// <summary>The leaves that a report shows and a verdict waits for: of conditions those only of which nobody can tell whether something applies, and none of a choice that is settled.</summary>
    private static IEnumerable<RequirementReport> LeavesThatDecide(RequirementReport report) => report.Requirement switch
    {
        ConditionalRequirement { Condition: var condition } => report.Children.Where(c => c.Requirement != condition).SelectMany(LeavesThatDecide)
            .Concat(report.Verdict == Verdict.DoesNotApply ? [] : report.Children.Where(c => c.Requirement == condition && c.Verdict == Verdict.CannotTell)),
        QuantifiedRequirement { Quantifier: not Quantifier.All } when !IsOpen(report.Verdict) => [],
        QuantifiedRequirement => report.Children.Where(c => !IsCheck(c.Requirement)).SelectMany(LeavesThatDecide),
        AttentionRequirement => report.Children.SelectMany(LeavesThatDecide),
        _ => [report],
    };
}
