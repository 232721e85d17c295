using System.Globalization;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Refuses numbers and texts that no file could hold: what is made in code can be written, and read again.</summary>
internal static class Bounded
{
    /// <summary>A number within bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less, or more.</exception>
    public static decimal Number(decimal value, decimal least, decimal most, string parameter) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(parameter, value, string.Create(CultureInfo.InvariantCulture, $"'{parameter}' must be a number from {least} to {most}."));

    /// <inheritdoc cref="Number(decimal, decimal, decimal, string)"/>
    public static decimal? Number(decimal? value, decimal least, decimal most, string parameter) => value is { } given ? Number(given, least, most, parameter) : null;

    /// <summary>A text with something to be seen in it, of whole characters: two that differ in half of one would be written as the same.</summary>
    /// <exception cref="ArgumentException">It is null, or there is nothing, or half a character.</exception>
    public static string Text(string? value, string problem, string parameter) =>
        value is null || TextFolding.Trim(value).Length == 0 ? throw new ArgumentException(problem, parameter)
        : HoldsHalfACharacter(value) ? throw new ArgumentException("Half a character (a surrogate by itself) can be written to no file.", parameter)
        : value;

    /// <summary>The same, or null.</summary>
    /// <exception cref="ArgumentException">There is nothing to be seen in it.</exception>
    public static string? TextOrNull(string? value, string problem, string parameter) => value is null ? null : Text(value, problem, parameter);

    /// <summary>A name, or another text of which it is not asked what it says; null where it is not recorded.</summary>
    /// <exception cref="ArgumentException">It is blank: what looks recorded and is not would be taken for somebody.</exception>
    public static string? Name(string? value, string parameter) => TextOrNull(value, $"'{parameter}' is blank; null is not recorded.", parameter);

    /// <summary>Standards that are some, each once: a copy that nobody can change.</summary>
    /// <exception cref="ArgumentException">One is <c>default</c>.</exception>
    public static IReadOnlyList<StandardId> Standards(IEnumerable<StandardId> standards, string parameter)
    {
        var given = Unchanging.List((standards ?? throw new ArgumentNullException(parameter)).Distinct());
        return given.All(s => s.HasValue) ? given : throw new ArgumentException("A standard has an id and a version; this one is default.", parameter);
    }

    /// <summary>A day that somebody set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is the first of all, as a day is that was never read or set.</exception>
    public static DateOnly Day(DateOnly value, string parameter) => value == default ? throw new ArgumentOutOfRangeException(parameter, $"'{parameter}' is a day that was never set (0001-01-01).") : value;

    /// <inheritdoc cref="Day(DateOnly, string)"/>
    public static DateOnly? Day(DateOnly? value, string parameter) => value is { } given ? Day(given, parameter) : null;

    private static bool HoldsHalfACharacter(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return true;
            }
        }

        return false;
    }
}
