using System.CommandLine;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using Competency.Interchange;
using Competency.Notation;
using Competency.Text;
using Competency.Tool.Api;
using Competency.Tool.Files;
using Competency.Tool.Projects;
using Competency.Versions;

namespace Competency.Tool.Commands;

/// <summary>
/// <c>competency update [PATH...]</c>: fetches every standard again, and says what differs and which references that breaks. It writes
/// with <c>--write</c> only, and then all or nothing. A document keeps its version: a newer one gets a document of its own beside it.
/// </summary>
internal sealed class UpdateCommand(TextWriter output, TextWriter error, StandardsApi api, ToolHost host)
{
    private readonly List<StandardDocument> _standards = [];
    private readonly List<IReferencingDocument> _referencing = [];
    private readonly List<(string Path, OccupationalStandard Standard)> _writes = [];
    private ApiAnswer? _list;
    private Lazy<IReadOnlyList<(SourceLocation At, string Standard, KsbReference Reference)>> _ofCSharp = new([]);
    private int _moved;
    private int _exit = ExitCode.Clean;

    public static Command Create(TextWriter output, TextWriter error, ToolHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Standard and mapping documents, folders and patterns. Without any, the current folder.", Arity = ArgumentArity.ZeroOrMore };
        var write = new Option<bool>("--write") { Description = "Writes what differs. Without it nothing is written, and the exit code is 1 where something differs." };
        var api = new ApiOptions();
        var noCSharp = CSharpOption.Create();
        var command = new Command("update", "Fetches published standards again, and says what differs and which references that breaks, in mappings and in C#. Uses the network.") { paths, write, noCSharp }
            .WithExamples(
                "competency update",
                "competency update standards courses --write");
        api.AddTo(command);
        command.SetAction(parsed =>
        {
            using var opened = api.Open(parsed, host, error);
            return opened is null ? ExitCode.Usage : new UpdateCommand(output, error, opened, host).Run(parsed.GetValue(paths) is { Length: > 0 } given ? given : ["."], parsed.GetValue(write), !parsed.GetValue(noCSharp));
        });
        return command;
    }

