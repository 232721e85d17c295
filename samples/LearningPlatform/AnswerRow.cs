using System.Text.Json.Serialization;
using Competency;
using Competency.Rules;

namespace LearningPlatform;

/// <summary>A row of the platform's own API: ids and sets of KSBs travel as their text.</summary>
internal sealed record AnswerRow(string Learner, StandardId Standard, KsbSet Missing)
{
    public static AnswerRow Of(ReadinessReport report) => new(
        report.LearnerId,
        report.Standard.Id,
        KsbSet.Of(report.Standard, [.. report.Standard.Ksbs.Select(k => k.Code).Where(k => report.Ksbs[k] != KsbStanding.Achieved)]));
}

/// <summary>How the platform's rows are written, without reflection.</summary>
[JsonSerializable(typeof(List<AnswerRow>))]
internal sealed partial class PlatformJson : JsonSerializerContext;
