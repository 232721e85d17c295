using System.Diagnostics.CodeAnalysis;

namespace Competency.Rules;

/// <summary>A parameter of a rule that changes with time. Before its first period it has no value, and whoever asks must say so.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class DatedValue<T>
{
    // The same as Periods; walked for every learner, without an enumerator.
    private readonly DatedPeriod<T>[] _periods;
    private readonly IReadOnlyList<Citation>[] _citations;

    /// <summary>A parameter of some periods.</summary>
    /// <param name="name">What it is, in words.</param>
    /// <param name="reviewed">The day on which the sources were last looked at. Later the last value goes on, and reports say that it is unreviewed since.</param>
    /// <param name="periods">At least one, by ascending first days. Each lasts until its <see cref="DatedPeriod{T}.Until"/>, or until the next begins.</param>
    /// <exception cref="ArgumentException">There is no period, they are not in ascending order, or two overlap.</exception>
    public DatedValue(string name, DateOnly reviewed, params IEnumerable<DatedPeriod<T>> periods)
    {
        Name = Bounded.Text(name, "A dated value is said in words.", nameof(name));
        Reviewed = Bounded.Day(reviewed, nameof(reviewed));
        _periods = [.. periods];
        _citations = Array.ConvertAll(_periods, static p => Unchanging.List<Citation>([p.Citation]));
        Periods = Array.AsReadOnly(_periods);
        if (Periods.Count == 0)
        {
            throw new ArgumentException("A dated value has at least one period.", nameof(periods));
        }

        for (var i = 1; i < Periods.Count; i++)
        {
            if (Periods[i].From <= Periods[i - 1].From)
            {
                throw new ArgumentException($"The periods of '{name}' are not in ascending order.", nameof(periods));
            }

            if (Periods[i - 1].Until >= Periods[i].From)
            {
                throw new ArgumentException($"Two periods of '{name}' overlap.", nameof(periods));
            }
        }
    }

    /// <summary>What it is, in words.</summary>
    public string Name { get; }

    /// <summary>The day on which the sources were last looked at.</summary>
    public DateOnly Reviewed { get; }

    /// <summary>The periods, oldest first.</summary>
    public IReadOnlyList<DatedPeriod<T>> Periods { get; }

    /// <summary>The period that applies to a learner on a day.</summary>
    /// <param name="originalStart">The original start; null where it is not known, and then only what reaches everyone can apply.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="period">The latest period whose date has come for this learner and that has not ended; null before the first, and in a gap.</param>
    public bool TryGet(DateOnly? originalStart, DateOnly asOf, [NotNullWhen(true)] out DatedPeriod<T>? period)
    {
        period = null;
        foreach (var candidate in _periods)
        {
            var day = candidate.Basis == DatedBasis.AsOf ? asOf : originalStart;
            if (day >= candidate.From)
            {
                period = day > candidate.Until ? null : candidate;
            }
        }

        return period is not null;
    }

    /// <summary>The citation of one of the periods, as an outcome lists it.</summary>
    internal IReadOnlyList<Citation> CitationOf(DatedPeriod<T> period) => _citations[Array.IndexOf(_periods, period)];

    /// <summary>What a report adds where it judges a day on which nobody has looked at the sources yet; null where somebody has.</summary>
    public string? Unreviewed(DateOnly asOf) =>
        asOf > Reviewed ? $"The {Name} in use is unreviewed since {Text.IsoDate.Format(Reviewed)}" : null;
}
