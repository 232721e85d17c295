using Competency.Documents;

namespace Competency.Findings;

/// <summary>What can be done about a reference whose meaning moved, or that is not locked.</summary>
/// <param name="lockPath">The lock.</param>
/// <param name="consumer">The consumer that the reference belongs to.</param>
internal sealed class LockRemedy(string lockPath, LockConsumer consumer)
{
    /// <summary>The lock.</summary>
    public string LockPath { get; } = lockPath;

    /// <summary>The consumer that the reference belongs to.</summary>
    public LockConsumer Consumer { get; } = consumer;

    /// <summary>What the lock says once the present meaning is accepted; none where there is no present meaning.</summary>
    public IReadOnlyList<LockLine> Accepted { get; init; } = [];

    /// <summary>What was reviewed of all that moved, under the names that the reference has now; none where nothing moved.</summary>
    public IReadOnlyList<LockLine> Reviewed { get; init; } = [];

    /// <summary>What stands in place of the finding's span once the reference follows its statements; null where none has gone to another code.</summary>
    public string? Follow { get; init; }

    /// <summary>The remedy with the same codes in another spelling.</summary>
    public LockRemedy Spelled(string follow) => new(LockPath, Consumer)
    {
        Accepted = Accepted,
        Reviewed = Reviewed,
        Follow = follow,
        Followed = Followed,
        Left = Left,
        CanFollowAlone = CanFollowAlone,
        IsLeft = IsLeft,
        IsReworded = IsReworded,
    };

    /// <summary>What the lock says of the new codes once the reference follows its statements.</summary>
    public IReadOnlyList<LockLine> Followed { get; init; } = [];

    /// <summary>What the lock goes on saying of the codes that stay, reviewed by nobody.</summary>
    public IReadOnlyList<LockLine> Left { get; init; } = [];

    /// <summary>
    /// Whether the reference can follow by itself. Where the consumer's entry holds the new code with another meaning, the consumer's other
    /// references to that code have to move with it: else nobody could tell the one that moved there from those that have not moved yet.
    /// </summary>
    public bool CanFollowAlone { get; init; }

    /// <summary>Whether any of its statements has no successor that the reference could follow it to.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Whether any of its statements reads otherwise now.</summary>
    public bool IsReworded { get; init; }
}
