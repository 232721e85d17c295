namespace Competency.Rules;

/// <summary>Whether hours count as off-the-job training, and why not.</summary>
internal enum HoursStanding
{
    Counts,
    EnglishAndMaths,
    OutsideLearning,
    Other,
}
