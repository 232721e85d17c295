using Competency.Findings;

namespace Competency.Tool.Settings;

/// <summary>What a setting makes of a finding.</summary>
internal enum Severity
{
    /// <summary>What the catalogue or the document says, as if nothing were set.</summary>
    Default,
    None,
    Silent,
    Suggestion,
    Warning,
    Error,
}

/// <summary>The words of severities, as in a <c>.globalconfig</c>.</summary>
internal static class Severities
{
    public const string Words = "default, none, silent, suggestion, warning, error";

    public static bool TryParse(string word, out Severity severity) =>
        Enum.TryParse(word, ignoreCase: true, out severity) && word.All(char.IsAsciiLetter);

    /// <summary>A finding of another severity; null where it is not to be shown.</summary>
    public static Finding? As(Finding finding, Severity severity) => severity switch
    {
        Severity.Default => finding,
        Severity.None or Severity.Silent => null,
        _ => new Finding(finding.Descriptor, finding.Message, finding.Location)
        {
            Suggestion = finding.Suggestion,
            Severity = severity switch
            {
                Severity.Error => FindingSeverity.Error,
                Severity.Warning => FindingSeverity.Warning,
                _ => FindingSeverity.Information,
            },
        },
    };
}
