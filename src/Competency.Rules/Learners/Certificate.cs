using Competency.Text;

namespace Competency.Rules;

/// <summary>A certificate that the learner holds.</summary>
/// <param name="On">The day of the award.</param>
/// <param name="Subject"><c>english</c>, <c>maths</c>, or the title of the qualification; compared without regard to case and blanks.</param>
/// <exception cref="ArgumentException">The subject is empty, or another way to say English or maths, such as <c>Mathematics</c> or <c>English Language GCSE</c>: no requirement would find it.</exception>
public sealed record Certificate(DateOnly On, string Subject) : LedgerEntry(On)
{
    /// <summary>What it certifies.</summary>
    public string Subject { get; init => field = Checked(value); } = Checked(Subject);

    /// <summary>Its level; null where that is not recorded, and then nobody can tell whether it meets a requirement of a level.</summary>
    public QualificationLevel? Level { get; init; }

    /// <summary>Who has seen it; null where that is not recorded.</summary>
    public string? SeenBy { get; init; }

    /// <summary>
    /// English or maths where a subject says one of them in another way. A title that goes on otherwise, such as that of an English language teaching certificate, is a title.
    /// </summary>
    internal static string? SubjectMeant(string subject)
    {
        var words = TextFolding.OnOneLine(subject).Split([' ', '-', '(', ')', ',', ':', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words.Skip(1).All(w => Qualifying.Contains(w)))
        {
            return null;
        }

        foreach (var (word, beginning) in Subjects)
        {
            if (words[0].StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return WrittenName.IsSame(subject, word) ? null : word;
            }
        }

        return null;
    }

    private static readonly (string Word, string Beginning)[] Subjects = [(Words.Subject.Of(CoreSubject.English), "engl"), (Words.Subject.Of(CoreSubject.Maths), "math")];

    // What follows the subject where somebody says of which examination, and at which level, it is.
    private static readonly HashSet<string> Qualifying = new(["language", "lang", "gcse", "igcse", "functional", "skill", "skills", "level", "entry", "l1", "l2", "el3", "1", "2", "3", "fs", "qualification"], StringComparer.OrdinalIgnoreCase);

    private static string Checked(string subject)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject, nameof(Subject));
        return SubjectMeant(subject) is { } meant ? throw new ArgumentException($"A certificate of '{subject}' would be found by no requirement: its subject is '{meant}'.", nameof(Subject)) : subject;
    }

    internal bool IsIn(string subject) => WrittenName.IsSame(Subject, subject);
}
