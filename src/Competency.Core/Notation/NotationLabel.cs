using Competency.Text;

namespace Competency.Notation;

/// <summary>A word before a colon that says what the references after it are.</summary>
internal enum NotationLabel
{
    /// <summary>No label.</summary>
    None,

    /// <summary>KSBs follow.</summary>
    Ksbs,

    /// <summary>Duties follow, so that <c>D4</c> is one.</summary>
    Duties,
}

/// <summary>The words that are labels.</summary>
internal static class NotationLabels
{
    /// <summary>The label that a word is, in either case.</summary>
    public static NotationLabel Of(string word) => TextFolding.ToLower(word) switch
    {
        "ksb" or "ksbs" or "code" or "codes" or "knowledge" or "skill" or "skills" or "behaviour" or "behaviours" or "covers" => NotationLabel.Ksbs,
        "duty" or "duties" => NotationLabel.Duties,
        _ => NotationLabel.None,
    };
}
