using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>Job titles of a page: one a line, or several on one line that nothing but blanks part.</summary>
internal static class JobTitles
{
    public static IReadOnlyList<string> Read(ImportContext context, IReadOnlyList<PageLine> lines, string? title)
    {
        var titles = new List<string>();
        foreach (var line in lines)
        {
            var parts = Parts(PlainText.WithoutBullet(line.Text));
            if (parts.Count > 1)
            {
                titles.AddRange(parts);
            }
            else if (lines.Count == 1 && Guess(parts[0], title) is { Count: > 1 } guessed)
            {
                context.Guessed(line.Span, $"The page runs its job titles together; they are held as {string.Join("; ", guessed.Select(g => $"'{PlainText.Shown(g)}'"))}");
                titles.AddRange(guessed);
            }
            else
            {
                titles.AddRange(parts);
            }
        }

        return titles.Where(t => t.Length > 0).Distinct().ToArray();
    }

    /// <summary>Parted by tabs, no-break spaces, bullets or more than one blank.</summary>
    private static IReadOnlyList<string> Parts(string text)
    {
        var apart = text.Replace("\u00A0", "  ", StringComparison.Ordinal).Replace("\t", "  ", StringComparison.Ordinal).Replace(" \u2022 ", "  ", StringComparison.Ordinal);
        var parts = apart.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // One no-break space alone is as good as a blank within a title.
        return parts.Length > 1 && !text.Contains("  ", StringComparison.Ordinal) && !text.Contains('\t') && !text.Contains("\u00A0 ", StringComparison.Ordinal)
            && !text.Contains(" \u00A0", StringComparison.Ordinal) && !text.Contains("\u00A0\u00A0", StringComparison.Ordinal) && !text.Contains('\u2022')
            ? [TextFolding.OnOneLine(text)]
            : parts.Length == 0 ? [""] : parts;
    }

    /// <summary>
    /// A title begins with a capital and goes on in lower case, and the standard's own title may be among them. Where that would leave a
    /// word by itself the line cannot be parted.
    /// </summary>
    private static List<string> Guess(string text, string? title)
    {
        var guessed = new List<string>();
        var words = text.Split(' ');
        var titleWords = title?.Split(' ') ?? [];
        var current = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (titleWords.Length > 1 && i + titleWords.Length <= words.Length
                && titleWords.Select((w, n) => TextFolding.EqualsIgnoreCase(w, words[i + n])).All(same => same) && IsCapital(words[i]))
            {
                End();
                guessed.Add(string.Join(' ', words.Skip(i).Take(titleWords.Length)));
                i += titleWords.Length - 1;
                continue;
            }

            if (IsCapital(words[i]))
            {
                End();
            }

            current.Add(words[i]);
        }

        End();
        return guessed.Any(g => !g.Contains(' ')) ? [] : guessed;

        void End()
        {
            if (current.Count > 0)
            {
                guessed.Add(string.Join(' ', current));
                current.Clear();
            }
        }
    }

    private static bool IsCapital(string word) => word.Length > 0 && word[0] is >= 'A' and <= 'Z';
}
