using Competency.Documents;
using Competency.Findings;
using Competency.Tool.Files;
using Competency.Tool.Settings;

namespace Competency.Tool.Commands;

/// <summary>What <c>lock</c> and <c>migrate</c> work on: the mappings, policies and plans of the given paths, the standards that are known, and the lock.</summary>
internal sealed class LockedDocuments
{
    private static readonly LockDocument Empty = LockDocument.Read(LockDocument.FileName, LockDocument.Write(new KsbLock([])));

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<IReferencingDocument> _damaged = [];

    public LockedDocuments(IReadOnlyList<string> paths, IReadOnlyList<string> standards, string? @lock, TextWriter output, TextWriter error)
    {
        (_output, _error) = (output, error);
        Paths = new GivenPaths(paths, Fail);
        IsOff = @lock is null && paths.All(Projects.IsOff);
        var first = paths.FirstOrDefault(p => !Projects.IsOff(p)) ?? paths[0];
        LockPath = LockFile.Shown(@lock ?? paths.Select(Projects.Of).FirstOrDefault(l => l is not null)
            ?? Path.Combine(Directory.Exists(first) ? first : Path.GetDirectoryName(Path.GetFullPath(first))!, LockDocument.FileName));
        LeftBehind.Tell([.. paths, LockPath], error);
        ReadLock();
        ReadDocuments();
        var known = Paths.Standards.Concat(new GivenPaths(standards, Fail).Standards);
        if (Path.GetDirectoryName(Path.GetFullPath(LockPath)) is { } house && Directory.Exists(house))
        {
            // The standards of a house stand below its lock, whichever of its documents are asked about, and so they do before the first lock is written.
            known = known.Concat(new GivenPaths([LockFile.Shown(house)], Fail).Standards);
        }

        Known = new StandardCatalogue(known.DistinctBy(Path.GetFullPath).Select(ReadStandard).OfType<OccupationalStandard>());
        TellDamaged();
    }

    public GivenPaths Paths { get; }

    /// <summary>Which lock the projects say.</summary>
    public ProjectLocks Projects { get; } = new();

    /// <summary>Whether the projects of all given paths turn the lock off, and none is named.</summary>
    public bool IsOff { get; }

    public string LockPath { get; }

    /// <summary>Whether there is a lock already.</summary>
    public bool HasLock { get; private set; }

    /// <summary>The lock; one without entries where there is none yet.</summary>
    public LockDocument Lock { get; private set; } = Empty;

    public List<(EncodedFile File, IReferencingDocument Document, LockConsumer Consumer)> All { get; } = [];

    /// <summary>The documents that the lock holds for: not those of projects that turn it off.</summary>
    public IEnumerable<(EncodedFile File, IReferencingDocument Document, LockConsumer Consumer)> Locked => All.Where(m => !Projects.IsOff(m.Document.Source.Path));

    public StandardCatalogue Known { get; }

    /// <summary>The worst of what happened so far. Unless it is clean, nothing may be written.</summary>
    public int Exit { get; private set; }

    public void Fail(int exit, string message)
    {
        // A folder can be among the paths and below the lock.
        if (_told.Add(message))
        {
            _error.WriteLine(message);
        }

        Exit = ExitCode.Worse(Exit, exit);
    }

    /// <summary>The lock as it holds for a document: one without entries where its project turns the lock off.</summary>
    public LockDocument LockOf(IReferencingDocument document) => Projects.IsOff(document.Source.Path) ? Empty : Lock;

    /// <summary>Says of each document whose project names another lock that it does; this one is not its.</summary>
    public void FailElsewhere()
    {
        foreach (var (_, document, _) in Locked.Where(m => Projects.IsElsewhere(m.Document.Source.Path, LockPath)))
        {
            Fail(ExitCode.Usage, $"{document.Source.Path}: The lock of its project is {LockFile.Shown(Projects.Named(document.Source.Path)!).Replace('\\', '/')}; name it with --lock");
        }
    }

    public void Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            _output.WriteLine(finding.ToString());
        }
    }

    private void ReadLock()
    {
        HasLock = !IsOff && (File.Exists(LockPath) || Directory.Exists(LockPath));
        if (!HasLock)
        {
            return;
        }

        if (!TextFile.TryRead(LockPath, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
            return;
        }

        Lock = LockDocument.Read(LockPath, source.Text);
        Print(Lock.Findings);
        if (Lock.Lock is null)
        {
            Fail(ExitCode.Findings, $"{LockPath}: The lock cannot be read and is not written; mend it first");
        }
    }

    private void ReadDocuments()
    {
        foreach (var path in Paths.Referencing)
        {
            if (!EncodedFile.TryRead(path, out var file, out var unreadable))
            {
                Fail(ExitCode.Unreadable, unreadable);
                continue;
            }

            var document = DocumentReferences.Read(path, file.Source.Text);
            if (!document.References.IsReadable)
            {
                _damaged.Add(document);
                continue;
            }

            All.Add((file, document, LockFile.Consumer(path, LockPath)));
        }
    }

    /// <summary>The findings are those of <c>check</c>, which needs the standards for some.</summary>
    private void TellDamaged()
    {
        foreach (var document in _damaged)
        {
            Print(document.Check(Known).Where(f => f.Severity == FindingSeverity.Error));
            Fail(ExitCode.Findings, $"{document.Source.Path}: The document cannot be read whole");
        }
    }

    private OccupationalStandard? ReadStandard(string path)
    {
        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
            return null;
        }

        var document = StandardDocument.Read(path, source.Text);
        if (document.Standard is { } standard && document.IsWhole && !document.LacksStatements)
        {
            return standard;
        }

        // Of half a document most statements would seem withdrawn.
        Print(document.Findings.Where(f => f.Severity == FindingSeverity.Error));
        Fail(ExitCode.Findings, $"{path}: The standard cannot be read whole");
        return null;
    }
}
