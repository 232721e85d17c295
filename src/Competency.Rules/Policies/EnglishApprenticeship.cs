using Competency.Documents.Plans;

namespace Competency.Rules;

/// <summary>
/// The policies of apprenticeships in England, for starts of every funding year: which rules hold for a learner follows from the original
/// start and the day of assessment. Gateway asks everything that Completion asks, and what people declare. Parameters with their dates and
/// citations are in <see cref="EnglishParameters"/>; what no source settles is in <see cref="GatewaySettings"/>.
/// </summary>
public static class EnglishApprenticeship
{
    private const string Version = "2";

    // What every setting leaves; whether "qualifications" is asked is one.
    private const string TrainingIds = "programme option ksbs duration minimum-duration standard-minimum-duration off-the-job english-and-maths english maths "
        + "plan-delivered starts-with-plan-agreement plan-agreement plan-delivered-employer plan-delivered-provider plan-delivered-apprentice "
        + "data-check data-check-starts data-check-days historical-data-check historical-data-check-starts historical-data-check-days";

    private const string CompletionIds = "completion " + TrainingIds;
    private const string GatewayIds = "gateway declarations employer-declaration provider-review apprentice-agreement " + TrainingIds;

    private static readonly KsbKind[] Assessed = [KsbKind.Knowledge, KsbKind.Skill, KsbKind.TechnicalKnowledge, KsbKind.TechnicalSkill];

    /// <summary>Completion of the training, without settings: every KSB in force, duration, off-the-job training, English and maths, qualifications.</summary>
    [RequirementIds("qualifications " + CompletionIds)]
    public static ReadinessPolicy Completion { get; } = CompletionWith(GatewaySettings.None);

    /// <summary>Readiness for gateway, without settings: completion, and the declarations of employer, provider and apprentice.</summary>
    [RequirementIds("qualifications " + GatewayIds)]
    public static ReadinessPolicy Gateway { get; } = GatewayWith(GatewaySettings.None);

    /// <summary>Completion of the training, with what the caller knows.</summary>
    [RequirementIds(CompletionIds)]
    public static ReadinessPolicy CompletionWith(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ReadinessPolicy("england-completion", "Completion of training (England)", Version,
            Asked("completion", "The apprentice has completed the training", RequirementBasis.FundingRule, Training(settings with { CallForAssessmentOrganisation = false }, plan: null)))
        {
            NotJudged = [.. NotJudgedOfTraining(settings), "What people declare at gateway, and a portfolio"],
        };
    }

    /// <summary>Readiness for gateway, with what the caller knows.</summary>
    [RequirementIds(GatewayIds)]
    public static ReadinessPolicy GatewayWith(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ReadinessPolicy("england-gateway", "Readiness for gateway (England)", Version, GatewayRoot(settings, plan: null))
        {
            NotJudged =
            [
                .. NotJudgedOfGateway(settings),
                settings.CallForAssessmentOrganisation ? "What the standard's assessment plan asks beyond this" : "The choice of an assessment organisation, and what the standard's assessment plan asks beyond this",
            ],
        };
    }

    /// <summary>
    /// Readiness for gateway under an assessment plan: its portfolio, its qualifications, its English and maths and its approach come from the
    /// plan, the rest as in <see cref="GatewayWith"/>.
    /// </summary>
    /// <param name="plan">The assessment plan. Learners on a standard that it does not serve get CannotTell.</param>
    /// <param name="settings">What else the caller knows; null for nothing. Qualifications and passes that it asks are asked beside those of the plan; its portfolio where the plan asks for none.</param>
    [RequirementIds(GatewayIds)]
    public static ReadinessPolicy GatewayFor(AssessmentPlan plan, GatewaySettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var asked = (settings ?? GatewaySettings.None) with
        {
            ReformedAssessment = plan.Approach == PlanApproach.Outcomes,
            EnglishAndMathsForEveryone = plan.EnglishAndMathsForEveryone || settings?.EnglishAndMathsForEveryone == true,
            MandatoryQualifications = [.. plan.Qualifications.Select(q => q.Title), .. Beside(plan, settings)],
        };
        return new ReadinessPolicy($"england-gateway:{plan.Id}", $"Readiness for gateway (England), assessment plan {plan}", $"{Version}/{plan.Version}", GatewayRoot(asked, plan))
        {
            Standards = plan.Standards,
            NotJudged =
            [
                .. NotJudgedOfTraining(asked, "assessment plan names none"),
                .. settings?.CallForAssessmentOrganisation == true ? Array.Empty<string>() : ["The choice of an assessment organisation"],
                "What the assessment itself finds",
            ],
        };
    }

