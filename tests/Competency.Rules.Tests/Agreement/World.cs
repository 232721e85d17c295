namespace Competency.Rules.Tests.Agreement;

/// <summary>A policy, a learner and two days: everything that a verdict rests on.</summary>
internal sealed record World(ReadinessPolicy Policy, Learner Learner, OccupationalStandard Standard, DateOnly AsOf, DateOnly KnownAt)
{
    public override string ToString() =>
        $"{Standard.Id}, as of {AsOf:yyyy-MM-dd}, known at {KnownAt:yyyy-MM-dd}{Environment.NewLine}"
        + Policy.Assess(Learner, Standard, AsOf, KnownAt).ToJson() + LearnerDocument.Write([Learner]);
}
