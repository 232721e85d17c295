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

    private readonly HashSet<string> _keys;

    private Baseline(IEnumerable<string> keys, IReadOnlyList<Finding> problems)
    {
        _keys = [.. keys];
        Problems = problems;
    }

    /// <summary>What is wrong with the file. Where there is anything, the file says nothing that can be relied on.</summary>
    public IReadOnlyList<Finding> Problems { get; }

    public int Count => _keys.Count;

    /// <summary>Whether a finding is known.</summary>
    public bool Has(string key) => _keys.Contains(key);

    /// <summary>How many known findings are not among those of now.</summary>
    public int Mended(IEnumerable<string> keys) => _keys.Except(keys).Count();

    /// <summary>Reads a baseline. Never throws on its content.</summary>
    public static Baseline Read(SourceDocument source)
    {
        var reader = new DocumentReader(source);
        var keys = new List<string>();
        if (reader.Expect(Format) is { } root)
        {
            foreach (var entry in root.Objects("findings", isRequired: true))
            {
                if (entry.String("id", isRequired: true) is { } id && FindingCatalogue.All.All(d => d.Id != id))
                {
                    entry.Wrong(entry.SpanOf("id"), $"'{TextFolding.OnOneLine(id)}' is the id of no finding");
                }

                entry.String("file");
                if (entry.String("fingerprint", isRequired: true) is { } key)
                {
                    keys.Add(key);
                }

                entry.Done();
            }

            root.Done();
        }

        return new Baseline(keys, reader.Findings);
    }

    /// <summary>The canonical text of a baseline: sorted by file, so that two branches that mend different files merge.</summary>
    public static string Write(IEnumerable<(string Id, string File, string Key)> findings)
    {
        var json = new JsonWriter().StartObject().Member("document", Format).StartArray("findings");
        foreach (var (id, file, key) in findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal))
        {
            json.StartObject().Member("id", id).Member("file", file).Member("fingerprint", key).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }
}
