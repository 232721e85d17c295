using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A day has come, and a last day has not passed.</summary>
public sealed partial class DateReachedRequirement : Requirement
{
    internal DateReachedRequirement(string id, string sentence, DateOnly from, DateOnly? until, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        From = Bounded.Day(from, nameof(from));
        Until = until is { } last && last < from ? throw new ArgumentException($"The last day, {Said.Date(last)}, is before the first, {Said.Date(from)}: nothing could meet that.", nameof(until)) : until;
    }

    /// <summary>The first day on which it is met.</summary>
    public DateOnly From { get; }

    /// <summary>The last day on which it is met; null for no end.</summary>
    public DateOnly? Until { get; }

    /// <inheritdoc/>
    public override string Kind => "dateReached";

    private protected override void WriteParameters(JsonWriter json) => json.Member("from", From).Member("until", Until);

    private protected override Outcome Judge(AssessmentContext context) =>
        context.AsOf > Until
            ? Outcome.NotMet($"The last day was {Said.Date(Until.Value)}", $"too late by {Said.Count(context.AsOf.DayNumber - Until.Value.DayNumber, "day", "days")}")
            : context.AsOf >= From
            ? Outcome.Met($"{Said.Date(From)} has come") with { MetUntil = Until }
            : Outcome.NotYetDue($"{Said.Date(From)} has not come", From) with
            {
                MetUntil = Until,
                Shortfall = Said.Count(From.DayNumber - context.AsOf.DayNumber, "day", "days"),
                Actions = [OutstandingAction.Wait(From, ActionBy.Apprentice)],
            };
}
