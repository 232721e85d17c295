using Competency.Tool.Projects;

namespace Competency.Tool;

/// <summary>What the tool takes from the machine that it runs on, so that a test can give it something else.</summary>
internal sealed class ToolHost
{
    /// <summary>Standard input.</summary>
    public Func<Stream> Input { get; init; } = () => Stream.Null;

    /// <summary>A variable of the environment; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The user's folder for what can be fetched again; null where there is none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>When the command was called.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Waits between two attempts.</summary>
    public Action<TimeSpan> Wait { get; init; } = Thread.Sleep;

    /// <summary>How a project's build would call the compiler. Asked from several threads.</summary>
    public Func<string, ProjectCalls> Build { get; init; } = static project => new ProjectCalls([], null, $"{project}: There is no SDK to ask how the project is compiled");
}
