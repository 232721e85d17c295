namespace Competency;

/// <summary>What an analyzer tells a code fix beside the diagnostic itself.</summary>
internal static class DiagnosticProperties
{
    /// <summary>What should stand in place of the diagnostic's span.</summary>
    public const string Suggestion = "Competency.Suggestion";

    /// <summary>The lock that a remedy writes to; the other properties of a remedy stand beside it.</summary>
    public const string Lock = "Competency.Lock";
}
