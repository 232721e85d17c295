using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// The least off-the-job training. Five numbers are kept apart: the minimum, what prior learning leaves of it, the plan, what was recorded,
/// and what of that counts.
/// </summary>
public sealed partial class OffTheJobHoursRequirement : Requirement
{
    internal OffTheJobHoursRequirement(string id, string sentence, decimal? publishedHours, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) =>
        PublishedHours = publishedHours is null or (>= 0.01m and <= 100_000) ? publishedHours : throw new ArgumentOutOfRangeException(nameof(publishedHours), publishedHours, "Published hours are 0.01 to 100,000.");

    /// <summary>The published hours, where the caller knows them better than the document; null for what the document prints.</summary>
    public decimal? PublishedHours { get; }

    /// <inheritdoc/>
    public override string Kind => "offTheJobHours";

    private protected override void WriteParameters(JsonWriter json) => json.Member("publishedHours", PublishedHours);

    private protected override Outcome Judge(AssessmentContext context) => JudgeHours(context, facts: null);

    /// <summary>Makes the facts used, when somebody reads them: those that judging once more finds.</summary>
    private Func<IEnumerable<ReportedFact>> Facts(AssessmentContext context) => () =>
    {
        var facts = new List<ReportedFact>();
        JudgeHours(context, facts);
        return facts;
    };

    /// <param name="context">The learner.</param>
    /// <param name="facts">Takes the facts used; null where nobody reads them yet.</param>
    private Outcome JudgeHours(AssessmentContext context, List<ReportedFact>? facts)
    {
        if (context.OriginalStart is not { } start)
        {
            return Gap.StartDecides("minimum", context);
        }

        var parameter = EnglishParameters.OffTheJobMethod;
        parameter.TryGet(start, context.AsOf, out var method);
        facts?.Add(Said.Fact("original start", Said.Date(start)));
        var (minimum, unknown) = Minimum(context, start, method!.Value, facts);
        if (minimum is not { } hours)
        {
            return unknown! with { FactsWhenRead = Facts(context), Citations = parameter.CitationOf(method) };
        }

        facts?.Add(Said.Fact("minimum", Said.Hours(hours)));
        var remarks = new Remarks { Attention = parameter.Unreviewed(context.AsOf) is { } unreviewed ? [unreviewed] : [], Citations = parameter.CitationOf(method) };
        var asked = AfterPriorLearning(context, start, hours, facts, remarks);
        var least = LeastAfterPriorLearning(context, start, hours, asked);
        var counted = Counted(context, facts);
        var outcome = counted >= asked
            ? Outcome.Met($"{Said.Hours(counted)} of at least {Said.Hours(asked)}")
            : Short(context, start, method.Value, counted, asked, least);
        if (outcome.Verdict == Verdict.Met && BelowPlan(context, start, counted, remarks) is { } below)
        {
            outcome = outcome with { Actions = [CallForStatement(context, counted, below.Agreed, below.InAnyCase, remarks)] };
        }

        return outcome with { FactsWhenRead = Facts(context), Attention = remarks.Attention, Citations = remarks.Citations };
    }

    /// <param name="context">The learner.</param>
    /// <param name="start">The original start.</param>
    /// <param name="method">How the minimum is worked out.</param>
    /// <param name="facts">Takes the facts used; null where nobody reads them.</param>
    private (decimal? Minimum, Outcome? Unknown) Minimum(AssessmentContext context, DateOnly start, OffTheJobMethod method, List<ReportedFact>? facts) => method switch
    {
        OffTheJobMethod.ShareOfPaidHours => OfPaidHours(context, facts),
        OffTheJobMethod.ShareOfPlannedWeeks => OfPlannedWeeks(context, start, facts),
        _ => OfPublishedHours(context, facts),
    };

