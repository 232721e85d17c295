using System.Globalization;
using Competency.Text;

namespace Competency.Documents;

/// <summary>What the text of one field says, and in which words it is refused: the same in JSON, CSV and Markdown.</summary>
internal static class FieldValue
{
    /// <summary>The id of a standard.</summary>
    public static StandardId? Standard(string written, out string? problem)
    {
        problem = null;
        if (StandardId.TryParse(written, out var id))
        {
            return id;
        }

        problem = StandardReference.TryParse(written, out var reference)
            ? $"'{reference}' names no version; write the one that is meant behind it, as in ST0583@1.2"
            : $"'{TextFolding.OnOneLine(written)}'{LookAlikes.Holding(written)} is not the id of a standard such as ST0583@1.2";
        return null;
    }

    /// <summary>One of several words.</summary>
    /// <param name="written">The text.</param>
    /// <param name="words">The words.</param>
    /// <param name="problem">Why it is none of them, or null.</param>
    /// <param name="nearest">The word that was probably meant, or null.</param>
    public static string? Choice(string written, IReadOnlyList<string> words, out string? problem, out string? nearest)
    {
        problem = null;
        nearest = null;
        if (words.Contains(written))
        {
            return written;
        }

        nearest = LookAlikes.Mend(written) is { } plain && words.Contains(plain) ? plain : Similarity.Nearest(written, words);
        problem = $"'{TextFolding.OnOneLine(written)}'{LookAlikes.Holding(written)} is not one of {string.Join(", ", words)}";
        return null;
    }

    /// <summary>A date as <c>2024-02-01</c>.</summary>
    public static DateOnly? Date(string written, out string? problem)
    {
        problem = null;
        var isNever = written == IsoDate.Format(default);
        if (!isNever && IsoDate.TryParse(written, out var date))
        {
            return date;
        }

        problem = isNever
            ? $"'{written}' is how a day is written that was never set; leave it out where it is not known"
            : $"'{TextFolding.OnOneLine(written)}' is not a date of the form 2024-02-01";
        return null;
    }

    /// <summary>A number as JSON writes it, with an exponent too.</summary>
    public static bool TryNumber(string written, out decimal number) =>
        decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    /// <summary>Hours: more than 0, at most 100,000, fractions allowed.</summary>
    public static decimal? Hours(string written, out string? problem) =>
        Hours(Number("hours", written, decimal.MinValue, decimal.MaxValue, out _) ?? 0, out problem);

    /// <inheritdoc cref="Hours(string, out string?)"/>
    public static decimal? Hours(decimal number, out string? problem)
    {
        var isRight = number is > 0 and <= MappingItem.MaxHours;
        problem = isRight ? null : "'hours' must be a number above 0, up to 100000, such as 7.5";
        return isRight ? number : null;
    }

    /// <summary>A number within bounds, fractions allowed.</summary>
    public static decimal? Number(string name, string written, decimal min, decimal max, out string? problem)
    {
        problem = null;
        if (TryNumber(written, out var number) && number >= min && number <= max)
        {
            return number;
        }

        problem = $"'{name}' must be a number from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}";
        return null;
    }
}
