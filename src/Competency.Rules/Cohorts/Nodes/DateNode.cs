namespace Competency.Rules;

/// <summary>The same for everybody, by the day on which things are to hold.</summary>
internal sealed class DateNode(DateReachedRequirement requirement) : CohortNode(requirement)
{
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) => verdicts.Fill(requirement.On(group.AsOf));
}
