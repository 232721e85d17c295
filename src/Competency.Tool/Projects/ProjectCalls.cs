using Competency.CSharp;

namespace Competency.Tool.Projects;

/// <summary>How a project's build would call the compiler.</summary>
/// <param name="Calls">One for each framework that the project is built for.</param>
/// <param name="Compiler">The folder of the compiler that builds it; null for the one that is loaded already.</param>
/// <param name="Error">Why nobody can say, in a line for people; null where it is known.</param>
internal sealed record ProjectCalls(IReadOnlyList<CompilerCall> Calls, string? Compiler, string? Error);
