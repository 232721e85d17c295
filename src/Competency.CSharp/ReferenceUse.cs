using Competency.Documents;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;
using Competency.Versions;

namespace Competency.CSharp;

/// <summary>A reference that has to become another one, or to be told.</summary>
internal sealed class ReferenceUse(LockConsumer consumer, KsbReference reference, SourceLocation at)
{
    public LockConsumer Consumer { get; } = consumer;

    public KsbReference Reference { get; } = reference;

    public SourceLocation At { get; } = at;

    public Claims.Claimant Claimant { get; } = new();

    /// <summary>How it moves from an old version.</summary>
    public Migration? Migration { get; init; }

    /// <summary>How it follows the lock.</summary>
    public LockProblem? Problem { get; init; }

    /// <summary>Whether it is a member of a generated enum: where it has no successor, it goes on naming the old type.</summary>
    public bool IsMember { get; init; }
}
