namespace Competency.Rules;

/// <summary>How far a learner is beside a programme's due dates.</summary>
public enum Pace
{
    /// <summary>What is due is done, and something that is due later too.</summary>
    Ahead,

    /// <summary>What is due is done.</summary>
    OnTrack,

    /// <summary>Something that was due is not done.</summary>
    Behind,

    /// <summary>A fact is missing without which nobody can say.</summary>
    CannotTell,
}
