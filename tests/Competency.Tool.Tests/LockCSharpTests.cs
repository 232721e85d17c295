using Competency.Tool.Projects;

namespace Competency.Tool.Tests;

/// <summary><c>lock</c> over C#: what types refer to, beside what data files do.</summary>
public sealed class LockCSharpTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private const string Code = """
        using Competency;
        using App.Standards;
        [assembly: ForStandard("ST9001@1.2")]
        namespace Yard;
        [CoversKsbs("S1-S2")] class A { class Inner { V1_2.Ksb K = V1_2.Ksb.S3; } }
        [CoversKsbs("Duty 1")] class B;
        class Empty;
        """;

    private ToolRun Given(params string[] skills) => _tool
        .With("App/App.csproj", CompilerCalls.Project())
        .With("App/a.standard.json", Standard(skills.Length > 0 ? skills : ["Cut cloth.", "Tie knots.", "Fly kites."]))
        .With("App/Module.cs", Code);

    [Fact]
    public void Locks_what_types_refer_to_and_says_whether_that_is_up_to_date()
    {
        Given().With("m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "S1"}]}""");

        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Equal("competency.lock.json: written, 4 consumers, 8 lines\n", _tool.Error);
        Assert.Matches("(?s)\"types\": .*\"Yard.A\\+Inner, App\": .*\"S3\": .*\"Yard.A, App\": .*\"S1\": .*\"S2\": .*\"Yard.B, App\": .*\"Duty 1\"", _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));

        _tool.With("App/More.cs", "using Competency;\n[CoversKsbs(\"S2\")] class More;\n");
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Equal("More, App: not locked: S2 of ST9001@1.2\n", _tool.Output);
    }

    [Fact]
    public void Types_that_are_gone_leave_the_lock_and_those_of_other_assemblies_stay()
    {
        Given();
        Assert.Equal(0, _tool.Run("lock", "@"));
        var before = _tool.Read("competency.lock.json");
        _tool.With("competency.lock.json", before.Replace("Yard.B, App", "Yard.B, Elsewhere", StringComparison.Ordinal)).With("App/Module.cs", Code.Replace("class B", "class C", StringComparison.Ordinal).Replace("S1-S2", "S1", StringComparison.Ordinal));

        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Contains("Yard.A, App: locked and not used any more: S2 of ST9001@1.2\n", _tool.Output);
        _tool.With("App/Module.cs", "class None;");
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Contains("Yard.A, App: the type is gone, or refers to no KSB any more; its entry is removed\n", _tool.Error);
        Assert.Contains("1 consumer,", _tool.Error);
        Assert.Contains("Yard.B, Elsewhere", _tool.Read("competency.lock.json"));
    }

    [Fact]
    public void What_nameof_says_is_told_once_at_the_member()
    {
        const string Code = "using Competency;\nusing App.Standards;\nclass X\n{\n    KsbSet A = V1_2.Standard.Select(nameof(V1_2.Ksb.S2));\n}\n";
        Given().With("App/Module.cs", Code);
        Assert.Equal(0, _tool.Run("lock", "@"));
        Given("Cut cloth.", "Fly kites.").With("App/Module.cs", Code);

        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.StartsWith("App/Module.cs(5,53): error KSB1006: S2 ", Assert.Single(_tool.Output.Split('\n'), l => l.Contains("KSB1006", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_type_of_one_file_is_named_by_the_file_wherever_the_project_stands()
    {
        const string Draft = "using Competency;\nnamespace Yard;\n[CoversKsbs(\"S1\")] file class Draft { class In { [CoversKsbs(\"S2\")] void M() { } } }\n";
        Given().With("App/Lessons.cs", Draft).With("App/more/Lessons.cs", Draft.Replace("S2", "S3", StringComparison.Ordinal)).With("App/Notes.cs", Draft);
        Assert.Equal(0, _tool.Run("lock", "@"));

        foreach (var name in new[] { "Yard.Draft@Lessons.cs", "Yard.Draft@Lessons.cs+In", "Yard.Draft@more/Lessons.cs+In", "Yard.Draft@Notes.cs", "Yard.Draft@Notes.cs+In" })
        {
            Assert.Contains($"\"{name}, App\"", _tool.Read("competency.lock.json"));
        }
    }

    [Fact]
    public void What_changed_meaning_is_told_at_its_place_and_stays_until_it_is_accepted()
    {
        Given();
        Assert.Equal(0, _tool.Run("lock", "@"));
        Given("Cut cloth.", "Fly kites.");

        Assert.Equal(1, _tool.Run("lock", "@"));
        Assert.Contains("App/Module.cs(5,14): error KSB1006: S2 changed meaning since it was reviewed: S2 'Tie knots.' was withdrawn in ST9001@1.2\n", _tool.Output);
        Assert.Contains("App/Module.cs(6,14): warning KSB1006: Duty 1", _tool.Output);

        // A member that the enum has lost does not compile, and the lock knows what it was.
        Assert.Contains("App/Module.cs(5,69): error KSB1006: S3 changed meaning: it meant 'Fly kites.' when it was reviewed, and ST9001@1.2 has no S3; that statement is S2 there\n", _tool.Output);
        Assert.Contains("Tie knots.", _tool.Read("competency.lock.json"));
        Assert.Contains("changed meaning and stay locked as reviewed", _tool.Error);
    }

    [Theory]
    [InlineData("[CoversKsbs(\"S1, \" + \"S2\")] class X;", "S2")]
    [InlineData("[CoversKsbs(\"S1, S\" + \"2\")] class X;", "S\" + \"2")]
    [InlineData("[CoversKsbs($\"S1, {\"S2\"}\")] class X;", "S2")]
    [InlineData("[CoversKsbs($\"S{\"2\"}\")] class X;", "S{\"2")]
    [InlineData("class C { public const string K = \"S1-S2\"; }\n[CoversKsbs(C.K)] class X;", "C.K")]
    [InlineData("class C { public const string K = \"S2\"; }\n[CoversKsbs(\"S1, \" + C.K)] class X;", "C.K")]
    [InlineData("record R([property: KsbNotation] string A = \"S2\");", "S2")]
    [InlineData("record struct R([field: KsbNotation] string A); class X { R r = new(\"S2\"); }", "S2")]
    [InlineData("partial class X { [CoversKsbs(\"S2\")] public partial X(); } partial class X { public partial X() { } }", "S2")]
    [InlineData("class X { [KsbNotation] string[] a = []; void M() => a[0] = \"S2\"; }", "S2")]
    [InlineData("class X { const string K = \"S2\"; [CoversKsbs($\"S1, {K}\")] void A() { } [CoversKsbs(K)] void B() { } }", "K")]
    public async Task The_tool_tells_it_where_the_build_does(string code, string place)
    {
        Given().With("App/App.csproj", CompilerCalls.PreviewProject);
        _tool.With("App/Module.cs", "using Competency;\n[assembly: ForStandard(\"ST9001@1.2\")]\n" + code);
        Assert.Equal(0, _tool.Run("lock", "@"));
        Given("Cut cloth.", "Fly kites.").With("App/App.csproj", CompilerCalls.PreviewProject).With("App/Module.cs", "using Competency;\n[assembly: ForStandard(\"ST9001@1.2\")]\n" + code);

        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        var told = _tool.Output.Split('\n').Where(l => l.Contains(" KSB1006: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var built = await CompilerCalls.Built(_tool.PathOf("App/App.csproj"));
        Assert.Equal(built.Select(b => $"App/Module.cs({b.Line},{b.Column}): {b.Message}").Order(StringComparer.Ordinal), told);
        Assert.All(built, b => Assert.Equal(place, b.Words));
        Assert.NotEmpty(built);
    }

    [Fact]
    public void Accepting_takes_the_present_meaning()
    {
        Given();
        _tool.With("App/Module.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S2\")] class A;\n");
        Assert.Equal(0, _tool.Run("lock", "@"));
        _tool.With("App/a.standard.json", Standard("Cut cloth.", "Fly kites."));

        Assert.Equal((1, 0, 0), (_tool.Run("lock", "@", "--check"), _tool.Run("lock", "@", "--accept"), _tool.Run("lock", "@", "--check")));
        Assert.Contains("Fly kites.", _tool.Read("competency.lock.json"));
    }

    [Fact]
    public void What_cannot_be_read_keeps_its_entries_and_data_files_are_locked_all_the_same()
    {
        Given();
        Assert.Equal(0, _tool.Run("lock", "@"));
        _tool.With("m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "S1"}]}""");
        _tool.Build = project => new ProjectCalls([], null, $"{project}: The project is not restored; run dotnet restore first");

        Assert.Equal(3, _tool.Run("lock", "@"));
        Assert.Contains("App.csproj: The project is not restored; run dotnet restore first. The entries of its types stay as they are; C# is left out with --no-csharp\n", _tool.Error);
        Assert.Contains("m.mapping.json", _tool.Read("competency.lock.json"));
        Assert.Contains("Yard.B, App", _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check", "--no-csharp"));

        _tool.Build = CompilerCalls.Of;
        _tool.With("App/Module.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S1\")] class New { Missing M; }\n");
        Assert.Equal(1, _tool.Run("lock", "@"));
        Assert.Contains("The project does not compile (", _tool.Error);
        Assert.Contains("Yard.B, App", _tool.Read("competency.lock.json"));
        Assert.DoesNotContain("New, App", _tool.Read("competency.lock.json"));
    }

    [Fact]
    public void A_project_with_a_lock_of_its_own_is_not_locked_here()
    {
        Given();
        Assert.Equal(0, _tool.Run("lock", "@App"));
        _tool.With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""");

        Assert.Equal(2, _tool.Run("lock", "@"));
        Assert.Contains("The project's lock is ", _tool.Error);
        Assert.DoesNotContain("Yard", _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@App", "--check"));
    }

    private static string Standard(params string[] skills) =>
        $$"""{"document": "competency.standard/1", "reference": "ST9001", "version": "1.2", "title": "Kite maker", "duties": [{"number": 1, "text": "Work.", "ksbs": "S1-S{{skills.Length}}"}], "typeName": "V1_2", "ksbs": [{{string.Join(", ", skills.Select((s, i) => $$"""{"code": "S{{i + 1}}", "text": "{{s}}"}"""))}}]}""";
}
