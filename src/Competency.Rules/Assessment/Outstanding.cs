namespace Competency.Rules;

/// <summary>Gathers the actions of a report: in the order in which people would act, each once.</summary>
internal static class Outstanding
{
    public static IReadOnlyList<OutstandingAction> Of(RequirementReport root)
    {
        List<Found>? found = null;
        Visit(root, [], ref found);

        // Within a stage the order is the policy's.
        return found is null ? [] : [.. found.OrderBy(f => f.Action.Stage).Select(f => f.Action with { Requirements = f.Requirements, Alternatives = f.Alternatives })];
    }

    private static void Visit(RequirementReport report, IReadOnlyList<ActionAlternative> choices, ref List<Found>? found)
    {
        var actions = report.Outcome.Actions;
        for (var i = 0; i < actions.Count; i++)
        {
            Take(actions[i], report, choices, found ??= []);
        }

        // Of a choice that is met, or does not apply, nobody need do the rest.
        var isSettled = IsSettled(report);
        IReadOnlyList<ActionAlternative> within = Choice(report) is { } choice ? [.. choices, choice] : choices;
        for (var i = 0; i < report.Children.Count; i++)
        {
            var child = report.Children[i];
            if (!isSettled || IsSettled(child))
            {
                // What is settled, or does not decide, is no way to settle the choice: what it still asks is asked in any case.
                Visit(child, IsWay(child) ? within : choices, ref found);
            }
        }
    }

    private static void Take(OutstandingAction action, RequirementReport report, IReadOnlyList<ActionAlternative> choices, List<Found> found)
    {
        var known = found.Find(f => f.Action.Key == action.Key);
        if (known is null)
        {
            found.Add(known = new Found(action, choices));
        }
        else if (choices.Count == 0)
        {
            // What another requirement asks in any case is no longer one of several ways.
            known.Alternatives = [];
        }

        known.Requirements.Add(report.Requirement.Id);
    }

    /// <summary>The choice that a requirement leaves today; null where all that is open is needed, or nothing is.</summary>
    private static ActionAlternative? Choice(RequirementReport report)
    {
        if (IsSettled(report) || report.Requirement is not QuantifiedRequirement { Quantifier: not Quantifier.All } quantified)
        {
            return null;
        }

        var asked = quantified.Quantifier == Quantifier.Any ? 1 : quantified.Count;
        var needed = asked - report.Children.Count(c => c.Verdict == Verdict.Met && c.Requirement.Basis != RequirementBasis.DataCheck);
        var open = report.Children.Count(IsWay);
        return needed < open ? new ActionAlternative(report.Requirement.Id, report.Requirement.Sentence, needed, open) : null;
    }

    private static bool IsWay(RequirementReport child) => !IsSettled(child) && child.Requirement.Basis != RequirementBasis.DataCheck;

    private static bool IsSettled(RequirementReport report) => report.Verdict is Verdict.Met or Verdict.DoesNotApply;

    private sealed class Found(OutstandingAction action, IReadOnlyList<ActionAlternative> alternatives)
    {
        public OutstandingAction Action { get; } = action;

        public List<string> Requirements { get; } = [];

        public IReadOnlyList<ActionAlternative> Alternatives { get; set; } = alternatives;
    }
}
