namespace Competency.Rules;

/// <summary>The verdict of a requirement of which a parameter changes on days to come: some verdicts, each until the next begins.</summary>
/// <param name="Steps">The verdicts and their first days, ascending; the first is that of the day of assessment. No two neighbours are the same.</param>
/// <param name="IsSensitive">Whether its dates are kept from others.</param>
internal sealed record SteppedTimeline((DateOnly From, Verdict Verdict)[] Steps, bool IsSensitive) : Timeline
{
    /// <summary>Puts the verdicts by the parameter of today, and of each day on which it changes, after one another.</summary>
    /// <param name="periods">What each says and from when, ascending; the first from the day of assessment.</param>
    /// <param name="isSensitive">Whether its dates are kept from others.</param>
    public static SteppedTimeline Of((DateOnly From, LeafTimeline Says)[] periods, bool isSensitive)
    {
        var steps = new List<(DateOnly From, Verdict Verdict)>();
        for (var i = 0; i < periods.Length; i++)
        {
            var (from, says) = periods[i];
            List<DateOnly>? days = null;
            says.AddChanges(from, ref days);
            DateOnly? until = i + 1 < periods.Length ? periods[i + 1].From : null;
            steps.AddRange((days ?? []).Where(d => until is null || d < until).Append(from).Distinct().Order().Select(d => (d, says.On(d))));
        }

        return new SteppedTimeline(Settled(steps), isSensitive);
    }

    /// <summary>What is not met is not yet due where a day to come brings it, by whichever parameter, and the other way about.</summary>
    private static (DateOnly From, Verdict Verdict)[] Settled(List<(DateOnly From, Verdict Verdict)> steps)
    {
        var (comes, isUnknown) = (false, false);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var (from, verdict) = steps[i];
            if (verdict is Verdict.NotMet or Verdict.NotYetDue)
            {
                steps[i] = (from, comes ? Verdict.NotYetDue : verdict == Verdict.NotYetDue && isUnknown ? Verdict.CannotTell : Verdict.NotMet);
            }

            comes |= verdict == Verdict.Met;
            isUnknown |= verdict == Verdict.CannotTell;
        }

        return [.. steps.Where((s, i) => i == 0 || s.Verdict != steps[i - 1].Verdict)];
    }

    /// <inheritdoc/>
    public override Verdict On(DateOnly day)
    {
        var at = Steps.Length - 1;
        while (at > 0 && Steps[at].From > day)
        {
            at--;
        }

        return Steps[at].Verdict;
    }

    /// <inheritdoc/>
    public override void AddChanges(DateOnly after, ref List<DateOnly>? days)
    {
        for (var i = 1; i < Steps.Length; i++)
        {
            if (Steps[i].From > after)
            {
                (days ??= []).Add(Steps[i].From);
            }
        }
    }

    /// <inheritdoc/>
    public override Timeline Redacted() => IsSensitive ? new LeafTimeline(Steps[0].Verdict, null, null, IsSensitive) : this;
}