    private static QuantifiedRequirement GatewayRoot(GatewaySettings settings, AssessmentPlan? plan) =>
        Asked("gateway", "The apprentice is ready for gateway", RequirementBasis.FundingRule, [.. Training(settings, plan), .. plan?.Portfolio is null ? Portfolio(settings.Portfolio) : Portfolios(plan, plan.Portfolio), Declarations(settings)]);

    /// <summary>The qualifications that the caller knows to be mandatory and the plan does not name.</summary>
    private static IEnumerable<string> Beside(AssessmentPlan plan, GatewaySettings? settings) =>
        settings?.MandatoryQualifications?.Where(t => !plan.Qualifications.Any(q => WrittenName.IsSame(q.Title, t))) ?? [];

    private static IEnumerable<Requirement> Portfolio(PortfolioSettings? asked) =>
        asked is null ? [] : [Require.Portfolio(asked.Ksbs, asked.NeedsAuthenticity, asked.MaxItems).RestingOn(RequirementBasis.AssessmentPlan, asked.Citation)];

    /// <summary>The portfolio of a plan. What underpins a method of one option is asked of the learners of that option alone.</summary>
    private static IEnumerable<Requirement> Portfolios(AssessmentPlan plan, PlanPortfolio portfolio)
    {
        var citation = plan.Citation is { } cited ? Citation.Of(cited) : null;
        AssessmentPart[] parts = [.. portfolio.Parts.Select(plan.FindPart).OfType<AssessmentPart>()];
        string[] named = [.. parts.Select(p => p.Option).OfType<string>()];
        string[] options = [.. named.Where((o, i) => !named.Take(i).Any(earlier => WrittenName.IsSame(earlier, o)))];
        var ofAll = parts.Where(p => p.Option is null).ToArray();
        if (options.Length == 0)
        {
            return [Of(ofAll, "portfolio")];
        }

        var ofOptions = options.Select((o, i) => Resting(Require.When($"portfolio-{i + 1}", $"Learners of the option {o} hand in a portfolio",
            Require.OptionIs($"portfolio-{i + 1}-option", o).RestingOn(RequirementBasis.Standard), Of([.. ofAll, .. parts.Where(p => p.Option is { } own && WrittenName.IsSame(own, o))], $"portfolio-{i + 1}-ksbs"))));
        return ofAll.Length == 0 ? ofOptions : [.. ofOptions, Resting(Require.Unless("portfolio-others", "Learners of other options hand in a portfolio",
            Resting(Require.AnyOf("portfolio-of-option", "The option has a portfolio of its own", options.Select((o, i) => Require.OptionIs($"portfolio-of-option-{i + 1}", o).RestingOn(RequirementBasis.Standard)))), Of(ofAll, "portfolio")))];

        Requirement Of(AssessmentPart[] asked, string id) =>
            Resting(Require.Portfolio(string.Join(", ", asked.Select(p => KsbsOf(p, plan)).Distinct()), portfolio.NeedsAuthenticity, portfolio.MaxItems, id));

        T Resting<T>(T requirement)
            where T : Requirement => requirement.RestingOn(RequirementBasis.AssessmentPlan, citation);
    }

    /// <summary>What a part assesses, whichever of the plan's standards a learner is on; what says otherwise is an error in a document (KSB4002).</summary>
    private static string KsbsOf(AssessmentPart part, AssessmentPlan plan)
    {
        string[] ofEach = [.. plan.Standards.Select(part.KsbsOf).Distinct()];
        return ofEach is [{ Length: > 0 } ksbs] ? ksbs
            : throw new ArgumentException($"The portfolio underpins '{part.Id}', which assesses {(ofEach is [""] ? "nothing" : "not the same")} of {string.Join(" and ", plan.Standards)}: one portfolio is asked.", nameof(plan));
    }

