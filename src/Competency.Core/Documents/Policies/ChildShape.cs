namespace Competency.Documents.Policies;

/// <summary>How a kind of requirement holds others.</summary>
internal enum ChildShape
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>An array <c>requirements</c>.</summary>
    Several,

    /// <summary>A condition <c>if</c>, and <c>then</c> what is asked.</summary>
    IfThen,

    /// <summary>A <c>requirement</c> that decides, and what must be <c>signed</c> beside it.</summary>
    RequirementSigned,
}
