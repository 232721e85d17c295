using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Competency.Tool.Commands;

/// <summary>Examples of commands, which stand at the end of a command's own help.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> OfCommands = [];

    /// <summary>Gives a command its examples.</summary>
    public static Command WithExamples(this Command command, params string[] examples)
    {
        OfCommands.AddOrUpdate(command, examples);
        return command;
    }

    /// <summary>The examples of a command; none where it has none.</summary>
    public static IReadOnlyList<string> Of(Command command) => OfCommands.TryGetValue(command, out var examples) ? examples : [];

    /// <summary>Makes the help of a command and of those below it end with their examples.</summary>
    public static void ShowIn(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exit = help.Invoke(parseResult);
            if (Of(parseResult.CommandResult.Command) is { Count: > 0 } examples)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine("  " + example);
                }

                output.WriteLine();
            }

            return exit;
        }
    }
}