    private static (decimal? Minimum, Outcome? Unknown) OfPaidHours(AssessmentContext context, List<ReportedFact>? facts)
    {
        if (context.Plans.Latest(p => p.PaidHours is not null) is not { } plan)
        {
            return (null, Gap.CannotTell("A fifth of the paid hours is asked, and they are not recorded", Gap.Record("paid-hours", "the paid hours of the planned training (plans)", "Record the paid hours of the training plan")));
        }

        facts?.Add(Said.Fact("paid hours", Said.Hours(plan.PaidHours!.Value), plan.Pointer));
        return (Rounded(plan.PaidHours!.Value * EnglishParameters.OffTheJobShare), null);
    }

    private static (decimal? Minimum, Outcome? Unknown) OfPlannedWeeks(AssessmentContext context, DateOnly start, List<ReportedFact>? facts)
    {
        // A revised plan that says one number leaves the other as it was agreed before.
        var duration = Duration(context, start);
        var weekly = context.Plans.Latest(p => p.WeeklyHours is not null);
        if (duration is null || weekly is null)
        {
            // What is recorded is not asked for again, and an end that can be none is named.
            var lacking = duration is not null ? "weekly hours" : weekly is not null ? "planned weeks" : "planned weeks and weekly hours";
            var early = duration is null && context.Plans.Latest(p => p.PlannedEnd is not null)?.PlannedEnd is { } end ? $": the planned end, {Said.Date(end)}, does not lie after the original start, {Said.Date(start)}" : "";
            return (null, Gap.CannotTell($"A fifth of the weekly hours over the planned weeks is asked, and the {lacking} are not recorded{early}",
                Gap.Record("planned-weeks", $"the {lacking} (plans)", $"Record the {lacking} of the training plan")));
        }

        var weeks = Weeks(duration, start, context);
        var leave = weeks * EnglishParameters.LeaveWeeksAYear / 52m;
        facts?.Add(Said.Fact("planned weeks", Said.Number(weeks), duration.Pointer));
        facts?.Add(Said.Fact("statutory leave", Said.Number(leave) + " weeks"));
        var hours = weekly.WeeklyHours!.Value;
        facts?.Add(Said.Fact("weekly hours", hours > EnglishParameters.WeeklyHoursCap
            ? $"{Said.Hours(hours)}, of which {Said.Hours(EnglishParameters.WeeklyHoursCap)} count"
            : Said.Hours(hours), weekly.Pointer));
        return (Rounded((weeks - leave) * Math.Min(hours, EnglishParameters.WeeklyHoursCap) * EnglishParameters.OffTheJobShare), null);
    }

    private (decimal? Minimum, Outcome? Unknown) OfPublishedHours(AssessmentContext context, List<ReportedFact>? facts)
    {
        // Records of the published API say 0 where no hours are given.
        decimal? published = PublishedHours ?? (context.Standard.KeyInformation.MinimumHours is > 0 and var hours ? hours : null);
        if (published is null)
        {
            return (null, Gap.CannotTell($"The published hours of {context.Standard.Id} are asked, and its document does not hold them",
                Gap.Setting("published-hours", $"the published off-the-job hours of {context.Standard.Id}", $"Give a document of {context.Standard.Id} with its published hours, or say them ({nameof(GatewaySettings.PublishedOffTheJobHours)})")));
        }

        facts?.Add(Said.Fact("published hours", Said.Hours(published.Value) + (PublishedHours is null ? "" : ", by the policy's setting")));
        return (published, null);
    }

