namespace Competency.Tool;

/// <summary>Where a user's programs keep what they can fetch again.</summary>
internal static class CacheFolder
{
    /// <summary>The variable of the environment that names another folder.</summary>
    public const string Variable = "COMPETENCY_CACHE";

    /// <summary><c>competency</c> in <c>COMPETENCY_CACHE</c>'s stead, else in the system's own place; null where the system has none.</summary>
    public static string? Of(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } said)
        {
            return said;
        }

        var place = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Below("Library/Caches")
            : variable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache) ? cache
            : Below(".cache");
        return string.IsNullOrEmpty(place) ? null : Path.Combine(place, "competency");
    }

    private static string? Below(string folder) =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, folder) : null;
}
