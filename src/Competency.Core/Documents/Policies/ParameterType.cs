namespace Competency.Documents.Policies;

/// <summary>The form of a requirement's parameter in a policy document.</summary>
internal enum ParameterType
{
    /// <summary>A string that is not blank.</summary>
    Text,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>An array of strings that are not blank.</summary>
    Texts,

    /// <summary>An array of some of some words.</summary>
    Words,

    /// <summary>An array of ids of standards.</summary>
    Standards,

    /// <summary>A whole number within bounds.</summary>
    Integer,

    /// <summary>A number within bounds.</summary>
    Number,

    /// <summary>A number within bounds, or one that changes with time.</summary>
    DatedNumber,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day.</summary>
    Date,

    /// <summary>KSB references: codes, ranges and duties.</summary>
    Ksbs,

    /// <summary>A number such as <c>40</c>, or a share as a string such as <c>"80%"</c>.</summary>
    Threshold,
}
