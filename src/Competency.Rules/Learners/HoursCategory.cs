namespace Competency.Rules;

/// <summary>What hours were spent on.</summary>
public enum HoursCategory
{
    /// <summary>Off-the-job training towards the standard.</summary>
    OffTheJob,

    /// <summary>English or maths, which never count as off-the-job training.</summary>
    EnglishAndMaths,

    /// <summary>Anything else, such as progress reviews; never counts.</summary>
    Other,
}
