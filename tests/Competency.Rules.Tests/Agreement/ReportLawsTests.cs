using Competency.Testing;

namespace Competency.Rules.Tests.Agreement;

/// <summary>What holds of every report, whatever the policy and whatever is known of the learner.</summary>
public class ReportLawsTests
{
    /// <summary>At every level of redaction, and so for whoever was handed only that.</summary>
    [Fact]
    public void A_written_report_comes_out_the_same() =>
        Property.Holds(Worlds.Any, world =>
        {
            var report = Report(world);
            foreach (var written in new[] { report, report.Redacted(), report.Redacted(RedactionLevel.Anonymous) })
            {
                var verification = ReportVerification.Verify("r.json", written.ToJson(), world.Policy, world.Learner, world.Standard);
                Assert.True(verification.Outcome == VerificationOutcome.SameBytes, $"{written.Redaction}: {verification.Outcome}, {string.Join("; ", verification.Differences)}");
            }
        }, times: 200);

    /// <summary>
    /// Nobody is left without anything to do: but for what nobody can change any more (another option, an earlier start, a day that has passed), and a rule in code, which
    /// says itself what is to be done.
    /// </summary>
    [Fact]
    public void Who_is_not_ready_has_something_to_do() =>
        Property.Holds(Worlds.Any, world =>
        {
            foreach (var node in Report(world).Root.All.Where(n => n.Children.Count == 0 && n.Requirement is not CustomRequirement && n.Verdict is Verdict.NotMet or Verdict.CannotTell or Verdict.NotYetDue))
            {
                var isSettled = node.Verdict == Verdict.NotMet && node.Requirement is OptionChosenRequirement or StartedBetweenRequirement or DateReachedRequirement;
                Assert.True(node.Outcome.Actions.Count > 0 || isSettled || node.Requirement.IsCheck, $"{node}: {node.Outcome.Explanation}");
                Assert.Equal(node.Verdict == Verdict.CannotTell, node.Outcome.MissingFacts.Count > 0);
                Assert.True(node.Verdict != Verdict.NotMet || node.Outcome.Shortfall is not null, $"{node}: {node.Outcome.Explanation}");
            }
        });

    [Fact]
    public void Nothing_that_changes_changes_nothing() =>
        Property.Holds(Worlds.Any, world =>
        {
            var difference = Report(world).WhatIf();

            Assert.True(difference.IsEmpty, difference.ToText());
        }, times: 100);

    /// <summary>Without rules in code, which no file holds.</summary>
    [Fact]
    public void A_policy_that_was_written_and_read_gives_the_same_report() =>
        Property.Holds(Worlds.Any, world =>
        {
            if (world.Policy.Requirement.All.Any(r => r is CustomRequirement))
            {
                return;
            }

            var file = PolicyFile.Read("p.policy.json", world.Policy.ToJson(), TestStandards.Known);

            Assert.True(file.Policy is not null, string.Join("; ", file.Findings));
            Assert.Equal(Report(world).ToJson(), Report(world with { Policy = file.Policy }).ToJson());
        });

    /// <summary>But for what code can say and a file cannot: an option or a code that the standard does not have.</summary>
    [Fact]
    public void A_learner_who_was_written_and_read_has_the_same_report()
    {
        var compared = 0;
        Property.Holds(Worlds.Any, world =>
        {
            var read = LearnerDocument.Read("a.learners.json", LearnerDocument.Write([world.Learner]), new StandardCatalogue([world.Standard, TestStandards.MammographyBefore]));
            if (read.Findings.Count == 0)
            {
                compared++;
                Assert.Equal(Report(world).ToJson(), Report(world with { Learner = read.Learners.Single() }).ToJson());
            }
        });

        Assert.True(compared > 100, $"{compared}");
    }

    /// <summary>Of English and maths, age, difficulties and what a rule calls sensitive the verdicts are told, and nothing else: whoever differs in nothing but that has the same report.</summary>
    [Fact]
    public void What_is_withheld_changes_no_character_that_others_read()
    {
        var compared = 0;
        Property.Holds(Worlds.Cohorts, worlds =>
        {
            var world = worlds[0] with { Learner = Worlds.WithSensitive(worlds[0].Learner, worlds[0].Learner) };
            var report = Report(world);
            foreach (var another in worlds.Skip(1))
            {
                var differing = world with { Learner = Worlds.WithSensitive(world.Learner, another.Learner) };
                var other = Report(differing);

                // Of conditions too, which a report does not show where they do not hold.
                if (!Verdicts(world).SequenceEqual(Verdicts(differing)))
                {
                    continue;
                }

                compared += report.ToJson() == other.ToJson() ? 0 : 1;
                var (left, right) = (report.Redacted(), other.Redacted());
                Assert.Equal(left.ToJson(), right.ToJson());
                Assert.Equal(left.ToText(), right.ToText());
                Assert.Equal(GatewayPack.ToHtml(left), GatewayPack.ToHtml(right));
            }
        }, times: 60);

        Assert.True(compared > 300, $"{compared}");
    }

    private static Verdict[] Verdicts(World world) =>
        [.. world.Policy.Requirement.All.Select(r => new ReadinessPolicy("one", "One", "1", r).IsReady(world.Learner, world.Standard, world.AsOf, world.KnownAt))];

    private static ReadinessReport Report(World world) => world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);
}
