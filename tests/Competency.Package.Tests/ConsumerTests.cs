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
                "Program/Program.cs(7,154): error KSB1001: B9 is not in ST0583@1.2 (Mammography associate), which has B1-B4; did you mean K9?",
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
    public void A_web_project_does_not_publish_the_documents()
    {
        using var consumer = packages.NewConsumer()
            .Project("App.csproj", sdk: "Microsoft.NET.Sdk.Web")
            .File("Program.cs", Program)
            .File("appsettings.json", "{}")
            .File("wwwroot/ST0583.standard.json", Mammography)
            .File("programme.mapping.json", GoodMapping)
            .File("Controllers/unit.mapping.json", GoodMapping);

        Assert.Equal((0, []), consumer.Build("App.csproj", "publish", "-o", consumer.PathOf("out")));

        var published = Directory.GetFiles(consumer.PathOf("out"), "*.json", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray();
        Assert.Contains("appsettings.json", published);
        Assert.DoesNotContain(published, f => f!.EndsWith(".standard.json", StringComparison.Ordinal) || f.EndsWith(".mapping.json", StringComparison.Ordinal));
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