    private static IEnumerable<Requirement> Training(GatewaySettings settings, AssessmentPlan? plan) =>
    [
        Programme(settings, plan),
        Require.Option().RestingOn(RequirementBasis.Standard),
        settings.ReformedAssessment
            ? Require.KsbsAchieved(kinds: Assessed).Saying("Every KSB in force is achieved, but for behaviours, which are verified: at least one claim on it is accepted in full").RestingOn(RequirementBasis.Standard, EnglishSources.ReformedAssessment)
            : Require.KsbsAchieved().RestingOn(RequirementBasis.Standard, EnglishSources.Gateway),
        Asked("duration", "The least duration is complete", RequirementBasis.FundingRule,
        [
            Require.MinimumDuration(settings.ShorterDurationAccepted),
            Require.StandardMinimum(settings.StandardMinimumPrevails, settings.StandardMinimumMonths),
        ]),
        Require.OffTheJobHours(settings.PublishedOffTheJobHours),
        Asked("english-and-maths", "English and maths are done", RequirementBasis.FundingRule,
        [
            Require.EnglishAndMaths(CoreSubject.English, settings.EnglishAndMathsForEveryone),
            Require.EnglishAndMaths(CoreSubject.Maths, settings.EnglishAndMathsForEveryone),
        ]),
        .. Qualifications(settings, plan),
        PlanDelivered(),
        .. DataChecks(),
    ];

