using System.CommandLine;
using System.CommandLine.Parsing;
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
        var reference = new Option<StandardReference?>("--reference")
        {
            Description = "The reference, such as ST0583, where the source does not say it; of several records, those to import.",
            CustomParser = result => Parsed<StandardReference>(result, StandardReference.TryParse, "the reference of a standard such as ST0583"),
        };
        var version = new Option<StandardVersion?>("--version")
        {
            Description = "The version, such as 1.2, where the source does not say it; of several records, the one to import.",
            CustomParser = result => Parsed<StandardVersion>(result, StandardVersion.TryParse, "a version such as 1.2"),
        };
        var title = new Option<string?>("--title") { Description = "The title, where the source does not say it." };
        var file = new Option<string?>("--output", "-o") { Description = "The file to write, or a folder for files named by their references. Without it the document goes to standard output." };
        var command = new Command("import", "Makes a document of a published standard or role profile, and reports what was lost or guessed.") { source, reference, version, title, file };
        command.SetAction(parsed => new ImportCommand(output, error).Run(
            new Request(parsed.GetRequiredValue(source), parsed.GetValue(reference), parsed.GetValue(version), parsed.GetValue(title), parsed.GetValue(file))));
        return command;
    }

    public int Run(Request request)
    {
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

    private int ImportStandards(Request request, Func<ImportOptions, IReadOnlyList<StandardImport>> import)
    {
        var toFolder = IsFolder(request.Output);
        var folder = request.Output is null ? null : toFolder ? request.Output : Path.GetDirectoryName(Path.GetFullPath(request.Output));
        var beside = folder is null ? [] : DocumentFiles.StandardsIn(folder);
        var existing = toFolder ? null : beside.FirstOrDefault(d => Path.GetFullPath(d.Source.Path) == Path.GetFullPath(request.Output!));
        if (!toFolder && existing is null && File.Exists(request.Output))
        {
            error.WriteLine($"{request.Output}: This file is there and is no standard document; it is not overwritten. Give another file, or remove it");
            return ExitCode.Usage;
        }

        var imports = import(new ImportOptions
        {
            Reference = request.Reference,
            Version = request.Version,
            Title = request.Title,
            Existing = existing?.Standard,
            Neighbours = beside.Where(d => d != existing).Select(d => d.Standard!).ToArray(),
        });

        var exit = ExitCode.Clean;
        foreach (var one in imports)
        {
            if (imports.Count > 1)
            {
                error.WriteLine($"{one.Place}: {one.Standard?.ToString() ?? "not imported"}");
            }

            exit = ExitCode.Worse(exit, Report(one.Problems, one.Losses));
        }

        var standards = imports.Select(i => i.Standard).OfType<OccupationalStandard>().ToArray();
        if (standards.Length > 1 && !toFolder)
        {
            error.WriteLine($"{request.Source}: The source holds {standards.Length} standards ({string.Join(", ", standards.Take(5).Select(s => s.Id))}{(standards.Length > 5 ? ", ..." : "")}); choose one with --reference and --version, or give -o an existing folder for all");
            return ExitCode.Usage;
        }

        if (existing?.Standard is { } old && standards.Length == 1 && old.Id.Reference != standards[0].Id.Reference)
        {
            error.WriteLine($"{request.Output}: This file holds {old}; {standards[0].Id} does not replace it. Give another file");
            return ExitCode.Usage;
        }

        foreach (var standard in standards)
        {
            var path = toFolder ? Path.Combine(request.Output!, FileName(standard, standards, beside)) : request.Output;
            if (existing?.Standard is { } before && before.Id != standard.Id)
            {
                error.WriteLine($"{path}: {standard.Id} replaces {before.Id}");
            }

            exit = ExitCode.Worse(exit, Write(path, StandardDocument.Write(standard), standard.ToString()));
            exit = ExitCode.Worse(exit, Report((path is null ? StandardDocument.Of(standard) : StandardDocument.Read(path, StandardDocument.Write(standard))).Findings));
        }

        return exit;
    }

    private int ImportRole(Request request, SourceDocument source)
    {
        if (request.Reference is not null || request.Version is not null)
        {
            error.WriteLine($"{request.Source}: This is a role profile, which has neither a reference nor a version; leave --reference and --version out");
            return ExitCode.Usage;
        }

        if (IsFolder(request.Output))
        {
            error.WriteLine($"{request.Output}: Give the name of the role's file, such as {Path.Combine(request.Output!, "support-worker" + RoleDocument.FileSuffix)}");
            return ExitCode.Usage;
        }

        // Without the old document its own words would be lost: one that cannot be read is not replaced.
        RoleProfile? existing = null;
        if (request.Output is not null && File.Exists(request.Output))
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

        if (!TextFile.TryWrite(path, document, out var changed, out var fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        error.WriteLine($"{path}: {(changed ? "written" : "unchanged")}, {what}");
        return ExitCode.Clean;
    }

    private int Refuse(SourceDocument source, string message)
    {
        Print([new Finding(FindingCatalogue.UnreadableDocument, message, source.Locate(new SourceSpan(0, 0)))]);
        return ExitCode.Findings;
    }

    private static bool IsFolder(string? path) => path is not null && (Directory.Exists(path) || Path.EndsInDirectorySeparator(path));

    /// <summary>The file that has the standard already, else <c>ST0583.standard.json</c>, with the version where several stand there.</summary>
    private static string FileName(OccupationalStandard standard, IReadOnlyList<OccupationalStandard> all, IReadOnlyList<StandardDocument> beside)
    {
        if (beside.FirstOrDefault(d => d.Standard!.Id == standard.Id) is { } same)
        {
            return Path.GetFileName(same.Source.Path);
        }

        var isOnly = all.Count(s => s.Id.Reference == standard.Id.Reference) == 1 && beside.All(d => d.Standard!.Id.Reference != standard.Id.Reference);
        return (isOnly ? $"{standard.Id.Reference}" : $"{standard.Id.Reference}-{standard.Id.Version}") + StandardDocument.FileSuffix;
    }

    private delegate bool TryParse<T>(string text, out T value);

    private static T? Parsed<T>(ArgumentResult result, TryParse<T> tryParse, string what)
        where T : struct
    {
        if (result.Tokens is [var token])
        {
            if (tryParse(token.Value, out var value))
            {
                return value;
            }

            result.AddError($"'{token.Value}' is not {what}");
        }

        return null;
    }
}