    private static decimal AfterPriorLearning(AssessmentContext context, DateOnly start, decimal minimum, List<ReportedFact>? facts, Remarks? remarks)
    {
        if (context.PriorLearning.Items.IsEmpty)
        {
            return minimum;
        }

        var recognised = context.PriorLearning.Entries.Where(p => p.ReductionHours > 0).ToArray();
        if (recognised.Length == 0)
        {
            return minimum;
        }

        var reduction = recognised.Sum(p => p.ReductionHours);
        facts?.Add(Said.Fact("prior learning", Said.Hours(reduction), recognised.Select(p => p.Pointer)));
        if (!EnglishParameters.PriorLearningFloorHours.TryGet(start, context.AsOf, out var floor))
        {
            remarks?.CallFor("Prior learning was not taken off the minimum: for this start no rule on hours is cited");
            return minimum;
        }

        // A standard whose published hours lie below the floor keeps them.
        var reduced = Math.Max(minimum - reduction, Math.Min(floor.Value, minimum));
        facts?.Add(Said.Fact("minimum after prior learning", Said.Hours(reduced)));
        remarks?.Use(EnglishParameters.PriorLearningFloorHours, floor, context.AsOf);
        if (reduced < minimum)
        {
            remarks?.CallFor($"The minimum was lowered by prior learning; the floor of {Said.Hours(floor.Value)}, below which it is not lowered, is known from a third party only (certainty C)");
        }

        return reduced;
    }

    /// <summary>What the minimum could at best come down to by prior learning that is not recorded; the minimum asked where nothing can be missing.</summary>
    private static decimal LeastAfterPriorLearning(AssessmentContext context, DateOnly start, decimal minimum, decimal asked) =>
        !context.IsComplete(context.PriorLearning) && EnglishParameters.PriorLearningFloorHours.TryGet(start, context.AsOf, out var floor)
            ? Math.Min(asked, Math.Min(floor.Value, minimum))
            : asked;

    private static decimal Counted(AssessmentContext context, List<ReportedFact>? facts)
    {
        var hours = RecordedHours.Of(context.Hours, context.Time);
        facts?.Add(Said.Fact("hours that count", Said.Hours(hours.Counted)));
        AddIfAny("hours of English and maths, which do not count", hours.EnglishAndMaths);
        AddIfAny("hours outside learning time, which do not count", hours.OutsideLearning);
        AddIfAny("hours outside paid hours or not off the job, which do not count", hours.Other);
        return hours.Counted;

        void AddIfAny(string name, decimal number)
        {
            if (number > 0)
            {
                facts?.Add(Said.Fact(name, Said.Hours(number)));
            }
        }
    }

    private Outcome Short(AssessmentContext context, DateOnly start, OffTheJobMethod method, decimal counted, decimal asked, decimal least)
    {
        var explanation = $"{Said.Hours(counted)} of at least {Said.Hours(asked)}";
        var shortfall = Said.Hours(asked - counted);
        if (!context.IsComplete(context.Hours))
        {
            IEnumerable<Gap> prior = counted >= least ? [PriorLearningGap(context)] : [];
            return Gap.CannotTell(explanation + " as far as is recorded", prior.Prepend(Gap.Completeness("hours", "hours of training", context))) with { Shortfall = shortfall };
        }

        if (method == OffTheJobMethod.PublishedHours && PublishedHours is null && start <= EnglishParameters.LowerHoursUntil)
        {
            return Gap.CannotTell(
                $"{explanation}; 60 standards had lower hours for starts from August to December 2025, and the document does not say whether this is one",
                Gap.Setting("published-hours", $"the published hours for a start on {Said.Date(start)}", $"Say the published hours for this start ({nameof(GatewaySettings.PublishedOffTheJobHours)})")) with { Shortfall = shortfall };
        }

        if (counted >= least)
        {
            return Gap.CannotTell($"{explanation}; prior learning that is not recorded could lower the minimum to {Said.Hours(least)}", PriorLearningGap(context)) with { Shortfall = shortfall };
        }

        return Outcome.NotMet(explanation, shortfall) with
        {
            Actions = [new OutstandingAction("train", $"Train off the job for {shortfall} more and record it", ActionBy.Provider, ActionStage.Training) { Amount = asked - counted }],
        };
    }

    private static Gap PriorLearningGap(AssessmentContext context) => Gap.Completeness("priorLearning", "prior learning", context);

