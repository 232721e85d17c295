using System.Diagnostics;
using System.Security;
using System.Text;

namespace Competency.BuildCost;

/// <summary>Builds three projects in turn, several times: with our package, with the same enums written by hand, and with neither.</summary>
internal static class Builds
{
    private const string Program = """
        System.Console.WriteLine("built");
        """;

    public static void Measure(string root, IReadOnlyList<MadeDocument> documents, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("competency-build-cost-").FullName;
        try
        {
            Dotnet(root, "pack", "src/Competency.Core", "-c", "Release", "-o", Path.Combine(folder, "packages"), "-nologo", "-v", "q");
            Write(folder, documents);
            string[] projects = ["nothing", "by-hand", "package"];
            foreach (var project in projects)
            {
                Dotnet(folder, "restore", project, "-v", "q");
                Build(folder, project, "--no-incremental");
            }

            var times = projects.ToDictionary(p => p, _ => new List<double>());
            var edits = new List<double>();
            for (var run = 0; run < runs; run++)
            {
                foreach (var project in projects)
                {
                    times[project].Add(Build(folder, project, "--no-incremental"));
                }

                Edit(Path.Combine(folder, "package", documents[run % documents.Count].FileName), run);
                edits.Add(Build(folder, "package"));
            }

            Print(projects, times, edits, runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string[] projects, Dictionary<string, List<double>> times, List<double> edits, int runs)
    {
        Console.WriteLine($"`dotnet build --no-restore`, compiler server off, each {runs} times in turn after one to warm up:");
        Console.WriteLine();
        Console.WriteLine("| build | least | median | most | of by hand |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var project in projects)
        {
            Row(project, times[project], times["by-hand"]);
        }

        Row("package, one document edited", edits, times["by-hand"]);
        Console.WriteLine();
    }

    private static void Row(string name, List<double> times, List<double> baseline) =>
        Console.WriteLine($"| {name} | {times.Min():0.0} s | {Median(times):0.0} s | {times.Max():0.0} s | {Median(times) / Median(baseline):0.00} |");

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Another wording of the first statement, so that one document and the code of one type change.</summary>
    private static void Edit(string path, int run)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf("\"text\": \"", StringComparison.Ordinal) + "\"text\": \"".Length;
        File.WriteAllText(path, text.Insert(at, $"Edited {run}. "));
    }

    private static void Write(string folder, IReadOnlyList<MadeDocument> documents)
    {
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="packages" value="{Path.Combine(folder, "packages")}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "cache")}" /></config>
            </configuration>
            """);
        foreach (var (project, items) in new[] { ("nothing", ""), ("by-hand", ""), ("package", "<PackageReference Include=\"Competency.Core\" Version=\"*\" />") })
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, project)).FullName;
            File.WriteAllText(Path.Combine(place, "Program.cs"), Program);
            File.WriteAllText(Path.Combine(place, $"{project}.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <RootNamespace>App</RootNamespace>
                    <UseAppHost>false</UseAppHost>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>{items}</ItemGroup>
                </Project>
                """);
        }

        foreach (var document in documents)
        {
            File.WriteAllText(Path.Combine(folder, "package", document.FileName), document.Text);
            File.WriteAllText(Path.Combine(folder, "by-hand", document.FileName.Replace(".standard.json", ".cs", StringComparison.Ordinal)), ByHand(document.Standard));
        }
    }

    /// <summary>What a developer would check in: the two enums, with the statements as documentation.</summary>
    private static string ByHand(OccupationalStandard standard)
    {
        var code = new StringBuilder($"namespace App.Standards\n{{\n    public static class {standard.Id.Reference}\n    {{\n        public enum Ksb : ushort\n        {{\n");
        foreach (var ksb in standard.Ksbs)
        {
            code.Append($"            /// <summary>{ksb.Code}: {OnOneLine(ksb.Text)}</summary>\n            {ksb.Code} = 0x{ksb.Code.Value:X4},\n");
        }

        code.Append("        }\n\n        public enum Duty : byte\n        {\n");
        foreach (var duty in standard.Duties)
        {
            code.Append($"            /// <summary>Duty {duty.Number}: {OnOneLine(duty.Text)}</summary>\n            Duty{duty.Number} = {duty.Number},\n");
        }

        return code.Append("        }\n    }\n}\n").ToString();
    }

    private static string OnOneLine(string text) => SecurityElement.Escape(text.ReplaceLineEndings(" "))!;

    private static double Build(string folder, string project, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        Dotnet(folder, ["build", project, "--no-restore", "-c", "Release", "-nologo", "-v", "q", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. arguments]);
        return watch.Elapsed.TotalSeconds;
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}\n{output}\n{error.Result}");
        }
    }
}
