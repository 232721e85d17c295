using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>There was learning in every calendar month from August 2023 on, breaks left out: see the hours that are recorded for each.</summary>
/// <remarks>
/// Each month is judged by the rule of that month, and only months that are over are asked: a rule of a later day changes nothing for the facts as they are, so that no day is named for it.
/// </remarks>
public sealed class ActiveLearningRequirement : Requirement
{
    internal ActiveLearningRequirement(string id, string sentence, bool? englishAndMathsCount, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => EnglishAndMathsCount = englishAndMathsCount;

    /// <summary>Whether hours of English and maths are learning; null where the caller does not say.</summary>
    public bool? EnglishAndMathsCount { get; }

    /// <inheritdoc/>
    public override string Kind => "activeLearning";

    internal override LedgerKinds Reads => LedgerKinds.Episodes | LedgerKinds.Hours;

    private protected override void WriteParameters(JsonWriter json) => json.Member("englishAndMathsCount", EnglishAndMathsCount);

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return LearningDuration.WithoutStart(context);
        }

        var months = LearningMonths.Of(context, EnglishAndMathsCount);
        var outcome = Judge(context, months);
        return outcome with
        {
            Facts = [Said.Fact("original start", Said.Date(start)), Said.Fact("whole months of learning that are over", Said.Number(months.Asked.Count))],
            Citations = EnglishParameters.ActiveLearning.TryGet(start, context.AsOf, out var rule) ? [rule.Citation] : [],
            Attention = EnglishParameters.ActiveLearning.Unreviewed(context.AsOf) is { } unreviewed ? [unreviewed] : [],
        };
    }

    private static Outcome Judge(AssessmentContext context, LearningMonths months)
    {
        if (months.Asked.Count == 0)
        {
            return Outcome.DoesNotApply("No whole calendar month of learning from August 2023 on is over");
        }

        if (months.Empty.Count + months.Doubtful.Count == 0)
        {
            return Outcome.Met("Learning is recorded in every whole calendar month");
        }

        var explanation = $"Learning is recorded in {months.Asked.Count - months.Empty.Count - months.Doubtful.Count} of {Said.Count(months.Asked.Count, "whole calendar month", "whole calendar months")}";
        if (months.Empty.Count > 0 && context.IsComplete(context.Hours))
        {
            return Outcome.NotMet(explanation, $"learning in {LearningMonths.Say(months.Empty)}") with
            {
                Actions = [new OutstandingAction("active-learning", $"Explain the months without learning, or record the learning or the break of {LearningMonths.Say(months.Empty)}", ActionBy.Provider, ActionStage.Records)],
            };
        }

        IEnumerable<Gap> gaps =
        [
            .. months.Empty.Count > 0 ? [Gap.Completeness("hours", "hours of training", context)] : Array.Empty<Gap>(),
            .. months.Doubtful.Count > 0
                ? [Gap.Setting("english-and-maths-count", $"whether hours of English and maths are learning ({LearningMonths.Say(months.Doubtful)})", "Say whether hours of English and maths are learning of a month")]
                : Array.Empty<Gap>(),
        ];
        return Gap.CannotTell(explanation + " as far as is recorded", gaps) with { Shortfall = $"learning in {LearningMonths.Say(months.Empty.Concat(months.Doubtful).Order())}" };
    }
}
