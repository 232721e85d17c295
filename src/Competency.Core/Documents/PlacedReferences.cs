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
}
