namespace Competency.Findings;

/// <summary>How grave a finding is.</summary>
#if COMPETENCY_CORE
public
#endif
enum FindingSeverity
{
    /// <summary>Worth knowing; nothing that the reader can or must mend.</summary>
    Information = 0,

    /// <summary>Probably a mistake.</summary>
    Warning = 1,

    /// <summary>A reference or a document is wrong.</summary>
    Error = 2,
}
