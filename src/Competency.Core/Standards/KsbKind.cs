namespace Competency;

/// <summary>What a KSB statement is: the letters before its number.</summary>
#if COMPETENCY_CORE
public
#endif
enum KsbKind
{
    /// <summary>No kind: the kind of <c>default(KsbCode)</c>.</summary>
    None = 0,

    /// <summary>Knowledge, <c>K1</c>.</summary>
    Knowledge = 1,

    /// <summary>Skill, <c>S1</c>.</summary>
    Skill = 2,

    /// <summary>Behaviour, <c>B1</c>.</summary>
    Behaviour = 3,

    /// <summary>Technical knowledge of a foundation apprenticeship or an apprenticeship unit, <c>TK1</c>.</summary>
    TechnicalKnowledge = 4,

    /// <summary>Technical skill of a foundation apprenticeship or an apprenticeship unit, <c>TS1</c>.</summary>
    TechnicalSkill = 5,

    /// <summary>Employability skill or behaviour of a foundation apprenticeship, <c>ESB1</c>.</summary>
    EmployabilitySkillOrBehaviour = 6,
}
