using Competency.Documents.Json;

namespace Competency.Documents;

/// <summary>Writes a lock canonically: sorted, one line a code, so that git merges what does not touch and conflicts where one code was reviewed twice.</summary>
internal static class LockDocumentWriter
{
    public const string Files = "files";

    public const string Types = "types";

    public static string Write(KsbLock @lock)
    {
        var json = new JsonWriter().StartObject().Member("document", LockDocument.Format);
        Write(json, Files, @lock.Entries.Where(e => !e.Consumer.IsType));
        Write(json, Types, @lock.Entries.Where(e => e.Consumer.IsType));
        return json.EndObject().ToString();
    }

    private static void Write(JsonWriter json, string name, IEnumerable<LockEntry> entries)
    {
        json.StartObject(name);
        foreach (var entry in entries)
        {
            json.StartObject(entry.Consumer.Name);
            foreach (var standard in entry.Lines.GroupBy(l => l.Standard))
            {
                json.StartObject(standard.Key.ToString());
                foreach (var line in standard)
                {
                    json.Member(line.Name, line.Value);
                }

                json.EndObject();
            }

            json.EndObject();
        }

        json.EndObject();
    }
}
