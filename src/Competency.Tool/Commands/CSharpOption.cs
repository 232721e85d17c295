using System.CommandLine;

namespace Competency.Tool.Commands;

/// <summary><c>--no-csharp</c>: leaves C# projects out of a run.</summary>
internal static class CSharpOption
{
    public const string Name = "--no-csharp";

    public static Option<bool> Create() => new(Name) { Description = "Leave the C# projects of the paths out: their builds are not asked how they are compiled." };
}
