using FsCheck;
using FsCheck.Fluent;
using Property = Competency.Testing.Property;

namespace Competency.Rules.Tests.Agreement;

/// <summary>Sets of KSBs that lie within others, overlap, and are the same: who lacks anything of each is what each says by itself.</summary>
public class KsbJoinsTests
{
    private const int Learners = 600;

    private static readonly OccupationalStandard Standard = TestStandards.Mammography;

    private static readonly KsbCode[] Codes = [.. Standard.Ksbs.Select(k => k.Code)];

    // From few places to few, so that many are within others.
    private static Gen<KsbCode[]> Sets =>
        from start in Gen.Elements(0, 0, 0, 3, 20, 45, 80)
        from count in Gen.Elements(1, 2, 5, 6, 30, 46, 90)
        select Codes[start..Math.Min(Codes.Length, start + count)];

    [Fact]
    public void Sets_within_others_are_judged_as_each_by_itself() =>
        Property.Holds(Sets.NonEmptyListOf().Select(l => l.Take(9).ToArray()), sets =>
        {
            var asked = sets.Select((s, i) => (Requirement)Require.KsbsAchieved($"k{i}", string.Join(", ", s))).ToArray();
            var cohort = new Cohort(new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", asked)), Standard);
            var random = new Random(sets.Sum(s => s.Length));
            var hasElsewhere = random.Next(2) == 0;
            var columns = cohort.NewColumns(Learners, new DateOnly(2026, 3, 1));
            var achieved = new HashSet<KsbCode>[Learners];
            var elsewhere = new HashSet<KsbCode>[Learners];
            for (var i = 0; i < Learners; i++)
            {
                achieved[i] = [.. Codes.Where(_ => random.Next(60) != 0)];
                elsewhere[i] = [.. Codes.Where(_ => hasElsewhere && random.Next(2) == 0)];
                columns.SetKsbs(i, KsbSet.Of(Standard, [.. achieved[i]]), KsbSet.Of(Standard, [.. elsewhere[i]]));
                columns.SetFlag("claims-complete", i, true);
            }

            // What the last learners lacked, who lacked everything, is still in memory.
            var others = cohort.NewColumns(Learners, new DateOnly(2026, 3, 1));
            others.Flags("claims-complete", 0).Fill(ulong.MaxValue);
            _ = cohort.Judge(others, cancellationToken: TestContext.Current.CancellationToken);
            var result = cohort.Judge(columns, cancellationToken: TestContext.Current.CancellationToken);

            for (var set = 0; set < sets.Length; set++)
            {
                var verdicts = Enumerable.Range(0, Learners).Select(i =>
                    sets[set].All(achieved[i].Contains) ? Verdict.Met
                    : sets[set].All(k => achieved[i].Contains(k) || elsewhere[i].Contains(k)) ? Verdict.CannotTell
                    : Verdict.NotMet).ToArray();
                var counted = result.Requirements.Single(r => r.Requirement == asked[set]);
                Assert.Equal((verdicts.Count(v => v == Verdict.Met), verdicts.Count(v => v == Verdict.CannotTell), verdicts.Count(v => v == Verdict.NotMet)), (counted.Met, counted.CannotTell, counted.NotMet));
            }
        });
}
