using System.CommandLine;
using System.CommandLine.Parsing;

namespace Competency.Tool.Commands;

/// <summary>References and versions on the command line.</summary>
internal static class StandardOptions
{
    public static Option<StandardReference?> Reference(string description) => new("--reference")
    {
        Description = description,
        CustomParser = result => result.Tokens is [var token] && TryReference(result, token.Value) is { } reference ? reference : null,
    };

    public static Option<StandardVersion?> Version(string description) => new("--version") { Description = description, CustomParser = ParseVersion };

    public static Argument<StandardReference[]> References(string description) => new("REFERENCE")
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(t => TryReference(result, t.Value)).OfType<StandardReference>()],
    };

    private static StandardVersion? ParseVersion(ArgumentResult result)
    {
        if (result.Tokens is not [var token])
        {
            return null;
        }

        if (StandardVersion.TryParse(token.Value, out var version))
        {
            return version;
        }

        result.AddError($"'{token.Value}' is not a version such as 1.2");
        return null;
    }

    private static StandardReference? TryReference(ArgumentResult result, string text)
    {
        if (StandardReference.TryParse(text, out var reference))
        {
            return reference;
        }

        result.AddError($"'{text}' is not the reference of a standard such as ST0583");
        return null;
    }
}
