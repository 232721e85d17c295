namespace Competency.Documents;

/// <summary>What a mapping document maps.</summary>
#if COMPETENCY_CORE
public
#endif
enum MappingKind
{
    /// <summary>What a training provider teaches; covers the whole standard unless it says <c>"coverage": "partial"</c>.</summary>
    Programme,

    /// <summary>What a learner's evidence shows.</summary>
    Evidence,

    /// <summary>What an assessment asks.</summary>
    Assessment,
}
