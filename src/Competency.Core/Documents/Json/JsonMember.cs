using Competency.Text;

namespace Competency.Documents.Json;

/// <summary>A member of a JSON object: a name, a value and where the name stands.</summary>
sealed partial class JsonMember
{
    internal JsonMember(string name, SourceSpan nameSpan, JsonValue value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The name with its quotes.</summary>
    public SourceSpan NameSpan { get; }

    /// <summary>The value.</summary>
    public JsonValue Value { get; }
}
