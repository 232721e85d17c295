using Competency.Text;

namespace Competency.Documents;

/// <summary>Reads a mapping document field by field. A bad entry is a finding; the rest goes on.</summary>
internal static class MappingDocumentReader
{
    private static readonly string[] Kinds = ["programme", "evidence", "assessment"];

    public static MappingDocument Read(SourceDocument source)
    {
        var reader = new DocumentReader(source);
        if (reader.Expect(MappingDocument.Format) is not { } root)
        {
            return new MappingDocument(source, reader.Findings) { Reader = reader };
        }

        var standard = root.Standard("standard", isRequired: true);
        var kind = (MappingKind)Math.Max(0, Array.IndexOf(Kinds, root.Choice("kind", Kinds, isRequired: true)));
        var title = root.String("title");
        var coverage = root.Choice("coverage", ["full", "partial"]) ?? (kind == MappingKind.Programme ? "full" : "partial");
        var items = ReadItems(root, isRequired: true);
        root.Done();
        return new MappingDocument(source, reader.Findings)
        {
            Reader = reader,
            Standard = standard ?? default,
            StandardPlace = root.SpanOf("standard"),
            Kind = kind,
            Title = title,
            CoversWholeStandard = coverage == "full" && reader.IsWhole,
            Items = items,
        };
    }

    private static IReadOnlyList<MappingItem> ReadItems(DocumentObject parent, bool isRequired = false)
    {
        var items = new List<MappingItem>();
        foreach (var entry in parent.Objects("items", isRequired))
        {
            var id = entry.String("id", isRequired: true);
            var title = entry.String("title");
            var nested = ReadItems(entry);
            var covers = entry.References("covers", isRequired: nested.Count == 0);
            entry.Done();
            items.Add(new MappingItem(id ?? "", title, covers, nested));
        }

        return Frozen.List(items);
    }
}
