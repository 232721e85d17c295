namespace Competency.Tool.Settings;

/// <summary>
/// The ids that a property such as <c>NoWarn</c> lists. Two read them, each in its own way: the compiler takes an id as it is written, and
/// MSBuild, which then passes on the warnings that the compiler left, in any case.
/// </summary>
internal sealed class WarningList
{
    public static readonly WarningList Empty = Parse("");

    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _idsInAnyCase;

    private WarningList(string[] ids)
    {
        _ids = new HashSet<string>(ids, StringComparer.Ordinal);
        _idsInAnyCase = new HashSet<string>(ids, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Parts the ids as the build does: a blank parts none, so that "KSB3001 KSB3005" is one id, which no finding has. With line breaks alone no build gets as far.</summary>
    public static WarningList Parse(string text) => new(text.Split([';', ',', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Whether the compiler finds an id here.</summary>
    public bool HasForCompiler(string id) => _ids.Contains(id);

    /// <summary>Whether MSBuild finds an id here.</summary>
    public bool HasForMSBuild(string id) => _idsInAnyCase.Contains(id);
}
