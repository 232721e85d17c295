using Competency.Documents;
using Competency.Findings;

namespace Competency;

/// <summary>A remedy as the properties of a diagnostic, which are all that a code fix is told by an analyzer.</summary>
internal static class LockRemedyProperties
{
    private const string File = DiagnosticProperties.Lock + ".File";
    private const string Type = DiagnosticProperties.Lock + ".Type";
    private const string Accepted = DiagnosticProperties.Lock + ".Accepted";
    private const string Followed = DiagnosticProperties.Lock + ".Followed";
    private const string Left = DiagnosticProperties.Lock + ".Left";
    private const string FollowText = DiagnosticProperties.Lock + ".Follow";
    private const string Alone = DiagnosticProperties.Lock + ".Alone";

    public static IEnumerable<KeyValuePair<string, string?>> Of(LockRemedy remedy)
    {
        yield return new(DiagnosticProperties.Lock, remedy.LockPath);
        yield return new(remedy.Consumer.IsType ? Type : File, remedy.Consumer.Name);
        yield return new(Accepted, Write(remedy.Accepted));
        if (remedy.Reviewed.Count > 0)
        {
            yield return new(FollowText, remedy.Follow);
            yield return new(Followed, Write(remedy.Followed));
            yield return new(Left, Write(remedy.Left));
            yield return new(Alone, remedy.CanFollowAlone ? "true" : "false");
        }
    }

    /// <summary>The remedy; null where a diagnostic has none.</summary>
    public static LockRemedy? Read(IReadOnlyDictionary<string, string?> properties)
    {
        if (Get(DiagnosticProperties.Lock) is not { } path)
        {
            return null;
        }

        return new LockRemedy(path, Get(Type) is { } type ? LockConsumer.Type(type) : LockConsumer.File(Get(File) ?? ""))
        {
            Accepted = Read(Get(Accepted)),
            Follow = Get(FollowText),
            Followed = Read(Get(Followed)),
            Left = Read(Get(Left)),
            CanFollowAlone = Get(Alone) == "true",
        };

        string? Get(string name) => properties.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>One line each: standard, tab, name, tab, value. Opening words have neither tabs nor line ends.</summary>
    private static string Write(IEnumerable<LockLine> lines) => string.Join("\n", lines.Select(l => $"{l.Standard}\t{l.Name}\t{l.Value}"));

    private static IReadOnlyList<LockLine> Read(string? lines) =>
    [
        .. from line in (lines ?? "").Split('\n')
           let parts = line.Split('\t')
           where parts.Length == 3
           select LockLine.TryRead(StandardId.Parse(parts[0]), parts[1], parts[2])!,
    ];
}
