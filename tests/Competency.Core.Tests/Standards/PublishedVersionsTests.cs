using System.Text.Json;
using Competency.Versions;

namespace Competency.Core.Tests.Standards;

/// <summary>Three published versions of one standard, of which the third took one skill away and renumbered the rest.</summary>
public class PublishedVersionsTests
{
    [Fact]
    public void ST0499_from_1_2_to_1_3_withdrew_S9_and_renumbered_what_stood_behind_it()
    {
        var diff = StandardDiff.Between(Version("1.2"), Version("1.3"));

        Assert.Equal("S9", Assert.Single(diff.Ksbs, k => k.Kind == ChangeKind.Withdrawn).Old!.Code.ToString());
        Assert.Equal(
            Enumerable.Range(10, 17).Select(n => $"S{n} → S{n - 1} renumbered"),
            diff.Ksbs.Where(k => k.Kind == ChangeKind.Renumbered).Select(k => k.ToString()));
        Assert.Equal((47, 0, 0), (diff.Count(ChangeKind.Carried), diff.Count(ChangeKind.Reworded), diff.Count(ChangeKind.New)));
        Assert.False(diff.IsRewrite || diff.IsEquivalent);
        Assert.Equal("ST0499@1.2 → ST0499@1.3: 47 carried, 17 renumbered, 0 reworded, 0 new, 1 withdrawn", diff.Summary);
    }

    [Fact]
    public void ST0499_from_1_1_to_1_2_is_a_rewrite()
    {
        var diff = StandardDiff.Between(Version("1.1"), Version("1.2"));

        Assert.True(diff.IsRewrite);
        Assert.Contains("a rewrite", diff.Summary, StringComparison.Ordinal);
    }

    private static OccupationalStandard Version(string version)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.SharedFile("corpus", "pages", "ST0499-versions.json")));
        var record = file.RootElement.GetProperty("versions").EnumerateArray().Single(v => v.GetProperty("occupationVersion").GetString() == version);
        var ksbs = record.GetProperty("ksbs").EnumerateArray()
            .Select(k => new KsbStatement(KsbCode.Parse(k.GetProperty("code").GetString()!), k.GetProperty("statement").GetString()!))
            .OrderBy(k => k.Code);
        return new OccupationalStandard(StandardId.Parse("ST0499@" + version), "Autocare technician", ksbs);
    }
}
