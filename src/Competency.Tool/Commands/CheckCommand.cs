using System.CommandLine;
using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Interchange;
using Competency.Rules;
using Competency.Text;
using Competency.Tool.Baselines;
using Competency.Tool.Files;
using Competency.Tool.Reports;
using Competency.Tool.Settings;

namespace Competency.Tool.Commands;

/// <summary><c>competency check PATH...</c>: reads documents and says everything that is wrong with them, one line a finding.</summary>
internal sealed class CheckCommand(TextWriter output, TextWriter error, ToolHost host)
{
    private const string StandardInput = "-";

    private static readonly Dictionary<string, FindingSeverity> FailOn = new(StringComparer.Ordinal)
    {
        ["error"] = FindingSeverity.Error,
        ["warning"] = FindingSeverity.Warning,
        ["information"] = FindingSeverity.Information,
    };

    private readonly List<StandardDocument> _standards = [];
    private readonly List<MappingDocument> _mappings = [];
    private readonly List<PolicyDocument> _policies = [];
    private readonly List<AssessmentPlanDocument> _plans = [];
    private readonly List<SourceDocument> _learners = [];
    private readonly List<Finding> _findings = [];
    private readonly List<string> _failures = [];
    private readonly Dictionary<string, SourceDocument> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<string> _checked = [];
    private int _roles;
    private int _exit = ExitCode.Clean;

    /// <summary>What the command line says.</summary>
    internal sealed record Request(
        IReadOnlyList<string> Paths,
        IReadOnlyList<string> Standards,
        string Format,
        FindingSeverity FailOn,
        IReadOnlyList<string> Severities,
        string? Baseline,
        bool UpdateBaseline,
        string? InputPath,
        string? Root);

