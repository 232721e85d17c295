using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.CSharp;

/// <summary>The generators of a compiler call beside ours. They are run as the build runs them, and only where the code needs them.</summary>
internal static class OtherGenerators
{
    public static IReadOnlyList<ISourceGenerator> Of(CSharpCommandLineArguments arguments, string folder)
    {
        var loader = new Loader();
        return
        [
            .. arguments.AnalyzerReferences
                .Select(r => Path.GetFullPath(Path.Combine(folder, r.FilePath)))
                .Where(p => File.Exists(p) && !Path.GetFileName(p).StartsWith("Competency.", StringComparison.OrdinalIgnoreCase))
                .SelectMany(p => new AnalyzerFileReference(p, loader).GetGenerators(LanguageNames.CSharp)),
        ];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // LoadFrom looks beside the assembly itself.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
