using System.CommandLine;
using System.CommandLine.Parsing;
using Competency.Tool.Commands;
using Competency.Tool.Files;
using Competency.Tool.Output;

namespace Competency.Tool;

/// <summary>The command line of <c>competency</c>: one subcommand a file in Commands.</summary>
internal static class CommandLine
{
    /// <summary>Parses the arguments and runs the command that they name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, ToolHost host)
    {
        try
        {
            var exit = RunCommand(args, output, error, host);
            output.Flush();
            return exit;
        }
        catch (InterruptedException interrupted)
        {
            if (!interrupted.IsTold)
            {
                error.WriteLine(interrupted.Message);
            }

            return interrupted.ExitCode;
        }
        catch (OutputException fault)
        {
            // Half of what was asked for looks like all of it.
            error.WriteLine(fault.Message);
            return ExitCode.Unreadable;
        }
    }

    private static int RunCommand(IReadOnlyList<string> args, TextWriter output, TextWriter error, ToolHost host)
    {
        var root = new RootCommand("Occupational standards (KSBs) as documents: imports them, checks what refers to them, and compares their versions.");
        root.Subcommands.Add(ImportCommand.Create(output, error));
        root.Subcommands.Add(CheckCommand.Create(output, error, host));
        root.Subcommands.Add(AddCommand.Create(output, error, host));
        root.Subcommands.Add(UpdateCommand.Create(output, error, host));
        root.Subcommands.Add(DiffCommand.Create(output, error));
        root.Subcommands.Add(LockCommand.Create(output, error, host));
        root.Subcommands.Add(MigrateCommand.Create(output, error, host));
        Examples.ShowIn(root);

        // A file can be called @name; nothing here is long enough to need a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (args.Any(string.IsNullOrWhiteSpace))
        {
            error.WriteLine("An argument is empty; is a variable of the script not set?");
            return ExitCode.Usage;
        }

        if (Unknown(parsed) is { } option)
        {
            error.WriteLine($"'{option}' is no option of this command; a file of that name is written ./{option}");
            error.WriteLine($"Try: competency {string.Join(' ', CommandsOf(parsed))}--help");
            return ExitCode.Usage;
        }

        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var word, ..])
        {
            error.WriteLine($"'{word}' is no command; there are {string.Join(", ", root.Subcommands.Select(c => c.Name))}");
            error.WriteLine("Try: competency --help");
            return ExitCode.Usage;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine(MessageOf(problem, parsed.CommandResult.Command));
            }

            error.WriteLine($"Try: competency {string.Join(' ', CommandsOf(parsed))}--help");
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>What is wrong, and of which option or argument: the parser's own words leave that out.</summary>
    private static string MessageOf(ParseError problem, Command command) => problem.SymbolResult switch
    {
        OptionResult { Option.Name: var name } when !problem.Message.Contains(name, StringComparison.Ordinal) => $"{name}: {problem.Message}",
        ArgumentResult { Tokens.Count: 0, Argument.Name: var name } when command.Arguments.Any(a => a.Name == name) => $"Required argument missing: {name}; {command.Name} takes {string.Join(" ", command.Arguments.Select(a => a.Name))}",
        _ => problem.Message,
    };

    /// <summary>A misspelt option would be taken for a path.</summary>
    private static string? Unknown(ParseResult parsed) =>
        parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    private static IEnumerable<string> CommandsOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? [""] : [parsed.CommandResult.Command.Name, ""];
}
