namespace Competency.Rules;

/// <summary>
/// From when an at-least-<em>n</em> holds, and until when. It holds from the <em>n</em>-th smallest day on which a child holds (all of: the
/// largest; any of: the smallest), and until the <em>n</em>-th largest day on which a child that holds stops.
/// </summary>
internal static class DateAlgebra
{
    /// <summary>The first day; null where fewer than n children have one.</summary>
    /// <param name="n">How many must hold; at least 1.</param>
    /// <param name="days">The first day of each child that applies; null where nobody can name one.</param>
    public static DateOnly? EarliestOf(int n, IEnumerable<DateOnly?> days)
    {
        var known = days.OfType<DateOnly>().Order().ToArray();
        return n <= known.Length ? known[n - 1] : null;
    }

    /// <summary>The last day; null where it holds without end.</summary>
    /// <param name="n">How many must hold; at least 1.</param>
    /// <param name="days">The last day of each child that holds; null for one that holds without end.</param>
    public static DateOnly? MetUntil(int n, IEnumerable<DateOnly?> days)
    {
        var ends = days.Select(d => d ?? DateOnly.MaxValue).OrderDescending().ToArray();
        return n <= ends.Length && ends[n - 1] != DateOnly.MaxValue ? ends[n - 1] : null;
    }
}
