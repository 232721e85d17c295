using Competency.Text;

namespace Competency.Documents;

/// <summary>How a certificate names its subject: <c>english</c>, <c>maths</c> or the title of a qualification. One truth for learner records, policies, plans and C#.</summary>
static partial class SubjectName
{
    /// <summary>The subject of a certificate of English.</summary>
    public const string English = "english";

    /// <summary>The subject of a certificate of maths.</summary>
    public const string Maths = "maths";

    /// <summary>
    /// English or maths where a subject says one of them in another way, in look-alike letters too. A title that goes on otherwise, such as that of an English language teaching
    /// certificate, is a title.
    /// </summary>
    /// <param name="subject">The subject as somebody wrote it.</param>
    /// <returns>The word that was meant; null where the subject is well written.</returns>
    public static string? Meant(string subject)
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        var written = TextFolding.OnOneLine(subject);
        var words = (LookAlikes.Mend(written) ?? written).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var word = words.Length == 0 || !words.Skip(1).All(Qualifying.Contains) ? null
            : words[0].StartsWith("engl", StringComparison.OrdinalIgnoreCase) ? English
            : words[0].StartsWith("math", StringComparison.OrdinalIgnoreCase) ? Maths
            : null;
        return word is null || TextFolding.EqualsIgnoreCase(written, word) ? null : word;
    }

    /// <summary>What is wrong with a subject for which <see cref="Meant"/> gives a word, in a sentence without a closing full stop.</summary>
    public static string Mistake(string subject) => $"No certificate can be of '{TextFolding.OnOneLine(subject)}'{LookAlikes.Holding(subject)}: its subject is '{Meant(subject)}'";

    private static readonly char[] Separators = [' ', '-', '(', ')', ',', ':', '/', '.'];

    // What follows the subject where somebody says of which examination, and at which level, it is.
    private static readonly HashSet<string> Qualifying = new(["language", "lang", "gcse", "igcse", "functional", "skill", "skills", "level", "entry", "l1", "l2", "el3", "1", "2", "3", "fs", "qualification"], StringComparer.OrdinalIgnoreCase);
}
