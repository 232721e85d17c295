namespace Competency.Rules;

/// <summary>The recorded hours of a learner by what becomes of them. Immutable; kept with the ledger of hours.</summary>
internal sealed class RecordedHours : IFollowsLedger<HoursEntry>
{
    private readonly LearningTime _time;

    private RecordedHours(LearningTime time) => _time = time;

    /// <summary>Hours that count.</summary>
    public decimal Counted { get; private set; }

    /// <summary>Hours of English and maths.</summary>
    public decimal EnglishAndMaths { get; private set; }

    /// <summary>Hours outside learning time.</summary>
    public decimal OutsideLearning { get; private set; }

    /// <summary>Hours outside paid hours, or not off the job.</summary>
    public decimal Other { get; private set; }

    /// <summary>The hours of a ledger, all of its entries taken as known.</summary>
    public static RecordedHours Of(Ledger<HoursEntry> hours, LearningTime time) => hours.Derive(
        time,
        static (kept, asked) => ReferenceEquals(kept._time, asked),
        static (items, asked) => Of(items.Span, asked));

    /// <inheritdoc/>
    public object With(HoursEntry entry)
    {
        var hours = new RecordedHours(_time) { Counted = Counted, EnglishAndMaths = EnglishAndMaths, OutsideLearning = OutsideLearning, Other = Other };
        hours.Add(entry);
        return hours;
    }

    private static RecordedHours Of(ReadOnlySpan<HoursEntry> entries, LearningTime time)
    {
        var hours = new RecordedHours(time);
        foreach (var entry in entries)
        {
            hours.Add(entry);
        }

        return hours;
    }

    private void Add(HoursEntry entry)
    {
        switch (TrainingHours.Of(entry, _time))
        {
            case HoursStanding.EnglishAndMaths:
                EnglishAndMaths += entry.Hours;
                break;
            case HoursStanding.Other:
                Other += entry.Hours;
                break;
            case HoursStanding.OutsideLearning:
                OutsideLearning += entry.Hours;
                break;
            default:
                Counted += entry.Hours;
                break;
        }
    }
}
