using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>Something that the platform knows of the learner is as asked: a number within bounds, a flag, one of some texts, or a day that has come.</summary>
public sealed partial class FactRequirement : Requirement
{
    private readonly bool _isSensitive;

    internal FactRequirement(string id, string sentence, string fact, string words, FactKind factKind, FactBounds bounds, int? notOlderThanMonths, bool isSensitive, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Fact = Bounded.Text(fact, "A fact has a name.", nameof(fact));
        Words = words;
        FactKind = factKind;
        Bounds = bounds.Problem(factKind) is { } problem ? throw new ArgumentException($"'{id}': {problem}.") : bounds;
        NotOlderThanMonths = notOlderThanMonths is null or (>= 1 and <= 240) ? notOlderThanMonths : throw new ArgumentOutOfRangeException(nameof(notOlderThanMonths), notOlderThanMonths, "1 to 240 months can be asked.");
        _isSensitive = isSensitive;
    }

    /// <summary>The name of the fact.</summary>
    public string Fact { get; }

    /// <summary>What it is, as it reads in a sentence.</summary>
    public string Words { get; }

    /// <summary>The kind of its values.</summary>
    public FactKind FactKind { get; }

    /// <summary>What is asked of the value.</summary>
    public FactBounds Bounds { get; }

    /// <summary>How many calendar months an entry counts; null for ever.</summary>
    public int? NotOlderThanMonths { get; }

    /// <inheritdoc/>
    public override string Kind => "fact";

    /// <inheritdoc/>
    public override bool IsSensitive => _isSensitive;

    /// <inheritdoc/>
    internal override bool MayName => true;

    // By the original start it can be decided which number is asked.
    internal override LedgerKinds Reads => Bounds.AtLeast is null ? LedgerKinds.Facts : LedgerKinds.Facts | LedgerKinds.Episodes;

    private protected override DatedNumber? Dated => Bounds.AtLeast;

    private protected override void WriteParameters(JsonWriter json)
    {
        json.Member("fact", Fact).Member("words", Words).Member("of", Rules.Words.Fact.Of(FactKind));
        Bounds.Write(json);
        json.Member("notOlderThanMonths", NotOlderThanMonths).Member("sensitive", _isSensitive ? true : (bool?)null);
    }

    private protected override Outcome Judge(AssessmentContext context)
    {
        var ledger = context.Facts;
        if (ledger.Latest(f => f.Name == Fact) is not { } entry)
        {
            return Absent(context, $"No {Words} is recorded");
        }

        ReportedFact[] facts = [Said.Fact(Words, $"{entry.Value}, {Said.Date(entry.On)}", entry.Pointer)];
        var expiry = NotOlderThanMonths is { } months ? Calendar.AddMonths(entry.On, months) : (DateOnly?)null;
        if (expiry < context.AsOf)
        {
            return Absent(context, $"The {Words} of {Said.Date(entry.On)} is older than {LearningDuration.Months(NotOlderThanMonths!.Value)}") with { Facts = facts };
        }

        var unknownUntil = context.IsComplete(ledger) ? expiry : null;
        if (entry.Value.Kind != FactKind)
        {
            return Gap.CannotTell($"The {Words} is recorded as a {Rules.Words.Fact.Of(entry.Value.Kind)}, and a {Rules.Words.Fact.Of(FactKind)} is asked",
                Gap.Record($"fact:{Fact}", $"the {Words} as a {Rules.Words.Fact.Of(FactKind)} (facts, {Fact})", $"Correct the {Words}")) with { Facts = facts, UnknownUntil = unknownUntil };
        }

        if (Bounds.Applied(context, out var bounds, out var citations) is { } unknown)
        {
            return unknown with { Facts = facts, UnknownUntil = unknownUntil };
        }

        // Once it is too old, another may have been recorded that nobody knows of.
        var isUnknownAfter = !context.IsComplete(context.Facts);
        if (FactKind == FactKind.Date)
        {
            var day = entry.Value.Date!.Value;
            if (expiry < day && day > context.AsOf)
            {
                return Outcome.NotMet($"The {Words} is {Said.Date(day)}, and what was recorded on {Said.Date(entry.On)} counts until {Said.Date(expiry.Value)} only", Words) with
                {
                    Facts = facts, NotMetUntil = isUnknownAfter ? expiry : null, Actions = [Action($"See to the {Words} and record it again, not more than {LearningDuration.Months(NotOlderThanMonths!.Value)} before it comes")],
                };
            }

            return day <= context.AsOf
                ? Outcome.Met($"The {Words} is {Said.Date(day)}") with { Facts = facts, MetUntil = expiry, IsUnknownAfter = isUnknownAfter }
                : Outcome.NotYetDue($"The {Words} is {Said.Date(day)}", day) with { Facts = facts, MetUntil = expiry, IsUnknownAfter = isUnknownAfter, Actions = [OutstandingAction.Wait(day, ActionBy.Apprentice)] };
        }

        return bounds.Shortfall(entry.Value) is { } shortfall
            ? Outcome.NotMet($"The {Words} is {entry.Value}", $"{Words}: {shortfall}") with { Facts = facts, Citations = citations, NotMetUntil = isUnknownAfter ? expiry : null, Actions = [Bring(bounds)] }
            : Outcome.Met($"The {Words} is {entry.Value}") with { Facts = facts, Citations = citations, MetUntil = expiry, IsUnknownAfter = isUnknownAfter };
    }

    private Outcome Absent(AssessmentContext context, string explanation) => context.IsComplete(context.Facts)
        ? Outcome.NotMet(explanation, Words) with { Actions = [Action($"See to the {Words} and record it")] }
        : Gap.CannotTell(explanation, Gap.Record($"fact:{Fact}", $"the {Words} (facts, {Fact})", $"Record the {Words}")) with { Shortfall = Words };

    /// <summary>Whoever reaches the greatest of several least numbers has reached the others; what is asked otherwise is asked by itself.</summary>
    private OutstandingAction Bring(FactBounds.Fixed bounds)
    {
        var isLeast = FactKind == FactKind.Number && bounds.AtMost is null;
        return Action(FactKind == FactKind.Flag ? $"See to the {Words}, and record it as {bounds.Said}" : $"Bring the {Words} to {bounds.Said}") with { Key = $"fact:{Fact}:{(isLeast ? "least" : bounds.Said)}", Amount = isLeast ? bounds.AtLeast ?? 0 : 0 };
    }

    private OutstandingAction Action(string text) => new($"fact:{Fact}", text, ActionBy.Provider, ActionStage.Decisions);
}
