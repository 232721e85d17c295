using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Competency.CSharp;
using Competency.Tool.Files;

namespace Competency.Tool.Projects;

/// <summary>Asks the SDK how it would call the compiler for a project. Nothing is compiled, and no file is written that a build would not write the same.</summary>
/// <param name="dotnet">The SDK's command.</param>
internal sealed class ProjectBuild(string dotnet)
{
    private static readonly string[] DesignTime =
    [
        "-t:Compile", "-p:DesignTimeBuild=true", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false",

        // An output that never is there: without it a project that is built already would not come to the compiler at all.
        "-p:NonExistentFile=__NonExistentFolder__/__NonExistentFile__",
        "-getItem:CscCommandLineArgs", "-getProperty:TargetPath,TargetRefPath,RoslynTargetsPath,ProjectAssetsFile",
    ];

    // The target "Compile" does not exist in the project.
    private const string NoSuchTarget = "MSB4057";

    // Assets file project.assets.json not found.
    private const string NotRestored = "NETSDK1004";

    /// <summary>How the compiler would be called; for a project of several frameworks, for each.</summary>
    public ProjectCalls Ask(string project)
    {
        var answer = AskFor(project, framework: "", out var output);
        if (answer.Error is null || !output.Contains(NoSuchTarget, StringComparison.Ordinal))
        {
            return answer;
        }

        // Built for several frameworks: only the build for one of them compiles.
        var (exit, listed) = Run(project, "-getProperty:TargetFrameworks");
        var frameworks = exit == 0 ? listed.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        var all = frameworks.Select(f => AskFor(project, f, out _)).ToArray();
        return all.Length == 0 ? answer : all.FirstOrDefault(a => a.Error is not null) ?? new ProjectCalls([.. all.SelectMany(a => a.Calls)], all[0].Compiler, null);
    }

    private ProjectCalls AskFor(string project, string framework, out string output)
    {
        (var exit, output) = Run(project, framework.Length == 0 ? DesignTime : [.. DesignTime, $"-p:TargetFramework={framework}"]);
        if (exit != 0)
        {
            return output.Contains(NotRestored, StringComparison.Ordinal) ? Unrestored(project) : Failed(project, output);
        }

        if (!TryParse(output, out var answer))
        {
            return Failed(project, output);
        }

        var properties = answer.GetProperty("Properties");
        if (!File.Exists(Text(properties, "ProjectAssetsFile")))
        {
            return Unrestored(project);
        }

        var arguments = answer.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(a => a.GetProperty("Identity").GetString()!).ToArray();
        return arguments.Length == 0
            ? new ProjectCalls([], null, $"{project}: The build of the project does not say how it calls the compiler")
            : new ProjectCalls(
                [new CompilerCall(project, arguments, [.. new[] { Text(properties, "TargetPath"), Text(properties, "TargetRefPath") }.Where(p => p.Length > 0).Select(Path.GetFullPath)])],
                Path.Combine(Path.GetFullPath(Text(properties, "RoslynTargetsPath")), "bincore"),
                null);
    }

    /// <summary>The answer, without what somebody else may have written before it.</summary>
    private static bool TryParse(string output, out JsonElement answer)
    {
        try
        {
            answer = JsonDocument.Parse(output.AsMemory(Math.Max(0, output.IndexOf('{', StringComparison.Ordinal)))).RootElement;
            return answer.TryGetProperty("Properties", out _) && answer.TryGetProperty("Items", out var items) && items.TryGetProperty("CscCommandLineArgs", out _);
        }
        catch (JsonException)
        {
            answer = default;
            return false;
        }
    }

    private static ProjectCalls Unrestored(string project) => new([], null, $"{project}: The project is not restored; run dotnet restore first");

    private static string Text(JsonElement properties, string name) => properties.GetProperty(name).GetString() ?? "";

    /// <summary>The first error of the build, in its own words.</summary>
    private static ProjectCalls Failed(string project, string output)
    {
        var lines = output.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToArray();
        var error = lines.FirstOrDefault(l => l.Contains("error ", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "no answer";
        return new ProjectCalls([], null, $"{project}: The SDK cannot say how the project is compiled: {error}");
    }

    private (int Exit, string Output) Run(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo(dotnet, ["msbuild", Path.GetFullPath(project), "-nologo", "-v:quiet", .. arguments])
        {
            // Which SDK it is, the nearest global.json says.
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(project))!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What a build around this one says of itself is not for the project that is asked about.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
        }
        catch (Exception fault) when (fault is Win32Exception || TextFile.IsOfFiles(fault))
        {
            return (1, $"{dotnet}: {fault.Message.TrimEnd('.')}");
        }
    }
}
