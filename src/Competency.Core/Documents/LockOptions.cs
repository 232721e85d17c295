using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// Which options a duty was performed on when it was reviewed, as a line of the lock says it before the opening words: <c>{A: Sails; B: Ropes}</c>,
/// <c>{}</c> for a duty that everyone performs. Of a standard without options, and in a line that was written before this was recorded, nothing is said.
/// </summary>
internal static class LockOptions
{
    // Titles tell an option whose id was given anew; more than this tells nobody more.
    private const int MaxTitle = 60;

    private const string Between = "; ";

    private const string AfterId = ": ";

    /// <summary>What a line says of a duty; null where its standard has no options.</summary>
    public static string? Of(OccupationDuty duty, OccupationalStandard standard) =>
        standard.Options.Count == 0 && duty.IsCore ? null
        : string.Join(Between, duty.Options.Distinct().Select(id => Entry(id, standard)).OrderBy(e => e, StringComparer.Ordinal));

    /// <summary>Parts what stands before the opening words from them.</summary>
    public static (string? Options, string Opening) Split(string words)
    {
        var end = words.Length > 0 && words[0] == '{' ? words.IndexOf('}') : -1;
        return end < 0 || (end + 1 < words.Length && words[end + 1] != ' ') ? (null, words) : (TextFolding.OnOneLine(words.Substring(1, end - 1)), words.Substring(Math.Min(end + 2, words.Length)));
    }

    /// <summary>Whether a duty is performed on the options that were reviewed: each is recognised by its id, else by its title, as <see cref="Versions.StandardDiff"/> does.</summary>
    public static bool AreSame(string reviewed, OccupationDuty duty, OccupationalStandard standard) =>
        new HashSet<string>(Entries(reviewed).Select(e => Followed(e, standard)), StringComparer.OrdinalIgnoreCase).SetEquals(duty.Options.Select(Clean));

    /// <summary>Who performs the duty, for people.</summary>
    public static string Told(string options) =>
        Entries(options).Select(e => $"'{e.Title ?? e.Id}'").ToArray() is { Length: > 0 } names ? $"those who take {string.Join(" or ", names)}" : "everyone";

    /// <summary>What is called now as it was called when duties were reviewed: an id for an id, a title for a title where it has one.</summary>
    /// <param name="named">The option's id or title then.</param>
    /// <param name="reviewed">What lines of the lock say of the standard's options.</param>
    /// <param name="standard">The standard as it is now.</param>
    /// <param name="canStand">Whether a name can be written where that one stands.</param>
    /// <returns>The name; null where no line knows the option, or the standard has it no more.</returns>
    public static string? Follow(string named, IEnumerable<string> reviewed, OccupationalStandard standard, Func<string, bool> canStand)
    {
        var (line, name) = (CutTitle(named), Clean(named));
        var entry = reviewed.SelectMany(Entries).FirstOrDefault(e => TextFolding.EqualsIgnoreCase(e.Id, name) || (e.Title is not null && TextFolding.EqualsIgnoreCase(e.Title, line)));
        if (entry.Id is null || standard.FindOption(Followed(entry, standard)) is not { } now)
        {
            return null;
        }

        string[] names = [TextFolding.EqualsIgnoreCase(entry.Id, name) ? now.Id : now.ToString(), now.Id];
        return names.FirstOrDefault(n => standard.FindOption(n) == now && canStand(n));
    }

    private static string Entry(string id, OccupationalStandard standard) =>
        standard.FindOption(id)?.Title is { } title ? Clean(id) + AfterId + CutTitle(title) : Clean(id);

    private static IEnumerable<(string Id, string? Title)> Entries(string options) =>
        from entry in options.Split([Between], StringSplitOptions.RemoveEmptyEntries)
        let at = entry.IndexOf(AfterId, StringComparison.Ordinal)
        select at < 0 ? (entry, (string?)null) : (entry.Substring(0, at), entry.Substring(at + AfterId.Length));

    private static string Followed((string Id, string? Title) reviewed, OccupationalStandard standard) =>
        Clean((standard.Options.FirstOrDefault(o => TextFolding.EqualsIgnoreCase(Clean(o.Id), reviewed.Id))
            ?? standard.Options.FirstOrDefault(o => reviewed.Title is not null && o.Title is { } title && TextFolding.EqualsIgnoreCase(CutTitle(title), reviewed.Title)))?.Id ?? reviewed.Id);

    private static string CutTitle(string title)
    {
        var line = Clean(title);
        return line.Length <= MaxTitle ? line : line.Substring(0, char.IsHighSurrogate(line[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle).TrimEnd();
    }

    /// <summary>The text without the characters that part one option from another.</summary>
    private static string Clean(string text) => TextFolding.OnOneLine(text.Replace('{', '(').Replace('}', ')').Replace(Between, ", ").Replace(AfterId, " "));
}
