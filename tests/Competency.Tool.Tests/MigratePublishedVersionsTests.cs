using System.Text.Json;
using Competency.Documents;

namespace Competency.Tool.Tests;

/// <summary><c>migrate</c> over C# with three published versions of one standard, of which the third took S9 away and renumbered the rest.</summary>
public sealed class MigratePublishedVersionsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Every_skill_of_ST0499_moves_from_1_2_to_1_3_in_strings_and_in_members()
    {
        var (old, @new) = (Version("1.2"), Version("1.3"));
        var kept = old.Ksbs.Where(k => k.Code.ToString() != "S9").Select(k => k.Code).ToArray();
        _tool.With("App/App.csproj", CompilerCalls.Project())
            .With("App/old.standard.json", StandardDocument.Write(old))
            .With("App/new.standard.json", StandardDocument.Write(@new))
            .With("App/Module.cs", Code("1.2", "S8-S26", kept));

        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Equal(1, _tool.Run("migrate", "@", "--to", "ST0499@1.3"));
        Assert.Equal(Code("1.3", "S8-S25", [.. kept.Select(c => c.Kind == KsbKind.Skill && c.Number >= 10 ? new KsbCode(KsbKind.Skill, c.Number - 1) : c)]), _tool.Read("App/Module.cs"));
        Assert.Contains($"App/Module.cs(4,41): S9 '{old[KsbCode.Parse("S9")].Text[..20]}", _tool.Error);
        Assert.EndsWith("2 files changed; 1 reference left, 0 to review\n", _tool.Error);

        // Only what was left is told by the lock, and what names its code now.
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Single(_tool.Output.TrimEnd('\n').Split('\n'));
        Assert.Contains("App/Module.cs(4,41): error KSB1006: S9", _tool.Output);
    }

    [Fact]
    public void A_rewrite_moves_what_has_a_successor_and_lists_all_else()
    {
        var old = Version("1.1");
        _tool.With("App/App.csproj", CompilerCalls.Project())
            .With("App/old.standard.json", StandardDocument.Write(old))
            .With("App/new.standard.json", StandardDocument.Write(Version("1.2")))
            .With("App/Module.cs", $"using Competency;\n[ForStandard(\"ST0499@1.1\"), CoversKsbs(\"{string.Join(", ", old.Ksbs.Select(k => k.Code))}\")] class A;\n");

        Assert.Equal(1, _tool.Run("migrate", "@", "--to", "ST0499@1.2"));
        Assert.Contains("[ForStandard(\"ST0499@1.2\")", _tool.Read("App/Module.cs"));
        Assert.Equal(old.Ksbs.Count, _tool.Error.Split('\n').Count(l => l.Contains("no successor", StringComparison.Ordinal) || l.Contains("was reworded", StringComparison.Ordinal)) + Competency.Versions.StandardDiff.Between(old, Version("1.2")).Ksbs.Count(k => k.Old is not null && k.Kind is Competency.Versions.ChangeKind.Carried or Competency.Versions.ChangeKind.Renumbered));
    }

    private static string Code(string version, string range, KsbCode[] codes) =>
        $$"""
        using Competency;
        using static App.Standards.ST0499_{{version.Replace('.', '_')}};

        [ForStandard("ST0499@{{version}}"), CoversKsbs("{{range}}")] class All;
        [ForStandard("ST0499@{{version}}"), CoversKsbs("{{string.Join(", ", codes)}}")] class Listed;
        [Covers({{string.Join(", ", codes.Select(c => $"Ksb.{c}"))}})] class Typed;

        """;

    private static OccupationalStandard Version(string version)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.SharedFile("corpus", "pages", "ST0499-versions.json")));
        var record = file.RootElement.GetProperty("versions").EnumerateArray().Single(v => v.GetProperty("occupationVersion").GetString() == version);
        var ksbs = record.GetProperty("ksbs").EnumerateArray().Select(k => new KsbStatement(KsbCode.Parse(k.GetProperty("code").GetString()!), k.GetProperty("statement").GetString()!)).OrderBy(k => k.Code);
        return new OccupationalStandard(StandardId.Parse("ST0499@" + version), "Autocare technician", ksbs);
    }
}
