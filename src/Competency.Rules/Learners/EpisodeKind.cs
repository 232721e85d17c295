namespace Competency.Rules;

/// <summary>A state of an apprenticeship.</summary>
public enum EpisodeKind
{
    /// <summary>In learning. The first one's first day is the original start.</summary>
    Learning,

    /// <summary>A break in learning: its days do not count.</summary>
    Break,

    /// <summary>A move to another provider, employer or version. It ends nothing by itself: what follows is an episode of its own.</summary>
    Transfer,

    /// <summary>Left without completing.</summary>
    Withdrawn,

    /// <summary>The training is over.</summary>
    Completed,
}
