using System.CommandLine;
using Competency.Documents;
using Competency.Findings;
using Competency.Rules;
using Competency.Text;
using Competency.Tool.Files;
using Competency.Tool.Reports;

namespace Competency.Tool.Commands;

/// <summary><c>competency check PATH...</c>: reads documents and says everything that is wrong with them, one line a finding.</summary>
internal sealed class CheckCommand(TextWriter output, TextWriter error)
{
    private static readonly Dictionary<string, FindingSeverity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = FindingSeverity.Error,
        ["warning"] = FindingSeverity.Warning,
        ["information"] = FindingSeverity.Information,
    };

    private readonly List<StandardDocument> _standards = [];
    private readonly List<MappingDocument> _mappings = [];
    private readonly List<SourceDocument> _learners = [];
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _seen = [];
    private int _roles;
    private int _exit = ExitCode.Clean;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents, and folders that hold documents.", Arity = ArgumentArity.OneOrMore };
        var standards = new Option<string[]>("--standards") { Description = "Standards that mappings and learner records may name and that are not checked themselves: documents and folders." };
        var format = new Option<string>("--format") { Description = "text, json, sarif, github or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. CheckReport.Formats.Keys]);
        var failOn = new Option<string>("--fail-on") { Description = "The least severity for exit code 1: error, warning or information.", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong([.. Severities.Keys]);
        var command = new Command("check", "Checks standard, role, mapping and learner documents; exit code 1 where one has a finding of the severity that counts.") { paths, standards, format, failOn };
        command.SetAction(parsed => new CheckCommand(output, error).Run(
            parsed.GetRequiredValue(paths),
            parsed.GetValue(standards) ?? [],
            parsed.GetRequiredValue(format),
            Severities[parsed.GetRequiredValue(failOn)]));
        return command;
    }

    public int Run(IReadOnlyList<string> paths, IReadOnlyList<string> standards, string format, FindingSeverity failOn)
    {
        foreach (var path in paths.SelectMany(Documents))
        {
            Read(path);
        }

        _findings.AddRange(_standards.SelectMany(s => s.Findings));
        // As in the build: documents of two projects do not meet.
        _findings.AddRange(_standards.GroupBy(s => DocumentFiles.ProjectOf(s.Source.Path)).SelectMany(DocumentSetCheck.Check));
        var known = new StandardCatalogue(_standards.Concat(standards.SelectMany(Documents).SelectMany(ReadKnown).ToArray()).Where(d => d.IsWhole).Select(d => d.Standard).OfType<OccupationalStandard>());
        _findings.AddRange(_mappings.SelectMany(m => m.Check(known)));
        _findings.AddRange(_learners.SelectMany(l => LearnerDocument.Read(l.Path, l.Text, known).Findings));
        CheckReport.Formats[format](new CheckReport(_findings, _standards.Count + _mappings.Count + _learners.Count + _roles), output);
        return _findings.Any(f => f.Severity >= failOn) ? ExitCode.Worse(_exit, ExitCode.Findings) : _exit;
    }

    /// <summary>The documents that a path names. A file or a folder that does not exist is never silently "clean".</summary>
    private IReadOnlyList<string> Documents(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return DocumentFiles.Under(path);
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            Fail(ExitCode.Unreadable, $"{path}: {TextFile.Reason(fault)}");
            return [];
        }

        if (File.Exists(path) && !DocumentFiles.IsDocument(path) && !DocumentFiles.CanBeMapping(path))
        {
            Fail(ExitCode.Usage, $"{path}: The name does not say what the file is; it must end in {StandardDocument.FileSuffix}, {MappingDocument.FileSuffix}, {RoleDocument.FileSuffix} or {LearnerDocument.FileSuffix}");
            return [];
        }

        return [path];
    }

    private void Read(string path)
    {
        if (!_seen.Add(Path.GetFullPath(path)))
        {
            return;
        }

        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
        }
        else if (path.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase))
        {
            _standards.Add(StandardDocument.Read(path, source.Text));
        }
        else if (MappingDocument.IsMapping(path) || DocumentFiles.CanBeMapping(path))
        {
            _mappings.Add(MappingDocument.Read(path, source.Text));
        }
        else if (path.EndsWith(LearnerDocument.FileSuffix, StringComparison.OrdinalIgnoreCase))
        {
            _learners.Add(source);
        }
        else
        {
            _roles++;
            _findings.AddRange(RoleDocument.Read(path, source.Text).Findings);
        }
    }

    /// <summary>A standard that is known and not checked. One that cannot be read at all is reported, for mappings would seem wrong without it.</summary>
    private IEnumerable<StandardDocument> ReadKnown(string path)
    {
        if ((File.Exists(path) && !path.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)) || !_seen.Add(Path.GetFullPath(path)))
        {
            return [];
        }

        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
            return [];
        }

        var document = StandardDocument.Read(path, source.Text);
        if (document.Standard is null || !document.IsWhole)
        {
            _findings.AddRange(document.Findings);
        }

        return [document];
    }

    private void Fail(int exit, string message)
    {
        error.WriteLine(message);
        _exit = ExitCode.Worse(_exit, exit);
    }
}
