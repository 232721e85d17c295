namespace Competency.CSharp;

/// <summary>What becomes of projects whose references are moved.</summary>
public sealed class MovedProjects
{
    internal MovedProjects()
    {
    }

    /// <summary>The edits, each of the text as it was, by file and place.</summary>
    public IReadOnlyList<MovedText> Edits { get; internal init; } = [];

    /// <summary>What is left to a person.</summary>
    public IReadOnlyList<PlacedMessage> Notes { get; internal init; } = [];

    /// <summary>References that changed meaning since the lock: of these nobody knows what they stand for, and nothing must be written.</summary>
    public IReadOnlyList<PlacedMessage> Unsettled { get; internal init; } = [];

    /// <summary>Errors of the compiler that were not there before.</summary>
    public IReadOnlyList<string> Broken { get; internal init; } = [];

    /// <summary>What the lock says afterwards; null without a lock.</summary>
    public string? Lock { get; internal init; }

    /// <summary>Whether the version is named already.</summary>
    public bool IsNamed { get; internal init; }

    /// <summary>Whether anything is of a version that is moved from.</summary>
    public bool IsOfOld { get; internal init; }
}