    public static Command Create(TextWriter output, TextWriter error, ToolHost host)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Documents, folders that hold documents, patterns such as 'courses/**/*.mapping.json', or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var standards = new Option<string[]>("--standards") { Description = "Standards that mappings, policies, plans and learner records may name and that are not checked themselves: documents, folders and patterns." };
        var format = new Option<string>("--format") { Description = "text, json, sarif, github or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. CheckReport.Formats.Keys]);
        var failOn = new Option<string>("--fail-on") { Description = "The least severity for exit code 1: error, warning or information.", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong([.. FailOn.Keys]);
        var severities = new Option<string[]>("--severity") { Description = $"A finding's severity, before what .globalconfig and the project say, such as KSB2002=error: {Severities.Words}." };
        var baseline = new Option<string?>("--baseline") { Description = "A file of findings that are known: only others count." };
        var update = new Option<bool>("--update-baseline") { Description = "Writes the findings of now to the file of --baseline: mended ones leave it, new ones enter it." };
        var inputPath = new Option<string?>("--stdin-path") { Description = "The name of the document that standard input holds, such as programme.mapping.json; that file is not read." };
        var root = new Option<string?>("--root") { Description = "The folder that reports and baselines name files from. Without it the repository's, or the current one." };
        var command = new Command("check", "Checks standard, role, mapping, policy, plan and learner documents; exit code 1 where one has a finding of the severity that counts.") { paths, standards, format, failOn, severities, baseline, update, inputPath, root }
            .WithExamples(
                "competency check .",
                "competency check 'courses/**/*.mapping.json' --standards standards --format github --fail-on warning",
                "competency check . --baseline competency.baseline.json");
        command.SetAction(parsed => new CheckCommand(output, error, host).Run(new Request(
            parsed.GetRequiredValue(paths),
            parsed.GetValue(standards) ?? [],
            parsed.GetRequiredValue(format),
            FailOn[parsed.GetRequiredValue(failOn)],
            parsed.GetValue(severities) ?? [],
            parsed.GetValue(baseline),
            parsed.GetValue(update),
            parsed.GetValue(inputPath),
            parsed.GetValue(root))));
        return command;
    }

    public int Run(Request request)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        if (WhyNot(request, severities) is { } reason)
        {
            error.WriteLine(reason);
            return ExitCode.Usage;
        }

        LeftBehind.Tell(request.Paths.Where(p => p != StandardInput), error);
        var baseline = ReadBaseline(request);
        ReadInput(request);
        foreach (var path in request.Paths.Where(p => p != StandardInput).SelectMany(Documents))
        {
            Read(path);
        }

        Check(request);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var findings = new SeveritySettings(severities).Apply(_findings, line => Say(said, line)).Concat(baseline?.Problems ?? []).ToArray();
        var root = request.Root ?? RepositoryRoot.Above(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();
        root = Path.GetFullPath(root);
        var unsure = _findings.Where(f => f.Location is not null && IsOfReading(f.Id)).Select(f => Path.GetFullPath(f.Location!.Path)).ToHashSet(StringComparer.Ordinal);
        var report = new CheckReport(findings, _standards.Count + _mappings.Count + _policies.Count + _plans.Count + _learners.Count + _roles, root, _sources.GetValueOrDefault, baseline, (id, file) => IsJudged(id, file, root, unsure), _failures);
        if (request.UpdateBaseline)
        {
            return Update(request.Baseline!, report, baseline?.Problems ?? []);
        }

        CheckReport.Formats[request.Format](report, output);

        // A baseline that cannot be relied on hides nothing and fails the check, whatever its severities are.
        var fails = report.Findings.Any(f => f.Severity >= request.FailOn) || baseline?.Problems.Count > 0;
        return fails ? ExitCode.Worse(_exit, ExitCode.Findings) : _exit;
    }

    /// <summary>Whether a finding would have been found again, were it there still.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="file">The full path of its file.</param>
    /// <param name="root">The full path of the folder that files are named from.</param>
    /// <param name="unsure">Files of which not everything could be judged in this run.</param>
    private bool IsJudged(string id, string file, string root, HashSet<string> unsure) =>
        _checked.Contains(file)
        && (id == FindingCatalogue.ConflictingDocuments.Id ? DocumentFiles.StandardsBeside(file, root).All(_checked.Contains) : IsOfReading(id) || !unsure.Contains(file));

    /// <summary>What keeps other findings of a file from being found: it cannot be read, or not beside its standard.</summary>
    private static bool IsOfReading(string id) => id == FindingCatalogue.UnreadableDocument.Id || id == FindingCatalogue.MappingUnknownStandard.Id;

    private static string? WhyNot(Request request, Dictionary<string, Severity> severities)
    {
        var reads = request.Paths.Contains(StandardInput);
        return request.Severities.Select(s => SeveritySettings.TryAdd(s, severities)).FirstOrDefault(p => p is not null)
            ?? (request.UpdateBaseline && request.Baseline is null ? "--update-baseline needs to know which file: give --baseline competency.baseline.json as well"
            : reads && request.InputPath is null ? "Standard input has no name: say what it holds, such as --stdin-path programme.mapping.json"
            : !reads && request.InputPath is not null ? "--stdin-path names what standard input holds; give - among the paths as well"
            : reads && !DocumentFiles.IsDocument(request.InputPath!) && !DocumentFiles.CanBeMapping(request.InputPath!) ? DocumentFiles.NoDocument(request.InputPath!)
            : request.Root is not null && !Directory.Exists(request.Root) ? $"{request.Root}: There is no such folder"
            : null);
    }

    private void Check(Request request)
    {
        _findings.AddRange(_standards.SelectMany(s => s.Findings));

        // As in the build: documents of two projects do not meet.
        _findings.AddRange(_standards.GroupBy(s => DocumentFiles.ProjectOf(s.Source.Path)).SelectMany(DocumentSetCheck.Check));
        var known = new StandardCatalogue(_standards.Concat(request.Standards.SelectMany(Documents).SelectMany(ReadKnown).ToArray()).Where(d => d.IsWhole).Select(d => d.Standard).OfType<OccupationalStandard>());
        if (_standards.Count == 0 && request.Standards.Count == 0 && _mappings.Any(m => m.Mapping?.Standard.HasValue == true))
        {
            error.WriteLine("No standard is among what was given: name its document as well, or the folder that it is in, or give --standards FOLDER");
        }

        _findings.AddRange(_mappings.SelectMany(m => m.Check(known)));
        _findings.AddRange(_policies.SelectMany(p => p.Check(known)));
        _findings.AddRange(_plans.SelectMany(p => p.Check(known)));
        _findings.AddRange(LockFile.Check(request.Paths.Where(p => p != StandardInput), [.. _mappings, .. _policies, .. _plans], known, new ProjectLocks(), path => _checked.Add(path), Fail));
        _findings.AddRange(_learners.SelectMany(l => LearnerDocument.Read(l.Path, l.Text, known).Findings));
    }

    /// <summary>The known findings; null without <c>--baseline</c>, and for a file that is to be written for the first time.</summary>
    private Baseline? ReadBaseline(Request request)
    {
        if (request.Baseline is null || (request.UpdateBaseline && !RealPath.IsFile(request.Baseline)))
        {
            return null;
        }

        if (!TextFile.TryRead(request.Baseline, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable + (RealPath.IsFile(request.Baseline) ? "" : "; --update-baseline writes it"));
            return null;
        }

        return Baseline.Read(source);
    }

    private int Update(string path, CheckReport report, IReadOnlyList<Finding> problems)
    {
        // What stands there may be another's file, or hold what a merge has to keep.
        if (problems.Count > 0)
        {
            problems.ToList().ForEach(p => error.WriteLine(p.ToString()));
            error.WriteLine($"{path}: This file is there and is no baseline that can be read; it is not overwritten. Mend it, remove it or give another file");
            return ExitCode.Worse(_exit, ExitCode.Findings);
        }

        if (_exit != ExitCode.Clean)
        {
            error.WriteLine($"{path}: Not written, for not everything could be read");
            return _exit;
        }

        Baseline.Entry[] entries = [.. report.All.Select(e => new Baseline.Entry(e.Finding.Id, report.FileOf(e.Finding), e.Key)), .. report.Unchecked];
        if (!TextFile.TryWrite(path, Baseline.Write(entries), out var changed, out var fault))
        {
            error.WriteLine(fault);
            return ExitCode.Unreadable;
        }

        var kept = report.Unchecked.Count == 0 ? "" : $", {report.Unchecked.Count} kept of files that were not checked";
        error.WriteLine($"{path}: {(changed ? "written" : "unchanged")}, {entries.Length} {(entries.Length == 1 ? "finding" : "findings")}, {report.Findings.Count} of them new, {report.Mended} mended and taken out{kept}");
        return ExitCode.Clean;
    }

    private void ReadInput(Request request)
    {
        if (request.InputPath is not { } path)
        {
            return;
        }

        using var bytes = new MemoryStream();
        try
        {
            using var input = host.Input();
            input.CopyTo(bytes);
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            Fail(ExitCode.Unreadable, $"Standard input cannot be read: {TextFile.Reason(fault)}");
            return;
        }

        if (!SourceText.TryDecode(bytes.ToArray(), out var text, out var undecodable))
        {
            Fail(ExitCode.Unreadable, $"{path}: {undecodable}");
        }
        else
        {
            Read(path, new SourceDocument(path, text));
        }

        // What an editor has not saved yet stands for the file on the disk.
        _seen.Add(Path.GetFullPath(path));
    }

    private IReadOnlyList<string> Documents(string path) => DocumentFiles.Named(path, Fail);

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
        else
        {
            Read(path, source);
        }
    }

