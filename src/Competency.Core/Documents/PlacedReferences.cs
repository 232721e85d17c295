using Competency.Notation;

namespace Competency.Documents;

/// <summary>A text of KSB references in a document: what it says and where it stands.</summary>
sealed partial class PlacedReferences
{
    internal PlacedReferences(PlacedText value, KsbNotationResult result)
    {
        Value = value;
        Result = result;
    }

    /// <summary>The text.</summary>
    public PlacedText Value { get; }

    /// <summary>What it says.</summary>
    public KsbNotationResult Result { get; }

    /// <summary>Whether it stands in prose, where not everything that names a code is a reference.</summary>
    internal bool IsInProse { get; init; }
}
