using System.Diagnostics.CodeAnalysis;
using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// The minimum duration that the standard itself prints. A duration that is printed as typical is none. Whether a longer one prevails over
/// the 8 months of law is not settled: the caller says it, and otherwise nobody can tell where it matters.
/// </summary>
public sealed partial class StandardMinimumRequirement : Requirement
{
    internal StandardMinimumRequirement(string id, string sentence, bool? prevails, int? months, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Prevails = prevails;
        Months = months is null or (>= 1 and <= 120) ? months : throw new ArgumentOutOfRangeException(nameof(months), months, "A minimum duration is 1 to 120 months.");
    }

    /// <summary>Whether a longer minimum of the standard prevails over that of law; null where the caller does not say.</summary>
    public bool? Prevails { get; }

    /// <summary>The minimum in months, where the caller knows it better than the document; null for what the document prints.</summary>
    public int? Months { get; }

    /// <inheritdoc/>
    public override string Kind => "standardMinimumDuration";

    private protected override void WriteParameters(JsonWriter json) => json.Member("prevails", Prevails).Member("months", Months);

    private protected override Outcome Judge(AssessmentContext context)
    {
        var published = context.Layout.PublishedDuration;
        if (Months is null && published is null)
        {
            return Silent(context);
        }

        var citations = Months is null && published!.Source is { } source ? [source] : Array.Empty<Citation>();
        if (Months is null && !published!.IsMinimum)
        {
            return Outcome.DoesNotApply($"{context.Standard.Id} prints {LearningDuration.Months(published.Months)} as {(published.Label is { } label ? $"'{label}'" : "a duration without a label")}, which is no minimum") with { Citations = citations };
        }

        var outcome = Judge(context, Months ?? published!.Months);
        return citations.Length == 0 ? outcome : outcome with { Citations = [.. citations, .. outcome.Citations] };
    }

    /// <summary>
    /// Nobody knows what the standard prints. Where law asks less than it once did, a standard that was written before can well ask more, and
    /// silence must not pass for consent; otherwise a reader is told.
    /// </summary>
    private Outcome Silent(AssessmentContext context)
    {
        if (Prevails != false && LawAsksLess(context, out var law))
        {
            return Gap.CannotTell(
                $"Law asks {LearningDuration.Months(law.Value)} of this learner, and whether the standard asks more its document does not say",
                Gap.Setting("standard-minimum-months", $"the minimum duration that {context.Standard.Id} prints ({nameof(GatewaySettings)}.{nameof(GatewaySettings.StandardMinimumMonths)})", $"Give a document of {context.Standard.Id} with its duration, say its minimum ({nameof(GatewaySettings.StandardMinimumMonths)}), or that it does not prevail ({nameof(GatewaySettings.StandardMinimumPrevails)})")) with { Citations = [law.Citation] };
        }

        // A start that is not recorded lies before the first day that is, and where none is may be any day.
        if (Prevails != false && context.OriginalStart is null && !context.HasNotBegun && LawAsksLess(context.Time.First ?? DateOnly.MaxValue, context.AsOf, out _))
        {
            return Gap.CannotTell("Whether law asks less of this learner than the standard may depends on the original start, which is not recorded", Gap.OriginalStart(context));
        }

        return Outcome.DoesNotApply($"The document of {context.Standard.Id} prints no duration") with { Attention = ["Whether the standard has a minimum of its own was not judged: its document does not say"] };
    }

    private Outcome Judge(AssessmentContext context, int months)
    {
        if (context.OriginalStart is null)
        {
            return LearningDuration.WithoutStart(context);
        }

        var outcome = LearningDuration.Judge(context, months);
        if (outcome.Verdict == Verdict.Met || Prevails == true || !LawAsksLess(context, months, out var law))
        {
            return outcome;
        }

        // Where a reason is recorded for which law asks less than its months, how much less no source says.
        var isLess = law.Value >= months;
        var ofLaw = $"{(isLess ? "less than " : "")}{LearningDuration.Months(law.Value)}";
        Citation[] citations = [law.Citation];

        if (Prevails == false)
        {
            return Outcome.DoesNotApply($"The {LearningDuration.Months(months)} of the standard yield to {(isLess ? "" : "the ")}{ofLaw} of law, by the policy's setting").MetWith(outcome) with { FactsWhenRead = () => outcome.Facts, Citations = citations };
        }

        // By the one reading it is not complete, by the other it does not apply: until it is complete the two differ.
        var open = Gap.CannotTell(
            $"The {LearningDuration.Months(months)} of the standard are not complete, law asks {ofLaw}, and which prevails is not settled",
            Gap.Setting("standard-minimum", $"whether the standard's minimum prevails ({nameof(GatewaySettings)}.{nameof(GatewaySettings.StandardMinimumPrevails)})", $"Say whether a standard's longer minimum prevails over that of law ({nameof(GatewaySettings.StandardMinimumPrevails)})"));
        return open.MetWith(outcome) with { FactsWhenRead = () => outcome.Facts, Citations = citations, Actions = [.. open.Actions, .. outcome.Verdict == Verdict.NotYetDue ? outcome.Actions : []] };
    }

    /// <summary>Whether law asks less of this learner than it once did, and than some months: by its own number, or for a reason that is recorded.</summary>
    private static bool LawAsksLess(AssessmentContext context, int months, [NotNullWhen(true)] out DatedPeriod<int>? law) =>
        LawAsksLess(context, out law) && (law.Value < months || MinimumDurationRequirement.HasReasonForLess(context));

    /// <summary>
    /// Whether law asks less of this learner than it once did. Only then is it unsettled which prevails: beside the 12 months of before, a longer
    /// minimum of the standard was one more thing that was asked.
    /// </summary>
    private static bool LawAsksLess(AssessmentContext context, [NotNullWhen(true)] out DatedPeriod<int>? law) => LawAsksLess(context.OriginalStart, context.AsOf, out law);

    private static bool LawAsksLess(DateOnly? start, DateOnly asOf, [NotNullWhen(true)] out DatedPeriod<int>? law)
    {
        var parameter = EnglishParameters.MinimumDurationMonths;
        return parameter.TryGet(start, asOf, out law) && law.Value < parameter.Periods.Max(p => p.Value);
    }
}
