using Competency.Documents.Json;
using Competency.Findings;
using Competency.Interchange.Reading;
using Competency.Interchange.Records;
using Competency.Text;

namespace Competency.Interchange;

/// <summary>
/// Imports records of the apprenticeship standards JSON: one object or an array of them, one a version of a standard. The records have no
/// codes: a statement's code is its kind and its place in its list.
/// </summary>
public static class ApprenticeshipStandardsJson
{
    /// <summary>Reads every record, or of an array those that the options' reference and version select. Never throws on the content.</summary>
    /// <returns>One import a record, in the order of the source. Where the source is no such JSON, one import with the problem.</returns>
    public static IReadOnlyList<StandardImport> Import(SourceDocument source, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var json = JsonText.Parse(source.Text);
        if (json.Error is { } error)
        {
            return [Failed(source, error.Span, $"This is not JSON. {error.Message}")];
        }

        switch (json.Root)
        {
            case { Kind: JsonKind.Object } single:
                return [ImportRecord(source, single, options, null)];
            case { Kind: JsonKind.Array, Items.Count: 1 } array when array.Items[0].Kind == JsonKind.Object:
                return [ImportRecord(source, array.Items[0], options, null)];
            case { Kind: JsonKind.Array, Items.Count: > 0 } array:
                return ImportArray(source, array, options);
            default:
                return [Failed(source, new SourceSpan(json.Root?.Span.Start ?? 0, 1), "A record of a standard, or an array of records, belongs here")];
        }
    }

    private static List<StandardImport> ImportArray(SourceDocument source, JsonValue array, ImportOptions options)
    {
        var imports = new List<StandardImport>();
        var first = new Dictionary<StandardId, OccupationalStandard>();

        // The options' reference and version say which records are wanted; what a record itself lacks nobody can say for all of them.
        var neighbours = options.Neighbours.ToList();
        var own = new ImportOptions { Existing = options.Existing, Neighbours = neighbours };
        for (var i = 0; i < array.Items.Count; i++)
        {
            var item = array.Items[i];
            if (item.Kind != JsonKind.Object)
            {
                imports.Add(Failed(source, item.Span, $"Item {i + 1} of the array is no record of a standard"));
                continue;
            }

            if (!IsWanted(item, options))
            {
                continue;
            }

            var import = ImportRecord(source, item, own, i + 1);
            if (import.Standard is { } standard && !first.TryAdd(standard.Id, standard))
            {
                var same = first[standard.Id].Fingerprint == standard.Fingerprint;
                var message = $"{standard.Id} stands a second time, with {(same ? "the same" : "different")} content; the first is kept";
                import = new StandardImport(null, [new Finding(FindingCatalogue.ConflictingDocuments, message, import.Place) { Severity = same ? FindingSeverity.Information : FindingSeverity.Error }], import.Losses, import.Place);
            }

            imports.Add(import);
            if (import.Standard is { } made && neighbours.All(n => n.Id != made.Id))
            {
                // Of several versions one has the plain type name, and the next ones see that it is taken.
                neighbours.Add(made);
            }
        }

        if (imports.Count == 0)
        {
            imports.Add(Failed(source, new SourceSpan(array.Span.Start, 1), $"None of the {array.Items.Count} records is of {options.Reference}{(options.Version is { } version ? $" version {version}" : "")}"));
        }

        return imports;
    }

    private static bool IsWanted(JsonValue record, ImportOptions options) =>
        (options.Reference is null || (StandardReference.TryParse(TextFolding.Trim(record.Find("referenceNumber")?.Value.Text ?? ""), out var reference) && reference == options.Reference))
        && (options.Version is null || (RecordReader.VersionOf(record) is { } version && version == options.Version));

    private static StandardImport ImportRecord(SourceDocument source, JsonValue record, ImportOptions options, int? position)
    {
        var context = new ImportContext(source, options);
        var standard = new RecordReader(context, record, position).Read();
        return new StandardImport(standard, context.Problems, context.Losses, source.Locate(new SourceSpan(record.Span.Start, 1)));
    }

    private static StandardImport Failed(SourceDocument source, SourceSpan span, string message)
    {
        var context = new ImportContext(source, ImportOptions.None);
        context.Problem(span, message);
        return new StandardImport(null, context.Problems, context.Losses, source.Locate(span));
    }
}
