using Competency.Documents.Json;
using Competency.Notation;

namespace Competency.Documents;

/// <summary>A string of KSB references in a document: what it says and where it stands.</summary>
sealed partial class PlacedReferences
{
    internal PlacedReferences(JsonValue value, KsbNotationResult result)
    {
        Value = value;
        Result = result;
    }

    /// <summary>The JSON string.</summary>
    public JsonValue Value { get; }

    /// <summary>What it says.</summary>
    public KsbNotationResult Result { get; }
}
