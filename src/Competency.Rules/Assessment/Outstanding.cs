namespace Competency.Rules;

/// <summary>Gathers the actions of a report: in the order in which people would act, each once.</summary>
internal static class Outstanding
{
    public static IReadOnlyList<OutstandingAction> Of(RequirementReport root)
    {
        List<Found>? found = null;
        Visit(root, [], ref found);

        // Within a stage the order is the policy's, but that days come one after the other.
        return found is null ? [] : [.. Together(found).OrderBy(f => f.Action.Stage).ThenBy(f => f.Action.Day ?? DateOnly.MinValue).Select(f => f.Said)];
    }

    /// <summary>
    /// Puts together what is needed in any case and asks the same of KSBs, so that none is asked twice; what is asked there already, though only some of it be needed
    /// or it be one of several ways; and what reads the same.
    /// </summary>
    private static List<Found> Together(List<Found> found)
    {
        var together = new List<Found>(found.Count);
        foreach (var one in found)
        {
            if (together.Find(o => o.IsNeededAsAWhole && one.IsNeededAsAWhole && o.Ksbs!.Kind == one.Ksbs!.Kind) is { } needed)
            {
                needed.Take(one);
                needed.Ksbs = needed.Ksbs!.With(one.Ksbs!);
            }
            else
            {
                together.Add(one);
            }
        }

        for (var i = 0; i < together.Count; i++)
        {
            var (at, one) = (i, together[i]);
            var place = Enumerable.Range(0, together.Count).FirstOrDefault(j => j != at && (AsksAll(together[j], one) || (j < at && ReadsAs(together[j], one))), -1);
            if (place >= 0)
            {
                together[place].Take(one);
                together.RemoveAt(i--);
            }
        }

        return together;
    }

    private static bool AsksAll(Found all, Found one) => all.IsNeededAsAWhole && one.Ksbs?.IsWithin(all.Ksbs!) == true;

    private static bool ReadsAs(Found one, Found other) =>
        (one.Action.By, one.Action.Stage, one.Text) == (other.Action.By, other.Action.Stage, other.Text)
        && (one.Alternatives.Count == 0 || other.Alternatives.Count == 0 || one.Alternatives[0].Requirement == other.Alternatives[0].Requirement);

    private static void Visit(RequirementReport report, IReadOnlyList<ActionAlternative> choices, ref List<Found>? found)
    {
        var actions = report.Outcome.Actions;
        for (var i = 0; i < actions.Count; i++)
        {
            Take(actions[i], report, choices, found ??= []);
        }

        // Of a choice that is met, or does not apply, nobody need do the rest.
        var isSettled = IsSettled(report);
        var (choice, way) = (Choice(report), 0);
        for (var i = 0; i < report.Children.Count; i++)
        {
            var child = report.Children[i];
            if (!isSettled || IsSettled(child))
            {
                // What is settled, or does not decide, is no way to settle the choice: what it still asks is asked in any case.
                Visit(child, choice is not null && IsWay(child) ? [.. choices, choice with { Way = ++way }] : choices, ref found);
            }
        }
    }

    private static void Take(OutstandingAction action, RequirementReport report, IReadOnlyList<ActionAlternative> choices, List<Found> found)
    {
        if (action.Choice is { } own)
        {
            choices = [.. choices, own];
        }

        var known = found.Find(f => f.Action.Key == action.Key);
        if (known is null)
        {
            found.Add(known = new Found(action, choices));
        }
        else
        {
            known.Alternatives = Common(known.Alternatives, choices);
        }

        known.TakeIfMore(action);
        known.Requirements.Add(report.Requirement.Id);
    }

    /// <summary>
    /// The choices of an action that is asked in two places: none where one of them asks it in any case; up to the choice of which several ways ask it; where two
    /// choices ask it, those of the first.
    /// </summary>
    private static IReadOnlyList<ActionAlternative> Common(IReadOnlyList<ActionAlternative> one, IReadOnlyList<ActionAlternative> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return [];
        }

        var same = 0;
        while (same < Math.Min(one.Count, other.Count) && one[same] == other[same])
        {
            same++;
        }

        return same == Math.Min(one.Count, other.Count) ? [.. one.Take(same)]
            : one[same].Requirement == other[same].Requirement ? [.. one.Take(same), one[same] with { Way = null }]
            : one;
    }

    /// <summary>The choice that a requirement leaves today; null where all that is open is needed, or nothing is.</summary>
    private static ActionAlternative? Choice(RequirementReport report)
    {
        if (IsSettled(report) || report.Requirement is not QuantifiedRequirement { Quantifier: not Quantifier.All } quantified)
        {
            return null;
        }

        var asked = quantified.Quantifier == Quantifier.Any ? 1 : quantified.Count;
        var needed = asked - report.Children.Count(c => c.Verdict == Verdict.Met && !c.Requirement.IsCheck);
        var open = report.Children.Count(IsWay);
        return needed < open ? new ActionAlternative(report.Requirement.Id, report.Requirement.Sentence, needed, open, Way: null) : null;
    }

    private static bool IsWay(RequirementReport child) => !IsSettled(child) && !child.Requirement.IsCheck;

    private static bool IsSettled(RequirementReport report) => report.Verdict is Verdict.Met or Verdict.DoesNotApply;

    private sealed class Found(OutstandingAction action, IReadOnlyList<ActionAlternative> alternatives)
    {
        private List<string>? _keys;

        public OutstandingAction Action { get; private set; } = action;

        public KsbsToDo? Ksbs { get; set; } = action.Ksbs;

        public string Text => Ksbs?.Text ?? Action.Text;

        /// <summary>Whether all of its KSBs are needed in any case.</summary>
        public bool IsNeededAsAWhole => Ksbs is { IsAll: true } && Alternatives.Count == 0;

        public List<string> Requirements { get; } = [];

        public IReadOnlyList<ActionAlternative> Alternatives { get; set; } = alternatives;

        public OutstandingAction Said => Action with { Text = Text, Requirements = Requirements, Alternatives = Alternatives, Ksbs = null, Choice = null, MergedKeys = _keys is null ? null : [.. _keys] };

        /// <summary>Takes the same action as another requirement asks it, where that asks more.</summary>
        public void TakeIfMore(OutstandingAction other) => Action = other.Amount > Action.Amount ? other : Action;

        /// <summary>Takes in another: what waits for that waits for this.</summary>
        public void Take(Found other)
        {
            Alternatives = Common(Alternatives, other.Alternatives);
            (_keys ??= [Action.Key]).AddRange(other._keys ?? [other.Action.Key]);
            Requirements.AddRange(other.Requirements.Except(Requirements, StringComparer.Ordinal).ToArray());
        }
    }
}
