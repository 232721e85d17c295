namespace Competency.CSharp;

/// <summary>How the compiler would be called for a project.</summary>
/// <param name="project">The path of the project file.</param>
/// <param name="arguments">The compiler's arguments.</param>
/// <param name="outputs">The paths by which other projects refer to its assembly.</param>
public sealed class CompilerCall(string project, IReadOnlyList<string> arguments, IReadOnlyList<string> outputs)
{
    /// <summary>The path of the project file.</summary>
    public string Project { get; } = project;

    /// <summary>The compiler's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>The paths by which other projects refer to its assembly.</summary>
    public IReadOnlyList<string> Outputs { get; } = outputs;
}
