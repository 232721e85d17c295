using Competency.Text;

namespace Competency.Documents;

/// <summary>How a certificate names its subject: <c>english</c>, <c>maths</c> or the title of a qualification. One truth for learner records, policies, plans and C#.</summary>
static partial class SubjectName
{
    /// <summary>The subject of a certificate of English.</summary>
    public const string English = "english";

    /// <summary>The subject of a certificate of maths.</summary>
    public const string Maths = "maths";

    /// <summary>The word that was meant, where a subject says English or maths in another way; null where it is well written, or says both.</summary>
    /// <param name="subject">The subject as somebody wrote it.</param>
    public static string? Meant(string subject) => Named(subject) is { Length: 1 } named && !TextFolding.EqualsIgnoreCase(TextFolding.OnOneLine(subject), named[0]) ? named[0] : null;

    /// <summary>
    /// What is wrong with a subject that says English or maths in another way, in look-alike letters too, in a sentence without a closing full stop; null where nothing is. A title
    /// that says more, such as that of an English language teaching certificate, is a title.
    /// </summary>
    /// <param name="subject">The subject as somebody wrote it.</param>
    public static string? Mistake(string subject)
    {
        var named = Named(subject);
        return named.Length == 2 ? $"No certificate can be of '{TextFolding.OnOneLine(subject)}': each is of one subject, '{English}' or '{Maths}'"
            : Meant(subject) is { } meant ? $"No certificate can be of '{TextFolding.OnOneLine(subject)}'{LookAlikes.Holding(subject)}: its subject is '{meant}'"
            : null;
    }

    /// <summary>Which of the two a subject names, where it says nothing else but of which examination and level it is.</summary>
    private static string[] Named(string subject)
    {
        _ = subject ?? throw new ArgumentNullException(nameof(subject));
        var written = TextFolding.OnOneLine(subject);
        var words = new string((LookAlikes.Mend(written) ?? written).Select(c => IsParting(c) ? ' ' : c).ToArray()).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => Of(w) is not null || Qualifying.Contains(w)) ? [.. words.Select(Of).OfType<string>().Distinct()] : [];
    }

    private static string? Of(string word) =>
        word.StartsWith("engl", StringComparison.OrdinalIgnoreCase) ? English
        : word.StartsWith("math", StringComparison.OrdinalIgnoreCase) ? Maths
        : null;

    private static bool IsParting(char c) => TextFolding.IsWhiteSpace(c) || TextFolding.IsDash(c) || c is '\'' or '\u2019' or '(' or ')' or ',' or ':' or '/' or '.' or '&' or '+' or '_';

    // What stands beside the subject where somebody says of which examination it is, and at which level or grade. The schemas of learner records and policies hold the same words; a test compares them.
    internal static readonly HashSet<string> Qualifying = new(
        [
            "language", "lang", "gcse", "gcses", "igcse", "functional", "skill", "skills", "level", "entry", "grade", "l1", "l2", "el3", "fs", "fsq", "fse", "fsm", "qualification", "certificate", "pass",
            "and", "or", "in", "of", "at", "above", "with", "one", "two", "three", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "a*", "b", "c", "s", "as",
        ],
        StringComparer.OrdinalIgnoreCase);
}
