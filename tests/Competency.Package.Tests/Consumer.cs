using System.Text.RegularExpressions;

namespace Competency.Package.Tests;

/// <summary>A user's folder with projects that know the packages alone.</summary>
internal sealed partial class Consumer : IDisposable
{
    private readonly string _folder;

    public Consumer(string folder, string feed, string cache)
    {
        _folder = folder;
        File("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{cache}" /></config>
            </configuration>
            """);
        File("Directory.Build.props", "<Project />");
        File("Directory.Packages.props", "<Project />");
    }

    public Consumer File(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    /// <summary>A project file: a program, or a library, with the package unless told otherwise.</summary>
    public Consumer Project(string path, string sdk = "Microsoft.NET.Sdk", bool isProgram = true, bool hasPackage = true, string package = "Competency.Core", string items = "", string properties = "") => File(path, $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>{(isProgram ? "Exe" : "Library")}</OutputType>
            <UseAppHost>false</UseAppHost>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {(hasPackage ? $"<PackageReference Include=\"{package}\" Version=\"*\" />" : "")}
            {items}
          </ItemGroup>
        </Project>
        """);

    public string PathOf(string path) => Path.Combine(_folder, path);

    /// <summary>Installs the tool from its package, once, and runs it.</summary>
    public (int ExitCode, string Output) Tool(params string[] arguments)
    {
        if (!Directory.Exists(PathOf("tools")))
        {
            var (installed, log) = Packages.Dotnet(_folder, "tool", "install", "Competency.Tool", "--tool-path", PathOf("tools"));
            Assert.True(installed == 0, log);
        }

        return Packages.Run(PathOf(Path.Combine("tools", OperatingSystem.IsWindows() ? "competency.exe" : "competency")), _folder, arguments);
    }

    public string Run(string project)
    {
        var (exitCode, output) = Packages.Dotnet(_folder, "run", "--project", project);
        Assert.True(exitCode == 0, output);
        return output.ReplaceLineEndings("\n").Trim();
    }

    /// <summary>Builds and returns the lines of warnings and errors, each once, without folder and help link.</summary>
    public (int ExitCode, IReadOnlyList<string> Lines) Build(string project, string verb = "build", params string[] arguments)
    {
        var (exitCode, output) = Packages.Dotnet(_folder, [verb, project, "-nologo", .. arguments]);
        var lines = output.ReplaceLineEndings("\n").Split('\n')
            .Where(l => Finding().IsMatch(l))
            .Select(l => Tail().Replace(l.Trim(), "").Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        return (exitCode, exitCode == 0 || lines.Length > 0 ? lines : [output]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [GeneratedRegex(": (error|warning) ")]
    private static partial Regex Finding();

    [GeneratedRegex(@"( \(https?://[^)]*\))?( \[[^\]]*\])?$")]
    private static partial Regex Tail();
}
