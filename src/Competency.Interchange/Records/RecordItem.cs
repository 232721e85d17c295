using Competency.Documents.Json;
using Competency.Text;

namespace Competency.Interchange.Records;

/// <summary>One item of a source of records: the text that it stands in, and itself.</summary>
/// <param name="Source">The text, which is the whole file or the item alone.</param>
/// <param name="Value">The item.</param>
internal readonly record struct RecordItem(SourceDocument Source, JsonValue Value);
