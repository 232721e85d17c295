namespace Competency.Tool.Tests;

/// <summary><c>CompetencyLockFile</c> of a project, as the build has it: another lock, or none.</summary>
public sealed class ProjectLockTests : IDisposable
{
    private const string Code = "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"K1\")] class A;\n";

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>Two projects below one lock, of which the first says something of it.</summary>
    private ToolRun Given(string? said) => _tool
        .With("App/App.csproj", CompilerCalls.Project(said is null ? "" : Property(said)))
        .With("App/a.standard.json", Samples.Standard)
        .With("App/docs/a.mapping.json", Samples.Mapping)
        .With("App/Module.cs", Code)
        .With("Lib/Lib.csproj", CompilerCalls.Project())
        .With("Lib/b.standard.json", OfLib(Samples.Standard))
        .With("Lib/b.mapping.json", OfLib(Samples.Mapping))
        .With("Lib/Module.cs", OfLib(Code));

    private static string OfLib(string text) => text.Replace("ST9001", "ST9002", StringComparison.Ordinal);

    private static string Property(string said) => $"</ItemGroup><PropertyGroup><CompetencyLockFile>{said}</CompetencyLockFile></PropertyGroup><ItemGroup>";

    [Fact]
    public void None_is_no_lock_for_check()
    {
        Given(null).With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""");
        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.Equal((true, true), (_tool.Output.Contains("App/docs/a.mapping.json(2,36): warning KSB1010", StringComparison.Ordinal), _tool.Output.Contains("Lib/b.mapping.json(2,36): warning KSB1010", StringComparison.Ordinal)));

        Given("none");
        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.Equal((false, true), (_tool.Output.Contains("App/docs/a.mapping.json", StringComparison.Ordinal), _tool.Output.Contains("Lib/b.mapping.json(2,36): warning KSB1010", StringComparison.Ordinal)));
    }

    [Fact]
    public void None_is_not_locked_in_data_files_nor_in_CSharp()
    {
        Given("none");

        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.DoesNotContain("App", _tool.Read("competency.lock.json"));
        Assert.Matches("(?s)\"Lib/b.mapping.json\".*\"A, Lib\"", _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));

        Assert.Equal((0, 0), (_tool.Run("lock", "@App"), _tool.Run("lock", "@App/App.csproj", "--check")));
        Assert.Equal("CompetencyLockFile is none in the projects of these paths: nothing is locked\n", _tool.Error);
        Assert.DoesNotContain("App/competency.lock.json", _tool.Files());
    }

    [Fact]
    public void What_was_locked_before_it_was_turned_off_neither_reports_nor_goes()
    {
        Given(null);
        Assert.Equal(0, _tool.Run("lock", "@"));
        var before = _tool.Read("competency.lock.json");
        Given("none").With("App/a.standard.json", Samples.Standard.Replace("Cloth.", "Something else altogether.", StringComparison.Ordinal));

        Assert.Equal((0, ""), (_tool.Run("lock", "@", "--check"), _tool.Output));
        Assert.Equal((0, before), (_tool.Run("lock", "@"), _tool.Read("competency.lock.json")));
        Assert.Equal(0, _tool.Run("check", "@App"));
        Assert.DoesNotContain("KSB1006", _tool.Output);
    }

    [Theory]
    [InlineData("../locks/competency.lock.json")]
    [InlineData("$(MSBuildProjectDirectory)/../locks/competency.lock.json")]
    [InlineData("$(MSBuildThisFileDirectory)..\\locks\\competency.lock.json")]
    public void Another_lock_is_the_one_that_is_read(string said)
    {
        Given(said).With("locks/README.md", "").With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""");

        Assert.Equal(0, _tool.Run("lock", "@App", "--no-csharp"));
        Assert.Contains("../App/docs/a.mapping.json", _tool.Read("locks/competency.lock.json"));
        Assert.Equal(0, _tool.Run("check", "@App"));
        Assert.DoesNotContain("KSB1010", _tool.Output);

        Assert.Equal(2, _tool.Run("lock", "@Lib", "@App", "--no-csharp"));
        Assert.Contains("App/docs/a.mapping.json: The lock of its project is locks/competency.lock.json; name it with --lock\n", _tool.Error);
    }

    [Fact]
    public void Without_default_items_there_is_no_lock_but_one_that_is_named()
    {
        static string Off(string more = "", string items = "") => CompilerCalls.Project($"{items}</ItemGroup><PropertyGroup><EnableDefaultCompetencyItems>false</EnableDefaultCompetencyItems>{more}</PropertyGroup><ItemGroup>");
        Given(null).With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""").With("App/App.csproj", Off());

        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.Equal((false, true), (_tool.Output.Contains("App/docs/a.mapping.json", StringComparison.Ordinal), _tool.Output.Contains("Lib/b.mapping.json(2,36): warning KSB1010", StringComparison.Ordinal)));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.DoesNotContain("App", _tool.Read("competency.lock.json"));
        Assert.Equal((0, "EnableDefaultCompetencyItems is false, and no lock is named, in the projects of these paths: nothing is locked\n"), (_tool.Run("lock", "@App"), _tool.Error));

        // A lock that the project names, either way, is its lock.
        foreach (var project in new[] { Off("<CompetencyLockFile>../competency.lock.json</CompetencyLockFile>"), Off(items: "<AdditionalFiles Include=\"..\\competency.lock.json\" />".Replace('\\', '/')) })
        {
            _tool.With("App/App.csproj", project).With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""");
            Assert.Equal(0, _tool.Run("lock", "@App", "--no-csharp"));
            Assert.Contains("App/docs/a.mapping.json", _tool.Read("competency.lock.json"));
        }
    }

    [Fact]
    public void It_is_read_of_the_nearest_Directory_Build_props_too_and_the_project_comes_after()
    {
        Given(null).With("competency.lock.json", """{"document": "competency.lock/1", "files": {}, "types": {}}""")
            .With("Directory.Build.props", "<Project><PropertyGroup><CompetencyLockFile>none</CompetencyLockFile></PropertyGroup></Project>")
            .With("Lib/Lib.csproj", CompilerCalls.Project(Property("$(MSBuildThisFileDirectory)../competency.lock.json")));

        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.DoesNotContain("App/docs/a.mapping.json", _tool.Output);
        Assert.Contains("Lib/b.mapping.json(2,36): warning KSB1010", _tool.Output);
    }

    [Fact]
    public void Migrate_asks_no_lock_that_is_turned_off()
    {
        Given(null).With("App/new.standard.json", Samples.Standard.Replace("1.2", "1.3", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("lock", "@", "--no-csharp"));

        // With the lock on, what changed meaning since would have to be settled first.
        var changed = Samples.Standard.Replace("Cloth.", "Something else altogether.", StringComparison.Ordinal);
        _tool.With("App/a.standard.json", changed);
        Assert.Equal(1, _tool.Run("migrate", "@App", "--to", "ST9001@1.3", "--no-csharp"));
        Given("none").With("App/a.standard.json", changed);
        _tool.Run("migrate", "@App", "--to", "ST9001@1.3", "--no-csharp");
        Assert.Contains("ST9001@1.3", _tool.Read("App/docs/a.mapping.json"));
        Assert.DoesNotContain("1.3", _tool.Read("competency.lock.json"));
    }
}
