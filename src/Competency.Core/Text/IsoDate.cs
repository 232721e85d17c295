namespace Competency.Text;

/// <summary>Dates as our documents write them: <c>2024-02-01</c> (ISO 8601), and no other way.</summary>
static partial class IsoDate
{
    /// <summary>Reads a date; false where the text is not one, or no day of the calendar.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryNumber(text, 0, 4, out var year) || !TryNumber(text, 5, 2, out var month) || !TryNumber(text, 8, 2, out var day))
        {
            return false;
        }

        return TryCreate(year, month, day, out date);
    }

    /// <summary>A date of numbers; false where there is no such day.</summary>
    public static bool TryCreate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The date as <c>2024-02-01</c>.</summary>
    public static string Format(DateOnly date)
    {
        var text = new char[10];
        Write(text, 0, 4, date.Year);
        text[4] = '-';
        Write(text, 5, 2, date.Month);
        text[7] = '-';
        Write(text, 8, 2, date.Day);
        return new string(text);
    }

    private static void Write(char[] text, int start, int length, int number)
    {
        for (var i = start + length - 1; i >= start; i--)
        {
            text[i] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    private static bool TryNumber(string text, int start, int length, out int number)
    {
        number = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!TextFolding.IsDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}
