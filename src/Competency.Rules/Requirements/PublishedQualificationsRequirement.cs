namespace Competency.Rules;

/// <summary>
/// Where nobody said which qualifications are mandatory: what the standard's publication lists decides whether the question arises at all.
/// A Higher Technical Qualification is a route, never a condition.
/// </summary>
public sealed partial class PublishedQualificationsRequirement : Requirement
{
    internal PublishedQualificationsRequirement(string id, string sentence, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "publishedQualifications";

    private protected override Outcome Judge(AssessmentContext context)
    {
        var qualifications = context.Standard.Qualifications;
        var others = qualifications.Where(q => q.Type != Qualification.HigherTechnical).ToArray();
        if (qualifications.Count == 0)
        {
            return Outcome.DoesNotApply($"The document of {context.Layout.IdText} names no qualification");
        }

        return others.Length == 0
            ? Outcome.DoesNotApply($"{context.Layout.IdText} names Higher Technical Qualifications only, and none of them is a condition")
            : Gap.CannotTell(
                $"{context.Layout.IdText} names qualifications, and nobody said which of them are mandatory",
                Gap.Setting("mandatory-qualifications", $"which qualifications are mandatory ({nameof(GatewaySettings)}.{nameof(GatewaySettings.MandatoryQualifications)})", $"Say which qualifications are mandatory ({nameof(GatewaySettings.MandatoryQualifications)})"))
              with { Facts = [Said.Fact("qualifications", string.Join("; ", others.Select(q => q.Title)))] };
    }
}
