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
    /// <summary>What a document that was made of a record says of its source, in <see cref="PublicationSource.Document"/>.</summary>
    public const string SourceName = "apprenticeship standards JSON";

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

        return json.Root switch
        {
            { Kind: JsonKind.Object } single => [ImportRecord(new RecordItem(source, single), options, new TypeNames(options.Neighbours), null)],
            { Kind: JsonKind.Array, Items.Count: 1 } array when array.Items[0].Kind == JsonKind.Object => [ImportRecord(new RecordItem(source, array.Items[0]), options, new TypeNames(options.Neighbours), null)],
            { Kind: JsonKind.Array, Items.Count: > 0 } array => ImportArray(source, array, options),
            _ => [Failed(source, new SourceSpan(json.Root?.Span.Start ?? 0, 1), NoRecords)],
        };
    }

    /// <summary>
    /// Reads as the other overload does, one record after the other as they are asked for: of the stream no more is held than one record, so
    /// that memory does not grow with its size. Never throws on the content.
    /// </summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark. It is read once, forward, and not closed.</param>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="options">What the caller knows, and which records are wanted.</param>
    /// <returns>One import a record, in the order of the source; last, where the stream stops being JSON, one import with the problem.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<StandardImport> Import(Stream stream, string path, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        return ImportStream(stream, path, options);
    }

    /// <summary>Which records a stream holds: reads it once, and keeps a line a record. Never throws on the content.</summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark. It is read once, forward, and not closed.</param>
    /// <param name="path">The file's path, for messages.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static RecordIndex List(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(path);
        using var records = new RecordStream(stream, path);
        var entries = new List<RecordEntry>();
        Finding? problem = null;
        while (records.MoveNext())
        {
            if (records.IsObject)
            {
                entries.Add(new RecordEntry(ReferenceOf(records.Reference), RecordReader.VersionOf(records.Version, records.VersionNumber), records.Place));
            }
            else
            {
                problem ??= new Finding(FindingCatalogue.UnreadableDocument, records.IsArray ? NoRecord(records.Position) : NoRecords, records.IsArray ? records.Whole : records.Place);
            }
        }

        problem = records.Error is { } error ? new Finding(FindingCatalogue.UnreadableDocument, error.Message, error.Place)
            : problem ?? (records.Position == 0 ? new Finding(FindingCatalogue.UnreadableDocument, NoRecords, records.Root) : null);
        return new RecordIndex(entries, problem, isWhole: records.Error is null);
    }

    private const string NoRecords = "A record of a standard, or an array of records, belongs here";

    private static List<StandardImport> ImportArray(SourceDocument source, JsonValue array, ImportOptions options)
    {
        var imports = new List<StandardImport>();
        var import = new ArrayImport(options);
        for (var i = 0; i < array.Items.Count; i++)
        {
            var item = array.Items[i];
            if (item.Kind != JsonKind.Object)
            {
                imports.Add(Failed(source, item.Span, NoRecord(i + 1)));
            }
            else if (IsWanted(item.Find("referenceNumber")?.Value.Text, item.Find("version")?.Value.Text, item.Find("versionNumber")?.Value.Text, options))
            {
                imports.Add(import.Next(new RecordItem(source, item), i + 1));
            }
        }

        if (imports.Count == 0)
        {
            imports.Add(Failed(source, new SourceSpan(array.Span.Start, 1), NoneWanted(array.Items.Count, options)));
        }

        return imports;
    }

    private static IEnumerable<StandardImport> ImportStream(Stream stream, string path, ImportOptions options)
    {
        using var records = new RecordStream(stream, path);
        var import = new ArrayImport(options);
        var count = 0;

        // Of a record that stands alone the caller can know more than of all: whether another follows is known only when it comes.
        (SourceDocument Source, bool IsWanted)? first = null;
        while (records.MoveNext())
        {
            if (first is { } held)
            {
                first = null;
                if (held.IsWanted)
                {
                    count++;
                    yield return import.Next(Item(held.Source), 1);
                }
            }

            var isWanted = IsWanted(records.Reference, records.Version, records.VersionNumber, options);
            if (!records.IsObject)
            {
                count++;
                yield return records.IsArray ? Failed(records.Whole, NoRecord(records.Position)) : Failed(records.Place, NoRecords);
            }
            else if (records.Position == 1 || isWanted)
            {
                var source = records.Read(out var undecodable);
                if (records.Position == 1 && source is not null)
                {
                    first = (source, isWanted);
                    continue;
                }

                count++;
                yield return source is null ? Failed(records.Place, undecodable!) : import.Next(Item(source), records.Position);
            }
        }

        if (records.Error is { } error)
        {
            if (first is { IsWanted: true, Source: { } before })
            {
                yield return import.Next(Item(before), 1);
            }

            yield return Failed(error.Place, error.Message);
        }
        else if (first is { } only)
        {
            yield return ImportRecord(Item(only.Source), options, new TypeNames(options.Neighbours), null);
        }
        else if (count == 0)
        {
            yield return Failed(records.Root, records.Position == 0 ? NoRecords : NoneWanted(records.Position, options));
        }
    }

    private static RecordItem Item(SourceDocument source) => new(source, JsonText.Parse(source.Text).Root!);

    private static bool IsWanted(string? reference, string? version, string? versionNumber, ImportOptions options) =>
        (options.Reference is null || ReferenceOf(reference) == options.Reference)
        && (options.Version is null || RecordReader.VersionOf(version, versionNumber) == options.Version);

    private static StandardReference? ReferenceOf(string? text) =>
        StandardReference.TryParse(TextFolding.Trim(text ?? ""), out var reference) ? reference : null;

    private static string NoRecord(int position) => $"Item {position} of the array is no record of a standard";

    private static string NoneWanted(int count, ImportOptions options) =>
        $"None of the {count} records is of {(options.Reference is { } reference ? $"{reference}{(options.Version is { } its ? $" version {its}" : "")}" : $"version {options.Version}")}";

    private static StandardImport ImportRecord(RecordItem item, ImportOptions options, TypeNames names, int? position)
    {
        var context = new ImportContext(item.Source, options, names);
        var standard = new RecordReader(context, item.Value, position).Read();
        return new StandardImport(standard, context.Problems, context.Losses, item.Source.Locate(new SourceSpan(item.Value.Span.Start, 1)));
    }

    private static StandardImport Failed(SourceDocument source, SourceSpan span, string message) => Failed(source.Locate(span), message);

    private static StandardImport Failed(SourceLocation place, string message) =>
        new(null, [new Finding(FindingCatalogue.UnreadableDocument, message, place)], new LossReport([]), place);

    /// <summary>The import of one record after the other: what one of them has, a later one cannot have again.</summary>
    private sealed class ArrayImport(ImportOptions options)
    {
        // The options' reference and version say which records are wanted; what a record itself lacks nobody can say for all of them.
        private readonly ImportOptions _own = new() { Existing = options.Existing };
        private readonly TypeNames _names = new(options.Neighbours);
        private readonly Dictionary<StandardId, string> _fingerprints = [];

        public StandardImport Next(RecordItem item, int position)
        {
            var import = ImportRecord(item, _own, _names, position);
            if (import.Standard is not { } standard)
            {
                return import;
            }

            if (!_fingerprints.TryAdd(standard.Id, standard.Fingerprint))
            {
                var same = _fingerprints[standard.Id] == standard.Fingerprint;
                var message = $"{standard.Id} stands a second time, with {(same ? "the same" : "different")} content; the first is kept";
                return new StandardImport(null, [new Finding(FindingCatalogue.ConflictingDocuments, message, import.Place) { Severity = same ? FindingSeverity.Information : FindingSeverity.Error }], import.Losses, import.Place);
            }

            // Of several versions one has the plain type name, and the next ones see that it is taken.
            _names.Add(standard);
            return import;
        }
    }
}
