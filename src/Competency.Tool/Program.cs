using System.Text;
using Competency.Tool;
using Competency.Tool.Projects;

// Documents go to standard output as they go to files: UTF-8 without a mark, line feeds, whatever the console's code page.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
#pragma warning disable RS0030 // A library never reads the environment; the program's edge does, and hands on what it read.
Func<string, string?> variable = Environment.GetEnvironmentVariable;
#pragma warning restore RS0030
return CommandLine.Run(args, output, error, new ToolHost { Input = Console.OpenStandardInput, Variable = variable, CacheFolder = CacheFolder.Of(variable), Build = new ProjectBuild(variable("DOTNET_HOST_PATH") is { Length: > 0 } dotnet ? dotnet : "dotnet").Ask });
