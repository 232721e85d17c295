namespace Competency.Rules;

/// <summary>The learning time of a learner as recorded: the original start, the pauses since, and whether it goes on. Immutable; kept with its ledger.</summary>
internal sealed class LearningTime
{
    private readonly List<State> _states = [];
    private readonly List<(DateOnly From, DateOnly? Until)> _pauses = [];

    private LearningTime(Episode[] episodes)
    {
        var learning = episodes.Where(e => e.Kind == EpisodeKind.Learning).OrderBy(e => e.On).ToArray();
        if (learning.Length == 0)
        {
            return;
        }

        // Who came from another provider or version, was made redundant or returned had begun before, on a day that is not recorded.
        First = learning[0].On;
        Start = learning[0].Reason == EpisodeReason.None ? First : null;
        foreach (var episode in episodes)
        {
            if (StateOf(episode, learning) is { } state)
            {
                _states.Add(state);
            }
        }

        for (var i = _states.Count - 1; i >= 0; i--)
        {
            // Who has left takes no break: only learning ends a withdrawal.
            if (_states[i].Episode.Kind == EpisodeKind.Break && IsOver(_states[i].From))
            {
                _states.RemoveAt(i);
            }
        }

        FindPauses();
    }

    /// <summary>The learning time of the episodes in a ledger, all of them taken as known.</summary>
    public static LearningTime Of(Ledger<Episode> episodes) => episodes.Derive(0, static (LearningTime _, int _) => true, static (items, _) => new LearningTime(items.ToArray()));

    /// <summary>The first day of learning that is recorded; null where none is.</summary>
    public DateOnly? First { get; }

    /// <summary>The original start: the first day of learning, but where its episode says that it went on from another. Null where it is not recorded.</summary>
    public DateOnly? Start { get; }

    /// <summary>
    /// Breaks and gaps since the start, as far as the record goes on the day of assessment: an end that is recorded for a later day is
    /// looked at, for it is known. <c>Until</c> is the first day of learning after; null where the record brings none.
    /// </summary>
    public IReadOnlyList<(DateOnly From, DateOnly? Until)> Pauses => _pauses;

    /// <summary>The state of a day; null for a day in a gap. Of the states that cover a day the one that began last holds; of two of one day the one recorded last, then the later in the list.</summary>
    public EpisodeKind? StateOn(DateOnly day)
    {
        State? holding = null;
        foreach (var state in _states)
        {
            if (state.From <= day && day <= state.To && (holding is null || state.IsAfter(holding)))
            {
                holding = state;
            }
        }

        return holding?.Episode.Kind;
    }

    /// <summary>The last day before the learner has withdrawn, of those from a day on; null where no withdrawal is recorded for then.</summary>
    public DateOnly? UntilWithdrawal(DateOnly from)
    {
        DateOnly? until = null;
        foreach (var state in _states)
        {
            if (state.Episode.Kind == EpisodeKind.Withdrawn && state.From > from && StateOn(state.From) == EpisodeKind.Withdrawn && !(until < state.From))
            {
                until = state.From.AddDays(-1);
            }
        }

        return until;
    }

    /// <summary>
    /// The first day after a number of calendar months of learning: the start plus the months, moved by a day for each day of a pause that
    /// began before it. Where a pause without an end comes first no day can be named: then how many days of learning are missing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is beyond the calendar.</exception>
    public (DateOnly? Day, int Missing) Reach(int months)
    {
        // 29 February plus 12 months is 28 February: the last day of a month that has no such day.
        var reach = Start!.Value.AddMonths(months);
        foreach (var (from, until) in _pauses)
        {
            if (from >= reach)
            {
                break;
            }

            if (until is not { } again)
            {
                return (null, reach.DayNumber - from.DayNumber);
            }

            reach = reach.AddDays(again.DayNumber - from.DayNumber);
        }

        return (reach, 0);
    }

    /// <summary>The last day of breaks, where they end and no learning follows; null where one has no end, training is over, or learning goes on.</summary>
    public DateOnly? LastDayOfPauses => StateOn(DateOnly.MaxValue) is null && _states.Where(s => s.Episode.Kind == EpisodeKind.Break).Select(s => (DateOnly?)s.To).Max() is { } last && StateOn(last) == EpisodeKind.Break ? last : null;

