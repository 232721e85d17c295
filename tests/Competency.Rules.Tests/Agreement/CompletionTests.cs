namespace Competency.Rules.Tests.Agreement;

/// <summary>The library beside a deliberately naive evaluator.</summary>
public class CompletionTests
{
    [Fact]
    public void Where_everything_is_known_the_verdict_is_the_naive_one() =>
        Property.Holds(SmallWorlds.Known, world =>
        {
            var completed = Assert.Single(SmallWorlds.Completions(world.Learner));
            Assert.Equal(NaiveEvaluator.Judge(world.Policy.Requirement, completed, world.AsOf), world.Policy.Assess(world.Learner, world.Standard, world.AsOf).Verdict);
        }, times: 1000);

    [Fact]
    public void A_definite_verdict_holds_in_every_completion_of_what_is_unknown()
    {
        var definite = 0;
        Property.Holds(SmallWorlds.WithUnknowns, world =>
        {
            var verdict = world.Policy.IsReady(world.Learner, world.Standard, world.AsOf);
            var naive = SmallWorlds.Completions(world.Learner).Select(c => NaiveEvaluator.Judge(world.Policy.Requirement, c, world.AsOf)).Distinct().ToArray();
            if (verdict != Verdict.CannotTell)
            {
                definite++;
                Assert.Equal([verdict], naive);
            }
        }, times: 1000);

        // A library that could never tell would pass.
        Assert.InRange(definite, 200, 900);
    }

    [Fact]
    public void A_requirement_by_itself_says_cannot_tell_only_where_completions_differ() =>
        Property.Holds(SmallWorlds.WithUnknowns, world =>
        {
            foreach (var leaf in world.Policy.Requirement.All.Where(r => r is DeclarationRequirement or CertificateRequirement or OptionChosenRequirement))
            {
                var verdict = new ReadinessPolicy("one", "One", "1", leaf).IsReady(world.Learner, world.Standard, world.AsOf);
                var naive = SmallWorlds.Completions(world.Learner).Select(c => NaiveEvaluator.Judge(leaf, c, world.AsOf)).Distinct().ToArray();
                Assert.Equal(naive.Length == 1 ? naive[0] : Verdict.CannotTell, verdict);
            }
        });

    /// <summary>What is accepted under another version leaves open exactly what a transfer could bring: no more, and no less.</summary>
    [Fact]
    public void KSBs_by_themselves_say_cannot_tell_only_where_completions_differ()
    {
        var (told, elsewhere) = (0, 0);
        Property.Holds(SmallWorlds.WithUnknowns, world =>
        {
            foreach (var leaf in world.Policy.Requirement.All.Where(r => r is KsbsAchievedRequirement && world.Learner.Options.Entries.Count > 0))
            {
                var verdict = new ReadinessPolicy("one", "One", "1", leaf).IsReady(world.Learner, world.Standard, world.AsOf);
                var naive = SmallWorlds.Completions(world.Learner).Select(c => NaiveEvaluator.Judge(leaf, c, world.AsOf)).Distinct().ToArray();
                Assert.Equal(naive.Length == 1 ? naive[0] : Verdict.CannotTell, verdict);
                told += naive.Length == 1 ? 1 : 0;
                elsewhere += naive.Length > 1 && world.Learner.Claims.IsComplete(world.AsOf, world.AsOf) ? 1 : 0;
            }
        }, times: 1500);

        Assert.True(told > 100 && elsewhere > 30, $"{told}, {elsewhere}");
    }
}
