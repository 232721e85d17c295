namespace Competency.Rules;

/// <summary>Which recorded hours count as off-the-job training: in paid hours, on days of learning, and not of English or maths.</summary>
internal static class TrainingHours
{
    public static HoursStanding Of(HoursEntry entry, LearningTime time) =>
        entry.Category == HoursCategory.EnglishAndMaths ? HoursStanding.EnglishAndMaths
        : entry.Category == HoursCategory.Other || !entry.InPaidHours ? HoursStanding.Other
        : time.StateOn(entry.On) != EpisodeKind.Learning ? HoursStanding.OutsideLearning
        : HoursStanding.Counts;
}
