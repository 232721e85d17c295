namespace Competency.Rules;

/// <summary>
/// The least duration of the practical period by law, in calendar months from the original start, moved by the days of breaks and gaps:
/// see <see cref="EnglishParameters.MinimumDurationMonths"/>.
/// </summary>
public sealed class MinimumDurationRequirement : Requirement
{
    internal MinimumDurationRequirement(string id, string sentence, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "minimumDuration";

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.OriginalStart is not { } start)
        {
            return LearningDuration.WithoutStart(context);
        }

        var parameter = EnglishParameters.MinimumDurationMonths;
        if (!parameter.TryGet(start, context.AsOf, out var period))
        {
            return Gap.CannotTell($"For a start on {Said.Date(start)}, before {Said.Date(parameter.Periods[0].From)}, no minimum duration is cited",
                Gap.Setting("minimum-duration", $"the minimum duration for starts before {Said.Date(parameter.Periods[0].From)}", "Judge the minimum duration of this early start by hand"));
        }

        var outcome = LearningDuration.Judge(context, period.Value);
        if (outcome.Verdict != Verdict.Met && Excuse(context, start) is { } excuse)
        {
            var reason = Said.Spaced(Words.EpisodeReason.Of(excuse.Reason));
            outcome = Outcome.DoesNotApply($"A shorter duration is allowed for a recorded reason: {reason}") with
            {
                Facts = [.. outcome.Facts, Said.Fact("reason", reason, excuse.Pointer)],
                Attention = [$"Fewer than {LearningDuration.Months(period.Value)} of learning; keep what shows the reason"],
            };
        }

        return outcome with
        {
            Citations = [period.Citation],
            Attention = [.. outcome.Attention, .. parameter.Unreviewed(context.AsOf) is { } unreviewed ? [unreviewed] : Array.Empty<string>()],
        };
    }

    /// <summary>The episode whose reason excuses from the minimum of law; null for none.</summary>
    internal static Episode? Excuse(AssessmentContext context, DateOnly start) =>
        EnglishParameters.ReasonsExcuseDuration.TryGet(start, context.AsOf, out var period) && period.Value
            ? context.Learner.Episodes.Latest(e => e.Reason != EpisodeReason.None)
            : null;
}
