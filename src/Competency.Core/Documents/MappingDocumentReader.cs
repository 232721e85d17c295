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
        var option = root.String("option");
        var coverage = root.Choice("coverage", [MappingDocumentWriter.Full, MappingDocumentWriter.Partial]);
        var demands = ReadDemands(root, places);
        var items = ReadItems(root, places, isRequired: true);
        root.Done();
        places.Standard = root.SpanOf("standard");
        places.Option = root.SpanOf("option");
        places.Coverage = coverage is null ? null : root.SpanOf("coverage");
        return new KsbMapping(standard ?? default, kind, items)
        {
            Title = title,
            Option = option,
            Demands = demands,
            // A word that is neither was told; what it should mean nobody knows, and nothing more is judged by it.
            CoversWholeStandard = coverage is null ? kind == MappingKind.Programme && !root.Has("coverage") : coverage == MappingDocumentWriter.Full,
        };
    }

    private static List<CoverageDemand> ReadDemands(DocumentObject root, MappingPlaces places)
    {
        var demands = new List<CoverageDemand>();
        foreach (var entry in root.Objects("demands"))
        {
            if (CoverageDemandFormat.Read(entry) is { } demand)
            {
                demands.Add(demand);
                places.Demands.Add(demand, (entry.Value.Span, entry.SpanOf("option")));
            }
        }

        return demands;
    }

    private static List<MappingItem> ReadItems(DocumentObject parent, MappingPlaces places, bool isRequired = false)
    {
        var items = new List<MappingItem>();
        foreach (var entry in parent.Objects("items", isRequired))
        {
            var id = entry.String("id", isRequired: true);
            var title = entry.String("title");
            var hours = ReadHours(entry);
            var method = entry.String("method");
            var due = entry.Date("due");
            var nested = ReadItems(entry, places);
            var covers = entry.References("covers", isRequired: nested.Count == 0);
            entry.Done();
            var item = new MappingItem(id ?? "", covers.Select(c => c.Value.Text), nested) { Title = title, Hours = hours, Method = method, Due = due };
            places.Covers.Add(item, covers);
            places.Ids.Add(item, entry.SpanOf("id"));
            items.Add(item);
        }

        return items;
    }

    private static decimal? ReadHours(DocumentObject entry)
    {
        if (entry.Number("hours", decimal.MinValue, decimal.MaxValue) is not { } number)
        {
            return null;
        }

        var hours = FieldValue.Hours(number, out var problem);
        if (problem is not null)
        {
            entry.Wrong(entry.SpanOf("hours"), problem);
        }

        return hours;
    }
}
