using Competency.Text;

namespace Competency.Notation;

/// <summary>A word before a colon that says what the references after it are.</summary>
internal enum NotationLabel
{
    /// <summary>No label.</summary>
    None,

    /// <summary>KSBs follow.</summary>
    Ksbs,

    /// <summary>Duties follow, so that <c>D4</c> is one.</summary>
    Duties,
}

/// <summary>The words that are labels; of those that head a column of a table <see cref="IsOfKsbs"/> and <see cref="IsOfKind"/> are the list.</summary>
internal static class NotationLabels
{
    private static readonly HashSet<string> OfKsbs = ["ksb", "ksbs", "covers", "ksbcovered", "ksbscovered", "ksbcode", "ksbcodes", "ksbreference", "ksbreferences", "mappedksb", "mappedksbs", "ksbref", "ksbrefs"];

    private static readonly HashSet<string> OfKinds = ["knowledge", "skill", "skills", "behaviour", "behaviours"];

    // "KSBs not covered: K1" says the contrary of what a reference says.
    private static readonly HashSet<string> OfLack = ["not", "no", "never", "missing", "without", "outstanding", "remaining", "uncovered", "gap", "gaps", "lacking", "except", "excluding"];

    /// <summary>The label that some words are, those among them that people make themselves; case, blanks and punctuation do not count.</summary>
    public static NotationLabel Of(string words) => Known(words) is var known && known == NotationLabel.None && SpeaksOfKsbs(words) ? NotationLabel.Ksbs : known;

    /// <summary>The label that some words are by the lists here.</summary>
    public static NotationLabel Known(string words) => Folded(words) switch
    {
        "duty" or "duties" => NotationLabel.Duties,
        var name => IsOfCode(name) || OfKsbs.Contains(name) || OfKinds.Contains(name) ? NotationLabel.Ksbs : NotationLabel.None,
    };

    /// <summary>The label that words with look-alikes were meant to be; null where they are none, or hold no look-alike.</summary>
    public static string? Meant(string words) =>
        Known(words) == NotationLabel.None && LookAlikes.Mend(words) is { } mended && Known(mended) != NotationLabel.None ? mended : null;

    /// <summary>KSB1002 for a word that is read as it was meant, and is not written so.</summary>
    public static string NotPlain(string written, string meant) =>
        $"'{TextFolding.OnOneLine(written)}' holds the look-alike {LookAlikes.DescribeFirst(written)} and is read as '{TextFolding.OnOneLine(meant)}'; write it in plain letters";

    /// <summary>Whether words say that codes follow: a label, but codes of anything can stand in a column, and a program behind it.</summary>
    public static bool IsOfCode(string words) => Folded(words) is "code" or "codes";

    /// <summary>Whether words say that KSBs follow.</summary>
    public static bool IsOfKsbs(string words) => OfKsbs.Contains(Folded(words));

    /// <summary>Whether words name a kind of KSBs, which may be described as well as listed.</summary>
    public static bool IsOfKind(string words) => OfKinds.Contains(Folded(words));

    /// <summary>Whether words say so with the letters KSB, which in prose mean nothing else.</summary>
    public static bool IsSure(string words) => Folded(words) is var name && name.IndexOf("ksb", StringComparison.Ordinal) >= 0 && OfKsbs.Contains(name);

    /// <summary>Whether what stands behind a label may be something else, such as the skills HTML5 and S3.</summary>
    public static bool MayHeadOther(string words) => Of(words) == NotationLabel.Ksbs && !IsOfKsbs(words) && !IsOfCode(words);

    /// <summary>Whether one of some words is KSB, and none says that it lacks: <c>KSBs (core)</c>, <c>KSBs to be covered</c>. What follows may be something else.</summary>
    private static bool SpeaksOfKsbs(string words)
    {
        var (speaks, start) = (false, -1);
        for (var at = 0; at <= words.Length; at++)
        {
            if (at < words.Length && TextFolding.IsWordCharacter(words[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                var word = TextFolding.ToLower(words.Substring(start, at - start))!;
                if (OfLack.Contains(word))
                {
                    return false;
                }

                speaks |= word is "ksb" or "ksbs";
                start = -1;
            }
        }

        return speaks;
    }

    /// <summary>Words as they are compared: letters and digits alone, in lower case.</summary>
    public static string Folded(string words) => new(words.Where(c => TextFolding.IsLetter(c) || TextFolding.IsDigit(c)).Select(TextFolding.ToLower).ToArray());
}
