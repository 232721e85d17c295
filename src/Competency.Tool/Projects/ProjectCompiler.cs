using System.Reflection;
using System.Runtime.Loader;

namespace Competency.Tool.Projects;

/// <summary>
/// The compiler that reads projects: the one of the SDK that builds them, loaded from there. It knows their language version, and what it makes
/// of their code is what the build makes of it.
/// </summary>
internal static class ProjectCompiler
{
    private static readonly Lock Gate = new();
    private static string? _folder;

    /// <summary>Takes the compiler of a folder for this process; the first counts.</summary>
    public static void Use(string folder)
    {
        lock (Gate)
        {
            if (_folder is null)
            {
                _folder = folder;
                AssemblyLoadContext.Default.Resolving += Resolve;
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" && Path.Combine(_folder!, name.Name + ".dll") is var path && File.Exists(path)
            ? context.LoadFromAssemblyPath(path)
            : null;
}
