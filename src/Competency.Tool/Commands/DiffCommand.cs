using System.CommandLine;
using Competency.Documents;
using Competency.Tool.Files;
using Competency.Versions;

namespace Competency.Tool.Commands;

/// <summary><c>competency diff OLD NEW</c>: what became of each statement, duty and option from one version of a standard to another.</summary>
internal sealed class DiffCommand(TextWriter output, TextWriter error)
{
    private static readonly Dictionary<string, Func<StandardDiff, string>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = d => d.ToText(),
        ["markdown"] = d => d.ToMarkdown(),
        ["json"] = d => d.ToJson(),
    };

    public static Command Create(TextWriter output, TextWriter error)
    {
        var old = new Argument<string>("OLD") { Description = "The document of the old version." };
        var @new = new Argument<string>("NEW") { Description = "The document of the new version." };
        var format = new Option<string>("--format") { Description = "text, markdown or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var command = new Command("diff", "Says what became of each statement, duty and option from one version of a standard to another.") { old, @new, format }
            .WithExamples(
                "competency diff ST0499-1.2.standard.json ST0499-1.3.standard.json",
                "competency diff old.standard.json new.standard.json --format markdown");
        command.SetAction(parsed => new DiffCommand(output, error).Run(parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new), parsed.GetRequiredValue(format)));
        return command;
    }

    public int Run(string oldPath, string newPath, string format)
    {
        var exit = TryRead(oldPath, out var old);
        exit = ExitCode.Worse(exit, TryRead(newPath, out var @new));
        if (old is not null && @new is not null)
        {
            output.Write(Formats[format](StandardDiff.Between(old, @new)));
        }

        return exit;
    }

    /// <summary>Reads a standard whole: of half a document most statements would seem withdrawn.</summary>
    private int TryRead(string path, out OccupationalStandard? standard)
    {
        standard = null;
        if (!TextFile.TryRead(path, out var source, out var unreadable))
        {
            error.WriteLine(unreadable);
            return ExitCode.Unreadable;
        }

        var document = StandardDocument.Read(path, source.Text);
        if (document.Standard is { } read && document.IsWhole && !document.LacksStatements)
        {
            standard = read;
            return ExitCode.Clean;
        }

        foreach (var finding in document.Findings)
        {
            error.WriteLine(finding.ToString());
        }

        return ExitCode.Findings;
    }
}
