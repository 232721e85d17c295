using System.Text;

namespace Competency.Text;

/// <summary>
/// Accents that stand as characters of their own after their letter, as some systems write them: the letters of European languages that Unicode has in one
/// character too. A table of our own, for what the framework knows of it depends on the machine.
/// </summary>
internal static class CombiningMarks
{
    private const string Letters = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžșțẁẃẅỳ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzstwwwy";
    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301\u0308\u0304\u0306\u0328\u0301\u0302\u0307\u030C\u030C\u0304\u0306\u0307\u0328\u030C\u0302\u0306\u0307\u0327\u0302\u0303\u0304\u0306\u0328\u0302\u0327\u0301\u0327\u030C\u0301\u0327\u030C\u0304\u0306\u030B\u0301\u0327\u030C\u0301\u0302\u0327\u030C\u0327\u030C\u0303\u0304\u0306\u030A\u030B\u0328\u0302\u0302\u0301\u0307\u030C\u0326\u0326\u0300\u0301\u0308\u0300";

    /// <summary>The text with each small letter and the mark after it in one character, where there is one.</summary>
    public static string Compose(string text)
    {
        StringBuilder? composed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = IsMark(text[i]) && i > 0 ? LetterOf(text[i - 1], text[i]) : null;
            if (letter is not null)
            {
                composed ??= new StringBuilder(text, 0, i, text.Length);
                composed[composed.Length - 1] = letter.Value;
            }
            else
            {
                composed?.Append(text[i]);
            }
        }

        return composed?.ToString() ?? text;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static char? LetterOf(char plain, char mark)
    {
        for (var at = 0; at < Plain.Length; at++)
        {
            if (Plain[at] == plain && Marks[at] == mark)
            {
                return Letters[at];
            }
        }

        return null;
    }
}
