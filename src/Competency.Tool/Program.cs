using Competency.Tool;
using Competency.Tool.Input;
using Competency.Tool.Output;
using Competency.Tool.Projects;

using var output = new StandardOutput(Console.OpenStandardOutput);
using var error = new StandardError(Console.OpenStandardError, output);
#pragma warning disable RS0030 // A library never reads the environment or the clock; the program's edge does, and hands on what it read.
Func<string, string?> variable = Environment.GetEnvironmentVariable;
var now = DateTimeOffset.UtcNow;
#pragma warning restore RS0030
return CommandLine.Run(args, output, error, new ToolHost
{
    Input = StandardInput.Open,
    Variable = variable,
    CacheFolder = CacheFolder.Of(variable),
    Now = now,
    Build = new ProjectBuild(variable("DOTNET_HOST_PATH") is { Length: > 0 } dotnet ? dotnet : "dotnet").Ask,
});
