namespace Competency.Package.Tests;

/// <summary>Consumers built from the package alone.</summary>
public class ConsumerTests(Packages packages)
{
    private static readonly string Mammography = Repository.Read("data", "standards", "ST0583.standard.json");

    private const string Program = """
        using Competency;
        using App.Standards;

        Console.WriteLine($"{MammographyAssociate.Standard} {KsbSet.All(MammographyAssociate.Standard)}");
        Console.WriteLine(string.Join(" ", typeof(Positioning).GetCustomAttributes(false).OfType<KsbReferenceAttribute>().SelectMany(a => a.Codes)));

        [MammographyAssociate.Covers(MammographyAssociate.Ksb.K1, MammographyAssociate.Ksb.S3)]
        class Positioning;
        """;

    private const string GoodMapping = """
        {
          "document": "competency.mapping/1",
          "standard": "ST0583@1.2",
          "kind": "programme",
          "items": [
            { "id": "M1", "title": "Everything", "covers": "K1-K46, S1-S40, B1-B4" }
          ]
        }
        """;

    [Fact]
    public void A_good_consumer_builds_without_a_word_and_runs()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .File("Program.cs", Program)
            .File("standards/ST0583.standard.json", Mammography)
            .File("programme.mapping.json", GoodMapping);

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal("ST0583@1.2 Mammography associate K1-K46, S1-S40, B1-B4\nK1 S3", consumer.Run("App.csproj"));
    }

    [Fact]
    public void A_broken_consumer_fails_with_exactly_these_lines()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj")
            .File("Program.cs", """
                using Competency;
                using App.Standards;

                Console.WriteLine(MammographyAssociate.Standard.Select("K1-K10, K47"));

                [ForStandard("ST0583@1.3")]
                [CoversKsbs("K1, К2")]
                class A;

                [ForStandard<MammographyAssociate>]
                [CoversKsbs("K1,\tS41, OCC0220:K1")]
                class B;
                """)
            .File("ST0583.standard.json", Mammography)
            .File("deep/down/programme.mapping.json", "\uFEFF" + GoodMapping.Replace("S40", "S41", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal))
            .File("other.mapping.json", GoodMapping.Replace("@1.2", "@2.0", StringComparison.Ordinal))
            .File("own.standard.json", """
                {
                  "document": "competency.standard/1",
                  "reference": "ST0001", "version": "1.0", "title": "Own",
                  "duties": [ { "number": 1, "text": "x", "ksbs": "K1, K2, S1" } ],
                  "ksbs": [ { "code": "K1", "text": "x" }, { "code": "S1", "text": "y" }, { "code": "S2", "text": "z" } ],
                }
                """);

        var (exitCode, lines) = consumer.Build("App.csproj");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "Program.cs(11,19): error KSB1001: S41 is not in ST0583@1.2 (Mammography associate), which has S1-S40; did you mean S40?",
                "Program.cs(11,24): error KSB1007: No document of the standard OCC0220 is known here; known: ST0583@1.2",
                "Program.cs(4,65): error KSB1001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?",
                "Program.cs(6,15): error KSB1007: ST0583@1.3 is not known here; known of ST0583: 1.2",
                "Program.cs(7,18): error KSB1002: 'К2' holds the look-alike 'К' (U+041A) and is not K2; write K2 in plain letters and digits",
                "deep/down/programme.mapping.json(6,64): error KSB3001: S41 is not in ST0583@1.2 (Mammography associate), which has S1-S40; did you mean S40?",
                "other.mapping.json(3,15): error KSB3004: ST0583@2.0 is not known here; known of ST0583: 1.2",
                "own.standard.json(6,1): error KSB2007: A comma stands before '}'; JSON allows none there",
            ],
            lines);
    }

    [Fact]
    public void The_nearest_lock_upward_of_a_project_watches_what_its_references_mean()
    {
        // K2 and K3 changed places since they were reviewed.
        static string Lock(string k3) => $$"""
            {
              "document": "competency.lock/1",
              "files": {},
              "types": {
                "Module, App": {
                  "ST0583@1.2": {
                    "K1": "3728f83a504e1f59 Principles of person-centred care.",
                    "K3": "{{k3}}"
                  }
                }
              }
            }
            """;
        using var project = packages.NewConsumer()
            .Project("src/App/App.csproj", isProgram: false)
            .File("competency.lock.json", Lock("9a5dc0017bb238f1 Normal breast anatomy, physiology, and pathology."))
            .File("src/App/ST0583.standard.json", Mammography)
            .File("src/App/Module.cs", "using App.Standards;\n[MammographyAssociate.Covers(MammographyAssociate.Ksb.K1, MammographyAssociate.Ksb.K3)] class Module;\n");

        var (exitCode, lines) = project.Build("src/App/App.csproj");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^src/App/Module\.cs\(2,84\): error KSB1006: K3 changed meaning: it meant '.*' when it was reviewed, and means '.*' in ST0583@1\.2; that statement is K2 there$", Assert.Single(lines));

        // Without incremental build noticing that the lock is another, this would fail still.
        project.File("competency.lock.json", Lock("cfb3a85482d5c0ee Types of abnormalities of the breasts that need to be observed and recorded."));
        Assert.Equal((0, []), project.Build("src/App/App.csproj"));
        project.File("competency.lock.json", "<<<<<<< ours\n");
        Assert.Equal(["competency.lock.json(1,1): error KSB2007: The lock holds a merge conflict: two branches reviewed the same code differently; keep the line of the review that is right"], project.Build("src/App/App.csproj").Lines);
        Assert.Equal((0, []), project.Build("src/App/App.csproj", "build", "-p:CompetencyLockFile=none"));
    }

    [Fact]
    public void Severities_are_set_by_globalconfig_and_NoWarn()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<NoWarn>$(NoWarn);KSB1003</NoWarn>")
            .File(".globalconfig", "is_global = true\ndotnet_diagnostic.KSB3002.severity = error\ndotnet_diagnostic.KSB2002.severity = warning\n")
            .File("Program.cs", "[Competency.CoversKsbs(\"K1, K1\")] class Program { static void Main() { } }")
            .File("ST0583.standard.json", Mammography)
            .File("programme.mapping.json", GoodMapping.Replace("S1-S40", "S1-S39", StringComparison.Ordinal));

        var (exitCode, lines) = consumer.Build("App.csproj");

        Assert.Equal(1, exitCode);
        Assert.Collection(
            lines,
            line => Assert.Matches(@"^ST0583\.standard\.json\(\d+,\d+\): warning KSB2002: S40 of ST0583@1\.2 is mapped by no duty$", line),
            line => Assert.Equal("programme.mapping.json(3,15): error KSB3002: No item covers S40 of ST0583@1.2 (1 of 90); map them, or say \"coverage\": \"partial\"", line));
    }

    [Fact]
    public void Mappings_of_every_format_and_files_that_are_marked_are_checked_in_the_build()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<NoWarn>$(NoWarn);KSB3005</NoWarn><DefaultItemExcludes>$(DefaultItemExcludes);left/out/**</DefaultItemExcludes>", items: "<AdditionalFiles Include=\"plan.csv;notes.txt.md\" CompetencyMapping=\"true\" />")
            .File(".globalconfig", "is_global = true\ndotnet_diagnostic.KSB1003.severity = error\n")
            .File("Program.cs", "System.Console.WriteLine();")
            .File("ST0583.standard.json", Mammography)
            .File("a.mapping.csv", "\uFEFF# standard: ST0583@1.2\r\nid;ksbs\r\nM1;K1, K47\r\nM1;K1 K1\r\n")
            .File("deep/b.mapping.tsv", "# standard: ST0583@1.2\nid\tK1\tS41\nM1\tx\t\n")
            .File("c.mapping.md", "---\nstandard: ST0583@1.2\n---\n# Imaging (K1, S41)\nAWS S3 and S99 lifecycle rules\n")
            .File("plan.csv", "standard,id,ksbs\nST0583@1.2,M1,\"K1\n")
            .File("notes.txt.md", "KSBs: K1\n")
            .File("other.csv", "ksbs\nK99\n")
            .File("left/out/d.mapping.csv", "# standard: ST0583@1.2\nid;ksbs\nM1;K99\n")
            .File("README.md", "(K98, K99)\n");

        var (exitCode, lines) = consumer.Build("App.csproj");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "a.mapping.csv(3,8): error KSB3001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?",
                "a.mapping.csv(4,7): error KSB1003: K1 is named here already",
                "c.mapping.md(4,16): error KSB3001: S41 is not in ST0583@1.2 (Mammography associate), which has S1-S40; did you mean S40?",
                "deep/b.mapping.tsv(2,7): error KSB3001: S41 is not in ST0583@1.2 (Mammography associate), which has S1-S40; did you mean S40?",
                "notes.txt.md(1,1): error KSB2007: Nothing says which standard this maps; write 'standard: ST0583@1.2' between two lines '---' at the top",
                "plan.csv(2,15): error KSB2007: This quote is not closed before the end of the file",
            ],
            lines);
    }

    [Fact]
    public void A_consumer_of_a_consumer_is_checked_against_the_library_that_holds_the_standard()
    {
        using var consumer = packages.NewConsumer()
            .Project("Library/App.csproj", isProgram: false)
            .File("Library/ST0583.standard.json", Mammography)
            .File("Library/Library.cs", "namespace App; [Standards.MammographyAssociate.Covers(Standards.MammographyAssociate.Ksb.B1)] public class Module;")
            .Project("Program/Program.csproj", hasPackage: false, items: "<ProjectReference Include=\"../Library/App.csproj\" />")
            .File("Program/programme.mapping.json", GoodMapping.Replace("K46", "K47", StringComparison.Ordinal))
            .File("Program/Program.cs", Program.Replace("S3)]", "S3), CoversKsbs(\"K1\"), ForStandard<MammographyAssociate>, CoversKsbs(\"B9\")]", StringComparison.Ordinal));

        var (exitCode, lines) = consumer.Build("Program/Program.csproj");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "Program/Program.cs(7,154): error KSB1001: B9 is not in ST0583@1.2 (Mammography associate), which has B1-B4",
                "Program/programme.mapping.json(6,56): error KSB3001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?",
            ],
            lines);
    }

    [Fact]
    public void PrivateAssets_all_keeps_the_analyzers_from_the_consumers_consumer()
    {
        using var consumer = packages.NewConsumer()
            .Project("Library/App.csproj", isProgram: false, hasPackage: false, items: "<PackageReference Include=\"Competency.Core\" Version=\"*\" PrivateAssets=\"all\" />")
            .File("Library/ST0583.standard.json", Mammography)
            .File("Library/Library.cs", "namespace App; public class Module;")
            .Project("Program/Program.csproj", hasPackage: false, items: "<ProjectReference Include=\"../Library/App.csproj\" />")
            .File("Program/broken.mapping.json", "{")
            .File("Program/Program.cs", "System.Console.WriteLine(typeof(App.Module).Name);");

        Assert.Equal((0, []), consumer.Build("Program/Program.csproj"));
    }

    [Fact]
    public void Rules_alone_brings_generator_analyzers_and_readiness()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", package: "Competency.Rules")
            .File("ST0583.standard.json", Mammography)
            .File("Program.cs", """
                using App.Standards;
                using Competency;
                using Competency.Rules;

                var nobody = new Learner("L1", MammographyAssociate.Standard.Id);
                Console.WriteLine(EnglishApprenticeship.Gateway.Assess(nobody, MammographyAssociate.Standard, new DateOnly(2026, 3, 1)).Verdict);
                Console.WriteLine(Require.KsbsAchieved(ksbs: "K1, S4"));
                """);

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.StartsWith("CannotTell", consumer.Run("App.csproj"), StringComparison.Ordinal);

        consumer.File("broken.mapping.json", GoodMapping.Replace("K46", "K47", StringComparison.Ordinal));
        Assert.StartsWith("broken.mapping.json(6,56): error KSB3001:", Assert.Single(consumer.Build("App.csproj").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_and_rules_are_checked_in_a_project_that_takes_Rules_alone()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", package: "Competency.Rules")
            .File("ST0583.standard.json", Mammography)
            .File("rules/gateway.policy.json", """
                {
                  "document": "competency.policy/1",
                  "id": "g", "name": "G", "version": "1", "standards": ["ST0583@1.2"],
                  "requirement": { "id": "all", "kind": "allOf", "sentence": "All", "requirements": [
                    { "id": "a", "kind": "ksbsAchived", "sentence": "A" },
                    { "id": "b", "kind": "ksbsAchieved", "sentence": "B", "ksbs": "K1-K47" } ] }
                }
                """)
            .File("rules/own.plan.json", """
                {
                  "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0583@1.3"], "approach": "endPoint",
                  "citation": { "title": "T", "issuer": "I", "certainty": "C" },
                  "methods": [ { "id": "m", "ksbs": "K1" } ]
                }
                """)
            .File("Program.cs", """
                using App.Standards;
                using Competency;
                using Competency.Rules;

                [ForStandard<MammographyAssociate>]
                static class Program
                {
                    static void Main() => Require.AllOf("all", "All",
                        Require.KsbsAchieved("a", "K1, K47"),
                        Require.Custom("a", "rule", "A rule", c => DateTime.Now.Year > 2000 ? Outcome.Met("m") : Outcome.NotMet("n", "n")));
                }
                """);

        var (exitCode, lines) = consumer.Build("App.csproj");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "Program.cs(10,24): error KSB4003: Another requirement of this policy has the id 'a' already",
                "Program.cs(10,52): warning KSB4007: This rule reads the clock (DateTime.Now), so that the same learner gets another verdict elsewhere or another day; take the day from the context (AsOf, KnownAt)",
                "Program.cs(9,40): error KSB4001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?",
                "rules/gateway.policy.json(5,26): error KSB2007: 'ksbsAchived' is no kind of requirement; did you mean 'ksbsAchieved'?",
                "rules/gateway.policy.json(6,71): error KSB4001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?",
                "rules/own.plan.json(2,78): error KSB1007: ST0583@1.3 is not known here; known of ST0583: 1.2",
            ],
            lines);
    }

    [Fact]
    public void The_containers_package_alone_brings_all_of_it()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", package: "Competency.Rules.DependencyInjection", items: "<PackageReference Include=\"Microsoft.Extensions.DependencyInjection\" Version=\"*\" />", properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
            .File("ST0583.standard.json", Mammography)
            .File("Program.cs", """
                using App.Standards;
                using Competency.Rules;
                using Microsoft.Extensions.DependencyInjection;

                using var container = new ServiceCollection()
                    .AddCompetencyRules(rules => rules.AddStandard<MammographyAssociate>().AddPolicy(EnglishApprenticeship.Gateway))
                    .BuildServiceProvider();
                Console.WriteLine(await container.GetRequiredService<IReadiness>().AssessAsync(
                    new Learner("L1", MammographyAssociate.Standard.Id), EnglishApprenticeship.Gateway.Id, tenant: null, new DateOnly(2026, 3, 1)));
                """);

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal("CannotTell: Readiness for gateway (England), learner L1, ST0583@1.2, as of 2026-03-01", consumer.Run("App.csproj"));
    }

    [Fact]
    public void The_tool_installs_and_says_what_the_build_says()
    {
        using var consumer = packages.NewConsumer()
            .File("ST0583.standard.json", Mammography)
            .File("broken.mapping.json", GoodMapping.Replace("K46", "K47", StringComparison.Ordinal));

        var (exitCode, output) = consumer.Tool("check", "ST0583.standard.json", "broken.mapping.json");

        Assert.Equal(1, exitCode);
        Assert.Contains("broken.mapping.json(6,56): error KSB3001: K47 is not in ST0583@1.2 (Mammography associate), which has K1-K46; did you mean K46?\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_locks_and_moves_the_references_of_projects_by_the_compiler_that_builds_them()
    {
        const string Standard = """
            {"document": "competency.standard/1", "reference": "ST9001", "version": "1.2", "title": "Kite maker", "typeName": "Kites_1_2", "duties": [{"number": 1, "text": "Work.", "ksbs": "K1, S1-S3"}],
             "ksbs": [{"code": "K1", "text": "Cloth."}, {"code": "S1", "text": "Cut cloth."}, {"code": "S2", "text": "Dye cloth."}, {"code": "S3", "text": "Tie knots."}]}
            """;
        const string Before = """
            using System.Text.RegularExpressions;
            using Competency;
            using Kites.Standards;
            [ForStandard("ST9001@1.2"), CoversKsbs("K1, S3"), Kites_1_2.Covers(Kites_1_2.Ksb.S3)]
            public static partial class Knots
            {
                public const string Codes = "S3";
                [GeneratedRegex("S[0-9]")] public static partial Regex Code();
                extension(string text) { public int Twice => text.Length * 2; }
            }
            """;
        var after = Before.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("1_2", "1_3", StringComparison.Ordinal).Replace("S3\")", "S2\")", StringComparison.Ordinal).Replace("Ksb.S3", "Ksb.S2", StringComparison.Ordinal).Replace("Codes = \"S3\"", "Codes = \"S2\"", StringComparison.Ordinal);
        using var consumer = packages.NewConsumer()
            .Project("Kites/Kites.csproj", isProgram: false)
            .File("Kites/old.standard.json", Standard)
            .File("Kites/new.standard.json", Standard.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("1_2", "1_3", StringComparison.Ordinal).Replace("S1-S3", "S1-S2", StringComparison.Ordinal)
                .Replace("""{"code": "S2", "text": "Dye cloth."}, {"code": "S3",""", """{"code": "S2",""", StringComparison.Ordinal))
            .File("Kites/Knots.cs", Before)
            .Project("Yard/Yard.csproj", items: "<ProjectReference Include=\"../Kites/Kites.csproj\" />", hasPackage: false, properties: "<TargetFrameworks>net10.0</TargetFrameworks>")
            .File("Yard/Program.cs", "using Competency;\nusing Kites.Standards;\n[assembly: ForStandard<Kites_1_2>]\nSystem.Console.WriteLine(Kites_1_2.Standard.Select(Knots.Codes + \", K1\"));\n");
        consumer.File("Yard/Yard.csproj", File.ReadAllText(consumer.PathOf("Yard/Yard.csproj")).Replace("<TargetFramework>net10.0</TargetFramework>", "", StringComparison.Ordinal));

        // Not restored, it cannot be asked, and nothing is changed.
        var (exitCode, output) = consumer.Tool("migrate", ".", "--to", "ST9001@1.3");
        Assert.Equal(3, exitCode);
        Assert.Contains("Kites.csproj: The project is not restored; run dotnet restore first. C# is left out with --no-csharp\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        Assert.Equal((0, []), consumer.Build("Yard/Yard.csproj", "restore"));
        var built = Files();
        Assert.Equal(0, consumer.Tool("lock", ".").ExitCode);
        (exitCode, output) = consumer.Tool("migrate", ".", "--to", "ST9001@1.3");
        Assert.True(exitCode == 0, output);
        Assert.Equal(after, File.ReadAllText(consumer.PathOf("Kites/Knots.cs")));
        Assert.Equal("using Competency;\nusing Kites.Standards;\n[assembly: ForStandard<Kites_1_3>]\nSystem.Console.WriteLine(Kites_1_3.Standard.Select(Knots.Codes + \", K1\"));\n", File.ReadAllText(consumer.PathOf("Yard/Program.cs")));
        Assert.Equal([.. built.Append("competency.lock.json").Order(StringComparer.Ordinal)], Files());
        Assert.Equal(0, consumer.Tool("lock", ".", "--check").ExitCode);

        // The build has nothing to say, of the lock neither.
        Assert.Equal((0, []), consumer.Build("Yard/Yard.csproj"));
        Assert.Equal("K1, S2", consumer.Run("Yard/Yard.csproj"));

        string[] Files() => [.. Directory.GetFiles(consumer.PathOf("."), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(consumer.PathOf("."), f).Replace('\\', '/')).Where(f => !f.Split('/').Any(p => p is "obj" or "tools")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_web_project_does_not_publish_the_documents()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .File("Program.cs", Program)
            .File("appsettings.json", "{}")
            .File("wwwroot/ST0583.standard.json", Mammography)
            .File("programme.mapping.json", GoodMapping)
            .File("rules/any.policy.json", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "o", "kind": "option", "sentence": "O" } }""")
            .File("Controllers/unit.mapping.json", GoodMapping);

        Assert.Equal((0, []), consumer.Build("App.csproj", "publish", "-o", consumer.PathOf("out")));

        var published = Directory.GetFiles(consumer.PathOf("out"), "*.json", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray();
        Assert.Contains("appsettings.json", published);
        Assert.DoesNotContain(published, f => new[] { ".standard.json", ".mapping.json", ".policy.json" }.Any(s => f!.EndsWith(s, StringComparison.Ordinal)));
    }

    [Fact]
    public void Copies_that_a_build_makes_and_hidden_folders_are_passed_over()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", items: "<Content Include=\"ST0583.standard.json\" CopyToOutputDirectory=\"PreserveNewest\" />")
            .File("Program.cs", Program)
            .File("ST0583.standard.json", Mammography)
            .File(".hidden/broken.standard.json", "{")
            .File("node_modules/x/broken.mapping.json", "{")
            .File("obj/broken.mapping.json", "{");

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal((0, []), consumer.Build("App.csproj", "build", "-c", "Release"));
        Assert.True(File.Exists(consumer.PathOf("bin/Debug/net10.0/ST0583.standard.json")));
    }

    [Fact]
    public void Copies_in_an_output_folder_of_ones_own_are_passed_over()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<OutputPath>dist</OutputPath>", items: "<None Include=\"ST0583.standard.json\" CopyToOutputDirectory=\"PreserveNewest\" />")
            .File("Program.cs", Program)
            .File("ST0583.standard.json", Mammography);

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal((0, []), consumer.Build("App.csproj", "build", "--no-incremental"));
    }

    [Fact]
    public void An_incremental_build_notices_documents_that_come_and_go()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj")
            .File("Program.cs", "System.Console.WriteLine();")
            .File("ST0583.standard.json", Mammography)
            .File("programme.mapping.json", GoodMapping);
        Assert.Equal((0, []), consumer.Build("App.csproj"));

        consumer.File("old.mapping.json", "{");
        File.SetLastWriteTimeUtc(consumer.PathOf("old.mapping.json"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.StartsWith("old.mapping.json(1,2): error KSB2007", Assert.Single(consumer.Build("App.csproj").Lines), StringComparison.Ordinal);

        File.Delete(consumer.PathOf("old.mapping.json"));
        File.Delete(consumer.PathOf("ST0583.standard.json"));
        Assert.StartsWith("programme.mapping.json(3,15): error KSB3004", Assert.Single(consumer.Build("App.csproj").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_framework_is_told_so_at_restore()
    {
        using var consumer = packages.NewConsumer()
            .File("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net8.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
                  <ItemGroup><PackageReference Include="Competency.Core" Version="*" /></ItemGroup>
                </Project>
                """);

        Assert.Contains(consumer.Build("App.csproj").Lines, l => l.Contains("NU1202", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_UTF8_and_a_setting_that_is_no_setting_are_said()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj")
            .File("Program.cs", "System.Console.WriteLine();")
            .File("ST0583.standard.json", Mammography);
        File.WriteAllBytes(consumer.PathOf("latin.mapping.json"), System.Text.Encoding.Latin1.GetBytes(GoodMapping.Replace("Everything", "Caf\u00E9", StringComparison.Ordinal)));
        Assert.Equal(["latin.mapping.json(6,32): warning KSB2007: U+FFFD stands here for bytes that could not be decoded; save the file as UTF-8"], consumer.Build("App.csproj").Lines);

        File.Delete(consumer.PathOf("latin.mapping.json"));
        Assert.Contains("CompetencyVisibility is 'private'", Assert.Single(consumer.Build("App.csproj", "build", "-p:CompetencyVisibility=private").Lines), StringComparison.Ordinal);
        Assert.Contains("CompetencyLockFile is 'my.lock.json'; it can be none, or the path", Assert.Single(consumer.Build("App.csproj", "build", "-p:CompetencyLockFile=my.lock.json").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_projects_documents_are_its_own()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<EnableDefaultCompileItems>false</EnableDefaultCompileItems>", items: "<Compile Include=\"Program.cs\" />")
            .File("Program.cs", Program)
            .File("ST0583.standard.json", Mammography)
            .Project("Nested/Nested.csproj", isProgram: false)
            .File("Nested/sub/broken.standard.json", "{");

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal(1, consumer.Build("Nested/Nested.csproj").ExitCode);
    }

    [Fact]
    public void Default_items_can_be_turned_off_and_files_named_by_hand()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", properties: "<EnableDefaultCompetencyItems>false</EnableDefaultCompetencyItems><CompetencyNamespace>Norms</CompetencyNamespace><CompetencyVisibility>internal</CompetencyVisibility>", items: "<AdditionalFiles Include=\"ST0583.standard.json\" />")
            .File("Program.cs", "Console.WriteLine(Norms.MammographyAssociate.Standard.Id + \" \" + typeof(Norms.MammographyAssociate).IsPublic);")
            .File("ST0583.standard.json", Mammography)
            .File("broken.standard.json", "{");

        Assert.Equal((0, []), consumer.Build("App.csproj"));
        Assert.Equal("ST0583@1.2 False", consumer.Run("App.csproj"));
    }
}
