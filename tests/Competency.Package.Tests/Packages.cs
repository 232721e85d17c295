using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Competency.Package.Tests.Packages))]

namespace Competency.Package.Tests;

/// <summary>The packages, packed once into a folder that is the only source of the consumers, with a cache of their own.</summary>
public sealed class Packages : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("competency-packages-").FullName;

    public Packages()
    {
        var configuration = Metadata("Configuration");
        foreach (var project in new[] { "Competency.Core", "Competency.Rules", "Competency.Rules.DependencyInjection", "Competency.Interchange", "Competency.Tool" })
        {
            var (exitCode, output) = Dotnet(Repository.Root, "pack", Repository.File("src", project), "--no-build", "-c", configuration!, "-o", Feed);
            Assert.True(exitCode == 0, output);
        }

        // What the container's package depends on, from the cache of this project's own restore.
        foreach (var package in new[] { "ContainerAbstractions", "Container" }.SelectMany(k => Directory.GetFiles(Metadata(k), "*.nupkg")))
        {
            File.Copy(package, Path.Combine(Feed, Path.GetFileName(package)));
        }
    }

    public string Feed => Path.Combine(_root, "feed");

    /// <summary>A new consumer: a folder outside the repository whose projects see the packages and nothing else.</summary>
    internal Consumer NewConsumer() => new(Directory.CreateTempSubdirectory(Path.GetFileName(_root) + "-consumer-").FullName, Feed, Path.Combine(_root, "cache"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Metadata(string key) => typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    internal static (int ExitCode, string Output) Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    internal static (int ExitCode, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host's own settings must not reach the build that is tested.
        foreach (var name in start.Environment.Keys.Where(k => Regex.IsMatch(k, "^(MSBUILD|VSTEST|TESTINGPLATFORM|COREHOST|DOTNET_HOST|NUGET_PACKAGES|CI$|TF_BUILD)", RegexOptions.IgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
