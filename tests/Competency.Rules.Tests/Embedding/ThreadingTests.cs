using Competency.Documents;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Embedding;

/// <summary>
/// Many threads on the same values, all let go at one moment on values that nobody has read before, so that what is computed when it is first
/// read is first read by several at once.
/// </summary>
public class ThreadingTests
{
    private const int Rounds = 40;
    private static readonly int Threads = Math.Max(4, Environment.ProcessorCount * 2);
    private static readonly string Document = StandardDocument.Write(TestStandards.Mammography);

    [Fact]
    public void Threads_that_share_everything_find_the_same()
    {
        var expected = Seen(new World());

        for (var round = 0; round < Rounds; round++)
        {
            var world = new World();
            Assert.All(AtOnce(() => Seen(world)), seen => Assert.Equal(expected, seen));
        }
    }

    [Fact]
    public void Threads_that_share_a_report_read_the_same()
    {
        var expected = Read(new World().Assess());

        for (var round = 0; round < Rounds; round++)
        {
            var report = new World().Assess();
            Assert.All(AtOnce(() => Read(report)), read => Assert.Equal(expected, read));
        }
    }

    [Fact]
    public void A_rule_in_code_and_the_report_share_the_context()
    {
        for (var round = 0; round < Rounds; round++)
        {
            AssessmentContext? shared = null;
            var policy = new ReadinessPolicy("p", "P", "1", Require.Custom("rule", "rule", "A rule", context =>
            {
                shared = context;
                return Outcome.Met("Met");
            }));
            policy.Assess(Ready(TestStandards.Mammography), TestStandards.Mammography, Day("2026-03-01"));

            // Nothing of the context was computed for the rule above.
            Assert.All(
                AtOnce(() => $"{shared!.OriginalStart} {string.Join(' ', TestStandards.Mammography.Ksbs.Select(k => shared.Ksbs[k.Code]))}"),
                seen => Assert.Equal($"{Day("2024-09-02")} {string.Join(' ', Enumerable.Repeat(KsbStanding.Achieved, 90))}", seen));
        }
    }

    [Fact]
    public void One_readiness_answers_many_threads()
    {
        var expected = new World().Assess().ToJson();

        for (var round = 0; round < Rounds; round++)
        {
            var world = new World();
            var readiness = new ReadinessBuilder().AddStandard(world.Standard).AddPolicy(world.Policy).Build();
            Assert.All(
                AtOnce(() => readiness.AssessAsync(world.Learner, world.Policy.Id, "northern", Day("2026-03-01")).AsTask().GetAwaiter().GetResult().Report!.ToJson()),
                json => Assert.Equal(expected, json));
        }
    }

    /// <summary>Runs something on every thread from one moment on; what a thread throws is thrown here.</summary>
    private static string[] AtOnce(Func<string> look)
    {
        using var start = new Barrier(Threads);
        var seen = new string[Threads];
        var faults = new Exception?[Threads];
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                seen[i] = look();
            }
            catch (Exception fault)
            {
                faults[i] = fault;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.All(faults, Assert.Null);
        return seen;
    }

    private static string Seen(World world) => string.Join(
        '\n',
        [
            world.Standard.Fingerprint,
            .. world.Standard.Ksbs.Select(k => k.Fingerprint),
            .. world.Document.Findings.Select(f => f.ToString()),
            .. world.Learners.Findings.Select(f => f.ToString()),
            world.Policy.ToJson(),
            LearnerDocument.Write([world.Learner]),
            Read(world.Assess()),
        ]);

    private static string Read(ReadinessReport report) => string.Join(
        '\n',
        [
            report.FactsDigest,
            report.ToJson(),
            report.ToText(),
            report.ToMarkdown(),
            report.Redacted().ToJson(),
            .. report.Duties.Select(d => $"{d.Duty.Number}: {d.Missing}"),
            .. report.Root.All.SelectMany(r => r.Outcome.Facts).Select(f => f.ToString()),
            .. report.Standard.Ksbs.Select(k => $"{k.Code} {report.Ksbs[k.Code]} {string.Join(' ', report.Ksbs.EvidenceFor(k.Code))}"),
        ]);

    /// <summary>A standard, a policy and a learner of which nothing has been read yet.</summary>
    private sealed class World
    {
        public World()
        {
            Document = StandardDocument.Read("a.standard.json", ThreadingTests.Document);
            Standard = Document.Standard!;
            Learners = LearnerDocument.Read("a.learners.json", LearnerDocument.Write([Ready(TestStandards.Mammography)]), new StandardCatalogue([Standard]));
            Learner = Learners.Learners.Single();
            Policy = PolicyFile.Read("a.policy.json", EnglishApprenticeship.Gateway.ToJson()).Policy!;
        }

        public StandardDocument Document { get; }

        public OccupationalStandard Standard { get; }

        public LearnerDocument Learners { get; }

        public Learner Learner { get; }

        public ReadinessPolicy Policy { get; }

        public ReadinessReport Assess() => Policy.Assess(Learner, Standard, Day("2026-03-01"));
    }
}
