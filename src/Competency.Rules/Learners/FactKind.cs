namespace Competency.Rules;

/// <summary>The kind of a fact's values.</summary>
public enum FactKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>So or not.</summary>
    Flag,

    /// <summary>A word or a text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,
}
