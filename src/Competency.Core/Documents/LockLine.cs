using Competency.Text;
using Competency.Versions;

namespace Competency.Documents;

/// <summary>One line of the lock: what a code or a duty of a standard meant to a consumer when a person last looked.</summary>
/// <param name="standard">The standard for which it was reviewed.</param>
/// <param name="name">The code, as in <c>S12</c>, or the duty, as in <c>Duty 4</c>.</param>
/// <param name="fingerprint">The fingerprint of the statement, or of the duty with its statements: 16 hexadecimal digits.</param>
/// <param name="opening">The opening words of what it meant, for people.</param>
sealed partial class LockLine(StandardId standard, string name, string fingerprint, string opening) : IEquatable<LockLine>
{
    /// <summary>How many characters of a statement a line holds at most.</summary>
    public const int MaxOpening = 100;

    private const string Cut = " …";

    private const string Withdrawn = "[withdrawn]";

    private const string Shared = "[shared]";

    // Stands before opening words that would pass for a mark themselves.
    private const string Unmarked = "[]";

    /// <summary>The standard for which it was reviewed.</summary>
    public StandardId Standard { get; } = standard;

    /// <summary>The code, as in <c>S12</c>, or the duty, as in <c>Duty 4</c>.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>The fingerprint of the statement, or of the duty with its statements.</summary>
    public string Fingerprint { get; } = fingerprint ?? throw new ArgumentNullException(nameof(fingerprint));

    /// <summary>The opening words of what it meant; they end in an ellipsis where there is more.</summary>
    public string Opening { get; } = TextFolding.OnOneLine(opening ?? throw new ArgumentNullException(nameof(opening)));

    /// <summary>Of a duty the options on which it was performed, as <see cref="LockOptions"/> writes them; null where the line does not say.</summary>
    internal string? Options { get; init; }

    /// <summary>
    /// Whether what was reviewed had no successor when the references around it followed theirs. By then the lock has lost what told that a neighbour
    /// of like words is not the same statement in other words; so the line keeps it.
    /// </summary>
    internal bool IsWithdrawn { get; init; }

    /// <summary>
    /// Whether references that meant something else came to stand under this code beside those that were left: nobody can tell the two, so that none
    /// follows, and all are told until a person has looked, whatever the code comes to mean.
    /// </summary>
    internal bool IsShared { get; init; }

    /// <summary>Whether <see cref="Opening"/> is not the whole statement.</summary>
    internal bool IsCut => Opening.EndsWith(Cut, StringComparison.Ordinal);

    /// <summary>The opening without the ellipsis.</summary>
    internal string Words => IsCut ? Opening.Substring(0, Opening.Length - Cut.Length) : Opening;

    /// <summary>The line of a statement as it reads now.</summary>
    public static LockLine Of(KsbStatement statement, OccupationalStandard standard) =>
        new(standard.Id, statement.Code.ToString(), statement.Fingerprint, OpeningOf(statement.Text));

    /// <summary>The line of a duty as it reads now. The same duty with another number, or with the same statements under other codes, has the same fingerprint.</summary>
    public static LockLine Of(OccupationDuty duty, OccupationalStandard standard) =>
        new(standard.Id, NameOf(duty.Number), FingerprintOf(duty, standard), OpeningOf(duty.Text)) { Options = LockOptions.Of(duty, standard) };

    /// <summary>The same meaning under another name, or for another standard.</summary>
    public LockLine As(StandardId standard, string name) => new(standard, name, Fingerprint, Opening) { Options = Options, IsWithdrawn = IsWithdrawn, IsShared = IsShared };

    /// <summary>The line of what has no successor, or of what has one.</summary>
    internal LockLine Without(bool successor) => !IsShared && successor == IsWithdrawn ? new(Standard, Name, Fingerprint, Opening) { Options = Options, IsWithdrawn = !successor } : this;

