namespace Competency.Rules;

/// <summary>How sure the source of a rule is. A report says it, so that nobody takes hearsay for law.</summary>
public enum Certainty
{
    /// <summary>A: the official text itself was read.</summary>
    OfficialText,

    /// <summary>B: a reputable secondary source, or official text as quoted by one.</summary>
    Secondary,

    /// <summary>C: a third party's rendering. Used only where the report says so.</summary>
    ThirdParty,
}
