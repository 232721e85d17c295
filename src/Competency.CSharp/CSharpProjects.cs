using Competency.Documents;
using Competency.Findings;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>
/// The C# projects of a run of the tool. What goes in and out is text and numbers alone: the types of Competency are those of the compiler host
/// here, and those of Competency.Core there.
/// </summary>
public sealed class CSharpProjects
{
    private readonly IReadOnlyList<LoadedProject> _projects;

    private CSharpProjects(IReadOnlyList<LoadedProject> projects) => _projects = projects;

    /// <summary>Reads projects.</summary>
    /// <param name="calls">How the compiler would be called for each.</param>
    /// <param name="read">Reads a file; null where it cannot be read.</param>
    /// <param name="fail">Told why a project cannot be read.</param>
    public static CSharpProjects Load(IReadOnlyList<CompilerCall> calls, Func<string, string?> read, Action<string> fail) => new(new ProjectLoader(read, fail).Load(calls));

    /// <summary>The files that people write.</summary>
    public IReadOnlyCollection<string> Files => new HashSet<string>(_projects.SelectMany(p => p.Written.Values).Select(s => s.Path), StringComparer.Ordinal);

    /// <summary>Projects that do not compile, each with its first error: what the compiler does not understand may hold references that nobody sees.</summary>
    public IReadOnlyList<string> Broken => [.. _projects.Where(p => p.HoldsReferences && p.Errors.Count > 0).Select(p => Fault(p, p.Errors)).Distinct()];

    /// <summary>Those that do not compile for another reason than that generated enums have lost members.</summary>
    public IReadOnlyList<string> Unclear => [.. _projects.Where(p => p.HoldsReferences && p.Unexplained.Count > 0).Select(p => Fault(p, p.Unexplained)).Distinct()];

    /// <summary>Projects that take another lock than the one that is worked on.</summary>
    public IReadOnlyList<string> LockedElsewhere(string lockPath) =>
        [.. _projects.Where(p => p.HoldsReferences && !IsLockedBy(p, lockPath)).Select(p => $"{p.Path}: The project's lock is {p.LockPath}; name it with --lock").Distinct()];

    /// <summary>Moves the references to a version.</summary>
    /// <param name="from">The documents of the versions that they are moved from.</param>
    /// <param name="to">The document of the version.</param>
    /// <param name="isFromAll">Whether those are all versions that are known, and not some that were asked for.</param>
    /// <param name="lockPath">The lock's path.</param>
    /// <param name="lockText">What it says; null where there is none.</param>
    public MovedProjects Move(IReadOnlyList<string> from, string to, bool isFromAll, string lockPath, string? lockText)
    {
        var olds = from.Select(Standard).ToArray();
        var move = new ReferenceMove(_projects, olds, Standard(to), isFromAll, lockText is null ? null : LockDocument.Read(lockPath, lockText));
        var edits = move.Edits();
        var (notes, after) = move.Finish();
        var left = notes.Concat(new RemainingNames(_projects, [.. olds.Select(o => o.Id.ToString())]).Of(edits, notes, move.Pinned))
            .Concat(new DisabledReferences(_projects, file => move.MigrationsIn(file, edits.Any(e => e.Path == file.Path))).Of());
        return new MovedProjects
        {
            Edits = [.. edits.SelectMany(e => e.Edits.Select(c => new MovedText(e.Path, c.Span.Start, c.Span.Length, c.NewText ?? "")))],
            Notes = PlacedMessage.Ordered(left),
            Unsettled = move.Unsettled,
            Broken = [.. new ProjectRewrite(_projects).ErrorsAfter(edits).Select(Told)],
            Lock = after is null ? null : LockDocument.Write(after),
            IsNamed = move.IsNamed,
            IsOfOld = move.IsOfOld,
        };
    }

    /// <summary>Brings what a lock says of the projects' types up to date. The entries of types of other projects, and of such as do not compile, stay as they are.</summary>
    /// <param name="lockPath">The lock's path.</param>
    /// <param name="lockText">What it says.</param>
    /// <param name="accept">Whether the present meaning is taken for reviewed where it changed.</param>
    /// <param name="isOff">Whether a project, by the path of its file, turns the lock off: the entries of its types stay as they are.</param>
    public LockedProjects Lock(string lockPath, string lockText, bool accept, Func<string, bool> isOff)
    {
        var before = LockDocument.Read(lockPath, lockText).Lock ?? throw new ArgumentException("The lock cannot be read.", nameof(lockText));
        var locking = new ReferenceLock([.. _projects.Where(p => IsLockedBy(p, lockPath) && !isOff(p.Path))], lockPath, before);
        return new LockedProjects(LockDocument.Write(locking.Update(accept)), accept ? [] : locking.Moved(), [.. locking.Gone().Select(c => c.Name)]);
    }

    /// <summary>Every reference with the standard that it is of, in the order of files and places.</summary>
    public IReadOnlyList<PlacedReference> References() => [.. _projects.SelectMany(p => ReferenceList.Of(p, new ReferencePlaces(_projects)))];

    private static string Fault(LoadedProject project, IReadOnlyList<Diagnostic> errors) => $"{project.Path}: The project does not compile ({Told(errors[0])})";

    /// <summary>Without a lock yet, it will be.</summary>
    private static bool IsLockedBy(LoadedProject project, string lockPath) => project.LockPath is not { } own || Path.GetFullPath(own) == Path.GetFullPath(lockPath);

    private static OccupationalStandard Standard(string document) => StandardDocument.Read("", document).Standard ?? throw new ArgumentException("This is no standard document.", nameof(document));

    private static string Told(Diagnostic error)
    {
        var at = error.Location.GetLineSpan();
        return $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.')}";
    }
}
