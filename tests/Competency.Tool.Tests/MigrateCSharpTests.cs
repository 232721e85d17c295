using System.Text;
using Competency.Tool.Projects;

namespace Competency.Tool.Tests;

/// <summary><c>migrate</c> over C#: every kind of reference, by span and once, and nothing else of a file.</summary>
public sealed class MigrateCSharpTests : IDisposable
{
    private static readonly string[] Skills =
    [
        "Cut cloth with care.", "Dye the wool in vats.", "Tie strong knots.", "Fly kites in any wind.", "Repair broken spars.", "Teach others the trade.",
        "Sell goods at market.", "Weigh each batch of thread.", "Trim lamps at dusk.", "Paint signs by hand.", "Sweep the floor nightly.", "Count the stock yearly.",
    ];

    private static readonly string[] Without9 = [.. Skills.Where((_, i) => i != 8)];

    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>A project with both versions; S9 is withdrawn, S10 to S12 are S9 to S11.</summary>
    private ToolRun Given(string code, string file = "App/Module.cs") => _tool
        .With("App/App.csproj", CompilerCalls.Project())
        .With("App/old.standard.json", Standard("1.2", Skills))
        .With("App/new.standard.json", Standard("1.3", Without9))
        .With(file, code);

    private int Migrate(params string[] more) => _tool.Run(["migrate", "@", "--to", "ST9001@1.3", .. more]);

    private void Becomes(string before, string after, int exit = 0)
    {
        Given(before);
        Assert.True(exit == Migrate(), _tool.Error);
        Assert.Equal(after, _tool.Read("App/Module.cs"));
        Assert.Empty(_tool.Output);
    }

    [Theory]
    [InlineData("""[CoversKsbs("S10")]""", """[CoversKsbs("S9")]""")]
    [InlineData("""[CoversKsbs("K1, S11 ; s12")]""", """[CoversKsbs("K1, S10 ; s11")]""")]
    [InlineData("""[CoversKsbs("S10 – S12")]""", """[CoversKsbs("S9 – S11")]""")]
    [InlineData("""[CoversKsbs("S10-12"), CoversKsbs(@"S11")]""", """[CoversKsbs("S9-11"), CoversKsbs(@"S10")]""")]
    [InlineData("""[CoversKsbs("S10 \u2013 S12")]""", """[CoversKsbs("S9 \u2013 S11")]""")]
    [InlineData("[CoversKsbs(\"S1\\u0031\")]", """[CoversKsbs("S10")]""")]
    [InlineData("[CoversKsbs(\"S1\" + \"2\")]", "[CoversKsbs(\"S1\" + \"1\")]")]
    [InlineData("[CoversKsbs(\"\"\"\n    S1,\n    S10-S11\n    \"\"\")]", "[CoversKsbs(\"\"\"\n    S1,\n    S9-S10\n    \"\"\")]")]
    [InlineData("""[CoversKsbs("ST9001:S10, ST9001@1.2:S11")]""", """[CoversKsbs("ST9001:S9, ST9001@1.3:S10")]""")]
    public void A_string_of_references(string before, string after) =>
        Becomes($"using Competency;\r\n\r\n[ForStandard(\"ST9001@1.2\")] // S10\r\n{before}\r\nclass A;\r\n", $"using Competency;\r\n\r\n[ForStandard(\"ST9001@1.3\")] // S10\r\n{after}\r\nclass A;\r\n");

    private static string WithOptions(string standard, string options) => standard.Replace("\"ksbs\": [{\"code\"", $"\"options\": [{options}], \"ksbs\": [{{\"code\"", StringComparison.Ordinal);

    /// <summary>Option A is renamed, B is C now, D is gone, and the title of E cannot be written as it is.</summary>
    private void GivenOptions(string code)
    {
        Given(code);
        _tool.With("App/old.standard.json", WithOptions(Standard("1.2", Skills), """{"id": "A", "title": "Sails"}, {"id": "B", "title": "Ropes"}, {"id": "D", "title": "Lamps"}, {"id": "E", "title": "Tar"}"""))
            .With("App/new.standard.json", WithOptions(Standard("1.3", Without9), """{"id": "A", "title": "Sails and flags"}, {"id": "C", "title": "Ropes"}, {"id": "E", "title": "Tar \"black\""}"""));
    }

