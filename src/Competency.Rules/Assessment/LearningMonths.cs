using System.Globalization;

namespace Competency.Rules;

/// <summary>
/// Learning in every calendar month: the whole months of learning from August 2023 on, breaks left out, beside the recorded hours. A month of
/// which only a part was learning is not judged: no source that was read says whether it counts.
/// </summary>
internal sealed class LearningMonths
{
    private LearningMonths(IReadOnlyList<DateOnly> asked, IReadOnlyList<DateOnly> empty, IReadOnlyList<DateOnly> doubtful)
    {
        Asked = asked;
        Empty = empty;
        Doubtful = doubtful;
    }

    /// <summary>The first days of the months that are asked, those that are over before the day of assessment.</summary>
    public IReadOnlyList<DateOnly> Asked { get; }

    /// <summary>Those for which no learning is recorded.</summary>
    public IReadOnlyList<DateOnly> Empty { get; }

    /// <summary>Those for which only English or maths is recorded, where it is not said whether that is learning.</summary>
    public IReadOnlyList<DateOnly> Doubtful { get; }

    /// <summary>Looks at the months of a learner whose original start is known.</summary>
    /// <param name="context">The learner and the day.</param>
    /// <param name="englishAndMathsCount">Whether hours of English and maths are learning; null where nobody says.</param>
    public static LearningMonths Of(AssessmentContext context, bool? englishAndMathsCount)
    {
        List<DateOnly> asked = [], empty = [], doubtful = [];
        var (certain, perhaps) = Recorded(context);
        for (var month = First(context.OriginalStart!.Value); month < First(context.AsOf); month = month.AddMonths(1))
        {
            var end = month.AddMonths(1);
            if (!EnglishParameters.ActiveLearning.TryGet(context.OriginalStart, month, out var rule) || !rule.Value || month < context.OriginalStart || context.Time.LearningDays(month, end) < end.DayNumber - month.DayNumber)
            {
                continue;
            }

            asked.Add(month);
            if (certain.Contains(month) || (englishAndMathsCount == true && perhaps.Contains(month)))
            {
                continue;
            }

            (englishAndMathsCount is null && perhaps.Contains(month) ? doubtful : empty).Add(month);
        }

        return new LearningMonths(asked, empty, doubtful);
    }

    /// <summary>Months as people write them: <c>2025-03, 2025-05</c>.</summary>
    public static string Say(IEnumerable<DateOnly> months) => string.Join(", ", months.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture)));

    private static (HashSet<DateOnly> Certain, HashSet<DateOnly> Perhaps) Recorded(AssessmentContext context)
    {
        HashSet<DateOnly> certain = [], perhaps = [];
        foreach (var entry in context.Hours.Entries.Where(h => h.Hours > 0))
        {
            var standing = TrainingHours.Of(entry, context.Time);
            if (standing is HoursStanding.Counts or HoursStanding.EnglishAndMaths)
            {
                (standing == HoursStanding.Counts ? certain : perhaps).Add(First(entry.On));
            }
        }

        return (certain, perhaps);
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
