using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads a mapping document field by field. A bad entry is a finding; the rest goes on.</summary>
internal static class MappingDocumentReader
{
    public static MappingDocument Read(SourceDocument source)
    {
        var reader = new DocumentReader(source);
        var places = new MappingPlaces(quotesValues: true);
        var mapping = reader.Expect(MappingDocument.Format) is { } root ? ReadMapping(root, places) : null;
        return new MappingDocument(source, mapping, reader.IsWhole, places, reader.Findings);
    }

    private static KsbMapping ReadMapping(DocumentObject root, MappingPlaces places)
    {
        var standard = root.Standard("standard", isRequired: true);
        var kind = (MappingKind)Math.Max(0, Array.IndexOf(MappingDocumentWriter.Kinds, root.Choice("kind", MappingDocumentWriter.Kinds, isRequired: true)));
        var title = root.String("title");
        var coverage = root.Choice("coverage", [MappingDocumentWriter.Full, MappingDocumentWriter.Partial]);
        var items = ReadItems(root, places, isRequired: true);
        root.Done();
        places.Standard = root.SpanOf("standard");
        return new KsbMapping(standard ?? default, kind, items)
        {
            Title = title,
            // A word that is neither was told; what it should mean nobody knows, and nothing more is judged by it.
            CoversWholeStandard = coverage is null ? kind == MappingKind.Programme && !root.Has("coverage") : coverage == MappingDocumentWriter.Full,
        };
    }

    private static List<MappingItem> ReadItems(DocumentObject parent, MappingPlaces places, bool isRequired = false)
    {
        var items = new List<MappingItem>();
        foreach (var entry in parent.Objects("items", isRequired))
        {
            var id = entry.String("id", isRequired: true);
            var title = entry.String("title");
            var nested = ReadItems(entry, places);
            var covers = entry.References("covers", isRequired: nested.Count == 0);
            entry.Done();
            var item = new MappingItem(id ?? "", covers.Select(c => c.Value.Text), nested) { Title = title };
            places.Covers.Add(item, covers);
            places.Ids.Add(item, entry.SpanOf("id"));
            items.Add(item);
        }

        return items;
    }
}
