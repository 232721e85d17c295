namespace Competency.Rules;

/// <summary>What a learner decided about studying English or maths.</summary>
public enum EnglishAndMathsChoiceKind
{
    /// <summary>Will study and attempt it.</summary>
    OptedIn,

    /// <summary>Will not.</summary>
    OptedOut,

    /// <summary>Had opted in and went back on it.</summary>
    OptInWithdrawn,
}
