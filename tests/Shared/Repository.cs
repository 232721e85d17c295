using System.Runtime.CompilerServices;

namespace Competency.Testing;

/// <summary>Where the repository stands, and the shared folder beside it that users do not have.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of seeds and corpus beside the checkout, or null. Tests that need it skip without it and say so.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "..", "shared", "corpus")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    public const string NoShared = "needs the folder of seeds and corpus beside the checkout";

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => System.IO.File.ReadAllText(File(parts));

    /// <summary>A file of the shared folder; skips the test where there is none.</summary>
    public static string SharedFile(params string[] parts)
    {
        Assert.SkipWhen(Shared is null, NoShared);
        return Path.Combine([Shared!, .. parts]);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        // Deterministic builds map source paths, so the caller's path is only the second choice.
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (System.IO.File.Exists(Path.Combine(folder, "Competency.sln")))
                {
                    return folder;
                }
            }
        }

        throw new DirectoryNotFoundException("Competency.sln stands in no folder above the tests.");
    }
}