    private void Read(string path, SourceDocument source)
    {
        _checked.Add(Path.GetFullPath(path));
        _sources[path] = source;
        if (DocumentFiles.IsStandard(path))
        {
            _standards.Add(StandardDocument.Read(path, source.Text));
        }
        else if (MappingDocument.IsMapping(path) || DocumentFiles.CanBeMapping(path))
        {
            _mappings.Add(MappingDocument.Read(path, source.Text));
        }
        else if (path.EndsWith(PolicyDocument.FileSuffix, StringComparison.OrdinalIgnoreCase))
        {
            _policies.Add(PolicyDocument.Read(path, source.Text));
        }
        else if (path.EndsWith(AssessmentPlanDocument.FileSuffix, StringComparison.OrdinalIgnoreCase))
        {
            _plans.Add(AssessmentPlanDocument.Read(path, source.Text));
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

    /// <summary>A standard that is known and not checked. What of it cannot be read is reported: mappings would seem wrong, or right, without it.</summary>
    private IEnumerable<StandardDocument> ReadKnown(string path)
    {
        if ((File.Exists(path) && !DocumentFiles.IsStandard(path)) || !_seen.Add(Path.GetFullPath(path)))
        {
            return [];
        }

        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            Fail(ExitCode.Unreadable, unreadable);
            return [];
        }

        _sources[path] = source;
        var document = StandardDocument.Read(path, source.Text);
        _findings.AddRange(document.Standard is null || !document.IsWhole ? document.Findings : document.Findings.Where(f => f.Severity == FindingSeverity.Error && IsOfReading(f.Id)));
        return [document];
    }

    private void Say(HashSet<string> said, string line)
    {
        if (said.Add(line))
        {
            error.WriteLine(line);
        }
    }

    private void Fail(int exit, string message)
    {
        // A folder can be among the paths and among those of --standards.
        if (!_failures.Contains(message))
        {
            error.WriteLine(message);
            _failures.Add(message);
        }

        _exit = ExitCode.Worse(_exit, exit);
    }
}
