using Competency.Rules.Tests.Agreement;
using Competency.Testing;

namespace Competency.Rules.Tests.Assessment;

/// <summary>What a report makes when somebody reads it is the same whoever reads, and from however many threads.</summary>
public class ReportThreadsTests
{
    [Fact]
    public void A_report_that_many_threads_read_at_once_reads_as_one_that_is_read_alone() =>
        Property.Holds(Worlds.Any, world =>
        {
            var alone = world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);
            var (json, text) = (alone.ToJson(), alone.ToText());
            var shared = world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt);
            Parallel.For(0, 8, i => Assert.Equal(i % 2 == 0 ? json : text, i % 2 == 0 ? shared.ToJson() : shared.ToText()));
        }, times: 100);

    [Fact]
    public void Facts_read_last_are_those_read_first() =>
        Property.Holds(Worlds.Any, world =>
        {
            var (first, last) = (world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt), world.Policy.Assess(world.Learner, world.Standard, world.AsOf, world.KnownAt));
            var read = first.Root.All.Reverse().Select(Facts).Reverse().ToArray();
            _ = last.ToMarkdown();

            Assert.Equal(read, last.Root.All.Select(Facts));
        }, times: 100);

    private static string Facts(RequirementReport node) =>
        string.Join("; ", node.Outcome.Facts.Select(f => $"{f.Name}: {f.Value} [{string.Join(", ", f.Evidence)}] {string.Join(", ", f.Signatures)}"));
}