    [Theory]
    [InlineData("Sails", "Sails and flags")]
    [InlineData("sails", "Sails and flags")]
    [InlineData("A", "A")]
    [InlineData("B", "C")]
    [InlineData("Ropes", "Ropes")]
    [InlineData("Tar", "E")]
    public void The_option_beside_the_standard(string before, string after)
    {
        string Code(string version, string option, string skill) =>
            $"using Competency;\r\n[ForStandard( \"ST9001@{version}\",  Option = \"{option}\" )] // {before}\r\n[CoversKsbs(\"{skill}\")] class A;\r\n[CoversKsbs(\"S1\"), ForStandard(\"ST9001@{version}\", Option = @\"{option}\")] class B;\r\n";
        GivenOptions(Code("1.2", before, "S10"));

        Assert.True(Migrate() == 0, _tool.Error);
        Assert.Equal(Code("1.3", after, "S9"), _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void The_option_of_constants_of_generated_types_and_of_attributes_of_ones_own()
    {
        GivenOptions("""
            using Competency;
            [ForStandard<App.Standards.V1_2>(Option = Ids.Sails)] class A;
            [ForCohort(Option = "B")] class B;
            [ForStandard("ST9001@1.3", Option = "Ropes")] class C;
            static class Ids { public const string Sails = "Sails"; }
            sealed class ForCohortAttribute() : ForStandardAttribute("ST9001@1.2");
            """);

        Assert.True(Migrate() == 0, _tool.Error);
        Assert.Equal("""
            using Competency;
            [ForStandard<App.Standards.V1_3>(Option = Ids.Sails)] class A;
            [ForCohort(Option = "C")] class B;
            [ForStandard("ST9001@1.3", Option = "Ropes")] class C;
            static class Ids { public const string Sails = "Sails and flags"; }
            sealed class ForCohortAttribute() : ForStandardAttribute("ST9001@1.3");
            """, _tool.Read("App/Module.cs"));
    }

    /// <summary>A requirement asks for an option of the standard in force where it is made.</summary>
    [Fact]
    public void The_option_that_a_requirement_asks_for()
    {
        const string Code = """
            using Competency; using Competency.Rules;
            [ForStandard("ST9001@{0}")] class A { object M(string other) => Require.OptionIs("a", option: "{1}") ?? Require.OptionIs("Sails", other); }
            [ForStandard("ST9001@1.3")] class B { object M() => Require.OptionIs("a", "Sails and flags"); }
            namespace Competency.Rules { static class Require { public static object OptionIs(string id, string option) => id; } }
            """;
        string With(string version, string option) => Code.Replace("{0}", version, StringComparison.Ordinal).Replace("{1}", option, StringComparison.Ordinal);
        GivenOptions(With("1.2", "Sails"));

        Assert.True(Migrate() == 0, _tool.Error);
        Assert.Equal(With("1.3", "Sails and flags"), _tool.Read("App/Module.cs"));

        GivenOptions(With("1.2", "D"));
        Assert.Equal(1, Migrate());
        Assert.Contains("App/Module.cs(2,95): The option 'D' has no successor in ST9001@1.3; left as it is\n", _tool.Error);
    }

    [Fact]
    public void An_option_without_a_successor_is_left_and_listed()
    {
        GivenOptions("""
            using Competency;
            [ForStandard("ST9001@1.2", Option = "D")] class A;
            [ForStandard("ST9001@1.2", Option = "Nowhere")] class B;
            [ForStandard("ST9001@1.2", Option = nameof(Sails))] class Sails;
            """);

        Assert.Equal(1, Migrate());
        Assert.Contains("[ForStandard(\"ST9001@1.3\", Option = \"D\")] class A;", _tool.Read("App/Module.cs"));
        Assert.Contains("App/Module.cs(2,37): The option 'D' has no successor in ST9001@1.3; left as it is\n", _tool.Error);
        Assert.Contains("App/Module.cs(4,37): The option 'Sails' is of ST9001@1.2; left as it is: it is not written out in a file", _tool.Error);
        Assert.Contains("App/Module.cs(3,37): The option 'Nowhere' is not in ST9001@1.2; left as it is\n", _tool.Error);
    }

    [Fact]
    public void Every_place_that_the_analyzers_look_at() => Becomes(
        """
        using Competency;
        [ForCohort, CoversKsbs($"S1,\tS10")]
        class A
        {
            [KsbNotation] string _field = true ? "S10" : "S12", _other = new object() is null ? (string)"S10" : "S12"!;
            [KsbNotation] public string Property { get; set; } = "S11";
            [KsbNotation] System.Collections.Generic.IEnumerable<string> Yielded { get { yield return "S10"; yield return "S12"; } }
            string[] Several([KsbNotation] params string[] codes) => codes;
            void M([KsbNotation] string code = "S10")
            {
                const string Local = "S12";
                M(code: Local);
                Several("S10", "S1");
                Several(["S11", $@"S12"]);
                Property = code switch { "S10" => "S11", _ => "S12" };
                if (Property is "S10" or "S11" || Property == "S12") { }
                void Inner([KsbNotation] string other = "S11") { }
                Inner();
            }
        }
        class ForCohort() : ForStandardAttribute("ST9001@1.2");
        class ForAny(string id) : ForStandardAttribute(id);
        [ForAny("ST9001@1.2"), CoversKsbs("S10")] enum E { [CoversKsbs("Duty 1, S11")] First }
        """,
        """
        using Competency;
        [ForCohort, CoversKsbs($"S1,\tS9")]
        class A
        {
            [KsbNotation] string _field = true ? "S9" : "S12", _other = new object() is null ? (string)"S9" : "S11"!;
            [KsbNotation] public string Property { get; set; } = "S10";
            [KsbNotation] System.Collections.Generic.IEnumerable<string> Yielded { get { yield return "S9"; yield return "S11"; } }
            string[] Several([KsbNotation] params string[] codes) => codes;
            void M([KsbNotation] string code = "S9")
            {
                const string Local = "S11";
                M(code: Local);
                Several("S9", "S1");
                Several(["S10", $@"S11"]);
                Property = code switch { "S9" => "S10", _ => "S11" };
                if (Property is "S9" or "S10" || Property == "S11") { }
                void Inner([KsbNotation] string other = "S10") { }
                Inner();
            }
        }
        class ForCohort() : ForStandardAttribute("ST9001@1.3");
        class ForAny(string id) : ForStandardAttribute(id);
        [ForAny("ST9001@1.3"), CoversKsbs("S9")] enum E { [CoversKsbs("Duty 1, S10")] First }
        """,
        // The duty maps S9 no more, which is told.
        exit: 0);

    [Fact]
    public void Records_items_of_collections_tuples_and_partial_constructors()
    {
        const string Before = """
            using Competency; using System.Collections.Generic;
            [assembly: ForStandard("ST9001@1.2")]
            record R([property: KsbNotation] string A = "S10"); record F([field: KsbNotation] string A, int N);
            class UseR { R r = new("S11"), q = new(A: "S12") { A = "S10" }; bool M(F f) => r is ("S11") { } && new F("S12", 1) is ("S10", _) && f.A == "S11"; }
            partial class Q { [CoversKsbs("S10")] public partial Q([KsbNotation] string s = "S11"); }
            partial class Q { public partial Q(string s) { if (s == "S12") { } } }
            class C
            {
                [KsbNotation] string[] a = []; [KsbNotation] List<string> li = []; [KsbNotation] string P { get; set => field = value ?? "S10"; } = "";
                void M(C x, bool b)
                {
                    a[0] = "S10"; a[^1] = "S11"; li[0] = "S12"; li.Add("S10"); x?.a[0] = "S11"; x?.P = "S12";
                    (P, var z) = b ? ("S10", 1) : ("S11", 2);
                    if (a is ["S10", .. ["S11"]] || (P, z) == ("S12", 1) || (P, b) is ("S10", true) || x?.P == "S11") { }
                    var lam = ([KsbNotation] string s = "S10") => s; lam("S11");
                    var other = "S10"; if (li.Contains("S10")) { }
                }
            }
            """;
        const string After = """
            using Competency; using System.Collections.Generic;
            [assembly: ForStandard("ST9001@1.3")]
            record R([property: KsbNotation] string A = "S9"); record F([field: KsbNotation] string A, int N);
            class UseR { R r = new("S10"), q = new(A: "S11") { A = "S9" }; bool M(F f) => r is ("S10") { } && new F("S11", 1) is ("S9", _) && f.A == "S10"; }
            partial class Q { [CoversKsbs("S9")] public partial Q([KsbNotation] string s = "S10"); }
            partial class Q { public partial Q(string s) { if (s == "S11") { } } }
            class C
            {
                [KsbNotation] string[] a = []; [KsbNotation] List<string> li = []; [KsbNotation] string P { get; set => field = value ?? "S9"; } = "";
                void M(C x, bool b)
                {
                    a[0] = "S9"; a[^1] = "S10"; li[0] = "S11"; li.Add("S9"); x?.a[0] = "S10"; x?.P = "S11";
                    (P, var z) = b ? ("S9", 1) : ("S10", 2);
                    if (a is ["S9", .. ["S10"]] || (P, z) == ("S11", 1) || (P, b) is ("S9", true) || x?.P == "S10") { }
                    var lam = ([KsbNotation] string s = "S9") => s; lam("S10");
                    var other = "S10"; if (li.Contains("S10")) { }
                }
            }
            """;
        Given(Before).With("App/App.csproj", CompilerCalls.PreviewProject);

        // A local variable and the parameter of Contains are not marked, and stay.
        Assert.Equal(0, Migrate());
        Assert.Equal(After, _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void The_old_document_need_not_be_in_the_project_any_more()
    {
        Given("using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class A { V1_2.Ksb K = V1_2.Ksb.S11; }\n");
        Assert.Equal(0, _tool.Run("lock", "@"));

        // The new document stands in the place of the old one, and has its type's name.
        File.Delete(_tool.PathOf("App/new.standard.json"));
        _tool.With("old/old.standard.json", _tool.Read("App/old.standard.json")).With("App/old.standard.json", Standard("1.3", Without9).Replace("V1_3", "V1_2", StringComparison.Ordinal));

        Assert.Equal(0, Migrate());
        Assert.Equal("using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.3\"), CoversKsbs(\"S9\")] class A { V1_2.Ksb K = V1_2.Ksb.S10; }\n", _tool.Read("App/Module.cs"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void Where_a_place_that_names_the_version_cannot_be_moved_nothing_of_it_is_in_that_project()
    {
        const string Typed = "using Competency;\nusing App.Standards;\n[ForStandard<V1_2>, CoversKsbs(\"S12\")] class A { V1_2.Ksb K = V1_2.Ksb.S11; }\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S12\")] class B;\n";
        Given(Typed);
        _tool.With("new/new.standard.json", _tool.Read("App/new.standard.json"));
        File.Delete(_tool.PathOf("App/new.standard.json"));

        Assert.Equal((1, Typed), (Migrate(), _tool.Read("App/Module.cs")));
        Assert.Contains("App/Module.cs(3,14): this is the type of ST9001@1.2, and none of ST9001@1.3 is generated here; nothing of ST9001@1.2 is moved in ", _tool.Error);
        Assert.EndsWith("0 files changed; 3 references left, 0 to review\n", _tool.Error);

        const string Made = "using Competency;\n[ForStandard(Made.Id), CoversKsbs(\"S12\")] class A;\n";
        Given(Made);
        _tool.With("App/new.standard.json", Standard("1.3", Without9)).With("App/Made.g.cs", "static class Made { public const string Id = \"ST9001@1.2\"; }");
        Assert.Equal((1, Made), (Migrate(), _tool.Read("App/Module.cs")));
        Assert.Contains("App/Module.cs(2,14): ST9001@1.2 is named here, and this cannot be moved: ", _tool.Error);
    }

    [Fact]
    public void What_was_reworded_moves_and_is_told_for_review()
    {
        Given("using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S4\"), V1_2.Covers(V1_2.Ksb.S4)] class A;\n");
        _tool.With("App/new.standard.json", Standard("1.3", [.. Skills.Skip(1).Select(s => s.Replace("in any wind", "in a strong wind", StringComparison.Ordinal))]));

        Assert.Equal(0, Migrate());
        Assert.Contains("CoversKsbs(\"S3\"), V1_3.Covers(V1_3.Ksb.S3)", _tool.Read("App/Module.cs"));
        Assert.Contains("App/Module.cs(3,41): S4 became S3 and was reworded (72 % the same words)", _tool.Error);
        Assert.EndsWith("0 references left, 2 to review\n", _tool.Error);
    }

    [Fact]
    public void A_version_that_nobody_knows_is_pointed_to_and_one_that_was_not_asked_for_is_passed_over()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.0\")] class A;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class B;\n");

        Assert.Equal(1, Migrate());
        Assert.Contains("App/Module.cs(2,14): ST9001@1.0 is named here, of which no document is known; left as it is\n", _tool.Error);
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.2", "--from", "ST9001@1.3"));
        Assert.Contains("CoversKsbs(\"S10\")", _tool.Read("App/Module.cs"));
        Assert.Contains("ST9001@1.0", _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void A_file_of_two_projects_is_rewritten_once()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10, S11\")] class A;\n");
        _tool.With("Lib/Lib.csproj", CompilerCalls.Project("<Compile Include=\"../App/Module.cs\" />")).With("Lib/old.standard.json", _tool.Read("App/old.standard.json"));

        Assert.Equal(0, Migrate());
        Assert.Contains("CoversKsbs(\"S9, S10\")", _tool.Read("App/Module.cs"));
        Assert.Equal("App/Module.cs: written\n1 file changed; 0 references left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void A_project_that_takes_no_lock_moves_without_one_and_one_with_another_lock_is_refused()
    {
        const string Code = "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class A;\n";
        const string Empty = """{"document": "competency.lock/1", "files": {}, "types": {"A, App": {"ST9001@1.2": {"S10": "0000000000000000 Nothing."}}}}""";
        Given(Code);
        _tool.With("App/competency.lock.json", Empty).With("competency.lock.json", Empty);

        Assert.Equal((2, Code), (Migrate(), _tool.Read("App/Module.cs")));
        Assert.Contains("; name it with --lock\n", _tool.Error);
        File.Delete(_tool.PathOf("App/competency.lock.json"));
        _tool.With("App/App.csproj", CompilerCalls.Project("<CompetencyLockFile>none</CompetencyLockFile>"));
        Assert.Equal(0, Migrate());
        Assert.Contains("S9", _tool.Read("App/Module.cs"));
    }

    /// <summary>What a string names by <c>nameof</c> is a member, and one place.</summary>
    [Fact]
    public void What_nameof_says_is_moved_and_told_once()
    {
        Given("using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(nameof(V1_2.Ksb.S10) + \", \" + nameof(V1_2.Ksb.S9))] class A;\n");

        Assert.Equal(1, Migrate());
        Assert.Contains("CoversKsbs(nameof(V1_3.Ksb.S9) + ", _tool.Read("App/Module.cs"));
        Assert.Equal(_tool.Error.Split('\n').Where(l => l.Contains("): ", StringComparison.Ordinal)).Distinct(), _tool.Error.Split('\n').Where(l => l.Contains("): ", StringComparison.Ordinal)));
    }

    /// <summary>The lock keeps no line of a code that only a name said, which moved.</summary>
    [Fact]
    public void What_nameof_says_follows_the_lock_as_the_member_that_it_is()
    {
        _tool.With("App/App.csproj", CompilerCalls.Project()).With("App/a.standard.json", Standard("1.2", Skills))
            .With("App/Module.cs", "using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(nameof(V1_2.Ksb.S10))] class A { }\n");
        Assert.Equal(0, _tool.Run("lock", "@"));

        _tool.With("App/a.standard.json", Standard("1.2", Without9));
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));

        Assert.Contains("0 references left", _tool.Error);
        Assert.Contains("nameof(V1_2.Ksb.S9)", _tool.Read("App/Module.cs"));
        Assert.DoesNotContain("\"S10\"", _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    /// <summary>The name of something else would have to be renamed everywhere: it is left and listed, and the rest moves.</summary>
    [Fact]
    public void The_name_of_a_constant_of_ones_own_is_left_and_listed()
    {
        Given("using Competency;\nusing App.Standards;\n[ForStandard(\"ST9001@1.2\")] class A { const string S10 = \"x\"; [CoversKsbs(nameof(S10))] void M() { } [CoversKsbs(\"S11\")] void N() { } }\n");

        Assert.Equal(1, Migrate());
        Assert.Contains("const string S10 = \"x\"; [CoversKsbs(nameof(S10))] void M() { } [CoversKsbs(\"S10\")] void N()", _tool.Read("App/Module.cs"));
        Assert.Contains("S10 is of ST9001@1.2; left as it is", _tool.Error);
    }

    [Fact]
    public void Constants_are_rewritten_once_where_they_are_declared_however_many_read_them()
    {
        Given(
            """
            using Competency;
            [assembly: ForStandard(Ids.Standard)]
            [CoversKsbs(Ids.Ten)] class A { [CoversKsbs($"{Ids.Ten}-S12")] void M() { } }
            [CoversKsbs(Ids.Ten + ", " + Ids.Eleven)] class B { [KsbNotation] const string Own = Ids.Eleven; }
            """);
        _tool.With("App/Ids.cs", "static class Ids\n{\n    public const string Standard = \"ST9001@1.2\";\n    public const string Ten = \"S10\", Eleven = \"S11\";\n}\n");

        Assert.Equal(0, Migrate());
        Assert.Equal("static class Ids\n{\n    public const string Standard = \"ST9001@1.3\";\n    public const string Ten = \"S9\", Eleven = \"S10\";\n}\n", _tool.Read("App/Ids.cs"));
        Assert.Contains("$\"{Ids.Ten}-S11\"", _tool.Read("App/Module.cs"));
        Assert.Equal("App/Ids.cs: written\nApp/Module.cs: written\n2 files changed; 0 references left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void A_constant_that_two_standards_read_is_left_and_told_and_what_hangs_together_with_it()
    {
        Given(
            """
            using Competency;
            static class Ids { public const string Ten = "S10"; }
            [ForStandard("ST9001@1.2"), CoversKsbs(Ids.Ten)] class A;
            [ForStandard("ST9002@1.0"), CoversKsbs(Ids.Ten)] class B;
            """);
        _tool.With("App/other.standard.json", Standard("1.0", Skills, "ST9002"));

        Assert.Equal(1, Migrate());
        Assert.Contains("""Ten = "S10";""", _tool.Read("App/Module.cs"));
        Assert.Contains("""[ForStandard("ST9001@1.3"), CoversKsbs(Ids.Ten)]""", _tool.Read("App/Module.cs"));
        Assert.Contains("App/Module.cs(2,47): S10 is of ST9001@1.2; left as it is: other references read the same constant, and it cannot become what each of them needs\n", _tool.Error);
        Assert.Contains("1 file changed; 1 reference left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void Generated_types_and_their_members_go_along_under_every_name_that_they_have() => Becomes(
        """
        using Competency;
        using App.Standards;
        using K = App.Standards.V1_2;
        using Alias = App.Standards.V1_2.Ksb;
        using static App.Standards.V1_2;

        /// <summary>Of <see cref="V1_2.Ksb.S10"/>.</summary>
        [ForStandard<V1_2>, CoversKsbs("S12"), V1_2.Covers(V1_2.Ksb.S1, V1_2.Ksb.S10), App.Standards.V1_2.Covers(Ksb.S11)]
        class A
        {
            const Ksb Best = K.Ksb.S12;
            Alias Other => Alias.S10;
            Duty First => Duty.Duty1;
            KsbSet Set => V1_2.Set(Ksb.S10, Best);
            KsbSet Selected => V1_2.Standard.Select("S10");
            string Name => nameof(Ksb.S11);
            string V1_2_Text = "V1_2.Ksb.S10";
            bool Is(Ksb ksb) => ksb is Ksb.S10 or V1_2.Ksb.S12 && new[] { 1 }.Length > 0;
        }
        """,
        """
        using Competency;
        using App.Standards;
        using K = App.Standards.V1_3;
        using Alias = App.Standards.V1_3.Ksb;
        using static App.Standards.V1_3;

        /// <summary>Of <see cref="V1_3.Ksb.S9"/>.</summary>
        [ForStandard<V1_3>, CoversKsbs("S11"), V1_3.Covers(V1_3.Ksb.S1, V1_3.Ksb.S9), App.Standards.V1_3.Covers(Ksb.S10)]
        class A
        {
            const Ksb Best = K.Ksb.S11;
            Alias Other => Alias.S9;
            Duty First => Duty.Duty1;
            KsbSet Set => V1_3.Set(Ksb.S9, Best);
            KsbSet Selected => V1_3.Standard.Select("S9");
            string Name => nameof(Ksb.S10);
            string V1_2_Text = "V1_2.Ksb.S10";
            bool Is(Ksb ksb) => ksb is Ksb.S9 or V1_3.Ksb.S11 && new[] { 1 }.Length > 0;
        }
        """);

    [Fact]
    public void What_has_no_successor_is_left_and_listed_and_a_member_goes_on_naming_the_old_type()
    {
        Given(
            """
            using Competency;
            using static App.Standards.V1_2;
            [ForStandard("ST9001@1.2")]
            [CoversKsbs("S8-S10, S9")]
            class A { Ksb Left() => Ksb.S9; [Covers(Ksb.S10)] void M() { } }
            """);

        Assert.Equal(1, Migrate());
        Assert.Equal(
            """
            using Competency;
            using static App.Standards.V1_3;
            [ForStandard("ST9001@1.3")]
            [CoversKsbs("S8-S9, S9")]
            class A { Ksb Left() => global::App.Standards.V1_2.Ksb.S9; [Covers(Ksb.S9)] void M() { } }
            """,
            _tool.Read("App/Module.cs"));
        Assert.Contains(
            "App/Module.cs(4,14): S9 'Trim lamps at dusk.' has no successor in ST9001@1.3; left as it is\nApp/Module.cs(4,22): S9 'Trim lamps at dusk.' has no successor in ST9001@1.3; left as it is\n"
            + "App/Module.cs(5,29): S9 'Trim lamps at dusk.' has no successor in ST9001@1.3; left as it is\n1 file changed; 3 references left, 0 to review\n",
            _tool.Error);
        Assert.Contains("CS0266", _tool.Error);
        Assert.Contains("1 error of the compiler until what is left has been settled\n", _tool.Error);
    }

    [Fact]
    public void What_is_of_another_standard_or_version_or_no_reference_is_not_touched()
    {
        const string Code = """
            using Competency;
            [ForStandard("ST9002@1.2"), CoversKsbs("S10")] class A { string S = "S10"; }
            [ForStandard("ST9001@1.3"), CoversKsbs("S10")] class B { const string C = "S12"; void M() => System.Console.WriteLine(C); }
            [CoversKsbs("S10")] class C;
            """;
        Given(Code);
        _tool.With("App/other.standard.json", Standard("1.2", Skills, "ST9002"));

        Assert.Equal((0, Code), (Migrate(), _tool.Read("App/Module.cs")));
        Assert.Equal("0 files changed; 0 references left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void Two_versions_in_force_together_are_left_two_and_one_code_for_two_standards_is_left()
    {
        const string Code = """
            using Competency;
            [ForStandard("ST9001@1.2"), ForStandard("ST9001@1.3"), CoversKsbs("S10")] class A;
            [ForStandard("ST9001@1.2"), ForStandard("ST9002@1.0"), CoversKsbs("S10, S1")] class B;
            """;
        Given(Code);
        _tool.With("App/other.standard.json", Standard("1.0", Skills, "ST9002"));

        Assert.Equal(1, Migrate());
        Assert.Equal(Code.Replace("1.2\"), ForStandard(\"ST9002", "1.3\"), ForStandard(\"ST9002", StringComparison.Ordinal), _tool.Read("App/Module.cs"));
        Assert.Contains("ST9001@1.2 and ST9001@1.3 are in force together here; left as it is\n", _tool.Error);
        Assert.Contains("App/Module.cs(3,68): S10 is of ST9001@1.2 and of ST9002@1.0 here; left as it is\n", _tool.Error);
    }

    [Fact]
    public void What_the_compiler_does_not_see_is_pointed_to()
    {
        Given("class A\n{\n    // ST9001@1.2\n    string S = \"ST9001@1.2\", T = \"ST9001@1.20\";\n#if NEVER\n    string U = \"ST9001@1.2\";\n#endif\n}\n");
        _tool.With("Loose.cs", "// ST9001@1.2").With("App/obj/Made.cs", "// ST9001@1.2");

        Assert.Equal(1, Migrate());
        Assert.Equal(
            "App/Module.cs(4,17): ST9001@1.2 is named here, where the compiler sees no reference; left as it is\nApp/Module.cs(6,17): ST9001@1.2 is named here, where the compiler sees no reference; left as it is\n"
            + "Loose.cs(1,4): ST9001@1.2 is named here; it belongs to no project that refers to Competency, and it is left as it is\n0 files changed; 3 references left, 0 to review\n",
            string.Concat(_tool.Error.Split('\n').Order(StringComparer.Ordinal).SkipWhile(l => l.Length == 0).Where(l => !l.StartsWith('0')).Select(l => l + "\n")) + _tool.Error.Split('\n')[^2] + "\n");
    }

    [Theory]
    [InlineData("using static App.Standards.V1_2.Ksb;", "", "object K = S12, S = x.S12;", "S12 17")]
    [InlineData("", "global using static App.Standards.V1_2.Ksb;", "object K = S12, S = x.S12;", "S12 17")]
    [InlineData("", "global using Skill = App.Standards.V1_2.Ksb;", "object K = Skill.S12;", "S12 23")]
    [InlineData("", "", "object K = S12;", "")]
    [InlineData("", "", "string K = $\"{From}, S12\";", "S12 27")]
    [InlineData("", "", "string K = $\"{From}-S12\";", "S12 26")]
    [InlineData("", "", "string K = $\"S10, S12-{To}\";", "S10 19;S12 24")]
    [InlineData("", "", "string K = \"S10, all of it; S12\";", "S10 18;S12 34")]
    [InlineData("", "", "string K = \"The S10 of all, or S12 again\";", "")]
    [InlineData("", "", "string K = $\"S12{n}\", L = $\"{n}S12\", M = $\"S10-S12{n}, S14\";", "S14 61")]
    [InlineData("", "", "string K = \"S1\" + \"2\", L = \"S10-\" + \"S12\" + \", S14\";", "S12 18;S10-S12 34;S14 53")]
    [InlineData("", "", "string K = \"S12\" + n, L = n + \"S12\", M = \"S10, S12\" + $\"3{n}, S14\";", "S10 48;S14 68")]
    public void What_if_leaves_out_is_listed_by_bare_names_and_in_mixed_strings_as_well(string usings, string global, string line, string found)
    {
        Given($"using Competency;\n{usings}\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S1\")] class A\n{{\n#if FOO\n     {line}\n#endif\n}}\n");
        _tool.With("App/Global.cs", global);

        Migrate();
        var listed = _tool.Error.Split('\n').Where(l => l.Contains("stands in code that #if leaves out", StringComparison.Ordinal));
        Assert.Equal(found.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(' ')).Select(f => $"App/Module.cs(6,{f[1]}): {f[0]} stands in code that #if leaves out, and is not the same in ST9001@1.3; left as it is"), listed);
    }

    [Fact]
    public void References_in_code_that_if_leaves_out_are_listed_where_they_would_be_others()
    {
        const string Code = "using Competency;\nusing App.Standards;\nusing Alias = App.Standards.V1_2.Ksb;\n[ForStandard(\"{0}\")] class A\n{{\n#if FOO\n    [CoversKsbs(\"S1, S10-S11\")] void M9() {{ Go(\"S3 of S12\", $\"S12\", V1_2.Ksb.S12, {1}.Ksb.S1, foo.S12); }}\n#if BAR\n"
            + "    [CoversKsbs(\"S1, ST9002:S12\", Alias.S9)]\n#endif\n#else\n    [CoversKsbs(\"{2}\")] void M2() {{ }}\n#endif\n}}\n";
        string Written(params string[] of) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Code, of);
        Given(Written("ST9001@1.2", "V1_2", "S10"));
        _tool.With("App/Other.cs", "class B\n{\n#if FOO\n    string Bucket = \"S12\";\n#endif\n}\n");

        Assert.Equal(1, Migrate());
        Assert.Equal(
            [
                "App/Module.cs(7,22): S10-S11 stands in code that #if leaves out, and is not the same in ST9001@1.3; left as it is",
                "App/Module.cs(7,63): S12 stands in code that #if leaves out, and is not the same in ST9001@1.3; left as it is",
                "App/Module.cs(7,78): S12 stands in code that #if leaves out, and is not the same in ST9001@1.3; left as it is",
                "App/Module.cs(9,41): S9 stands in code that #if leaves out, and is not the same in ST9001@1.3; left as it is",
            ],
            _tool.Error.Split('\n').Where(l => l.StartsWith("App/", StringComparison.Ordinal) && l.Contains("#if", StringComparison.Ordinal)));
        Assert.Contains("M2", _tool.Read("App/Module.cs"));
        Assert.Contains("[CoversKsbs(\"S9\")] void M2()", _tool.Read("App/Module.cs"));
        Assert.Contains("1 file changed; 4 references left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void A_range_that_splits_keeps_its_weight()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S1-S2:40\")] class A;\n");
        _tool.With("App/new.standard.json", Standard("1.3", [Skills[0], "Mend fishing nets.", .. Skills[1..]]));

        Assert.Equal(0, Migrate());
        Assert.Contains("CoversKsbs(\"S1:40, S3:40\")", _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void Bytes_stay_as_they_are_whatever_the_encoding()
    {
        const string Code = "using Competency;\r\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")]\r\n// naïve – é\rclass A;\n\n";
        Given("class None;");
        var old = Encoding.Latin1.GetBytes(Code.Replace('–', '-').Replace("class A", "class D", StringComparison.Ordinal));
        File.WriteAllBytes(_tool.PathOf("App/A.cs"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Code)]);
        File.WriteAllBytes(_tool.PathOf("App/B.cs"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Code.Replace("class A", "class B", StringComparison.Ordinal))]);
        File.WriteAllBytes(_tool.PathOf("App/C.cs"), old);

        Assert.Equal(0, Migrate());
        var after = Code.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("S10", "S9", StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(after)], File.ReadAllBytes(_tool.PathOf("App/A.cs")));
        Assert.Equal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(after.Replace("class A", "class B", StringComparison.Ordinal))], File.ReadAllBytes(_tool.PathOf("App/B.cs")));
        Assert.Equal(Encoding.Latin1.GetString(old).Replace("1.2", "1.3", StringComparison.Ordinal).Replace("S10", "S9", StringComparison.Ordinal), Encoding.Latin1.GetString(File.ReadAllBytes(_tool.PathOf("App/C.cs"))));
    }

    [Fact]
    public void Data_files_CSharp_and_the_lock_go_together_or_not_at_all()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S9, S10\")] class A;\n");
        _tool.With("App/m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "S11"}]}""");
        Assert.Equal((0, 0), (_tool.Run("lock", "@"), _tool.Run("lock", "@", "--check")));

        Assert.Equal(1, Migrate("--dry-run"));
        Assert.Contains("-[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S9, S10\")] class A;\n+[ForStandard(\"ST9001@1.3\"), CoversKsbs(\"S9, S9\")] class A;\n", _tool.Output);
        Assert.Contains("competency.lock.json\n", _tool.Output);
        Assert.Contains("1.2", _tool.Read("App/Module.cs"));

        File.SetAttributes(_tool.PathOf("App/Module.cs"), FileAttributes.ReadOnly);
        Assert.Equal(3, Migrate());
        Assert.Contains("1.2", _tool.Read("App/m.mapping.json"));
        File.SetAttributes(_tool.PathOf("App/Module.cs"), FileAttributes.Normal);

        Assert.Equal(1, Migrate());
        Assert.Contains("S10\"", _tool.Read("App/m.mapping.json"));
        Assert.Contains("\"S9\": \"", _tool.Read("competency.lock.json"));
        Assert.DoesNotContain("1.2", _tool.Read("competency.lock.json"));

        // The lock knows which S9 nobody has settled, and no more moves until somebody does.
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Contains("App/Module.cs(2,41): error KSB1006: S9 changed meaning: it meant 'Trim lamps at dusk.'", _tool.Output);
        _tool.With("App/next.standard.json", Standard("1.4", Without9));
        Assert.Equal(1, _tool.Run("migrate", "@", "--to", "ST9001@1.4"));
        Assert.Contains("These references in C# changed meaning since the lock; settle them first\nNothing was changed.\n", _tool.Error);
        Assert.Equal((0, 0), (_tool.Run("lock", "@", "--accept"), _tool.Run("migrate", "@", "--to", "ST9001@1.4")));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void Nothing_is_written_outside_the_given_paths_nor_in_generated_files()
    {
        using var elsewhere = new ToolRun().With("Shared.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class Shared;\n");
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(Made.Ten)] class A;\n");
        _tool.With("App/Made.g.cs", "static class Made { public const string Ten = \"S10\"; }");

        Assert.Equal(1, Migrate());
        Assert.Contains("left as it is: it is not written out in a file of these projects that people write\n", _tool.Error);
        Assert.Contains("S10", _tool.Read("App/Made.g.cs"));

        var before = _tool.Read("App/Module.cs");
        File.CreateSymbolicLink(_tool.PathOf("App/Link.cs"), elsewhere.PathOf("Shared.cs"));
        _tool.With("App/More.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class More;\n");
        Assert.Equal(3, Migrate());
        Assert.Contains("App/Link.cs: This is a symbolic link that leads outside the given paths; what it leads to is not written\n", _tool.Error);
        Assert.Contains("1.2", _tool.Read("App/More.cs"));

        File.Delete(_tool.PathOf("App/Link.cs"));
        _tool.With("App/App.csproj", CompilerCalls.Project($"<Compile Include=\"{elsewhere.PathOf("Shared.cs")}\" />"));
        Assert.Equal(3, Migrate());
        Assert.Contains("This file would have to be written as well, and lies outside the given paths\n", _tool.Error);
        Assert.Equal((before, 0), (_tool.Read("App/Module.cs"), elsewhere.Read("Shared.cs").Split("1.3").Length - 1));
    }

    [Fact]
    public void Projects_that_refer_to_one_another_move_together()
    {
        Given("using Competency;\nusing App.Standards;\npublic static class Ids { public const string Ten = \"S10\"; }\n[ForStandard<V1_2>] class A;\n");
        _tool.With("Lib/Lib.csproj", CompilerCalls.Project("<ProjectReference Include=\"../App/App.csproj\" />"))
            .With("Lib/B.cs", "using Competency;\nusing App.Standards;\n[ForStandard<V1_2>, CoversKsbs(Ids.Ten + \"-S11\"), V1_2.Covers(V1_2.Ksb.S12)] class B;\n");

        Assert.Equal(0, Migrate());
        Assert.Contains("Ten = \"S9\"", _tool.Read("App/Module.cs"));
        Assert.Equal("using Competency;\nusing App.Standards;\n[ForStandard<V1_3>, CoversKsbs(Ids.Ten + \"-S10\"), V1_3.Covers(V1_3.Ksb.S11)] class B;\n", _tool.Read("Lib/B.cs"));
    }

    [Fact]
    public void What_another_assembly_says_is_not_moved_and_what_hangs_on_it_is_left()
    {
        CompilerCalls.Build(
            _tool.PathOf("Lib/Lib.csproj"),
            "using Competency; public static class Api { public const string Ten = \"S10\"; [ForStandard(\"ST9001@1.2\")] public static void Of([KsbNotation] string codes) { } public static void Any([KsbNotation] string codes) { } }");
        Given(
            """
            using Competency;
            [ForStandard("ST9001@1.2")]
            class A
            {
                void M() { Api.Of("S11"); Api.Any("S12"); Api.Any(Api.Ten); Api.Of("S1"); }
            }
            """);
        _tool.With("App/App.csproj", CompilerCalls.Project("<ProjectReference Include=\"../Lib/Lib.csproj\" />"));

        Assert.Equal(1, Migrate());
        Assert.Contains("""Api.Of("S11"); Api.Any("S11"); Api.Any(Api.Ten); Api.Of("S1");""", _tool.Read("App/Module.cs"));
        Assert.Contains("App/Module.cs(5,24): S11 is of ST9001@1.2 here; left as it is\nApp/Module.cs(5,55): S10 is of ST9001@1.2; left as it is: it is not written out in a file of these projects that people write\n1 file changed; 2 references left, 0 to review\n", _tool.Error);
    }

    [Fact]
    public void A_project_that_is_named_moves_by_itself()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class A;\n");
        _tool.With("Other/Other.csproj", CompilerCalls.Project()).With("Other/B.cs", "using Competency;\n[ForStandard(\"ST9001@1.2\")] class B;\n").With("App/m.mapping.json", Samples.Mapping);

        Assert.Equal(0, _tool.Run("migrate", "@App/App.csproj", "--to", "ST9001@1.3", "--standards", "@App"));
        Assert.Contains("S9", _tool.Read("App/Module.cs"));
        Assert.Contains("1.2", _tool.Read("Other/B.cs"));
        Assert.Equal(Samples.Mapping, _tool.Read("App/m.mapping.json"));
    }

    [Fact]
    public void A_project_that_cannot_be_read_changes_nothing_unless_CSharp_is_left_out()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\")] class A;\n");
        _tool.With("App/m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "S11"}]}""");
        _tool.Build = project => new ProjectCalls([], null, $"{project}: The project is not restored; run dotnet restore first");

        Assert.Equal(3, Migrate());
        Assert.Equal("App/App.csproj: The project is not restored; run dotnet restore first. C# is left out with --no-csharp\nNothing was changed.\n", _tool.Error.Replace("./", "", StringComparison.Ordinal));
        Assert.Contains("S11", _tool.Read("App/m.mapping.json"));

        Assert.Equal(1, Migrate("--no-csharp"));
        Assert.Contains("S10", _tool.Read("App/m.mapping.json"));
        Assert.Contains("App/Module.cs(2,15): ST9001@1.2 is named here; C# is left out, and it is left as it is\n", _tool.Error);
    }

