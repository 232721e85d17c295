namespace Competency.Versions;

/// <summary>What became of a statement, a duty or an option from one version to the next.</summary>
#if COMPETENCY_CORE
public
#endif
enum ChangeKind
{
    /// <summary>The same words under the same code: every reference goes on meaning what it meant.</summary>
    Carried = 0,

    /// <summary>The same words under another code: a reference to the old code now means something else, or nothing.</summary>
    Renumbered = 1,

    /// <summary>Other words for what is taken to be the same statement, under the same code or another: a person has to look.</summary>
    Reworded = 2,

    /// <summary>Only the new version has it.</summary>
    New = 3,

    /// <summary>Only the old version has it.</summary>
    Withdrawn = 4,
}
