namespace Competency.Rules;

/// <summary>The two subjects that the funding rules ask of apprentices beside their occupation.</summary>
public enum CoreSubject
{
    /// <summary>English.</summary>
    English,

    /// <summary>Maths.</summary>
    Maths,
}
