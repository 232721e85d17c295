namespace Competency.Documents.Markdown;

/// <summary>Code within a line, between as many backticks as it begins with.</summary>
internal static class MarkdownCode
{
    /// <summary>The place behind characters that are all the same.</summary>
    public static int EndOfRun(char[] text, int at, int end)
    {
        var behind = at;
        while (behind < end && text[behind] == text[at])
        {
            behind++;
        }

        return behind;
    }

    /// <summary>Where the backticks begin that close code; -1 where none do before the line ends, and then those that would open it are characters like any other.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="words">The place behind the backticks that open it.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="ticks">How many backticks open it.</param>
    public static int Close(char[] text, int words, int end, int ticks)
    {
        for (var at = words; at < end;)
        {
            if (text[at] != '`')
            {
                at++;
                continue;
            }

            var behind = EndOfRun(text, at, end);
            if (behind - at == ticks)
            {
                return at;
            }

            at = behind;
        }

        return -1;
    }
}
