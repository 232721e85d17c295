namespace Competency;

/// <summary>What a reference names. An apprenticeship and its occupation share their digits and are two documents with versions of their own.</summary>
#if COMPETENCY_CORE
public
#endif
enum StandardKind
{
    /// <summary>No kind: the kind of <c>default(StandardReference)</c>.</summary>
    None = 0,

    /// <summary>An apprenticeship standard, <c>ST0583</c>.</summary>
    Apprenticeship = 1,

    /// <summary>An occupation, <c>OCC0583</c>.</summary>
    Occupation = 2,

    /// <summary>A foundation apprenticeship, <c>FA0001</c>.</summary>
    FoundationApprenticeship = 3,

    /// <summary>An apprenticeship unit, <c>AU0001</c>.</summary>
    ApprenticeshipUnit = 4,
}
