namespace Competency;

/// <summary>What an analyzer tells a code fix beside the diagnostic itself.</summary>
internal static class DiagnosticProperties
{
    /// <summary>What should stand in place of the diagnostic's span.</summary>
    public const string Suggestion = "Competency.Suggestion";
}
