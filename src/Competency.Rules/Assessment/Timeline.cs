namespace Competency.Rules;

/// <summary>
/// The verdict of a requirement on the day of assessment and every day after, all else unchanged. Dates of what holds others are found by
/// asking it, and not reckoned from the dates within: what is met today can have expired on the day for which another waits.
/// </summary>
internal abstract record Timeline
{
    /// <summary>The verdict on a day; not before the day of assessment.</summary>
    public abstract Verdict On(DateOnly day);

    /// <summary>Adds the days after another on which a verdict within changes, in any order; a list is made only where there is one.</summary>
    public abstract void AddChanges(DateOnly after, ref List<DateOnly>? days);

    /// <summary>The same for a reader who is told no date of a sensitive requirement: one that is not met stays so.</summary>
    public abstract Timeline Redacted();

    /// <summary>Whether the verdict of the day of assessment is that of every day after.</summary>
    public bool NeverChanges(DateOnly asOf)
    {
        List<DateOnly>? days = null;
        AddChanges(asOf, ref days);
        return days is null;
    }

    /// <summary>The first day from the day of assessment on which it is met, and the last before it is met no more; null for none.</summary>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="today">The verdict of that day.</param>
    public virtual (DateOnly? Earliest, DateOnly? MetUntil) DatesFrom(DateOnly asOf, Verdict today)
    {
        DateOnly? earliest = today == Verdict.Met ? asOf : null;
        List<DateOnly>? days = null;
        AddChanges(asOf, ref days);
        if (days is null)
        {
            return (earliest, null);
        }

        days.Sort();
        foreach (var day in days)
        {
            var isMet = On(day) == Verdict.Met;
            if (earliest is not null && !isMet)
            {
                return (earliest, day.AddDays(-1));
            }

            earliest ??= isMet ? day : null;
        }

        return (earliest, null);
    }
}

/// <summary>The verdict of a requirement that is judged by itself.</summary>
/// <param name="Today">The verdict on the day of assessment.</param>
/// <param name="HoldsFrom">The first day on which it will be met, where it is not yet due, or time settles what nobody can tell today or does not apply yet.</param>
/// <param name="Until">The last day on which it is met, or of one that is not met, the last on which anybody can tell so; null for no end.</param>
/// <param name="IsSensitive">Whether its dates are kept from others.</param>
/// <param name="After">The verdict after that day: NotMet, or CannotTell where the record does not say that nothing takes its place.</param>
/// <param name="UnknownUntil">The last day of CannotTell, then or today, after which it is not met; null for no end.</param>
internal sealed record LeafTimeline(Verdict Today, DateOnly? HoldsFrom, DateOnly? Until, bool IsSensitive, Verdict After = Verdict.NotMet, DateOnly? UnknownUntil = null) : Timeline
{
    private static readonly LeafTimeline[] WithoutDates = [.. Enum.GetValues<Verdict>().Select(v => new LeafTimeline(v, null, null, IsSensitive: false))];

    /// <summary>The verdict of a requirement; of most there are no dates, and then nothing to keep from anybody.</summary>
    public static LeafTimeline Of(Verdict today, DateOnly? holdsFrom, DateOnly? until, bool isSensitive, Verdict after = Verdict.NotMet, DateOnly? unknownUntil = null) =>
        holdsFrom is null && until is null && unknownUntil is null ? WithoutDates[(int)today] : new(today, holdsFrom, until, isSensitive, after, unknownUntil);

    /// <summary>What came of a requirement, as it stands on the day of assessment, and what time makes of it.</summary>
    public static LeafTimeline Of(Outcome outcome, bool isSensitive) => outcome.Verdict == Verdict.NotMet
        ? Of(outcome.Verdict, outcome.HoldsFrom, outcome.NotMetUntil, isSensitive, Verdict.CannotTell)
        : Of(outcome.Verdict, outcome.HoldsFrom, outcome.MetUntil, isSensitive, outcome.IsUnknownAfter ? Verdict.CannotTell : Verdict.NotMet, outcome.UnknownUntil);

    /// <inheritdoc/>
    public override void AddChanges(DateOnly after, ref List<DateOnly>? days)
    {
        if (Today != Verdict.Met && HoldsFrom is { } from && from > after)
        {
            (days ??= []).Add(from);
        }

        if (Today is Verdict.Met or Verdict.NotYetDue or Verdict.NotMet && Until is { } until && until < DateOnly.MaxValue && until >= after)
        {
            (days ??= []).Add(until.AddDays(1));
        }

        if (UnknownUntil is { } unknown && unknown < DateOnly.MaxValue && unknown >= after)
        {
            (days ??= []).Add(unknown.AddDays(1));
        }
    }

    /// <inheritdoc/>
    public override (DateOnly? Earliest, DateOnly? MetUntil) DatesFrom(DateOnly asOf, Verdict today) =>
        Today == Verdict.Met && Until is null ? (asOf, null)
        : Today is Verdict.Met or Verdict.NotYetDue || HoldsFrom is not null ? base.DatesFrom(asOf, today)
        : (null, null);

    /// <inheritdoc/>
    public override Verdict On(DateOnly day) => Today switch
    {
        Verdict.Met or Verdict.NotYetDue or Verdict.NotMet when day > Until => day > UnknownUntil ? Verdict.NotMet : After,
        Verdict.CannotTell when day > UnknownUntil => Verdict.NotMet,
        not Verdict.Met when day >= HoldsFrom => Verdict.Met,
        _ => Today,
    };

    /// <inheritdoc/>
    public override Timeline Redacted() => IsSensitive ? new LeafTimeline(Today, null, null, IsSensitive) : this;
}

/// <summary>At least a number of some.</summary>
internal sealed record QuantifiedTimeline(Quantifier Quantifier, int Count, Timeline[] Counted) : Timeline
{
    /// <inheritdoc/>
    public override void AddChanges(DateOnly after, ref List<DateOnly>? days)
    {
        foreach (var counted in Counted)
        {
            counted.AddChanges(after, ref days);
        }
    }

    /// <inheritdoc/>
    public override Verdict On(DateOnly day)
    {
        var verdicts = Counted.Length <= 64 ? stackalloc Verdict[64] : new Verdict[Counted.Length];
        verdicts = verdicts[..Counted.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = Counted[i].On(day);
        }

        return verdicts.Length == 0 ? Verdict.DoesNotApply : Quantifier switch
        {
            Quantifier.All => VerdictAlgebra.AllOf(verdicts),
            Quantifier.Any => VerdictAlgebra.AnyOf(verdicts),
            _ => VerdictAlgebra.AtLeast(Count, verdicts),
        };
    }

    /// <inheritdoc/>
    public override Timeline Redacted() => new QuantifiedTimeline(Quantifier, Count, Array.ConvertAll(Counted, static c => c.Redacted()));
}

/// <summary>One that applies only on days on which another is met, or unless it is.</summary>
internal sealed record ConditionalTimeline(Timeline Condition, Timeline Then, bool IsUnless) : Timeline
{
    /// <inheritdoc/>
    public override void AddChanges(DateOnly after, ref List<DateOnly>? days)
    {
        Condition.AddChanges(after, ref days);
        Then.AddChanges(after, ref days);
    }

    /// <inheritdoc/>
    public override Verdict On(DateOnly day) => ConditionalRequirement.Combine(Condition.On(day), Then.On(day), IsUnless);

    /// <inheritdoc/>
    public override Timeline Redacted() => new ConditionalTimeline(Condition.Redacted(), Then.Redacted(), IsUnless);
}
