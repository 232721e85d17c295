using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// A number of days lies between the original start and the last day of learning, or the day of assessment while learning goes on. Days,
/// not calendar months, and breaks are not taken off: that is how checks of submitted data reckon, and 365 days are not 12 months.
/// </summary>
public sealed class DaysElapsedRequirement : Requirement
{
    internal DaysElapsedRequirement(string id, string sentence, DatedNumber days, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => Days = (days ?? throw new ArgumentNullException(nameof(days))).Within(nameof(days), 1, 10_000);

    /// <summary>How many days, 1 to 10,000.</summary>
    public DatedNumber Days { get; }

    /// <inheritdoc/>
    public override string Kind => "daysElapsed";

    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override DatedNumber? Dated => Days;

    private protected override void WriteParameters(JsonWriter json) => Days.Write(json, "days");

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return LearningDuration.WithoutStart(context);
        }

        if (Days.For(context, out var days, out var citations) is { } unknown)
        {
            return unknown;
        }

        // A break that is entered for a day after the end is no return to learning.
        var latest = context.Episodes.Latest(e => e.Kind is EpisodeKind.Learning or EpisodeKind.Completed or EpisodeKind.Withdrawn);
        var end = latest is { Kind: EpisodeKind.Completed or EpisodeKind.Withdrawn } ? latest.On : (DateOnly?)null;
        var last = end ?? context.Time.LastDayOfLearning(context.AsOf);
        var elapsed = last.DayNumber - start.DayNumber;
        var explanation = $"{Said.Count(elapsed, "day", "days")} {(elapsed == 1 ? "lies" : "lie")} between {Said.Date(start)} and {Said.Date(last)}, and {Said.Number(days)} {(days == 1 ? "is" : "are")} asked";
        Func<IEnumerable<ReportedFact>> facts = () => [Said.Fact("original start", Said.Date(start)), Said.Fact(last == context.AsOf ? "day of assessment" : "last day of learning", Said.Date(last))];
        if (elapsed >= days)
        {
            return citations.Count == 0 ? Outcome.Met(explanation, facts) : Outcome.Met(explanation, facts) with { Citations = citations };
        }

        var shortfall = Said.Count((int)Math.Ceiling(days) - elapsed, "day", "days");
        var reach = start.AddDays((int)Math.Ceiling(days));
        return end is null && context.Time.DayOfLearningFrom(reach) is { } day
            // Nobody waits for a check of data, which decides nothing.
            ? Outcome.NotYetDue(explanation, day) with { FactsWhenRead = facts, Citations = citations, Shortfall = shortfall, Actions = IsCheck ? [] : [OutstandingAction.Wait(day, ActionBy.Apprentice)] }
            : Outcome.NotMet(explanation, shortfall) with { FactsWhenRead = facts, Citations = citations, Actions = IsCheck ? [] : [OutstandingAction.ReturnToLearning] };
    }
}