    [Fact]
    public void A_project_that_has_nothing_to_do_with_it_is_not_asked()
    {
        Given("class A;");
        _tool.With("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        _tool.Build = _ => throw new InvalidOperationException("asked");

        Assert.Equal(0, Migrate());
        _tool.With("App/App.csproj", CompilerCalls.Project()).With("App/obj/project.assets.json", """{"libraries": {"Other/1.0.0": {}}}""");
        Assert.Equal(0, Migrate());
    }

    [Fact]
    public void A_project_that_does_not_compile_is_moved_as_far_as_it_is_understood_and_told()
    {
        Given("using Competency;\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(\"S10\")] class A { Missing M; }\n");

        Assert.Equal(1, Migrate());
        Assert.Contains("App.csproj: The project does not compile (", _tool.Error);
        Assert.Contains("CS0246", _tool.Error);
        Assert.Contains("S9", _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void A_move_that_would_break_the_build_is_not_made()
    {
        // The local function's parameter hides the new type's name.
        Given("using Competency;\nusing App.Standards;\nclass A { KsbSet M(int V1_3) => V1_2.Set(V1_2.Ksb.S1); }\n");

        Assert.Equal(1, Migrate());
        Assert.Contains("of the compiler would come of this\nNothing was changed.\n", _tool.Error);
        Assert.Contains("V1_2.Ksb.S1", _tool.Read("App/Module.cs"));
    }

    [Fact]
    public void A_version_published_anew_is_followed_by_the_lock_in_data_files_and_in_CSharp()
    {
        _tool.With("App/App.csproj", CompilerCalls.Project())
            .With("App/a.standard.json", Standard("1.2", Skills))
            .With("App/Module.cs", "using Competency;\nusing App.Standards;\nstatic class Ids { public const string Ten = \"S10\"; }\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(Ids.Ten + \"-S12, S1\")] class A { V1_2.Ksb K = V1_2.Ksb.S12; [CoversKsbs(\"S9\")] void M() { } }\n")
            .With("m.mapping.json", """{"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "evidence", "items": [{"id": "a", "covers": "S11, S9"}]}""");
        Assert.Equal(2, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));
        Assert.Contains("These references are of ST9001@1.2 already, and no other version is known. Where it was published anew, only a lock says what they meant, and there is none at competency.lock.json\n", _tool.Error);

        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));
        Assert.Equal("0 files changed; 0 references left, 0 to review\n", _tool.Error);

        _tool.With("App/a.standard.json", Standard("1.2", Without9));
        Assert.Equal(1, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));
        Assert.Equal("using Competency;\nusing App.Standards;\nstatic class Ids { public const string Ten = \"S9\"; }\n[ForStandard(\"ST9001@1.2\"), CoversKsbs(Ids.Ten + \"-S11, S1\")] class A { V1_2.Ksb K = V1_2.Ksb.S11; [CoversKsbs(\"S9\")] void M() { } }\n", _tool.Read("App/Module.cs"));
        Assert.Contains("\"covers\": \"S10, S9\"", _tool.Read("m.mapping.json"));
        Assert.Contains("App/Module.cs(4,113): S9 changed meaning: it meant 'Trim lamps at dusk.' when it was reviewed, and means 'Paint signs by hand.' in ST9001@1.2; that statement was withdrawn; left as it is\n", _tool.Error);
        Assert.Contains("m.mapping.json(1,122): S9 changed meaning", _tool.Error);

