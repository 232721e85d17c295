using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>The original start lies between two days: a guard for rules of one funding year.</summary>
public sealed partial class StartedBetweenRequirement : Requirement
{
    private readonly string _shortfall;

    internal StartedBetweenRequirement(string id, string sentence, DateOnly? from, DateOnly? until, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        From = Bounded.Day(from, nameof(from));
        Until = Bounded.Day(until, nameof(until)) is { } last && last < from ? throw new ArgumentException($"The last day, {Said.Date(last)}, is before the first, {Said.Date(from!.Value)}: nobody could have started between them.", nameof(until)) : until;
        if (from is null && until is null)
        {
            throw new ArgumentException("A window of starts has a first day, a last day or both.", nameof(from));
        }

        _shortfall = $"a start {Window()}";
    }

    /// <summary>The first day; null for no limit.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day; null for no limit.</summary>
    public DateOnly? Until { get; }

    /// <inheritdoc/>
    public override string Kind => "startedBetween";

    private protected override void WriteParameters(JsonWriter json) => json.Member("from", From).Member("until", Until);

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return Gap.CannotTell(context.HasNotBegun ? "No learning had begun, so that there is no original start" : "The original start is not recorded", Gap.OriginalStart(context));
        }

        var isWithin = !(start < From) && !(start > Until);
        var explanation = $"The original start is {Said.Date(start)}";
        Func<IEnumerable<ReportedFact>> facts = () => [Said.Fact("original start", Said.Date(start))];
        return isWithin ? Outcome.Met(explanation, facts) : Outcome.NotMet(explanation, _shortfall) with { FactsWhenRead = facts };
    }

    private string Window() => (From, Until) switch
    {
        ({ } from, { } until) => $"from {Said.Date(from)} to {Said.Date(until)}",
        ({ } from, null) => $"from {Said.Date(from)} on",
        _ => $"up to {Said.Date(Until!.Value)}",
    };
}