    /// <summary>Says that the hours are below those of the plan, and what is to be done first: nobody signs for hours that may only not be recorded, or again what may be signed.</summary>
    private static OutstandingAction CallForStatement(AssessmentContext context, decimal counted, decimal agreed, bool inAnyCase, Remarks remarks)
    {
        var gap = !context.IsComplete(context.Hours) ? Gap.Completeness("hours", "hours of training", context)
            : !context.IsComplete(context.Declarations) ? Gap.Completeness("declarations", "declarations", context)
            : null;
        var hours = $"{Said.Hours(counted)}{(context.IsComplete(context.Hours) ? "" : ", as far as is recorded,")} are below the {Said.Hours(agreed)} of the plan";
        var when = (inAnyCase ? "" : ", if the training was also shorter than planned")
            + (context.StateNow is EpisodeKind.Learning or EpisodeKind.Break ? ", unless more training follows" : "");
        remarks.CallFor(context.IsComplete(context.Declarations)
            ? $"{hours}: a signed statement is outstanding{when} (certainty C)"
            : $"{hours}: a signed statement is asked{when}, and none is recorded (certainty C)");
        return gap?.Action ?? new OutstandingAction("statement-below-plan", $"Sign a statement on the hours below the plan{when}", ActionBy.Provider, ActionStage.Signatures);
    }

    private static (decimal Agreed, bool InAnyCase)? BelowPlan(AssessmentContext context, DateOnly start, decimal counted, Remarks remarks)
    {
        if (context.Plans.Latest(p => p.AgreedHours is not null)?.AgreedHours is not { } agreed || counted >= agreed
            || !EnglishParameters.StatementBelowPlan.TryGet(start, context.AsOf, out var rule)
            || context.Declarations.Latest(d => d.Kind == DeclarationKind.HoursBelowPlan && d.On >= start) is not null
            || (!rule.Value && LastedAsPlanned(context, start)))
        {
            return null;
        }

        remarks.Use(EnglishParameters.StatementBelowPlan, rule, context.AsOf);
        return (agreed, rule.Value);
    }

    /// <summary>Whether the training is no shorter than planned, whatever is still to come: the planned weeks of learning are behind the learner.</summary>
    private static bool LastedAsPlanned(AssessmentContext context, DateOnly start)
    {
        // The day of assessment is a day of training, as the first and the last are.
        var until = context.AsOf < DateOnly.MaxValue ? context.AsOf.AddDays(1) : context.AsOf;
        return Duration(context, start) is { } plan && context.Time.LearningDays(start, until) >= Weeks(plan, start, context) * 7;
    }

    /// <summary>The plan in force that says how long the training is; null for none.</summary>
    private static TrainingPlan? Duration(AssessmentContext context, DateOnly start) => context.Plans.Latest(start, static (p, start) => p.Weeks is not null || p.PlannedEnd > start);

    /// <summary>The planned weeks of training. Both the first and the last day are such; those of a break by which the end was moved are none.</summary>
    private static decimal Weeks(TrainingPlan plan, DateOnly start, AssessmentContext context) =>
        plan.Weeks ?? context.Time.LearningDays(start, plan.PlannedEnd!.Value.AddDays(plan.PlannedEnd < DateOnly.MaxValue ? 1 : 0), knownOn: plan.On) / 7m;

    /// <summary>To hundredths of an hour, as published examples print it.</summary>
    private static decimal Rounded(decimal hours) => Math.Round(hours, 2, MidpointRounding.AwayFromZero);

    /// <summary>What a reader should know beside the verdict, and the sources. Nearly always there is one source and nothing else.</summary>
    private sealed class Remarks
    {
        public required IReadOnlyList<string> Attention { get; set; }

        public required IReadOnlyList<Citation> Citations { get; set; }

        public void CallFor(string attention) => Attention = [.. Attention, attention];

        /// <summary>Cites a value, and says where nobody has looked at its source since.</summary>
        public void Use<T>(DatedValue<T> parameter, DatedPeriod<T> period, DateOnly asOf)
        {
            Citations = [.. Citations, period.Citation];
            if (parameter.Unreviewed(asOf) is { } unreviewed)
            {
                CallFor(unreviewed);
            }
        }
    }
}