    /// <summary>The last day before a gap in which a day lies, of which nothing says that it is a break; the day itself where it lies in none.</summary>
    public DateOnly LastDayOfLearning(DateOnly day) => GapOn(day)?.From.AddDays(-1) ?? day;

    /// <summary>The first day from one on that lies in no such gap; null where the gap has no end.</summary>
    public DateOnly? DayOfLearningFrom(DateOnly day) => GapOn(day) is { } gap ? gap.Until : day;

    /// <summary>How many days of learning lie between two days, the first included.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="knownOn">A day by which a pause had begun and whose end is known, for it to be left out; null to leave out every pause.</param>
    public int LearningDays(DateOnly from, DateOnly until, DateOnly? knownOn = null)
    {
        var days = until.DayNumber - from.DayNumber;
        foreach (var pause in _pauses)
        {
            if (knownOn is null || (pause.From <= knownOn && pause.Until is not null))
            {
                days -= Math.Max(0, Math.Min(until.DayNumber, (pause.Until ?? until).DayNumber) - Math.Max(from.DayNumber, pause.From.DayNumber));
            }
        }

        return days;
    }

    private (DateOnly From, DateOnly? Until)? GapOn(DateOnly day)
    {
        foreach (var pause in _pauses)
        {
            // A break after which nobody is to learn by the record is no part of learning either.
            if (pause.From <= day && (pause.Until is null || day < pause.Until) && (StateOn(day) is null || (pause.Until is null && LastDayOfPauses is not null)))
            {
                return pause;
            }
        }

        return null;
    }

    private static State? StateOf(Episode episode, Episode[] learning)
    {
        switch (episode.Kind)
        {
            case EpisodeKind.Learning:
                // Without an end it stands until the next one begins.
                return new State(episode, episode.On, episode.To ?? Until(episode, learning));
            case EpisodeKind.Break:
                return new State(episode, episode.On, episode.To ?? Until(episode, learning));
            case EpisodeKind.Withdrawn or EpisodeKind.Completed when episode.On < DateOnly.MaxValue:
                return new State(episode, episode.On.AddDays(1), Until(episode, learning));
            default:
                return null;
        }
    }

    /// <summary>The last day before learning begins anew. Who learnt again has returned: once that is over too, it is a gap, and no longer what went before.</summary>
    private static DateOnly Until(Episode episode, Episode[] learning) => learning.FirstOrDefault(e => e.On > episode.On)?.On.AddDays(-1) ?? DateOnly.MaxValue;

    private bool IsOver(DateOnly day)
    {
        foreach (var state in _states)
        {
            if (state.Episode.Kind is EpisodeKind.Withdrawn or EpisodeKind.Completed && state.From <= day && day <= state.To)
            {
                return true;
            }
        }

        return false;
    }

    private void FindPauses()
    {
        // The state changes only where one begins or has ended; between two such days one look is enough.
        var days = new SortedSet<DateOnly> { First!.Value };
        foreach (var state in _states)
        {
            days.Add(state.From);
            if (state.To < DateOnly.MaxValue)
            {
                days.Add(state.To.AddDays(1));
            }
        }

        var changes = days.Where(d => d >= First).ToArray();
        for (var i = 0; i < changes.Length; i++)
        {
            if (StateOn(changes[i]) == EpisodeKind.Learning)
            {
                continue;
            }

            DateOnly? until = i + 1 < changes.Length ? changes[i + 1] : null;
            if (_pauses.Count > 0 && _pauses[^1].Until == changes[i])
            {
                _pauses[^1] = (_pauses[^1].From, until);
            }
            else
            {
                _pauses.Add((changes[i], until));
            }
        }
    }

    /// <summary>A state from its first to its last day. It begins on the day of its entry, which for an end is the day before its first.</summary>
    private sealed record State(Episode Episode, DateOnly From, DateOnly To)
    {
        /// <summary>Whether it holds beside another that stands before it in the list and covers the same day.</summary>
        public bool IsAfter(State earlier) => Episode.IsInForceBeside(earlier.Episode);
    }
}
