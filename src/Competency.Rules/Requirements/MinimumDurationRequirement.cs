using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// The least duration of the practical period by law, in calendar months from the original start, moved by the days of breaks and gaps:
/// see <see cref="EnglishParameters.MinimumDurationMonths"/>.
/// </summary>
public sealed partial class MinimumDurationRequirement : Requirement
{
    internal MinimumDurationRequirement(string id, string sentence, bool? shorterAccepted, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => ShorterAccepted = shorterAccepted;

    /// <summary>Whether a duration that is shorter for a recorded reason is accepted; null where the caller does not say.</summary>
    public bool? ShorterAccepted { get; }

    /// <inheritdoc/>
    public override string Kind => "minimumDuration";

    private protected override void WriteParameters(JsonWriter json) => json.Member("shorterAccepted", ShorterAccepted);

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
        if (outcome.Verdict != Verdict.Met && ShorterAccepted != false && Reason(context, start) is { } shorter)
        {
            outcome = Shorter(shorter, period.Value, outcome);
        }

        return outcome with
        {
            Citations = parameter.CitationOf(period),
            Attention = parameter.Unreviewed(context.AsOf) is { } unreviewed ? [.. outcome.Attention, unreviewed] : outcome.Attention,
        };
    }

    /// <summary>Law allows less for a recorded reason, and how much less no source says.</summary>
    private Outcome Shorter(Episode episode, int months, Outcome outcome)
    {
        var reason = Said.Spaced(Words.EpisodeReason.Of(episode.Reason));
        var facts = outcome.Facts.Append(Said.Fact("reason", reason, episode.Pointer));
        var shorter = ShorterAccepted == true
            ? Outcome.DoesNotApply($"A shorter duration is accepted for a recorded reason, by the policy's setting: {reason}") with
            {
                Facts = [.. facts],
                Attention = [$"Fewer than {LearningDuration.Months(months)} of learning; keep what shows the reason"],
            }
            : Gap.CannotTell($"{LearningDuration.Months(months)} of learning are not complete, law allows less for a recorded reason ({reason}), and how much less no source says",
                Gap.Setting("shorter-duration", $"whether the shorter duration is accepted ({nameof(GatewaySettings)}.{nameof(GatewaySettings.ShorterDurationAccepted)})", $"Say whether a duration that is shorter for a recorded reason is accepted ({nameof(GatewaySettings.ShorterDurationAccepted)})"))
                with { Facts = [.. facts], Shortfall = outcome.Shortfall };
        return shorter.MetWith(outcome);
    }

    /// <summary>The episode whose reason allows less than the minimum of law; null for none. Why somebody took a break is no such reason.</summary>
    private static Episode? Reason(AssessmentContext context, DateOnly start) =>
        EnglishParameters.ReasonsExcuseDuration.TryGet(start, context.AsOf, out var period) && period.Value
            ? context.Episodes.Latest(e => e.Reason != EpisodeReason.None && e.Kind != EpisodeKind.Break)
            : null;
}
