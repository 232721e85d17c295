namespace Competency.CSharp;

/// <summary>What a lock says of projects, and what moved under it.</summary>
public sealed class LockedProjects
{
    internal LockedProjects(string @lock, IReadOnlyList<PlacedMessage> moved, IReadOnlyList<string> gone)
    {
        Lock = @lock;
        Moved = moved;
        Gone = gone;
    }

    /// <summary>The lock, brought up to date.</summary>
    public string Lock { get; }

    /// <summary>References that changed meaning, as KSB1006 says it.</summary>
    public IReadOnlyList<PlacedMessage> Moved { get; }

    /// <summary>Types that are gone, or refer to nothing any more.</summary>
    public IReadOnlyList<string> Gone { get; }
}
