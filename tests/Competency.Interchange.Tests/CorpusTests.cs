using System.Text.Json;
using Competency.Text;

namespace Competency.Interchange.Tests;

/// <summary>The real records: each imports, and its counts and codes are those that System.Text.Json finds.</summary>
public class CorpusTests
{
    private static readonly (string List, string Id, string Prefix, string Mapped)[] Lists =
    [
        ("knowledges", "knowledgeId", "K", "mappedKnowledge"), ("skills", "skillId", "S", "mappedSkills"), ("behaviours", "behaviourId", "B", "mappedBehaviour"),
    ];

    [Fact]
    public void All_records_of_the_corpus_import_with_their_true_counts()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(Repository.SharedFile("corpus", "standards-api", "x"))!, "*.json");
        Assert.Equal(18, files.Length);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var record = JsonDocument.Parse(text).RootElement;
            var reference = new StandardReference(StandardKind.Apprenticeship, record.GetProperty("larsCode").GetInt32());
            var source = new SourceDocument(file, text);
            Assert.Equal(SourceFormat.ApprenticeshipStandardsJson, SourceFormats.Detect(source));
            var import = Assert.Single(ApprenticeshipStandardsJson.Import(source, new ImportOptions { Reference = reference, Version = new StandardVersion(1, 0) }));
            var standard = Imports.Whole(import);
            AssertSame(record, standard);
            AssertWithoutReferenceItSaysWhatIsMissing(source, record.GetProperty("larsCode").GetInt32());
        }
    }

    private static void AssertSame(JsonElement record, OccupationalStandard standard)
    {
        var codes = new Dictionary<string, string>();
        foreach (var (list, id, prefix, _) in Lists)
        {
            var entries = record.GetProperty(list).EnumerateArray().ToArray();
            Assert.Equal(entries.Length, standard.Ksbs.Count(k => k.Kind.Prefix() == prefix));
            for (var i = 0; i < entries.Length; i++)
            {
                var ksb = standard[KsbCode.Parse(prefix + (i + 1))];
                codes[entries[i].GetProperty(id).GetString()!] = ksb.Code.ToString();
                Assert.Equal(entries[i].GetProperty(id).GetString(), ksb.Id);
                Assert.Equal(entries[i].GetProperty("detail").GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), ksb.Text);
            }
        }

        var duties = record.GetProperty("duties").EnumerateArray().ToArray();
        Assert.Equal(duties.Length, standard.Duties.Count);
        var options = new HashSet<string>();
        foreach (var (entry, duty) in duties.Zip(standard.Duties))
        {
            var mapped = Lists.SelectMany(l => Ids(entry.GetProperty(l.Mapped))).Select(g => codes[g]).Distinct();
            Assert.Equal(mapped.Order(StringComparer.Ordinal), duty.Ksbs.Select(k => k.ToString()).Order(StringComparer.Ordinal));
            var mappedOptions = Ids(entry.GetProperty("mappedOptions")).ToArray();
            Assert.Equal(mappedOptions, duty.Options);
            options.UnionWith(mappedOptions);
        }

        Assert.Equal(options.Order(StringComparer.Ordinal), standard.Options.Select(o => o.Id).Order(StringComparer.Ordinal));
        if (record.TryGetProperty("options", out var named))
        {
            Assert.Equal(named.EnumerateArray().Select(o => o.GetProperty("name").GetString()), standard.Options.Select(o => o.Title));
        }
    }

    private static void AssertWithoutReferenceItSaysWhatIsMissing(SourceDocument source, int larsCode)
    {
        var import = Assert.Single(ApprenticeshipStandardsJson.Import(source, ImportOptions.None));
        Assert.Null(import.Standard);
        Assert.Matches($"LARS code {larsCode}\\) does not say its reference \\(--reference .*\\) and its version \\(--version ", Assert.Single(import.Problems).Message);
    }

    private static IEnumerable<string> Ids(JsonElement array) => array.ValueKind == JsonValueKind.Null ? [] : array.EnumerateArray().Select(e => e.GetString()!);
}
