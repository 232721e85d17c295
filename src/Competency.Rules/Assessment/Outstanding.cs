namespace Competency.Rules;

/// <summary>Gathers the actions of a report: in the order in which people would act, each once.</summary>
internal static class Outstanding
{
    public static IReadOnlyList<OutstandingAction> Of(RequirementReport root)
    {
        var found = new List<(OutstandingAction Action, List<string> Requirements)>();
        Visit(root, found);

        // Within a stage the order is the policy's.
        return [.. found.OrderBy(f => f.Action.Stage).Select(f => f.Action with { Requirements = f.Requirements })];
    }

    private static void Visit(RequirementReport report, List<(OutstandingAction Action, List<string> Requirements)> found)
    {
        foreach (var action in report.Outcome.Actions)
        {
            var at = found.FindIndex(f => f.Action.Key == action.Key);
            if (at < 0)
            {
                at = found.Count;
                found.Add((action, []));
            }

            found[at].Requirements.Add(report.Requirement.Id);
        }

        // Of a choice that is met, or does not apply, nobody need do the rest.
        var isSettled = report.Verdict is Verdict.Met or Verdict.DoesNotApply;
        foreach (var child in report.Children)
        {
            if (!isSettled || child.Verdict is Verdict.Met or Verdict.DoesNotApply)
            {
                Visit(child, found);
            }
        }
    }
}
