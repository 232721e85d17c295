using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>Dates as publishers write them: <c>01/02/2024</c> (day first), <c>31 March 2023</c>, <c>2023-03-31</c>, the last also with a time.</summary>
internal static class ForeignDate
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        text = TextFolding.OnOneLine(text);
        if (text.Length >= 10 && text[4] == '-')
        {
            return (text.Length == 10 || text[10] is 'T' or ' ') && IsoDate.TryParse(text[..10], out date);
        }

        var parts = text.Split(text.Contains('/') ? '/' : text.Contains(' ') ? ' ' : '-');
        return parts.Length == 3
            && TryNumber(parts[0], 2, out var day)
            && (TryNumber(parts[1], 2, out var month) || TryMonth(parts[1], out month))
            && parts[2].Length == 4 && TryNumber(parts[2], 4, out var year)
            && IsoDate.TryCreate(year, month, day, out date);
    }

    /// <summary>The full English name or its first three letters.</summary>
    private static bool TryMonth(string word, out int month)
    {
        month = 1 + Array.FindIndex(Months, m => TextFolding.EqualsIgnoreCase(m, word) || TextFolding.EqualsIgnoreCase(m[..3], word));
        return month > 0;
    }

    private static bool TryNumber(string digits, int maxLength, out int number) => WholeNumber.TryParse(digits, maxLength, out number);
}
