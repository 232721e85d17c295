using System.Runtime.CompilerServices;
using Competency.CSharp;
using Competency.Tool.Files;

namespace Competency.Tool.Projects;

/// <summary>The C# of the given paths: the projects that refer to Competency, read by their compiler, and their files as bytes say them.</summary>
internal sealed class ProjectSources
{
    private readonly Dictionary<string, EncodedFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>Reads the projects.</summary>
    /// <param name="paths">The given paths.</param>
    /// <param name="host">Asks builds.</param>
    public ProjectSources(GivenPaths paths, ToolHost host)
    {
        var answers = paths.Projects.Where(ProjectFiles.CanRefer).AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, 8)).Select(host.Build).ToArray();
        _problems.AddRange(answers.Select(a => a.Error).OfType<string>());
        var calls = answers.SelectMany(a => a.Calls).ToArray();
        if (calls.Length == 0)
        {
            return;
        }

        if (answers.Select(a => a.Compiler).OfType<string>().FirstOrDefault() is { } compiler)
        {
            ProjectCompiler.Use(compiler);
        }

        try
        {
            Projects = Load(calls);
        }
        catch (Exception fault) when (fault is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // An SDK that is newer than the runtime of this tool, say.
            _problems.Add($"The compiler of the SDK cannot be loaded: {fault.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The projects; null where none refers to Competency, or none can be read.</summary>
    public CSharpProjects? Projects { get; }

    /// <summary>Why projects cannot be read, in lines for people.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A file of the projects.</summary>
    public EncodedFile File(string path) => _files[path];

    // By itself, so that no type of the compiler is asked for before it can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CSharpProjects Load(IReadOnlyList<CompilerCall> calls) => CSharpProjects.Load(calls, Read, _problems.Add);

    private string? Read(string path)
    {
        if (_files.TryGetValue(path, out var known))
        {
            return known.Source.Text;
        }

        if (!EncodedFile.TryReadAny(path, out var file))
        {
            return null;
        }

        _files.Add(path, file);
        return file.Source.Text;
    }
}
