namespace Competency.Rules;

/// <summary>
/// The policies of apprenticeships in England. Gateway asks everything that Completion asks, and what people declare. Parameters with
/// their dates and citations are in <see cref="EnglishParameters"/>; what no source settles is in <see cref="GatewaySettings"/>.
/// </summary>
public static class EnglishApprenticeship
{
    private const string Version = "1";

    /// <summary>Completion of the training, without settings: every KSB in force, duration, off-the-job training, English and maths, qualifications.</summary>
    public static ReadinessPolicy Completion { get; } = CompletionWith(GatewaySettings.None);

    /// <summary>Readiness for gateway, without settings: completion, and the declarations of employer, provider and apprentice.</summary>
    public static ReadinessPolicy Gateway { get; } = GatewayWith(GatewaySettings.None);

    /// <summary>Completion of the training, with what the caller knows.</summary>
    public static ReadinessPolicy CompletionWith(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ReadinessPolicy("england-completion", "Completion of training (England)", Version,
            Require.AllOf("completion", "The apprentice has completed the training", Training(settings)))
        {
            NotJudged = [.. NotJudgedOfTraining(settings), "What people declare at gateway, and a portfolio"],
        };
    }

    /// <summary>Readiness for gateway, with what the caller knows.</summary>
    public static ReadinessPolicy GatewayWith(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IEnumerable<Requirement> portfolio = settings.Portfolio is { } asked ? [Require.Portfolio(asked.Ksbs, asked.NeedsAuthenticity, asked.MaxItems).RestingOn(RequirementBasis.AssessmentPlan, asked.Citation)] : [];
        return new ReadinessPolicy("england-gateway", "Readiness for gateway (England)", Version,
            Require.AllOf("gateway", "The apprentice is ready for gateway", [.. Training(settings), .. portfolio, Declarations()]))
        {
            NotJudged =
            [
                .. NotJudgedOfTraining(settings),
                .. settings.Portfolio is null ? ["A portfolio: no assessment plan was given"] : Array.Empty<string>(),
                "The choice of an assessment organisation, and what the standard's assessment plan asks beyond this",
            ],
        };
    }

    private static IEnumerable<Requirement> Training(GatewaySettings settings) =>
    [
        Require.Programme(),
        Require.Option(),
        Require.KsbsAchieved(),
        Require.AllOf("duration", "The least duration is complete",
            Require.MinimumDuration(settings.ShorterDurationAccepted),
            Require.StandardMinimum(settings.StandardMinimumPrevails, settings.StandardMinimumMonths)),
        Require.OffTheJobHours(settings.PublishedOffTheJobHours),
        Require.AllOf("english-and-maths", "English and maths are done",
            Require.EnglishAndMaths(CoreSubject.English, settings.EnglishAndMathsForEveryone),
            Require.EnglishAndMaths(CoreSubject.Maths, settings.EnglishAndMathsForEveryone)),
        .. Qualifications(settings),
    ];

    private static IEnumerable<Requirement> Qualifications(GatewaySettings settings) => settings.MandatoryQualifications switch
    {
        null => [Require.PublishedQualifications()],
        { Count: 0 } => [],
        { } titles => [Require.AllOf("qualifications", "The qualifications that are mandatory for the standard are held", titles.Select((t, i) => Require.Certificate($"qualification-{i + 1}", t)))],
    };

    private static QuantifiedRequirement Declarations() => Require.AllOf("declarations", "Employer, provider and apprentice have declared what gateway asks of them",
        Require.Declaration("employer-declaration", "The current employer is content that the apprentice works at or above the standard", DeclarationKind.WorksAtStandard, DeclarationRole.Employer),
        Require.Declaration("provider-review", "The provider has reviewed the apprentice's readiness", DeclarationKind.GatewayReview, DeclarationRole.Provider),
        Require.Declaration("apprentice-agreement", "The apprentice agrees to go through gateway", DeclarationKind.GatewayAgreement, DeclarationRole.Apprentice));

    private static IEnumerable<string> NotJudgedOfTraining(GatewaySettings settings) =>
    [
        "Whether there was learning in every calendar month",
        "Whether a statement on hours below the plan was signed within 12 weeks",
        "Whether the evidence is recent, varied and authentic: that is for those who accept it",
        .. settings.MandatoryQualifications is { Count: 0 } ? ["Mandatory qualifications: the policy's setting says that there are none"] : Array.Empty<string>(),
        .. settings.EnglishAndMathsForEveryone ? Array.Empty<string>() : ["Whether a regulator or a mandatory qualification asks adults for a pass in English or maths"],
    ];
}
