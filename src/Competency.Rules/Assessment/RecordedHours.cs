namespace Competency.Rules;

/// <summary>The recorded hours of a learner by what becomes of them. Immutable; kept with the ledger of hours.</summary>
internal sealed class RecordedHours
{
    private readonly LearningTime _time;

    private RecordedHours(HoursEntry[] entries, LearningTime time)
    {
        _time = time;
        foreach (var entry in entries)
        {
            switch (TrainingHours.Of(entry, time))
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

    /// <summary>Hours that count.</summary>
    public decimal Counted { get; }

    /// <summary>Hours of English and maths.</summary>
    public decimal EnglishAndMaths { get; }

    /// <summary>Hours outside learning time.</summary>
    public decimal OutsideLearning { get; }

    /// <summary>Hours outside paid hours, or not off the job.</summary>
    public decimal Other { get; }

    /// <summary>The hours of a ledger, all of its entries taken as known.</summary>
    /// <exception cref="OverflowException">They are more than a number can hold.</exception>
    public static RecordedHours Of(Ledger<HoursEntry> hours, LearningTime time) => hours.Derive(
        time,
        static (kept, asked) => ReferenceEquals(kept._time, asked),
        static (items, asked) => new RecordedHours(items, asked));
}