    /// <summary>The call for an assessment organisation belongs to the whole programme: one is chosen long before gateway.</summary>
    private static Requirement Programme(GatewaySettings settings, AssessmentPlan? plan)
    {
        var programme = Require.Programme(standards: plan?.Standards ?? []).RestingOn(RequirementBasis.Standard);
        return !settings.CallForAssessmentOrganisation ? programme : Require.Attention("assessment-organisation", "The learner is on the programme, for which an assessment organisation is to be chosen", programme,
            Require.Declaration("organisation-chosen", "An assessment organisation is chosen: six months before gateway, or at the start under a revised plan", DeclarationKind.AssessmentOrganisationChosen, DeclarationRole.Employer, currentEmployer: false)
                .RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026))
            .RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026);
    }

    private static IEnumerable<Requirement> Qualifications(GatewaySettings settings, AssessmentPlan? plan)
    {
        var ofPlan = plan?.Qualifications.Count ?? 0;
        CertificateRequirement[]? certificates = settings.MandatoryQualifications is { } asked ? [.. asked.Select((t, i) => i < ofPlan ? OfPlan(plan!.Qualifications[i], i) : Require.Certificate(Id(i), t).RestingOn(RequirementBasis.Standard, EnglishSources.Gateway))] : null;
        return certificates switch
        {
            null => [Require.PublishedQualifications()],
            [] => [],
            _ => [Asked("qualifications", "The qualifications that are mandatory for the standard are held", RequirementBasis.Standard, certificates)],
        };

        CertificateRequirement OfPlan(PlanQualification qualification, int index) =>
            Require.Certificate(Id(index), qualification.Title, Words.Level.Find(qualification.MinimumLevel), qualification.ValidForMonths)
                .RestingOn(RequirementBasis.AssessmentPlan, plan!.Citation is { } cited ? Citation.Of(cited) : null);

        static string Id(int index) => $"qualification-{index + 1}";
    }

    /// <summary>What the guidance on gateway asks together.</summary>
    private static QuantifiedRequirement Asked(string id, string sentence, RequirementBasis basis, IEnumerable<Requirement> requirements) =>
        Require.AllOf(id, sentence, requirements).RestingOn(basis, EnglishSources.Gateway);

    private static Requirement Declarations(GatewaySettings settings)
    {
        IEnumerable<Requirement> behaviours = settings.ReformedAssessment
            ? [Require.Declaration("behaviours-verified", "The current employer has verified the behaviours", DeclarationKind.BehavioursVerified, DeclarationRole.Employer).RestingOn(RequirementBasis.AssessmentPlan, EnglishSources.ReformedAssessment)]
            : [];
        return Asked("declarations", "Employer, provider and apprentice have declared what gateway asks of them", RequirementBasis.AssessmentPlan,
        [
            Declared("employer-declaration", "The current employer is content that the apprentice works at or above the standard", DeclarationKind.WorksAtStandard, DeclarationRole.Employer),
            .. behaviours,
            Declared("provider-review", "The provider has reviewed the apprentice's readiness", DeclarationKind.GatewayReview, DeclarationRole.Provider),
            Declared("apprentice-agreement", "The apprentice agrees to go through gateway", DeclarationKind.GatewayAgreement, DeclarationRole.Apprentice),
        ]);

        static DeclarationRequirement Declared(string id, string sentence, DeclarationKind declaration, DeclarationRole role) =>
            Require.Declaration(id, sentence, declaration, role).RestingOn(RequirementBasis.AssessmentPlan, EnglishSources.Gateway);
    }

    /// <summary>For starts from 1 August 2026 the three agree that the training plan was delivered.</summary>
    private static ConditionalRequirement PlanDelivered() => Require.When("plan-delivered", "For later starts, that the training plan was delivered is agreed",
        Require.StartedBetween("starts-with-plan-agreement", EnglishParameters.PlanDeliveredFrom, null).RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026),
        Require.AllOf("plan-agreement", "Employer, provider and apprentice agree that the training plan was delivered",
            Agreed("plan-delivered-employer", "The current employer agrees that the training plan was delivered", DeclarationRole.Employer),
            Agreed("plan-delivered-provider", "The provider agrees that the training plan was delivered", DeclarationRole.Provider),
            Agreed("plan-delivered-apprentice", "The apprentice agrees that the training plan was delivered", DeclarationRole.Apprentice)).RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026))
        .RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026);

    private static DeclarationRequirement Agreed(string id, string sentence, DeclarationRole role) =>
        Require.Declaration(id, sentence, DeclarationKind.PlanDelivered, role).RestingOn(RequirementBasis.FundingRule, EnglishSources.PlanDelivered2026);

    /// <summary>What checks of submitted data ask. They are shown and never decide: 12 months are neither 365 nor 372 days.</summary>
    private static IEnumerable<Requirement> DataChecks() =>
    [
        DataCheck("data-check", EnglishParameters.DataCheckDays, EnglishParameters.DataCheckStarts, EnglishSources.DataCheck365),
        DataCheck("historical-data-check", EnglishParameters.HistoricalDataCheckDays, EnglishParameters.HistoricalDataCheckStarts, EnglishSources.DataCheck372),
    ];

    private static ConditionalRequirement DataCheck(string id, int days, (DateOnly From, DateOnly Until) starts, Citation citation) => Require.When(
        id,
        $"For starts from {Said.Date(starts.From)} to {Said.Date(starts.Until)}, a check of submitted data asks {days} days",
        Require.StartedBetween($"{id}-starts", starts.From, starts.Until).RestingOn(RequirementBasis.DataCheck, citation),
        Require.DaysElapsed($"{id}-days", $"{days} days lie between the first and the last day", days).RestingOn(RequirementBasis.DataCheck, citation))
        .RestingOn(RequirementBasis.DataCheck, citation);

    private static IEnumerable<string> NotJudgedOfGateway(GatewaySettings settings) =>
    [
        .. NotJudgedOfTraining(settings),
        .. settings.Portfolio is null ? ["A portfolio: no assessment plan was given"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> NotJudgedOfTraining(GatewaySettings settings, string none = "policy's setting says that there are none") =>
    [
        "Whether there was learning in every calendar month",
        "Whether a statement on hours below the plan was signed within 12 weeks",
        "Whether the evidence is of this apprenticeship, recent, varied and authentic: that is for those who accept it",
        "Whether weekly hours below 30 lengthen the least duration",
        .. settings.ReformedAssessment ? ["Whether gateway under the reform asks the declarations of gateway to end-point assessment, which are asked here"] : Array.Empty<string>(),
        .. settings.MandatoryQualifications is { Count: 0 } ? [$"Mandatory qualifications: the {none}"] : Array.Empty<string>(),
        "Whether a standard of level 2 itself asks English or maths at level 2",
        .. settings.EnglishAndMathsForEveryone ? Array.Empty<string>() : ["Whether a regulator or a mandatory qualification asks adults for a pass in English or maths"],
    ];
}
