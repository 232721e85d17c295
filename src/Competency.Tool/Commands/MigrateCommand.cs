using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using Competency.Text;
using Competency.Tool.Files;
using Competency.Tool.Projects;
using Competency.Tool.Reports;
using Competency.Versions;

namespace Competency.Tool.Commands;

/// <summary><c>competency migrate PATH... --to ST0499@1.3</c>: moves the references of data files and of C# to another version, in place and all at once.</summary>
internal sealed class MigrateCommand(TextWriter output, TextWriter error, ToolHost host)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(IReadOnlyList<string> Paths, StandardId To, StandardId? From, IReadOnlyList<string> Standards, string? Lock, bool IsDryRun, bool HasCSharp);

    /// <summary>What is left to a person.</summary>
    private sealed record Note(string Text, bool IsLeft);

    private const char ByteOrderMark = '\uFEFF';

    private readonly List<Note> _notes = [];
    private readonly List<(string Path, byte[] Bytes)> _files = [];
    private readonly List<(string Path, string Old, string New)> _changes = [];
    private bool _isNamed;
    private bool _isOfOld;
    private bool _isInDoubt;

    public static Command Create(TextWriter output, TextWriter error, ToolHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Mappings, policies, assessment plans, C# projects, folders that hold them, and patterns.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<StandardId?>("--to") { Description = "The version that the references shall be of, such as ST0499@1.3.", Required = true, CustomParser = Id };
        var from = new Option<StandardId?>("--from") { Description = "The version that they are of; without it every other version of the same standard.", CustomParser = Id };
        var standards = new Option<string[]>("--standards") { Description = "More documents of standards: files and folders. Both versions must be known; those among the paths and below the lock are." };
        var file = new Option<string?>("--lock") { Description = $"The lock; without it the nearest {LockDocument.FileName} upward of the first path, where there is one." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; show what would change." };
        var noCSharp = CSharpOption.Create();
        var command = new Command("migrate", "Moves references to another version of their standard, each to the code that its statement has there.") { paths, to, from, standards, file, dryRun, noCSharp }
            .WithExamples(
                "competency migrate . --to ST0499@1.3 --dry-run",
                "competency migrate courses src/Academy/Academy.csproj --to ST0499@1.3 --from ST0499@1.2");
        command.SetAction(parsed => new MigrateCommand(output, error, host).Run(new Request(
            parsed.GetRequiredValue(paths),
            parsed.GetRequiredValue(to)!.Value,
            parsed.GetValue(from),
            parsed.GetValue(standards) ?? [],
            parsed.GetValue(file),
            parsed.GetValue(dryRun),
            !parsed.GetValue(noCSharp))));
        return command;
    }

    public int Run(Request request)
    {
        var documents = new LockedDocuments(request.Paths, request.Standards, request.Lock, output, error);
        if (documents.Known.Find(request.To) is not { } to)
        {
            documents.Fail(ExitCode.Usage, $"No document of {request.To} is known; name it with --standards");
            return documents.Exit;
        }

        if (request.From is { } asked && (asked.Reference != request.To.Reference || asked == request.To))
        {
            documents.Fail(ExitCode.Usage, $"--from {asked} is no other version of {request.To.Reference}");
        }

        documents.FailElsewhere();
        var lockAfter = documents.Lock.Lock;
        foreach (var (file, document, consumer) in documents.All)
        {
            lockAfter = document is MappingDocument mapping ? Migrate(documents, file, mapping, consumer, to, request.From, lockAfter) : lockAfter;
            lockAfter = Follow(documents, file, document, consumer, request, lockAfter);
        }

        var sources = documents.Exit == ExitCode.Clean && request.HasCSharp ? new ProjectSources(documents.Paths, host) : null;
        var lockText = documents.HasLock && lockAfter is not null ? LockDocument.Write(lockAfter) : null;
        if (sources is not null && documents.Exit == ExitCode.Clean)
        {
            lockText = MigrateCSharp(documents, sources, request, to, lockText);
        }

        if (documents.Exit == ExitCode.Clean && !documents.HasLock && !_isOfOld && _isNamed && documents.Known.VersionsOf(request.To.Reference).Count == 1)
        {
            documents.Fail(ExitCode.Usage, $"These references are of {request.To} already, and no other version is known. Where it was published anew, only a lock says what they meant, and there is none at {documents.LockPath}");
        }

        if (documents.Exit != ExitCode.Clean)
        {
            error.WriteLine("Nothing was changed.");
            return documents.Exit;
        }

        if (lockText is not null && lockText != LockDocument.Write(documents.Lock.Lock!))
        {
            Change(documents, documents.LockPath, documents.Lock.Source.Text, lockText, Encoding.UTF8.GetBytes(lockText), isLock: true);
        }

        if (documents.Exit != ExitCode.Clean || !Write(documents, request.IsDryRun))
        {
            return documents.Exit;
        }

        TellOtherSources(documents, sources, request);
        foreach (var note in _notes)
        {
            error.WriteLine(note.Text);
        }

        error.WriteLine($"{Counted(_changes.Count, "file")} {(request.IsDryRun ? "would be " : "")}changed; {Counted(_notes.Count(n => n.IsLeft), "reference")} left, {_notes.Count(n => !n.IsLeft)} to review");
        return _notes.Any(n => n.IsLeft) || _isInDoubt ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>Moves what the projects refer to, and gives the lock as it is then.</summary>
    private string? MigrateCSharp(LockedDocuments documents, ProjectSources sources, Request request, OccupationalStandard to, string? lockText)
    {
        sources.Problems.ToList().ForEach(p => documents.Fail(ExitCode.Unreadable, $"{p}. C# is left out with {CSharpOption.Name}"));
        if (sources.Projects is not { } projects || documents.Exit != ExitCode.Clean)
        {
            return lockText;
        }

        projects.LockedElsewhere(documents.LockPath).ToList().ForEach(p => documents.Fail(ExitCode.Usage, p));
        var from = Froms(documents.Known, request).Select(documents.Known.Find).OfType<OccupationalStandard>().Select(StandardDocument.Write).ToArray();
        var moved = projects.Move(from, StandardDocument.Write(to), request.From is null, documents.LockPath, lockText);
        foreach (var unsettled in moved.Unsettled)
        {
            output.WriteLine($"{Shown(unsettled.Path)}({unsettled.Line},{unsettled.Column}): {unsettled.Message}");
        }

        if (moved.Unsettled.Count > 0)
        {
            documents.Fail(ExitCode.Findings, "These references in C# changed meaning since the lock; settle them first");
        }

        // What stays of the old type where it has no successor is meant not to compile; what breaks otherwise must not be written.
        moved.Broken.Take(3).ToList().ForEach(error.WriteLine);
        if (moved.Broken.Count > 0)
        {
            var isForWant = moved.Notes.Any(n => n.IsLeft);
            var message = $"{Counted(moved.Broken.Count, "error")} of the compiler {(isForWant ? "until what is left has been settled" : "would come of this")}";
            if (isForWant)
            {
                error.WriteLine(message);
            }
            else
            {
                documents.Fail(ExitCode.Findings, message);
            }
        }

        // A link inside is another name of the file that it leads to.
        foreach (var of in moved.Edits.GroupBy(e => RealPath.Of(e.Path)))
        {
            var path = of.First().Path;
            var file = sources.File(path);
            var text = SourceEdit.Apply(file.Source.Text, of.Select(e => new SourceEdit(new SourceSpan(e.Start, e.Length), e.Text)).Distinct());
            Change(documents, Shown(path), file.Source.Text, text, file.Encode(text), isLock: false);
        }

        _isOfOld |= moved.IsOfOld;
        _isNamed |= moved.IsNamed;
        _notes.AddRange(moved.Notes.Select(n => new Note($"{Shown(n.Path)}({n.Line},{n.Column}): {n.Message}", n.IsLeft)));
        foreach (var broken in projects.Unclear)
        {
            _isInDoubt = true;
            error.WriteLine($"{broken}; references that the compiler does not understand are not moved");
        }

        return moved.Lock ?? lockText;
    }

    /// <summary>C# that belongs to no project which was read, and policies and plans, that name an old version.</summary>
    private void TellOtherSources(LockedDocuments documents, ProjectSources? sources, Request request)
    {
        var read = sources?.Projects?.Files.ToHashSet(StringComparer.Ordinal) ?? [];
        StandardId[] old = [.. Froms(documents.Known, request)];
        _notes.AddRange(NamedVersions.In(documents.Paths.Sources.Where(s => !read.Contains(Path.GetFullPath(s))), old)
            .Select(l => new Note($"{l}; {(request.HasCSharp ? "it belongs to no project that refers to Competency" : "C# is left out")}, and it is left as it is", IsLeft: true)));

        _notes.AddRange(NamedVersions.In(documents.Paths.Documents.Where(DocumentFiles.IsRules), old)
            .Select(l => new Note($"{l}; policies and plans are not moved, for learners may go on with it: {(documents.HasLock ? $"where {request.To} is written instead, this command follows what the lock holds" : $"whoever writes {request.To} there sees to the KSBs, for there is no lock")}", IsLeft: false)));
    }

    private static string Shown(string path) => LockFile.Shown(path).Replace('\\', '/');

    private KsbLock? Migrate(LockedDocuments documents, EncodedFile file, MappingDocument document, LockConsumer consumer, OccupationalStandard to, StandardId? from, KsbLock? @lock)
    {
        var edits = new List<SourceEdit>();
        var locked = new List<LockLine>();
        var versions = Migration.VersionsIn(document, to.Id.Reference).Where(id => id != to.Id && (from is null || id == from)).ToArray();
        foreach (var id in versions)
        {
            if (documents.Known.Find(id) is not { } old)
            {
                documents.Fail(ExitCode.Findings, $"{document.Source.Path}: No document of {id}, which this file names, is known; name it with --standards");
                continue;
            }

            var result = new Migration(StandardDiff.Between(old, to)).Of(document);
            edits.AddRange(result.Edits);
            locked.AddRange(result.Locked);
            _notes.AddRange(result.Notes.Select(n => new Note(n.ToString(), n.IsLeft)));
        }

        _isOfOld |= versions.Length > 0;
        if (versions.Length == 0)
        {
            return @lock;
        }

        // Where a meaning moved already, nobody knows which of the two the old codes stand for.
        var moved = LockCheck.Check(document, documents.LockOf(document), documents.Known, consumer).Where(f => f.Descriptor == FindingCatalogue.MeaningChanged).ToArray();
        documents.Print(moved);
        if (moved.Length > 0)
        {
            documents.Fail(ExitCode.Findings, $"{document.Source.Path}: These references changed meaning since the lock; settle them first");
        }

        if (edits.Count > 0 && documents.Exit == ExitCode.Clean)
        {
            var text = SourceEdit.Apply(file.Source.Text, edits.Distinct());
            Change(documents, document.Source.Path, file.Source.Text, text, file.Encode(text), isLock: false);
        }

        return !documents.Projects.IsOff(document.Source.Path) && @lock?.Find(consumer) is { } entry ? @lock.With(Migration.Relocked(entry, versions, locked)) : @lock;
    }

    /// <summary>A document that names the version already, and of which the lock says what it meant: the version was published anew under its own id.</summary>
    private KsbLock? Follow(LockedDocuments documents, EncodedFile file, IReferencingDocument document, LockConsumer consumer, Request request, KsbLock? @lock)
    {
        var versions = Migration.VersionsIn(document, request.To.Reference);
        if (request.From is not null || !versions.Contains(request.To))
        {
            return @lock;
        }

        _isNamed = true;
        if (versions.Count > 1 || documents.Projects.IsOff(document.Source.Path) || @lock?.Find(consumer) is null)
        {
            // Of several versions the others are moved first.
            return @lock;
        }

        var result = LockCheck.Follow(document, documents.Lock, documents.Known, consumer);
        _notes.AddRange(result.Notes.Select(n => new Note(n.ToString(), n.IsLeft)));
        if (result.Edits.Count > 0)
        {
            Change(documents, document.Source.Path, file.Source.Text, result.Text, file.Encode(result.Text), isLock: false);
        }

        return @lock.With(new LockEntry(consumer, result.Locked));
    }

    private static IEnumerable<StandardId> Froms(StandardCatalogue known, Request request) =>
        request.From is { } from ? [from] : known.VersionsOf(request.To.Reference).Select(s => s.Id).Where(id => id != request.To);

    private void Change(LockedDocuments documents, string path, string old, string @new, byte[] bytes, bool isLock)
    {
        var writable = isLock ? WritablePlaces.Only(path) : documents.Paths.Writable;
        if (!writable.MayWrite(path, out var error))
        {
            documents.Fail(ExitCode.Unreadable, error);
            return;
        }

        _changes.Add((path.Replace('\\', '/'), Marked(old, File.ReadAllBytes(path)), Marked(@new, bytes)));
        _files.Add((path, bytes));
    }

    /// <summary>A text with the byte order mark of its UTF-8: the first line of a file has it, and a patch without it does not apply.</summary>
    private static string Marked(string text, ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) && !text.StartsWith(ByteOrderMark) ? ByteOrderMark + text : text;

    private bool Write(LockedDocuments documents, bool isDryRun)
    {
        if (isDryRun)
        {
            foreach (var (path, old, @new) in _changes)
            {
                output.Write(UnifiedDiff.Between(LockFile.Shown(Path.GetFullPath(path)).Replace('\\', '/'), old, @new));
            }

            return true;
        }

        using var files = new FileTransaction(documents.Paths.Writable.And(WritablePlaces.Only(documents.LockPath)));
        _files.ForEach(f => files.Add(f.Path, f.Bytes));
        if (!files.TryCommit(out var fault))
        {
            documents.Fail(ExitCode.Unreadable, fault);
            return false;
        }

        foreach (var (path, _, _) in _changes)
        {
            error.WriteLine($"{path}: written");
        }

        return true;
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static StandardId? Id(ArgumentResult result)
    {
        if (result.Tokens is [var token] && StandardId.TryParse(token.Value, out var id))
        {
            return id;
        }

        result.AddError($"'{string.Concat(result.Tokens.Select(t => t.Value))}' is not the id of a standard such as ST0499@1.3");
        return null;
    }
}
