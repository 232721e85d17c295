using Competency.Text;

namespace Competency.Documents;

/// <summary>
/// Demands as CSV and Markdown write them: <c>every KSB</c>, <c>every duty</c>, <c>at least 80% of the skills</c>, <c>at least 40 KSBs for
/// the option Trail bikes</c>. What <see cref="CoverageDemand.ToString"/> writes is read.
/// </summary>
internal static class CoverageDemandText
{
    private const string Duty = "duty";

    // What stands before the option, the longest first.
    private static readonly string[] OptionWords = [" for the option ", " for option ", " option "];

    /// <summary>Reads one demand.</summary>
    /// <param name="text">The demand.</param>
    /// <param name="option">Where its option stands; the whole of it where it names none.</param>
    /// <returns>Null where the text is no demand.</returns>
    public static CoverageDemand? Read(PlacedText text, out SourceSpan option)
    {
        var (asked, name) = (text.Text, (string?)null);
        option = text.Span;
        foreach (var words in OptionWords)
        {
            if (asked.IndexOf(words, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                var placed = text.Part(SourceSpan.FromBounds(at + words.Length, asked.Length)).Trimmed();
                (asked, name, option) = (asked.Substring(0, at), placed.Text, placed.Span);
                break;
            }
        }

        var said = asked.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(w => TextFolding.ToLower(w)!).ToArray();
        return name is { Length: 0 } ? null
            : said.Length > 1 && said[0] == "every" ? Every(What(said.Skip(1)), name)
            : said.Length > 2 && said[0] == "at" && said[1] == "least" && KsbThreshold.TryParse(said[2], out var threshold) && KindOf(What(said.Skip(3))) is { } kind ? CoverageDemand.AtLeast(threshold, kind, name)
            : null;
    }

    private static CoverageDemand? Every(string what, string? option) =>
        what == Duty ? CoverageDemand.EveryDuty(option)
        : what.Length > 0 && KindOf(what) is { } kind ? CoverageDemand.EveryKsb(kind, option)
        : null;

    /// <summary>What is asked for, in the singular: <c>ksb</c>, <c>duty</c>, a kind, or nothing.</summary>
    private static string What(IEnumerable<string> words)
    {
        var what = string.Join(" ", words.Where(w => w is not ("of" or "the" or "statement" or "statements")));
        return what == "duties" ? Duty : what.EndsWith("s", StringComparison.Ordinal) ? what.Substring(0, what.Length - 1) : what;
    }

    /// <summary>The kind that is asked for, <see cref="KsbKind.None"/> for KSBs of any; null where the words name none.</summary>
    private static KsbKind? KindOf(string what)
    {
        if (what is "" or "ksb")
        {
            return KsbKind.None;
        }

        foreach (var kind in KsbKinds.All)
        {
            if (kind.Name() == what)
            {
                return kind;
            }
        }

        return null;
    }
}
