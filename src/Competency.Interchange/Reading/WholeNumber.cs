using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>Whole numbers in ASCII digits.</summary>
internal static class WholeNumber
{
    /// <summary>Reads digits and nothing else.</summary>
    public static bool TryParse(string digits, int maxLength, out int number)
    {
        number = 0;
        if (digits.Length == 0 || digits.Length > Math.Min(maxLength, 9) || !digits.All(TextFolding.IsDigit))
        {
            return false;
        }

        number = digits.Aggregate(0, (sum, digit) => (sum * 10) + (digit - '0'));
        return true;
    }

    /// <summary>The first number of a text such as <c>12 months</c> or <c>£15,000</c>; thousands may be parted by commas.</summary>
    public static bool TryFirst(string text, out int number)
    {
        number = 0;
        var start = 0;
        while (start < text.Length && !TextFolding.IsDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (TextFolding.IsDigit(text[end]) || (text[end] == ',' && end + 1 < text.Length && TextFolding.IsDigit(text[end + 1]))))
        {
            end++;
        }

        return TryParse(text[start..end].Replace(",", "", StringComparison.Ordinal), 9, out number);
    }
}
