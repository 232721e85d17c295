using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Competency.Rules.DependencyInjection.Tests;

/// <summary>The sample platform, as it is and trimmed; and the page that shows it.</summary>
public class SampleTests
{
    private const string Says = """
        northern: Met: Signed off at Northern, learner L1, ST0583@1.2, as of 2026-03-02
        northern: NotMet: Signed off at Northern, learner L2, OCC0220@1.1, as of 2026-03-02
          Give the site induction
          Hand in evidence for K4-K44, S1-S44, B1-B6; 60 more KSBs are needed
        northern: NotMet: Signed off at Northern, learner L3, AU0001@1.0, as of 2026-03-02
          Give the site induction
        northern: CannotTell: Signed off at Northern, learner L4: The learner is on ST0583@9.9, which no source of standards has
        southern: Met: Signed off, learner L1, ST0583@1.2, as of 2026-03-02
        southern: NotMet: Signed off, learner L2, OCC0220@1.1, as of 2026-03-02
          Hand in evidence for K4-K44, S1-S44, B1-B6
        southern: NotMet: Signed off, learner L3, AU0001@1.0, as of 2026-03-02
          Hand in evidence for TS2
        southern: CannotTell: Signed off, learner L4: The learner is on ST0583@9.9, which no source of standards has
        [{"Learner":"L1","Standard":"ST0583@1.2","Missing":""},{"Learner":"L2","Standard":"OCC0220@1.1","Missing":"K4-K44, S1-S44, B1-B6"},{"Learner":"L3","Standard":"AU0001@1.0","Missing":"TS2"}]
        """;

    private static readonly string[] Libraries = ["Competency.Core", "Competency.Rules", "Competency.Rules.DependencyInjection", "Competency.Interchange"];

    private static string Framework { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static string Configuration { get; } = typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;

    [Fact]
    public void Runs() => Assert.Equal(Says.ReplaceLineEndings("\n"), Run(Output("samples", "LearningPlatform")));

    /// <summary>What the trimmer of the SDK leaves of the program and of its libraries does the same.</summary>
    [Fact]
    public void Runs_the_same_when_it_is_trimmed()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Output("samples", "LearningPlatform"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Output("samples", "LearningPlatform"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var trimmed = Path.Combine(folder.Path, "trimmed");
        // The framework stays whole: these tests run on it.
        Trim(trimmed, [.. Directory.GetFiles(Framework, "*.dll").SelectMany(f => new[] { "--action", "copy", Path.GetFileNameWithoutExtension(f) })]);
        foreach (var library in Directory.GetFiles(trimmed, "*.dll").Where(f => File.Exists(Path.Combine(folder.Path, Path.GetFileName(f)))))
        {
            File.Copy(library, Path.Combine(folder.Path, Path.GetFileName(library)), overwrite: true);
        }

        Assert.True(new FileInfo(Path.Combine(folder.Path, "Competency.Rules.dll")).Length < new FileInfo(Path.Combine(Output("samples", "LearningPlatform"), "Competency.Rules.dll")).Length);
        Assert.Equal(Says.ReplaceLineEndings("\n"), Run(folder.Path));
    }

    /// <summary>All of every library, not only what the sample calls.</summary>
    [Fact]
    public void The_trimmer_warns_of_nothing_in_the_libraries()
    {
        using var folder = new TemporaryFolder();

        var lines = Trim(folder.Path, [.. Libraries.SelectMany(l => new[] { "-a", Path.Combine(Output("src", l), l + ".dll"), "all" })]).Split('\n').Where(l => l.Contains(" warning IL", StringComparison.Ordinal)).ToArray();

        // The framework's own entry points warn where no feature switch turns them off; so the trimmer did look.
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.DoesNotMatch("Competency|LearningPlatform", line));
        Assert.All(Libraries, l => Assert.True(File.Exists(Path.Combine(folder.Path, l + ".dll")), l));
    }

    [Fact]
    public void The_libraries_say_that_they_can_be_trimmed() => Assert.All(Libraries, l =>
    {
        using var stream = File.OpenRead(Path.Combine(Output("src", l), l + ".dll"));
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(image);
        var said = metadata.GetAssemblyDefinition().GetCustomAttributes().Select(a => metadata.GetBlobBytes(metadata.GetCustomAttribute(a).Value)).Select(System.Text.Encoding.UTF8.GetString);
        Assert.Contains(said, s => s.Contains("IsTrimmable", StringComparison.Ordinal) && s.Contains("True", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("Program.cs")]
    [InlineData("DatabaseStandards.cs")]
    public void The_page_shows_what_the_sample_does(string file)
    {
        var code = Repository.Read("samples", "LearningPlatform", file).Split('\n').Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        var shown = Blocks().Single(b => b[0] == "// " + file).Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0).ToArray();

        Assert.True(shown.Length > 5);
        Assert.All(shown, line => Assert.Contains(line, code));
    }

    private static IEnumerable<string[]> Blocks() =>
        Repository.Read("docs", "embedding.md").Split("```csharp\n").Skip(1).Select(b => b.Split("\n```")[0].Split('\n'));

    private static string Output(params string[] project) => Repository.File([.. project, "bin", Configuration, "net10.0"]);

    private static string Run(string folder) => Dotnet([Path.Combine(folder, "LearningPlatform.dll")]).ReplaceLineEndings("\n").Trim();

    /// <summary>Runs the SDK's trimmer over the sample: the libraries it references, and the framework that these tests run on.</summary>
    private static string Trim(string into, params string[] more)
    {
        var output = Output("samples", "LearningPlatform");
        string[] arguments =
        [
            Trimmer.Value, "-a", Path.Combine(output, "LearningPlatform.dll"), "entrypoint", "-d", output, "-d", Framework,
            "--trim-mode", "link", "--action", "link", .. more, "--skip-unresolved", "true", "-out", into,
        ];
        return Dotnet(arguments);
    }

    /// <summary>The trimmer that the sample's own restore brought.</summary>
    private static Lazy<string> Trimmer { get; } = new(() =>
    {
        using var properties = JsonDocument.Parse(Dotnet(["msbuild", Repository.File("samples", "LearningPlatform", "LearningPlatform.csproj"), "-getProperty:ILLinkTasksAssembly,Configuration"]));
        var tasks = properties.RootElement.GetProperty("Properties").GetProperty("ILLinkTasksAssembly").GetString()!;
        return Path.Combine(Path.GetDirectoryName(tasks.Replace('\\', '/'))!, "illink.dll");
    });

    private static string Dotnet(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + error.Result);
        return output + error.Result;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("competency-trimmed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
