using System.Text;
using Competency.Tool;

// Documents go to standard output as they go to files: UTF-8 without a mark, line feeds, whatever the console's code page.
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
return CommandLine.Run(args, output, error);
