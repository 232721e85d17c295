using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Competency.Documents;
using Competency.Findings;
using Competency.Interchange;
using Competency.Text;
using Competency.Tool.Files;

namespace Competency.Tool.Commands;

/// <summary><c>competency import SOURCE</c>: makes documents of a published page or of published records, and says what was lost.</summary>
internal sealed class ImportCommand(TextWriter output, TextWriter error)
{
    /// <summary>What the command line says.</summary>
    internal sealed record Request(string Source, StandardReference? Reference, StandardVersion? Version, string? Title, string? Output);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var source = new Argument<string>("SOURCE") { Description = "A published page (text or HTML), apprenticeship standards JSON, or a role profile page." };
        var reference = StandardOptions.Reference("The reference, such as ST0583, where the source does not say it; of several records, those to import.");
        var version = StandardOptions.Version("The version, such as 1.2, where the source does not say it; of several records, the one to import.");
        var title = new Option<string?>("--title") { Description = "The title, where the source does not say it." };
        var file = new Option<string?>("--output", "-o") { Description = "The file to write, which ends in .json, or a folder for files named by their references; one that is not there is made. Without it the document goes to standard output." };
        var command = new Command("import", "Makes a document of a published standard or role profile, and reports what was lost or guessed.") { source, reference, version, title, file }
            .WithExamples(
                "competency import page.html --version 1.2 -o standards/ST0583.standard.json",
                "competency import apprenticeshipstandards.json --reference ST0499 -o standards/");
        command.SetAction(parsed => new ImportCommand(output, error).Run(
            new Request(parsed.GetRequiredValue(source), parsed.GetValue(reference), parsed.GetValue(version), parsed.GetValue(title), parsed.GetValue(file))));
        return command;
    }

    public int Run(Request request)
    {
        try
        {
            if (RecordFile.Holds(request.Source))
            {
                return ImportRecords(request, request.Source);
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            error.WriteLine($"{request.Source}: {(Directory.Exists(request.Source) ? "This is a folder; a file belongs here" : TextFile.Reason(fault))}");
            return ExitCode.Unreadable;
        }

        if (!TextFile.TryRead(request.Source, out var source, out var unreadable))
        {
            error.WriteLine(unreadable);
            return ExitCode.Unreadable;
        }

        switch (SourceFormats.Detect(source))
        {
            case SourceFormat.PageText or SourceFormat.PageHtml:
                return ImportStandards(request, options => [PublishedPage.Import(source, options)]);
            case SourceFormat.ApprenticeshipStandardsJson:
                return ImportStandards(request, options => ApprenticeshipStandardsJson.Import(source, options));
            case SourceFormat.RolePage:
                return ImportRole(request, source);
            case SourceFormat.CompetencyDocument:
                return Refuse(source, "This is a Competency document already; 'competency check' reads it");
            default:
                return Refuse(source, "This is none of the known sources: the page of a standard as text or HTML, apprenticeship standards JSON, the page of a role profile");
        }
    }

    /// <summary>Imports the records of a file one after the other, so that a list of any length is no matter.</summary>
    /// <param name="request">What is wanted; its source is what messages name.</param>
    /// <param name="file">The file that is read.</param>
    internal int ImportRecords(Request request, string file)
    {
        // Half a list is no list: nothing is written of one that breaks off.
        if (RecordFile.List(file, request.Source) is { IsWhole: false, Problem: { } problem })
        {
            Print([problem]);
            return ExitCode.Findings;
        }

        using var stream = RecordFile.Open(file);
        return ImportStandards(request, options => ApprenticeshipStandardsJson.Import(stream, request.Source, options));
    }

    private int ImportStandards(Request request, Func<ImportOptions, IEnumerable<StandardImport>> import)
    {
        var toFolder = OutputPlace.IsFolder(request.Output);
        var folder = request.Output is null ? null : toFolder ? request.Output : Path.GetDirectoryName(Path.GetFullPath(request.Output));
        var beside = folder is null ? [] : DocumentFiles.StandardsIn(folder);
        var existing = toFolder || request.Output is null ? null
            : beside.FirstOrDefault(d => Path.GetFullPath(d.Source.Path) == Path.GetFullPath(request.Output)) ?? DocumentFiles.StandardOf(request.Output);
        LeftBehind.Tell(request.Output is null ? [] : [request.Output], error);
        var writable = WritablePlaces.Named(request.Output is null ? [] : [request.Output]);
        if (!toFolder && request.Output is not null && !writable.MayWrite(request.Output, out var unwritable))
        {
            error.WriteLine(unwritable);
            return ExitCode.Unreadable;
        }

        if (!toFolder && existing is null && request.Output is not null && RealPath.IsFile(request.Output))
        {
            error.WriteLine($"{request.Output}: This file is there and is no standard document; it is not overwritten. Give another file, or remove it");
            return ExitCode.Usage;
        }

        using var files = new FileTransaction(writable);
        var made = new List<Made>();
        var exit = ExitCode.Clean;
        StandardImport? first = null;
        var count = 0;
        foreach (var one in import(new ImportOptions
        {
            Reference = request.Reference,
            Version = request.Version,
            Title = request.Title,
            Existing = existing?.Standard,
            Neighbours = beside.Where(d => d != existing).Select(d => d.Standard!).ToArray(),
        }))
        {
            // Only of several records it is said which of them a report is about.
            count++;
            if (count == 1)
            {
                first = one;
            }
            else
            {
                exit = ExitCode.Worse(exit, first is null ? ExitCode.Clean : Report(first, isOneOfSeveral: true));
                first = null;
                exit = ExitCode.Worse(exit, Report(one, isOneOfSeveral: true));
            }

            if (one.Standard is { } standard)
            {
                var text = StandardDocument.Write(standard);
                string? staged = null;
                if (folder is not null && (made.Count == 0 || toFolder) && !TryStage(files, toFolder ? folder : Path.GetDirectoryName(RealPath.Of(request.Output!))!, text, out staged, out unwritable))
                {
                    error.WriteLine(unwritable);
                    return ExitCode.Unreadable;
                }

                made.Add(new Made(standard.Id, standard.ToString(), request.Output is null && made.Count == 0 ? text : null, staged));
            }
        }

        exit = ExitCode.Worse(exit, first is null ? ExitCode.Clean : Report(first, isOneOfSeveral: false));
        if (made.Count > 1 && !toFolder)
        {
            error.WriteLine($"{request.Source}: The source holds {made.Count} standards ({string.Join(", ", made.Take(5).Select(m => m.Id))}{(made.Count > 5 ? ", ..." : "")}); choose one with --reference and --version, or give -o a folder for all");
            return ExitCode.Usage;
        }

        if (existing?.Standard is { } old && made is [var new1] && old.Id.Reference != new1.Id.Reference)
        {
            error.WriteLine($"{request.Output}: This file holds {old}; {new1.Id} does not replace it. Give another file");
            return ExitCode.Usage;
        }

        return ExitCode.Worse(exit, made.Count == 0 ? ExitCode.Clean : request.Output is null ? Print(made[0]) : Place(request, files, made, beside, existing, toFolder));
    }

    private static bool TryStage(FileTransaction files, string folder, string text, [NotNullWhen(true)] out string? staged, [NotNullWhen(false)] out string? error)
    {
        staged = null;
        return files.TryMakeFolder(folder, out error) && files.TryStage(folder, Encoding.UTF8.GetBytes(text), out staged, out error);
    }

    /// <summary>A standard that was made: written beside its place, or held for standard output.</summary>
    private sealed record Made(StandardId Id, string Name, string? Text, string? Staged);

    private int Print(Made standard)
    {
        output.Write(standard.Text);
        return Report(StandardDocument.Read(standard.Id.Reference + StandardDocument.FileSuffix, standard.Text!).Findings);
    }

    /// <summary>Puts the new documents in their places, all or none.</summary>
    private int Place(Request request, FileTransaction files, List<Made> made, IReadOnlyList<StandardDocument> beside, StandardDocument? existing, bool toFolder)
    {
        var names = new StandardFileNames(made.Select(m => m.Id), beside);
        var places = made.Select(m => toFolder ? Path.Combine(request.Output!, names.Of(m.Id)) : request.Output!).ToArray();
        if (existing?.Standard is { } before && before.Id != made[0].Id)
        {
            error.WriteLine($"{request.Output}: {made[0].Id} replaces {before.Id}");
        }

        foreach (var (standard, path) in made.Zip(places))
        {
            files.Add(path, standard.Staged!);
        }

        if (!files.TryCommit(out var fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        var exit = ExitCode.Clean;
        foreach (var (standard, path) in made.Zip(places))
        {
            if (existing is null && !DocumentFiles.IsDocument(path))
            {
                error.WriteLine($"{path}: Builds, and commands that are given a folder, find a standard only where its name ends in {StandardDocument.FileSuffix}; this file they read only where it is named itself");
            }

            error.WriteLine($"{path}: {(files.Changed.Contains(path) ? "written" : "unchanged")}, {standard.Name}");
            if (TextFile.TryRead(path, out var source, out _))
            {
                exit = ExitCode.Worse(exit, Report(StandardDocument.Read(path, source.Text).Findings));
            }
        }

        return exit;
    }

    private int Report(StandardImport import, bool isOneOfSeveral)
    {
        if (isOneOfSeveral)
        {
            error.WriteLine($"{import.Place}: {import.Standard?.ToString() ?? "not imported"}");
        }

        return Report(import.Problems, import.Losses);
    }

    private int ImportRole(Request request, SourceDocument source)
    {
        if (request.Reference is not null || request.Version is not null)
        {
            error.WriteLine($"{request.Source}: This is a role profile, which has neither a reference nor a version; leave --reference and --version out");
            return ExitCode.Usage;
        }

        if (OutputPlace.IsFolder(request.Output))
        {
            error.WriteLine($"{request.Output}: Give the name of the role's file, such as {Path.Combine(request.Output!, "support-worker" + RoleDocument.FileSuffix)}");
            return ExitCode.Usage;
        }

        // Without the old document its own words would be lost: one that cannot be read is not replaced.
        RoleProfile? existing = null;
        if (request.Output is not null && RealPath.IsFile(request.Output))
        {
            if (!TextFile.TryRead(request.Output, out var old, out var unreadable))
            {
                error.WriteLine(unreadable);
                return ExitCode.Unreadable;
            }

            var document = RoleDocument.Read(request.Output, old.Text);
            existing = document.Role;
            if (existing is null || document.Findings.Any(f => f.Severity == FindingSeverity.Error))
            {
                Print(document.Findings);
                error.WriteLine($"{request.Output}: This role document cannot be read, so that its own words would be lost; mend it or give another file");
                return ExitCode.Findings;
            }
        }

        var import = RolePage.Import(source, new ImportOptions { Title = request.Title, ExistingRole = existing });
        var exit = Report(import.Problems, import.Losses);
        return import.Role is null ? exit : ExitCode.Worse(exit, Write(request.Output, RoleDocument.Write(import.Role), import.Role.ToString()));
    }

    private int Report(IReadOnlyList<Finding> problems, LossReport losses)
    {
        var exit = Report(problems);
        error.WriteLine(losses.ToString());
        return exit;
    }

    private int Report(IReadOnlyList<Finding> problems)
    {
        Print(problems);
        return problems.Any(p => p.Severity == FindingSeverity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            error.WriteLine(finding.ToString());
        }
    }

    private int Write(string? path, string document, string what)
    {
        if (path is null)
        {
            output.Write(document);
            return ExitCode.Clean;
        }

        var place = RealPath.Of(path);
        using var files = new FileTransaction(WritablePlaces.Named(path));
        string? fault = null;
        if (place.Length > 0 && !files.TryMakeFolder(Path.GetDirectoryName(place)!, out fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        files.Add(path, Encoding.UTF8.GetBytes(document));
        if (!files.TryCommit(out fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        var changed = files.Changed.Count > 0;
        error.WriteLine($"{path}: {(changed ? "written" : "unchanged")}, {what}");
        return ExitCode.Clean;
    }

    private int Refuse(SourceDocument source, string message)
    {
        Print([new Finding(FindingCatalogue.UnreadableDocument, message, source.Locate(new SourceSpan(0, 0)))]);
        return ExitCode.Findings;
    }
}
