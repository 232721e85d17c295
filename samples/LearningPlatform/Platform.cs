using Competency;
using Competency.Rules;

namespace LearningPlatform;

/// <summary>What the platform knows and asks by itself.</summary>
internal static class Platform
{
    private static readonly Fact<bool> Inducted = Fact.Flag("inducted", "site induction");

    /// <summary>Everybody's policy: each KSB is accepted by somebody.</summary>
    public static ReadinessPolicy SignedOff { get; } = new("signed-off", "Signed off", "1", Require.KsbsAchieved());

    /// <summary>Four learners: on a standard as a type, in a file, in a database row, and nowhere.</summary>
    public static IReadOnlyList<Learner> Learners { get; } =
    [
        Accepted("L1", "ST0583@1.2", "K1-K46, S1-S40, B1-B4"),
        Accepted("L2", "OCC0220@1.1", "K1-K3"),
        Accepted("L3", "AU0001@1.0", "TK1, TS1"),
        Accepted("L4", "ST0583@9.9", "K1"),
    ];

    /// <summary>A rule in code, which the northern tenant's policy asks for by name.</summary>
    public static Outcome Induction(AssessmentContext context) =>
        context.Learner.Facts.Entries.Any(f => f.Name == Inducted.Name)
            ? Outcome.Met("The site induction is recorded")
            : Outcome.NotMet("No site induction is recorded", "site induction") with { Actions = [new OutstandingAction("induction", "Give the site induction", ActionBy.Employer, ActionStage.Training)] };

    private static Learner Accepted(string id, string standard, string ksbs)
    {
        var version = StandardId.Parse(standard);
        return new Learner(id, version)
        {
            Claims = new Ledger<Claim>(
                from reference in Competency.Notation.KsbNotation.Parse(ksbs).Codes
                select new Claim("E1", version, reference, new ClaimDecision(ClaimDecisionKind.Accepted, new DateOnly(2026, 2, 2)) { By = "A. Assessor" }),
                completeAsAt: new DateOnly(2026, 3, 2)),
            Facts = new Ledger<FactEntry>(id == "L1" ? [Inducted.At(new DateOnly(2025, 9, 1), value: true)] : [], completeAsAt: new DateOnly(2026, 3, 2)),
        };
    }
}
