using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A number of a rule: one for ever, or one that changes with time.</summary>
public sealed class DatedNumber
{
    private readonly decimal _always;
    private readonly DatedValue<decimal>? _dated;

    // The days on which it changes for learners who are there already.
    private readonly DateOnly[] _changes;

    private DatedNumber(decimal always, DatedValue<decimal>? dated)
    {
        _always = always;
        _dated = dated;
        _changes = dated is null ? [] : [.. dated.Periods.Where(p => p.Basis == DatedBasis.AsOf).SelectMany(Ends).Distinct().Order()];
    }

    private static IEnumerable<DateOnly> Ends(DatedPeriod<decimal> period) =>
        period.Until is { } until && until < DateOnly.MaxValue ? [period.From, until.AddDays(1)] : [period.From];

    /// <summary>The periods; none where the number never changes.</summary>
    public IReadOnlyList<DatedPeriod<decimal>> Periods => _dated?.Periods ?? [];

    /// <summary>The number where it never changes; null where it does.</summary>
    public decimal? Constant => _dated is null ? _always : null;

    /// <summary>The least that it ever is.</summary>
    internal decimal Least => _dated is null ? _always : _dated.Periods.Min(p => p.Value);

    /// <summary>A number that never changes.</summary>
    public static implicit operator DatedNumber(decimal number) => new(number, null);

    /// <summary>A number that never changes.</summary>
    public static DatedNumber Always(decimal number) => new(number, null);

    /// <summary>A number that changes with time.</summary>
    public static DatedNumber Of(DatedValue<decimal> dated) => new(0, dated ?? throw new ArgumentNullException(nameof(dated)));

    /// <summary>The same, where every number of it lies between two bounds: a written policy could not hold another.</summary>
    /// <param name="parameter">The name of the parameter that it is given as.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    /// <param name="isWhole">Whether it must be whole.</param>
    internal DatedNumber Within(string parameter, decimal least, decimal most, bool isWhole = false)
    {
        foreach (var number in _dated is null ? [_always] : _dated.Periods.Select(p => p.Value))
        {
            if (number < least || number > most || (isWhole && number != decimal.Truncate(number)))
            {
                throw new ArgumentOutOfRangeException(parameter, number, $"It is a {(isWhole ? "whole " : "")}number from {Said.Number(least)} to {Said.Number(most)}.");
            }
        }

        return this;
    }

    /// <summary>The days after another on which it changes for learners who are there already, ascending.</summary>
    internal DateOnly[] ChangesAfter(DateOnly day) => _changes.Length == 0 || _changes[^1] <= day ? [] : Array.FindAll(_changes, d => d > day);

    /// <summary>The number that applies to a learner, or why nobody can tell.</summary>
    internal Outcome? For(AssessmentContext context, out decimal number, out IReadOnlyList<Citation> citations)
    {
        (number, citations) = (_always, []);
        if (_dated is null)
        {
            return null;
        }

        if (context.OriginalStart is null && _dated.Periods.Any(p => p.Basis == DatedBasis.OriginalStart))
        {
            return Gap.StartDecides(_dated.Name, context);
        }

        if (!_dated.TryGet(context.OriginalStart, context.RulesOf, out var period))
        {
            return Gap.CannotTell($"No {_dated.Name} is given for this learner's dates",
                Gap.Setting($"dated:{_dated.Name}", $"the {_dated.Name} for a start on {(context.OriginalStart is { } start ? Said.Date(start) : "an unknown day")}", $"Say the {_dated.Name} for these dates"));
        }

        (number, citations) = (period.Value, _dated.CitationOf(period));
        return null;
    }

    /// <summary>What a report adds where the sources were looked at before the day of assessment; null otherwise.</summary>
    internal string? Unreviewed(DateOnly asOf) => _dated?.Unreviewed(asOf);

    internal void Write(JsonWriter json, string name)
    {
        if (_dated is null)
        {
            json.Member(name, _always);
            return;
        }

        json.StartObject(name).Member("name", _dated.Name).Member("reviewed", _dated.Reviewed).StartArray("periods");
        foreach (var period in _dated.Periods)
        {
            json.StartObject()
                .Member("from", period.From == DateOnly.MinValue ? null : period.From)
                .Member("until", period.Until)
                .Member("value", period.Value)
                .Member("basis", Words.DatedBasis.Of(period.Basis));
            ReportJson.Write(json, "citation", period.Citation);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }
}
