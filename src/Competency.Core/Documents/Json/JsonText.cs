namespace Competency.Documents.Json;

/// <summary>
/// A JSON text that has been read with the place of every value. Strict (RFC 8259: no comments, no trailing commas), bounded in depth,
/// without dependencies, so that the compiler host can run it.
/// </summary>
sealed partial class JsonText
{
    /// <summary>How deeply arrays and objects can nest.</summary>
    public const int MaxDepth = 64;

    internal JsonText(JsonValue? root, JsonSyntaxError? error)
    {
        Root = root;
        Error = error;
    }

    /// <summary>The value; after an error, what could be read before it; null where nothing could.</summary>
    public JsonValue? Root { get; }

    /// <summary>The first place where the text is not JSON; null where all of it is.</summary>
    public JsonSyntaxError? Error { get; }

    /// <summary>Reads a text. Never throws on its content; a leading byte order mark is passed over.</summary>
    public static JsonText Parse(string text) => new JsonParser(text ?? throw new ArgumentNullException(nameof(text))).Parse();
}
