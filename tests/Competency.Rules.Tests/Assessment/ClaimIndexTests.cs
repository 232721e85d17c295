using FsCheck;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;
using Property = Competency.Testing.Property;

namespace Competency.Rules.Tests.Assessment;

/// <summary>How far each KSB has got, and what is reported of it, beside the same found step by step: with items that are claimed once, and twice for one KSB.</summary>
public class ClaimIndexTests
{
    private static readonly OccupationalStandard Standard = TestStandards.Mammography;
    private static readonly StandardId Other = StandardId.Parse("ST0001@1.0");
    private static readonly DateOnly Start = Day("2025-01-01");

    // Of few items, so that they come twice, and of many.
    private static Gen<Claim[]> Learners => Gen.Choose(0, 3).SelectMany(few => Claims(items: few == 0 ? 3 : 400).ListOf().Select(l => l.ToArray()));

    private static Gen<ClaimDecision> Decisions { get; } =
        from kind in Gen.Choose(0, 5)
        from day in Gen.Choose(0, 60)
        from assessor in Gen.Choose(0, 2)
        select new ClaimDecision((ClaimDecisionKind)kind, Start.AddDays(day)) { By = "A" + assessor, Role = assessor == 0 ? "assessor" : null };

    private static Gen<Claim> Claims(int items) =>
        from item in Gen.Choose(1, items)
        from ksb in Gen.Choose(0, 12)
        from own in Gen.Choose(0, 5)
        from decisions in Decisions.NonEmptyListOf()
        select new Claim($"E{item}", own == 0 ? Other : Standard.Id, ksb == 12 ? KsbCode.Parse("K999") : Standard.Ksbs[ksb * 7].Code, decisions);

    [Fact]
    public void Standings_are_those_found_step_by_step() =>
        Property.Holds(Learners, claims =>
        {
            foreach (var day in new[] { Start.AddDays(80), Start.AddDays(30), Start.AddDays(-1) })
            {
                var ksbs = Judge(claims, day).Ksbs;
                foreach (var code in Standard.Ksbs.Select(k => k.Code).Append(KsbCode.Parse("K999")))
                {
                    var standing = Items(claims, day).Where(i => i.Ksb == code && i.IsOwn).Select(i => i.Standing).DefaultIfEmpty().Max();
                    Assert.Equal(standing, ksbs[code]);

                    // Whatever its code is there.
                    var isAnyElsewhere = Items(claims, day).Any(i => !i.IsOwn && i.Decision.Kind == ClaimDecisionKind.Accepted);
                    Assert.Equal(isAnyElsewhere && standing != KsbStanding.Achieved && Standard.Contains(code), ksbs.MayBeCarriedOver(code));
                }
            }
        });

    /// <summary>Of one learner, day by day and for other KSBs: what is kept of the first report is what the others say.</summary>
    [Fact]
    public void Facts_are_those_found_step_by_step() =>
        Property.Holds(Learners, claims =>
        {
            var learner = On(Standard) with { Claims = new Ledger<Claim>(claims, Start.AddYears(1)) };
            var order = Standard.Ksbs.Select((k, i) => (k.Code, i)).ToDictionary(p => p.Code, p => p.i);
            foreach (var day in new[] { Start.AddDays(80), Start.AddDays(30) })
            {
                foreach (var asked in (IReadOnlyCollection<KsbCode>[])[[.. order.Keys], KsbSet.Parse("K1-K20, S3", Standard), [.. order.Keys]])
                {
                    var expected = Items(claims, day)
                        .Where(i => i.IsOwn && i.Standing == KsbStanding.Achieved && asked.Contains(i.Ksb))
                        .GroupBy(i => i.Evidence, StringComparer.Ordinal)
                        .OrderBy(g => g.Key, StringComparer.Ordinal)
                        .Select(g => g.OrderBy(i => order[i.Ksb]).ToArray())
                        .Select(g => (g[0].Evidence, Said.Codes(g.Select(i => i.Ksb)), string.Join("; ", g.Select(i => new Signature(i.Decision.By, i.Decision.Role, i.Decision.On)).Distinct().OrderBy(s => s.On).ThenBy(s => s.By, StringComparer.Ordinal))));

                    var policy = new ReadinessPolicy("ksbs", "KSBs", "1", Require.KsbsAchieved("asked", string.Join(", ", asked)));
                    var report = policy.Assess(learner, Standard, day);

                    // Read when somebody has asked for another day, of which the facts are others.
                    Assert.NotNull(policy.Assess(learner, Standard, day.AddDays(-15)).Root.Outcome.Facts);
                    var facts = report.Root.Outcome.Facts.Where(f => f.Name == "accepted");
                    Assert.Equal(expected, facts.Select(f => (f.Evidence.Single(), f.Value, string.Join("; ", f.Signatures))));
                }
            }
        });

    private static ReadinessReport Judge(Claim[] claims, DateOnly day) =>
        new ReadinessPolicy("ksbs", "KSBs", "1", Require.KsbsAchieved()).Assess(On(Standard) with { Claims = new Ledger<Claim>(claims, Start.AddYears(1)) }, Standard, day);

    private static IEnumerable<(KsbCode Ksb, string Evidence, ClaimDecision Decision, bool IsOwn, KsbStanding Standing)> Items(Claim[] claims, DateOnly day)
    {
        foreach (var item in claims.GroupBy(c => (c.Ksb, c.Evidence, c.Standard)))
        {
            ClaimDecision? inForce = null;
            foreach (var decision in item.SelectMany(c => c.Decisions).Where(d => d.On <= day && d.Recorded <= day))
            {
                inForce = inForce is null || decision.On >= inForce.On ? decision : inForce;
            }

            if (inForce is not null)
            {
                yield return (item.Key.Ksb, item.Key.Evidence, inForce, item.Key.Standard == Standard.Id, ClaimStanding.Of(inForce.Kind, isOwn: true));
            }
        }
    }
}
