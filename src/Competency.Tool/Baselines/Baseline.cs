using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Tool.Baselines;

/// <summary>
/// The findings that a team knows of and has not mended yet, <c>competency.baseline.json</c>: only others fail a check. One that is mended
/// leaves the file with the next <c>--update-baseline</c>.
/// </summary>
internal sealed class Baseline
{
    public const string Format = "competency.baseline/1";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private Baseline(IEnumerable<Entry> entries, IReadOnlyList<Finding> problems)
    {
        foreach (var entry in entries)
        {
            _entries.TryAdd(entry.Key, entry);
        }

        Problems = problems;
    }

    /// <summary>A known finding: its id, its file from the root (empty where it has none), and what makes it the same in another run.</summary>
    internal sealed record Entry(string Id, string File, string Key);

    /// <summary>What is wrong with the file. Where there is anything, the file says nothing that can be relied on.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    public int Count => _entries.Count;

    /// <summary>Whether a finding is known.</summary>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>The known findings that are not among those of now: mended, unless nobody looked at their file.</summary>
    /// <param name="keys">The findings of now.</param>
    public IReadOnlyList<Entry> Gone(IEnumerable<string> keys)
    {
        var now = keys.ToHashSet(StringComparer.Ordinal);
        return [.. _entries.Values.Where(e => !now.Contains(e.Key))];
    }

    /// <summary>Reads a baseline. Never throws on its content.</summary>
    public static Baseline Read(SourceDocument source)
    {
        var reader = new DocumentReader(source);
        var entries = new List<Entry>();
        if (reader.Expect(Format) is { } root)
        {
            foreach (var entry in root.Objects("findings", isRequired: true))
            {
                var problems = reader.Findings.Count;
                var read = ReadEntry(entry);
                entry.Done();

                // An entry of which a part could not be read may be about anything, and hides nothing.
                if (read is not null && reader.Findings.Count == problems)
                {
                    entries.Add(read);
                }
            }

            root.Done();
        }

        // What is a warning in other documents fails the check here, and nothing else would say why.
        if (reader.Findings.Count > 0 && reader.Findings.All(f => f.Severity != FindingSeverity.Error))
        {
            reader.Report(FindingCatalogue.UnreadableDocument, new SourceSpan(0, 0), "This baseline is damaged: what of it is not read whole hides nothing, and the check fails until it is mended");
        }

        return new Baseline(entries, reader.Findings);
    }

    /// <summary>One entry; null where it is none.</summary>
    private static Entry? ReadEntry(DocumentObject entry)
    {
        var id = entry.String("id", isRequired: true);
        if (id is not null && FindingCatalogue.All.All(d => d.Id != id))
        {
            entry.Wrong(entry.SpanOf("id"), $"'{TextFolding.OnOneLine(id)}' is the id of no finding");
        }

        var file = entry.String("file") ?? "";
        var key = entry.String("fingerprint", isRequired: true);
        if (key is not null && !IsFingerprint(key))
        {
            entry.Wrong(entry.SpanOf("fingerprint"), $"'{TextFolding.OnOneLine(key)}' is no fingerprint of a finding, which is 16 hexadecimal digits");
        }

        return id is null || key is null ? null : new Entry(id, file, key);
    }

    private static bool IsFingerprint(string text) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The canonical text of a baseline: sorted by file, so that two branches that mend different files merge.</summary>
    public static string Write(IEnumerable<Entry> findings)
    {
        var json = new JsonWriter().StartObject().Member("document", Format).StartArray("findings");
        foreach (var (id, file, key) in findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            json.StartObject().Member("id", id).Member("file", file).Member("fingerprint", key).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }
}