    /// <summary>The line of a code to which references that mean something else moved, where they did.</summary>
    internal LockLine Beside(IEnumerable<LockLine> followed) => followed.Any(f => f.Standard == Standard && f.Name == Name && f.Fingerprint != Fingerprint)
        ? new(Standard, Name, Fingerprint, Opening) { Options = Options, IsShared = true }
        : this;

    /// <inheritdoc/>
    public bool Equals(LockLine? other) =>
        other is not null && Standard == other.Standard && Name == other.Name && Fingerprint == other.Fingerprint && Opening == other.Opening && Options == other.Options
        && IsWithdrawn == other.IsWithdrawn && IsShared == other.IsShared;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LockLine);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Fingerprint) ^ StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Standard, name and meaning.</summary>
    public override string ToString() => $"{Standard} {Name} {Value}";

    /// <summary>The text that the document holds: the fingerprint, whether it was withdrawn, the options of a duty and the opening words, parted by blanks.</summary>
    internal string Value => Fingerprint + Mark + (Options is null ? "" : $" {{{Options}}}") + (Opening.Length == 0 ? "" : " " + Opening);

    private string Mark => IsShared ? " " + Shared : IsWithdrawn ? " " + Withdrawn : Options is null && MarkOf(Opening) is not null ? " " + Unmarked : "";

    internal static string NameOf(int duty) => "Duty " + duty.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads name and value; null where they are none.</summary>
    internal static LockLine? TryRead(StandardId standard, string name, string value) =>
        TryOrder(name, out _) && value.Length >= 16 && value.Take(16).All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f') && (value.Length == 16 || value[16] == ' ')
            ? Read(standard, name, value.Substring(0, 16), value.Length <= 17 ? "" : value.Substring(17))
            : null;

    private static LockLine Read(StandardId standard, string name, string fingerprint, string words)
    {
        var mark = MarkOf(words);
        var said = mark is null ? words : words.Substring(Math.Min(mark.Length + 1, words.Length));
        var (options, opening) = KsbCode.TryParse(name, out _) ? (null, said) : LockOptions.Split(said);
        return new LockLine(standard, name, fingerprint, opening) { Options = options, IsWithdrawn = mark == Withdrawn, IsShared = mark == Shared };
    }

    private static string? MarkOf(string words) => new[] { Withdrawn, Shared, Unmarked }.FirstOrDefault(m =>
        words.StartsWith(m, StringComparison.Ordinal) && (words.Length == m.Length || words[m.Length] == ' '));

    /// <summary>Codes in their order, then duties by number; false where the name is neither.</summary>
    internal static bool TryOrder(string name, out int order)
    {
        order = 0;
        if (name.StartsWith("Duty ", StringComparison.Ordinal))
        {
            var isNumber = int.TryParse(name.Substring(5), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var duty)
                && duty is >= 1 and <= OccupationDuty.MaxNumber && NameOf(duty) == name;
            order = ushort.MaxValue + 1 + duty;
            return isNumber;
        }

        var isCode = KsbCode.TryParse(name, out var code) && code.ToString() == name;
        order = code.Value;
        return isCode;
    }

    private static string FingerprintOf(OccupationDuty duty, OccupationalStandard standard)
    {
        var prints = duty.Ksbs.Where(standard.Contains).Select(c => standard[c].Fingerprint).ToArray();
        Array.Sort(prints, StringComparer.Ordinal);
        return Versions.Fingerprint.OfContent(TextFolding.FoldStatement(duty.Text) + "\n" + string.Join("\n", prints));
    }

    private static string OpeningOf(string text)
    {
        var line = TextFolding.OnOneLine(text);
        if (line.Length <= MaxOpening)
        {
            return line;
        }

        // At the end of a word, and never within a pair of surrogates.
        var end = line.LastIndexOf(' ', MaxOpening);
        end = end > MaxOpening / 2 ? end : char.IsHighSurrogate(line[MaxOpening - 1]) ? MaxOpening - 1 : MaxOpening;
        return line.Substring(0, end) + Cut;
    }
}
