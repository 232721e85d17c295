using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A number of calendar months of learning is behind the learner, over all episodes; breaks and gaps move the day.</summary>
public sealed partial class PeriodElapsedRequirement : Requirement
{
    internal PeriodElapsedRequirement(string id, string sentence, DatedNumber months, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => Months = (months ?? throw new ArgumentNullException(nameof(months))).Within(nameof(months), 1, 120, isWhole: true);

    /// <summary>How many calendar months, whole, 1 to 120.</summary>
    public DatedNumber Months { get; }

    /// <inheritdoc/>
    public override string Kind => "periodElapsed";

    internal override LedgerKinds Reads => LedgerKinds.Episodes;

    private protected override DatedNumber? Dated => Months;

    private protected override void WriteParameters(JsonWriter json) => Months.Write(json, "months");

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.OriginalStart is null)
        {
            return LearningDuration.WithoutStart(context);
        }

        if (Months.For(context, out var months, out var citations) is { } unknown)
        {
            return unknown;
        }

        var outcome = LearningDuration.Judge(context, (int)months);
        return outcome with
        {
            Citations = citations,
            Attention = Months.Unreviewed(context.AsOf) is { } unreviewed ? [.. outcome.Attention, unreviewed] : outcome.Attention,
        };
    }
}
