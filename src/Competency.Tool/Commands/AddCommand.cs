using System.CommandLine;
using Competency.Interchange;
using Competency.Tool.Api;
using Competency.Tool.Files;

namespace Competency.Tool.Commands;

/// <summary><c>competency add REFERENCE...</c>: downloads the current record of a standard, or that of a version, and writes its document.</summary>
internal sealed class AddCommand(TextWriter output, TextWriter error, StandardsApi api)
{
    public static Command Create(TextWriter output, TextWriter error, ToolHost host)
    {
        var references = StandardOptions.References("The standards, such as ST0499.");
        var version = StandardOptions.Version("A version that is not the current one, such as 1.2: it is looked for in the list of all versions, some 78 MB.");
        var file = new Option<string>("--output", "-o") { Description = "The file to write, which ends in .json, or a folder for files named by their references; one that is not there is made.", DefaultValueFactory = _ => "." };
        var api = new ApiOptions();
        var command = new Command("add", "Downloads published standards and writes their documents. Uses the network.") { references, version, file }
            .WithExamples(
                "competency add ST0499 -o standards",
                "competency add ST0499 --version 1.2 -o standards/ST0499-1.2.standard.json");
        api.AddTo(command);
        command.SetAction(parsed =>
        {
            using var opened = api.Open(parsed, host, error);
            return opened is null ? ExitCode.Usage : new AddCommand(output, error, opened).Run(parsed.GetRequiredValue(references), parsed.GetValue(version), parsed.GetRequiredValue(file));
        });
        return command;
    }

    public int Run(IReadOnlyList<StandardReference> references, StandardVersion? version, string file)
    {
        if (references.FirstOrDefault(r => r.Kind == StandardKind.Occupation) is { HasValue: true } occupation)
        {
            error.WriteLine($"{occupation} is an occupation, and the API holds apprenticeships; save its page and read that with 'competency import'");
            return ExitCode.Usage;
        }

        if (references.Count > 1 && (version is not null || !OutputPlace.IsFolder(file)))
        {
            error.WriteLine(version is not null ? "--version is that of one standard; give one reference" : $"{file}: Several standards need a folder, and this is a file");
            return ExitCode.Usage;
        }

        var exit = ExitCode.Clean;
        foreach (var reference in references)
        {
            exit = ExitCode.Worse(exit, Add(reference, version, file));
        }

        return exit;
    }

    private int Add(StandardReference reference, StandardVersion? version, string file)
    {
        var answer = api.Get(reference);
        var published = Newest(answer, reference);
        if (version is { } wanted && published != wanted && (answer.Body is not null || answer.IsMissing))
        {
            error.WriteLine($"{reference} is published as {(published is { } now ? $"version {now}" : "no current version")}; {wanted} is looked for in the list of all versions");
            answer = api.GetList();
        }

        if (answer.Body is null)
        {
            error.WriteLine($"{answer.Address}: {answer.Fault}");
            return ExitCode.Unreadable;
        }

        return new ImportCommand(output, error).ImportRecords(new ImportCommand.Request(answer.Address.AbsoluteUri, reference, version ?? published, null, file), answer.Body);
    }

    /// <summary>The newest version of a standard in an answer; null where there is none, or no answer.</summary>
    private static StandardVersion? Newest(ApiAnswer answer, StandardReference reference) =>
        answer.Body is null ? null : RecordFile.List(answer.Body, answer.Address.AbsoluteUri).Entries.Where(e => e.Reference == reference).Max(e => e.Version);
}
