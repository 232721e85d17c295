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
                var change = changed.GetValueOrDefault(requirement, new VerdictChange(requirement, was!.Value, was.Value));
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
}
