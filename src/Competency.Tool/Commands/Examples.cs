namespace Competency.Tool.Commands;

/// <summary>The examples in the help of a command.</summary>
internal static class Examples
{
    /// <summary>What a command does, and how it is used.</summary>
    public static string With(string description, params ReadOnlySpan<string> examples) =>
        $"{description}\n\nExamples:\n  {string.Join("\n  ", examples)}";
}
