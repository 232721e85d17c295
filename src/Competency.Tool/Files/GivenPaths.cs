using Competency.Tool.Projects;

namespace Competency.Tool.Files;

/// <summary>The files that the paths of a command line name, and what may be written by them.</summary>
internal sealed class GivenPaths
{
    private readonly List<string> _roots = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _documents = [];
    private readonly List<string> _folders = [];
    private readonly List<string> _projects = [];

    /// <summary>Takes the paths as given.</summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="fail">Told what cannot be read.</param>
    public GivenPaths(IReadOnlyList<string> paths, Action<int, string> fail)
    {
        foreach (var path in paths)
        {
            if (ProjectFiles.IsProject(path) && File.Exists(path))
            {
                // A project's sources are those below it.
                _roots.Add(RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(path))!));
                _projects.Add(path);
                continue;
            }

            if (ProjectFiles.IsProject(path) && Glob.IsPattern(path) && ProjectFiles.Matching(path, line => fail(ExitCode.Unreadable, line)) is { Count: > 0 } projects)
            {
                _roots.AddRange(projects.Select(p => RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(p))!)));
                _projects.AddRange(projects);
                continue;
            }

            var documents = DocumentFiles.Named(path, fail);
            if (documents is [var one] && !File.Exists(one))
            {
                fail(ExitCode.Unreadable, $"{path}: There is no such file");
            }
            else if (documents.Count > 0 || Directory.Exists(path))
            {
                _roots.Add(RealPath.Of(!File.Exists(path) && Glob.IsPattern(path) ? Glob.Parse(path).Folder : path));
                _documents.AddRange(documents.Where(d => _seen.Add(Path.GetFullPath(d))));
                _folders.AddRange(Directory.Exists(path) ? [path] : []);
            }
        }
    }

    /// <summary>Paths of all documents, each as its folder was given.</summary>
    public IReadOnlyList<string> Documents => _documents;

    /// <summary>Paths of mappings, policies and plans, each as its folder was given.</summary>
    public IEnumerable<string> Referencing => _documents.Where(DocumentFiles.CanRefer);

    /// <summary>Paths of standard documents.</summary>
    public IEnumerable<string> Standards => _documents.Where(DocumentFiles.IsStandard);

    /// <summary>Paths of C# projects: those that are named, and those of the folders.</summary>
    public IReadOnlyList<string> Projects => [.. _projects.Concat(_folders.SelectMany(f => DocumentFiles.Under(f, ProjectFiles.IsProject, IsTold))).DistinctBy(Path.GetFullPath)];

    /// <summary>Paths of C# files in the folders.</summary>
    public IReadOnlyList<string> Sources => [.. _folders.Concat(_projects.Select(p => Path.GetDirectoryName(p) is { Length: > 0 } folder ? folder : ".")).SelectMany(f => DocumentFiles.Under(f, s => s.EndsWith(".cs", StringComparison.OrdinalIgnoreCase), IsTold)).DistinctBy(Path.GetFullPath)];

    /// <summary>What may be written: what lies in one of the paths.</summary>
    public WritablePlaces Writable => new(_roots);

    /// <summary>What cannot be read of a folder was told when its documents were looked for.</summary>
    private static void IsTold(string line)
    {
    }
}
