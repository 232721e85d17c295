using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using Competency.Text;
using Competency.Tool.Files;
using Competency.Tool.Reports;
using Competency.Versions;

namespace Competency.Tool.Commands;

/// <summary><c>competency migrate PATH... --to ST0499@1.3</c>: moves the references of data files to another version, in place and all at once.</summary>
internal sealed class MigrateCommand(TextWriter output, TextWriter error)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(IReadOnlyList<string> Paths, StandardId To, StandardId? From, IReadOnlyList<string> Standards, string? Lock, bool IsDryRun);

    private readonly List<MigrationNote> _notes = [];
    private readonly FileTransaction _files = new();
    private readonly List<(string Path, string Old, string New)> _changes = [];

    public static Command Create(TextWriter output, TextWriter error)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Mapping documents, folders that hold them, and patterns.", Arity = ArgumentArity.OneOrMore };
        var to = new Option<StandardId?>("--to") { Description = "The version that the references shall be of, such as ST0499@1.3.", Required = true, CustomParser = Id };
        var from = new Option<StandardId?>("--from") { Description = "The version that they are of; without it every other version of the same standard.", CustomParser = Id };
        var standards = new Option<string[]>("--standards") { Description = "More documents of standards: files and folders. Both versions must be known; those among the paths and below the lock are." };
        var file = new Option<string?>("--lock") { Description = $"The lock; without it the nearest {LockDocument.FileName} upward of the first path, where there is one." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write nothing; show what would change." };
        var command = new Command("migrate", "Moves references to another version of their standard, each to the code that its statement has there.") { paths, to, from, standards, file, dryRun };
        command.SetAction(parsed => new MigrateCommand(output, error).Run(new Request(
            parsed.GetRequiredValue(paths),
            parsed.GetRequiredValue(to)!.Value,
            parsed.GetValue(from),
            parsed.GetValue(standards) ?? [],
            parsed.GetValue(file),
            parsed.GetValue(dryRun))));
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

        var lockAfter = documents.Lock.Lock;
        foreach (var (file, document, consumer) in documents.Mappings)
        {
            lockAfter = Migrate(documents, file, document, consumer, to, request.From, lockAfter);
        }

        if (documents.Exit != ExitCode.Clean)
        {
            error.WriteLine("Nothing was changed.");
            return documents.Exit;
        }

        if (documents.HasLock && LockDocument.Write(lockAfter!) is var text && lockAfter is not null && text != LockDocument.Write(documents.Lock.Lock!))
        {
            Change(documents, documents.LockPath, documents.Lock.Source.Text, text, Encoding.UTF8.GetBytes(text), isLock: true);
        }

        if (documents.Exit != ExitCode.Clean || !Write(documents, request.IsDryRun))
        {
            return documents.Exit;
        }

        foreach (var note in _notes)
        {
            error.WriteLine(note.ToString());
        }

        var inCSharp = CSharpFiles.Naming(request.Paths, [.. Froms(documents.Known, request)]);
        foreach (var line in inCSharp)
        {
            error.WriteLine(line);
        }

        error.WriteLine($"{Counted(_changes.Count, "file")} {(request.IsDryRun ? "would be " : "")}changed; {Counted(_notes.Count(n => n.IsLeft), "reference")} left, {_notes.Count(n => !n.IsLeft)} to review");
        return _notes.Any(n => n.IsLeft) || inCSharp.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

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
            _notes.AddRange(result.Notes);
        }

        if (versions.Length == 0)
        {
            return @lock;
        }

        // Where a meaning moved already, nobody knows which of the two the old codes stand for.
        var moved = LockCheck.Check(document, documents.Lock, documents.Known, consumer).Where(f => f.Descriptor == FindingCatalogue.MeaningChanged).ToArray();
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

        return @lock?.Find(consumer) is { } entry ? @lock.With(Relocked(entry, versions, locked)) : @lock;
    }

    /// <summary>The entry with the new codes. What was not reviewed before is not by moving it.</summary>
    private static LockEntry Relocked(LockEntry entry, IReadOnlyList<StandardId> versions, IReadOnlyList<LockLine> locked)
    {
        var reviewed = entry.Lines.Select(l => l.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return new LockEntry(entry.Consumer, entry.Lines.Where(l => !versions.Contains(l.Standard)).Concat(locked.Where(l => reviewed.Contains(l.Fingerprint))));
    }

    private static IEnumerable<StandardId> Froms(StandardCatalogue known, Request request) =>
        request.From is { } from ? [from] : known.VersionsOf(request.To.Reference).Select(s => s.Id).Where(id => id != request.To);

    private void Change(LockedDocuments documents, string path, string old, string @new, byte[] bytes, bool isLock)
    {
        if (isLock ? GivenPaths.Real(path) != Path.Combine(GivenPaths.Real(Path.GetDirectoryName(Path.GetFullPath(path))!), Path.GetFileName(path)) : !documents.Paths.Hold(path))
        {
            documents.Fail(ExitCode.Unreadable, $"{path}: This is a symbolic link that leads outside the given paths; what it leads to is not written");
            return;
        }

        _changes.Add((path.Replace('\\', '/'), old, @new));
        _files.Add(GivenPaths.Real(path), bytes);
    }

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

        if (!_files.TryCommit(out var fault))
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
