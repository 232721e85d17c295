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
#if COMPETENCY_CORE
        return string.Create(10, date, static (text, day) => Write(text, day));
#else
        var text = new char[10];
        Write(text, date);
        return new string(text);
#endif
    }

#if COMPETENCY_CORE
    private static void Write(Span<char> text, DateOnly date)
#else
    private static void Write(char[] text, DateOnly date)
#endif
    {
        var (year, month, day) = (date.Year, date.Month, date.Day);
        text[9] = (char)('0' + (day % 10));
        text[8] = (char)('0' + (day / 10));
        text[7] = '-';
        text[6] = (char)('0' + (month % 10));
        text[5] = (char)('0' + (month / 10));
        text[4] = '-';
        for (var digit = 3; digit >= 0; digit--)
        {
            text[digit] = (char)('0' + (year % 10));
            year /= 10;
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
