namespace Competency.Rules;

/// <summary>The level of a qualification in England. Ordered: a higher value is a higher level.</summary>
public enum QualificationLevel
{
    /// <summary>Entry level 1.</summary>
    Entry1 = 1,

    /// <summary>Entry level 2.</summary>
    Entry2 = 2,

    /// <summary>Entry level 3.</summary>
    Entry3 = 3,

    /// <summary>Level 1.</summary>
    Level1 = 11,

    /// <summary>Level 2, such as a GCSE at grade 4.</summary>
    Level2 = 12,

    /// <summary>Level 3.</summary>
    Level3 = 13,

    /// <summary>Level 4.</summary>
    Level4 = 14,

    /// <summary>Level 5.</summary>
    Level5 = 15,

    /// <summary>Level 6.</summary>
    Level6 = 16,

    /// <summary>Level 7.</summary>
    Level7 = 17,

    /// <summary>Level 8.</summary>
    Level8 = 18,
}
