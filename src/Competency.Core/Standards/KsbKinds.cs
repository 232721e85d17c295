namespace Competency;

/// <summary>The letters and names of the kinds of KSB.</summary>
static partial class KsbKinds
{
    private static readonly string[] Prefixes = ["", "K", "S", "B", "TK", "TS", "ESB"];

    private static readonly string[] Names =
        ["none", "knowledge", "skill", "behaviour", "technical knowledge", "technical skill", "employability skill or behaviour"];

    /// <summary>Every kind that a code can have, in the order of codes.</summary>
    public static IReadOnlyList<KsbKind> All { get; } =
    [
        KsbKind.Knowledge, KsbKind.Skill, KsbKind.Behaviour,
        KsbKind.TechnicalKnowledge, KsbKind.TechnicalSkill, KsbKind.EmployabilitySkillOrBehaviour,
    ];

    /// <summary>The letters before the number, as in <c>TK</c>; empty for <see cref="KsbKind.None"/>.</summary>
    public static string Prefix(this KsbKind kind) => Prefixes[(int)kind];

    /// <summary>The kind in words, as in <c>technical knowledge</c>.</summary>
    public static string Name(this KsbKind kind) => Names[(int)kind];

    /// <summary>The kind that a run of letters stands for, in either case; <see cref="KsbKind.None"/> where it stands for none.</summary>
    public static KsbKind FromPrefix(string letters) => FromPrefix(letters, 0, letters.Length);

    /// <summary>The kind that a run of letters within a text stands for.</summary>
    internal static KsbKind FromPrefix(string text, int start, int length)
    {
        foreach (var kind in All)
        {
            if (Text.TextFolding.EqualsIgnoreCase(text, start, length, kind.Prefix()))
            {
                return kind;
            }
        }

        return KsbKind.None;
    }
}
