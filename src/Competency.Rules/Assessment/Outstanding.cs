namespace Competency.Rules;

/// <summary>Gathers the actions of a report: in the order in which people would act, each once.</summary>
internal static class Outstanding
{
    public static IReadOnlyList<OutstandingAction> Of(RequirementReport root)
    {
        var found = new Dictionary<string, (OutstandingAction Action, List<string> Requirements)>(StringComparer.Ordinal);
        Visit(root, found);

        // A stable order: dictionaries keep the order of insertion only by accident, hence the explicit last key.
        return
        [
            .. found.Values
                .OrderBy(f => f.Action.Stage)
                .ThenBy(f => f.Action.Key, StringComparer.Ordinal)
                .Select(f => f.Action with { Requirements = f.Requirements }),
        ];
    }

    private static void Visit(RequirementReport report, Dictionary<string, (OutstandingAction Action, List<string> Requirements)> found)
    {
        foreach (var action in report.Outcome.Actions)
        {
            if (!found.TryGetValue(action.Key, out var entry))
            {
                found.Add(action.Key, entry = (action, []));
            }

            entry.Requirements.Add(report.Requirement.Id);
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