        // S9 is one code of the class: the one that moved there and the one that was left are told until somebody looks.
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.DoesNotContain("not up to date", _tool.Error);
        Assert.Equal((0, 0), (_tool.Run("lock", "@", "--accept"), _tool.Run("lock", "@", "--check")));
    }

    private const string Commented = "using App.Standards;\n/// <summary>{0}</summary>\nclass A {{ /// <summary>{1}</summary>\n    object K = V1_2.Ksb.{2}; }}\n";

    /// <summary>Also what the enum has no more, which is no error in a comment.</summary>
    [Fact]
    public void Names_in_documentation_comments_are_watched_and_follow_a_version_published_anew()
    {
        static string Code(string a, string b, string c) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Commented, $"<see cref=\"V1_2.Ksb.{a}\"/>", $"See <see cref=\"App.Standards.V1_2.Ksb.{b}\"/>.", c);
        _tool.With("App/App.csproj", CompilerCalls.Documented()).With("App/a.standard.json", Standard("1.2", Skills)).With("App/Module.cs", Code("S10", "S12", "S1"));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Contains("\"S12\"", _tool.Read("competency.lock.json"));

        _tool.With("App/a.standard.json", Standard("1.2", Without9));
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Contains("App/Module.cs(2,34): error KSB1006: S10 changed meaning", _tool.Error + _tool.Output);
        Assert.Contains("App/Module.cs(3,62): error KSB1006: S12 changed meaning", _tool.Error + _tool.Output);
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));

        Assert.Equal(Code("S9", "S11", "S1"), _tool.Read("App/Module.cs"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    /// <summary>Where the build reads no documentation it reports nothing, and nothing is locked; what code beside it says goes for the comment as well.</summary>
    [Fact]
    public void Names_in_comments_that_the_build_does_not_read_are_not_locked_and_go_along_with_code()
    {
        static string Code(string a, string b, string c) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Commented, $"<see cref=\"V1_2.Ksb.{a}\"/>", $"See <see cref=\"V1_2.Ksb.{b}\"/>.", c);
        _tool.With("App/App.csproj", CompilerCalls.Project()).With("App/a.standard.json", Standard("1.2", Skills)).With("App/Module.cs", Code("S10", "S11", "S10"));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.DoesNotContain("\"S11\"", _tool.Read("competency.lock.json"));

        _tool.With("App/a.standard.json", Standard("1.2", Without9));
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.DoesNotContain("Module.cs(2,", _tool.Error + _tool.Output);
        Assert.Contains("Module.cs(4,", _tool.Error + _tool.Output);
        Assert.Equal(0, _tool.Run("migrate", "@", "--to", "ST9001@1.2"));

        Assert.Equal(Code("S9", "S11", "S9"), _tool.Read("App/Module.cs"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    /// <summary>A comment must not name another statement in silence either.</summary>
    [Fact]
    public void A_name_in_a_comment_without_a_successor_goes_on_naming_the_old_type()
    {
        _tool.With("App/App.csproj", CompilerCalls.Documented()).With("App/old.standard.json", Standard("1.2", Skills)).With("App/new.standard.json", Standard("1.3", Without9))
            .With("App/Module.cs", "using App.Standards;\nusing static App.Standards.V1_2.Ksb;\n/// <summary><see cref=\"V1_2.Ksb.S9\"/> <see cref=\"S9\"/> <see cref=\"S10\"/></summary>\nclass A { object K = V1_2.Ksb.S11; }\n");

        Assert.Equal(1, Migrate());

        Assert.Equal(
            "using App.Standards;\nusing static App.Standards.V1_3.Ksb;\n/// <summary><see cref=\"V1_2.Ksb.S9\"/> <see cref=\"global::App.Standards.V1_2.Ksb.S9\"/> <see cref=\"S9\"/></summary>\nclass A { object K = V1_3.Ksb.S10; }\n",
            _tool.Read("App/Module.cs"));
        Assert.Contains("App/Module.cs(3,34): S9 'Trim lamps at dusk.' has no successor in ST9001@1.3; left as it is\n", _tool.Error);
    }

    private static string Standard(string version, IReadOnlyList<string> skills, string reference = "ST9001") =>
        $$"""{"document": "competency.standard/1", "reference": "{{reference}}", "version": "{{version}}", "title": "Kite maker", "typeName": "{{(reference == "ST9001" ? "V" : "W")}}{{version.Replace('.', '_')}}", "duties": [{"number": 1, "text": "Work.", "ksbs": "K1, S1-S{{skills.Count}}"}], "ksbs": [{"code": "K1", "text": "Cloth."}, {{string.Join(", ", skills.Select((s, i) => $$"""{"code": "S{{i + 1}}", "text": "{{s}}"}"""))}}]}""";
}