    public int Run(IReadOnlyList<string> paths, bool write, bool hasCSharp)
    {
        LeftBehind.Tell(paths, error);
        var given = new GivenPaths(paths, Fail);
        _ofCSharp = new Lazy<IReadOnlyList<(SourceLocation, string, KsbReference)>>(() => hasCSharp ? OfCSharp(given) : []);
        given.Documents.ToList().ForEach(Read);
        foreach (var standards in _standards.GroupBy(s => s.Standard!.Id.Reference))
        {
            Fetch(standards.Key, [.. standards.OrderByDescending(s => s.Standard!.Id.Version)]);
        }

        if (_moved > 0)
        {
            output.WriteLine($"{Counted(_moved, "reference")} {(_moved == 1 ? "means" : "mean")} something else{(hasCSharp ? "" : "; what C# refers to, the build says")}");
        }

        if (_exit != ExitCode.Clean)
        {
            error.WriteLine("Nothing was written, for not everything could be read");
            return _exit;
        }

        return write ? Write(given) : Finish();
    }

    private int Finish()
    {
        output.WriteLine($"{Counted(_standards.Count, "standard")} fetched, {Counted(_writes.Count, "file")} to write{(_writes.Count == 0 ? "" : "; nothing was written (--write)")}");
        return _writes.Count == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private void Read(string path)
    {
        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
        }
        else if (DocumentFiles.CanRefer(path))
        {
            // What is wrong with it besides is for 'check' to say.
            var document = DocumentReferences.Read(path, source.Text);
            if (document.References.IsReadable)
            {
                _referencing.Add(document);
            }
            else
            {
                document.Check(new StandardCatalogue([])).Where(f => f.Descriptor == FindingCatalogue.UnreadableDocument).ToList().ForEach(f => error.WriteLine(f.ToString()));
                Fail(ExitCode.Findings, $"{path}: This document cannot be read whole, and what an update breaks in it nobody can say");
            }
        }
        else if (DocumentFiles.IsStandard(path))
        {
            var document = StandardDocument.Read(path, source.Text);
            if (document.Standard is not null && document.IsWhole && !document.LacksStatements)
            {
                _standards.Add(document);
            }
            else
            {
                document.Findings.ToList().ForEach(f => error.WriteLine(f.ToString()));
                Fail(ExitCode.Findings, $"{path}: This document cannot be read whole, and half a document is not compared");
            }
        }
    }

    /// <param name="reference">What is fetched.</param>
    /// <param name="documents">Its documents, the newest version first.</param>
    private void Fetch(StandardReference reference, IReadOnlyList<StandardDocument> documents)
    {
        if (reference.Kind == StandardKind.Occupation)
        {
            documents.ToList().ForEach(d => output.WriteLine($"{d.Source.Path}: {d.Standard!.Id} is an occupation, which the API does not hold; not compared"));
            return;
        }

        var answer = api.Get(reference);
        if (answer.Body is null && !answer.IsMissing)
        {
            Fail(ExitCode.Unreadable, $"{answer.Address}: {answer.Fault}");
            return;
        }

        var current = answer.Body is null ? null : RecordFile.List(answer.Body, answer.Address.AbsoluteUri).Entries.Where(e => e.Reference == reference).Max(e => e.Version);
        if (answer.Body is not null && current is null)
        {
            Fail(ExitCode.Findings, $"{answer.Address}: The answer holds no version of {reference}");
            return;
        }

        foreach (var document in documents)
        {
            if (document.Standard!.Id.Version == current)
            {
                Compare(document, Import(answer, document.Standard.Id, document));
            }
            else if (IsOfRecord(document))
            {
                Compare(document, FromList(document));
            }
        }

        // Each project has its own documents.
        foreach (var newest in documents.GroupBy(d => Path.GetDirectoryName(d.Source.Path)).Select(g => g.First()))
        {
            if (current is { } published && published.CompareTo(newest.Standard!.Id.Version) > 0)
            {
                Offer(newest, Import(answer, new StandardId(reference, published), null));
            }
        }
    }

    /// <summary>An older version, of the list of all versions; null where it is published no more, or the list cannot be had.</summary>
    private OccupationalStandard? FromList(StandardDocument document)
    {
        var id = document.Standard!.Id;
        _list ??= api.GetList();
        if (_list.Body is null)
        {
            Fail(ExitCode.Unreadable, $"{_list.Address}: {_list.Fault}");
            return null;
        }

        if (RecordFile.List(_list.Body, _list.Address.AbsoluteUri).Entries.Any(e => e.Reference == id.Reference && e.Version == id.Version))
        {
            return Import(_list, id, document);
        }

        output.WriteLine($"{document.Source.Path}: {id} is published no more; the document stays as it is");
        return null;
    }

    private OccupationalStandard? Import(ApiAnswer answer, StandardId id, StandardDocument? existing)
    {
        // Type names stay those of the documents that are there.
        using var stream = RecordFile.Open(answer.Body!);
        var imports = ApprenticeshipStandardsJson.Import(stream, answer.Address.AbsoluteUri, new ImportOptions
        {
            Reference = id.Reference,
            Version = id.Version,
            Existing = existing?.Standard,
            Neighbours = [.. _standards.Where(d => d != existing).Select(d => d.Standard!)],
        }).ToArray();
        foreach (var problem in imports.SelectMany(i => i.Problems))
        {
            Fail(problem.Severity == FindingSeverity.Error ? ExitCode.Findings : ExitCode.Clean, problem.ToString());
        }

        return imports.Select(i => i.Standard).FirstOrDefault(s => s is not null);
    }

    private static bool IsOfRecord(StandardDocument document) => document.Standard!.Source?.Document == ApprenticeshipStandardsJson.SourceName;

    /// <summary>The same version: what is published now takes the document's place.</summary>
    private void Compare(StandardDocument document, OccupationalStandard? published)
    {
        if (published is null)
        {
            return;
        }

        var path = document.Source.Path;
        var diff = StandardDiff.Between(document.Standard!, published);
        if (!IsOfRecord(document))
        {
            output.WriteLine($"{path}: {document.Standard!.Id} was not made of the API's record, and stays as it is{(diff.IsEquivalent ? "; its statements, duties and options are those of the record" : "; the record differs:")}");
        }
        else if (document.Source.Text == StandardDocument.Write(published))
        {
            output.WriteLine($"{path}: {document.Standard!.Id} is as published");
            return;
        }
        else
        {
            output.WriteLine($"{path}: {document.Standard!.Id} was published again{(diff.IsEquivalent ? "; its statements, duties and options are the same, other details differ" : ":")}");
            _writes.Add((path, published));
        }

        if (!diff.IsEquivalent)
        {
            Show(diff);
        }
    }

    /// <summary>A newer version: documents name the version that they mean, so that its document stands beside the old one.</summary>
    private void Offer(StandardDocument newest, OccupationalStandard? published)
    {
        if (published is null)
        {
            return;
        }

        output.WriteLine($"{newest.Source.Path}: {published.Id} is published; the document of {newest.Standard!.Id} stays beside it:");
        Show(StandardDiff.Between(newest.Standard, published));
        var folder = Path.GetDirectoryName(newest.Source.Path) ?? "";
        var names = new StandardFileNames([published.Id], DocumentFiles.StandardsIn(folder.Length == 0 ? "." : folder));
        _writes.Add((Path.Combine(folder, names.Of(published.Id)), published));
    }

    private void Show(StandardDiff diff)
    {
        output.Write(diff.ToText());
        foreach (var moved in _referencing.SelectMany(m => MovedReference.In(m, diff)))
        {
            _moved++;
            output.WriteLine($"{moved.Location}: {moved.Written}: {moved}");
        }

        foreach (var (at, _, reference) in _ofCSharp.Value.Where(r => r.Standard == diff.Old.Id.ToString()))
        {
            if (MovedReference.Of(reference, at, diff) is { } moved)
            {
                _moved++;
                output.WriteLine($"{moved.Location}: {moved.Written}: {moved}");
            }
        }
    }

    /// <summary>What C# refers to. A project that cannot be read breaks nothing here: its own build says what it refers to.</summary>
    private IReadOnlyList<(SourceLocation At, string Standard, KsbReference Reference)> OfCSharp(GivenPaths given)
    {
        var sources = new ProjectSources(given, host);
        sources.Problems.Concat(sources.Projects?.Broken ?? []).ToList().ForEach(p => error.WriteLine($"{p}; what its C# refers to is not shown, or not all of it"));
        return
        [
            .. from reference in sources.Projects?.References() ?? []
               let source = new SourceDocument(LockFile.Shown(reference.Path).Replace('\\', '/'), sources.File(reference.Path).Source.Text)
               select (source.Locate(new SourceSpan(reference.Start, reference.Length)), reference.Standard, KsbNotation.Parse(reference.Notation).References[0]),
        ];
    }

    private int Write(GivenPaths paths)
    {
        // A new document stands beside the one that it follows.
        var writable = _writes.Where(w => !File.Exists(w.Path)).Aggregate(paths.Writable, (places, w) => places.And(WritablePlaces.Only(w.Path)));
        using var files = new FileTransaction(writable);
        foreach (var (path, standard) in _writes)
        {
            files.Add(path, Encoding.UTF8.GetBytes(StandardDocument.Write(standard)));
        }

        if (!files.TryCommit(out var fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        foreach (var (path, standard) in _writes)
        {
            error.WriteLine($"{path}: written, {standard}");
        }

        output.WriteLine($"{Counted(_standards.Count, "standard")} fetched, {Counted(_writes.Count, "file")} written");
        return ExitCode.Clean;
    }

    private static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private void Fail(int exit, string message)
    {
        error.WriteLine(message);
        _exit = ExitCode.Worse(_exit, exit);
    }
}
