namespace Competency.Rules;

/// <summary>How many of several requirements must be met.</summary>
public enum Quantifier
{
    /// <summary>All that apply.</summary>
    All,

    /// <summary>Any one that applies.</summary>
    Any,

    /// <summary>At least a number of those that apply.</summary>
    AtLeast,
}
