using System.CommandLine;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using Competency.Tool.Files;
using Competency.Tool.Projects;

namespace Competency.Tool.Commands;

/// <summary><c>competency lock [PATH...]</c>: records what the references of data files and of C# mean, and says which have come to mean something else.</summary>
internal sealed class LockCommand(TextWriter output, TextWriter error, ToolHost host)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(IReadOnlyList<string> Paths, IReadOnlyList<string> Standards, string? Lock, bool IsCheck, bool Accept, bool HasCSharp);

    private IReadOnlyList<string> _goneTypes = [];

    public static Command Create(TextWriter output, TextWriter error, ToolHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Mappings, policies, assessment plans, C# projects, folders that hold them, and patterns; the current folder unless said.", Arity = ArgumentArity.ZeroOrMore };
        var standards = new Option<string[]>("--standards") { Description = "More standards that documents may name: documents, folders and patterns. Those among the paths and below the lock are known already." };
        var file = new Option<string?>("--lock") { Description = $"The lock; without it the nearest {LockDocument.FileName} upward of the first path, or a new one there." };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit code 1 where the lock is not up to date or a meaning moved." };
        var accept = new Option<bool>("--accept") { Description = "Accept what the references of these files mean now, where it is not what was reviewed." };
        var noCSharp = CSharpOption.Create();
        var command = new Command("lock", "Records what the KSB references of data files and of C# mean, so that a later change of meaning is found.") { paths, standards, file, check, accept, noCSharp };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(accept))
            {
                result.AddError("--check writes nothing, and --accept writes what is accepted; give one of them");
            }
        });
        command.SetAction(parsed => new LockCommand(output, error, host).Run(new Request(
            parsed.GetValue(paths) is { Length: > 0 } given ? given : ["."],
            parsed.GetValue(standards) ?? [],
            parsed.GetValue(file),
            parsed.GetValue(check),
            parsed.GetValue(accept),
            !parsed.GetValue(noCSharp))));
        return command;
    }

    public int Run(Request request)
    {
        var documents = new LockedDocuments(request.Paths, request.Standards, request.Lock, output, error);
        if (documents.Lock.Lock is not { } before || !HaveStandards(documents))
        {
            return ExitCode.Worse(documents.Exit, ExitCode.Findings);
        }

        if (documents.IsOff)
        {
            error.WriteLine($"{documents.Projects.WhyOff(request.Paths)} in the projects of these paths: nothing is locked");
            return documents.Exit;
        }

        documents.FailElsewhere();
        if (request.IsCheck && !documents.HasLock)
        {
            documents.Fail(ExitCode.Findings, $"{documents.LockPath}: There is no lock; competency lock writes one");
        }

        if (documents.Exit != ExitCode.Clean)
        {
            return documents.Exit;
        }

        var after = Update(documents, before, request.Accept);
        var findings = request.Accept ? [] : Moved(documents);
        documents.Print(findings);
        var moved = findings.Count;
        if (request.HasCSharp)
        {
            after = UpdateCSharp(documents, after, request.Accept, ref moved);
        }

        var isUpToDate = LockDocument.Write(after) == LockDocument.Write(before);
        if (request.IsCheck)
        {
            return Check(documents, before, after, isUpToDate && documents.HasLock, moved);
        }

        if (!isUpToDate || !documents.HasLock)
        {
            Write(documents, after);
        }
        else
        {
            error.WriteLine($"{documents.LockPath}: unchanged, {Counts(after)}");
        }

        if (moved > 0)
        {
            documents.Fail(ExitCode.Findings, $"{moved} reference{(moved == 1 ? "" : "s")} changed meaning and stay{(moved == 1 ? "s" : "")} locked as reviewed; follow the statements (competency migrate, or by hand), or accept the new meaning (competency lock --accept)");
        }

        return documents.Exit;
    }

    private static KsbLock Update(LockedDocuments documents, KsbLock before, bool accept)
    {
        var after = before;
        foreach (var (_, document, consumer) in documents.Locked)
        {
            after = after.With(LockCheck.Update(document, consumer, before.Find(consumer), documents.Known, accept));
        }

        return Gone(documents, after).Aggregate(after, static (l, gone) => l.Without(gone));
    }

    /// <summary>The same for C#. A project that cannot be read, or does not compile, leaves the entries of its types as they are; all else is done.</summary>
    private KsbLock UpdateCSharp(LockedDocuments documents, KsbLock after, bool accept, ref int moved)
    {
        var sources = new ProjectSources(documents.Paths, host);
        sources.Problems.ToList().ForEach(p => documents.Fail(ExitCode.Unreadable, $"{p}. The entries of its types stay as they are; C# is left out with {CSharpOption.Name}"));
        if (sources.Projects is not { } projects)
        {
            return after;
        }

        projects.Broken.ToList().ForEach(p => documents.Fail(ExitCode.Findings, $"{p}; the entries of its types stay as they are"));
        projects.LockedElsewhere(documents.LockPath).ToList().ForEach(p => documents.Fail(ExitCode.Usage, $"{p}; the entries of its types stay as they are"));
        var locked = projects.Lock(documents.LockPath, LockDocument.Write(after), accept, documents.Projects.IsOff);
        foreach (var problem in locked.Moved)
        {
            output.WriteLine($"{LockFile.Shown(problem.Path).Replace('\\', '/')}({problem.Line},{problem.Column}): {problem.Message}");
        }

        moved += locked.Moved.Count;
        _goneTypes = locked.Gone;
        return LockDocument.Read(documents.LockPath, locked.Lock).Lock!;
    }

    /// <summary>Data files that the paths would hold, and that are there no more. Types, and files elsewhere, are not this run's to judge.</summary>
    private static LockConsumer[] Gone(LockedDocuments documents, KsbLock @lock)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(documents.LockPath))!;
        return [.. @lock.Entries.Select(e => e.Consumer).Where(c => !c.IsType && Path.GetFullPath(Path.Combine(folder, c.Name)) is var path && !File.Exists(path) && documents.Paths.Writable.Hold(path))];
    }

    private static List<Finding> Moved(LockedDocuments documents) =>
        [.. documents.Locked.SelectMany(m => LockCheck.Check(m.Document, documents.Lock, documents.Known, m.Consumer)).Where(f => f.Descriptor == FindingCatalogue.MeaningChanged)];

    /// <summary>KSB3004, or KSB1007 for a policy or plan, where a document's standard is not known: what its codes mean nobody can say, and so nothing is written.</summary>
    private static bool HaveStandards(LockedDocuments documents)
    {
        var unknown = documents.Locked
            .Where(d => d.Document.References.Standards.Any(s => documents.Known.Find(s) is null))
            .SelectMany(d => d.Document.Check(documents.Known).Where(f => f.Descriptor == FindingCatalogue.MappingUnknownStandard || f.Descriptor == FindingCatalogue.UnknownStandard || f.Descriptor == FindingCatalogue.UnreadableDocument))
            .ToArray();
        documents.Print(unknown);
        return unknown.Length == 0;
    }

    private int Check(LockedDocuments documents, KsbLock before, KsbLock after, bool isUpToDate, int moved)
    {
        if (!isUpToDate)
        {
            foreach (var consumer in before.Entries.Concat(after.Entries).Select(e => e.Consumer).Distinct())
            {
                Tell(consumer, before.Find(consumer), after.Find(consumer));
            }

            documents.Fail(ExitCode.Findings, $"{documents.LockPath}: The lock is not up to date; review what is new, and run competency lock");
        }

        if (moved > 0)
        {
            documents.Fail(ExitCode.Findings, $"{documents.LockPath}: {moved} reference{(moved == 1 ? "" : "s")} changed meaning since the lock");
        }

        if (documents.Exit == ExitCode.Clean)
        {
            error.WriteLine($"{documents.LockPath}: up to date, {Counts(after)}");
        }

        return documents.Exit;
    }

    private void Tell(LockConsumer consumer, LockEntry? before, LockEntry? after)
    {
        var (old, now) = (before?.Lines ?? [], after?.Lines ?? []);
        var added = now.Where(n => !old.Any(o => o.Standard == n.Standard && o.Name == n.Name)).Select(n => $"{n.Name} of {n.Standard}").ToArray();
        var gone = old.Where(o => !now.Any(n => o.Standard == n.Standard && o.Name == n.Name)).Select(o => $"{o.Name} of {o.Standard}").ToArray();
        if (before is not null && after is null)
        {
            output.WriteLine($"{consumer}: locked, and refers to nothing any more");
            return;
        }

        if (added.Length > 0)
        {
            output.WriteLine($"{consumer}: not locked: {Few(added)}");
        }

        if (gone.Length > 0)
        {
            output.WriteLine($"{consumer}: locked and not used any more: {Few(gone)}");
        }
    }

    private void Write(LockedDocuments documents, KsbLock after)
    {
        foreach (var gone in _goneTypes)
        {
            error.WriteLine($"{gone}: the type is gone, or refers to no KSB any more; its entry is removed");
        }

        foreach (var gone in Gone(documents, documents.Lock.Lock!))
        {
            error.WriteLine($"{gone}: there is no such file any more; its entry is removed");
        }

        // A lock that a link names elsewhere is somebody else's.
        using var files = new FileTransaction(WritablePlaces.Only(documents.LockPath));
        files.Add(documents.LockPath, Encoding.UTF8.GetBytes(LockDocument.Write(after)));
        if (files.TryCommit(out var fault))
        {
            error.WriteLine($"{documents.LockPath}: written, {Counts(after)}");
        }
        else
        {
            documents.Fail(ExitCode.Unreadable, fault);
        }
    }

    private static string Counts(KsbLock @lock) => $"{Count(@lock.Entries.Count, "consumer")}, {Count(@lock.Entries.Sum(e => e.Lines.Count), "line")}";

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string Few(string[] names) => names.Length <= 8 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(8))} and {names.Length - 8} more";
}
