using Competency.Documents.Json;

namespace Competency.Documents;

/// <summary>Writes a mapping canonically. References stay as they were written: they are people's, and the notation is theirs.</summary>
internal static class MappingDocumentWriter
{
    public const string Full = "full";

    public const string Partial = "partial";

    /// <summary>The words of <see cref="MappingKind"/>, in its order.</summary>
    public static readonly string[] Kinds = ["programme", "evidence", "assessment"];

    public static string Write(KsbMapping mapping)
    {
        var json = new JsonWriter()
            .StartObject()
            .Member("document", MappingDocument.Format)
            .Member("standard", mapping.Standard.ToString())
            .Member("kind", Kinds[(int)mapping.Kind])
            .Member("title", mapping.Title)
            .Member("option", mapping.Option);
        if (mapping.CoversWholeStandard != (mapping.Kind == MappingKind.Programme))
        {
            json.Member("coverage", mapping.CoversWholeStandard ? Full : Partial);
        }

        CoverageDemandFormat.Write(json, mapping.Demands);
        WriteItems(json, mapping.Items);
        return json.EndObject().ToString();
    }

    private static void WriteItems(JsonWriter json, IReadOnlyList<MappingItem> items)
    {
        json.StartArray("items");
        foreach (var item in items)
        {
            json.StartObject().Member("id", item.Id).Member("title", item.Title).Member("hours", item.Hours).Member("method", item.Method).Member("due", item.Due);
            if (item.Covers.Count == 1)
            {
                json.Member("covers", item.Covers[0]);
            }
            else
            {
                json.Member("covers", item.Covers);
            }

            if (item.Items.Count > 0)
            {
                WriteItems(json, item.Items);
            }

            json.EndObject();
        }

        json.EndArray();
    }
}
