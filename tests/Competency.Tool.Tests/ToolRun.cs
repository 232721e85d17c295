namespace Competency.Tool.Tests;

/// <summary>A folder that is gone after the test, and commands run in it as a shell would run them.</summary>
public sealed class ToolRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("competency-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The output as it was, with the folder in it.</summary>
    public string WholeOutput { get; private set; } = "";

    /// <summary>What stands in standard input.</summary>
    public string Input { get; set; } = "";

    /// <summary>Variables of the environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The pauses that a command made.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>The user's cache, which is gone after the test as well.</summary>
    public string Cache { get; } = Directory.CreateTempSubdirectory("competency-cache-").FullName;

    /// <summary>Another cache than that.</summary>
    public string? CacheFolder { get; set; }

    /// <summary>When commands are called.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How projects are compiled.</summary>
    internal Func<string, Projects.ProjectCalls> Build { get; set; } = CompilerCalls.Of;

    /// <summary>Runs the tool; arguments that begin with <c>@</c> are files of the folder.</summary>
    public int Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = CommandLine.Run(args.Select(a => a.StartsWith('@') ? PathOf(a[1..]) : a).ToArray(), output, error, new ToolHost
        {
            Input = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)),
            Variable = Variables.GetValueOrDefault,
            CacheFolder = CacheFolder ?? Cache,
            Now = Now,
            Wait = Pauses.Add,
            Build = Build,
        });
        WholeOutput = output.ToString();
        (Output, Error) = (WithoutFolder(output), WithoutFolder(error));
        return exit;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public ToolRun With(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public string[] Files() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Cache, recursive: true);
    }

    private string WithoutFolder(StringWriter text) => text.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(Folder, ".", StringComparison.Ordinal);
}
