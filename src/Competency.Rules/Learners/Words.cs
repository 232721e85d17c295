using Competency.Documents;

namespace Competency.Rules;

/// <summary>The words by which our JSON names the values of enums: one table, for reading, writing and messages.</summary>
internal sealed class Words<T>(params (string Word, T Value)[] pairs)
    where T : struct, Enum
{
    /// <summary>Every word.</summary>
    public IReadOnlyList<string> All => field ??= Array.AsReadOnly(Array.ConvertAll(pairs, static p => p.Word));

    /// <summary>The word of a value.</summary>
    public string Of(T value)
    {
        foreach (var pair in pairs)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value))
            {
                return pair.Word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"No such {typeof(T).Name}.");
    }

    /// <summary>The value of a word; null where it is none.</summary>
    public T? Find(string? word)
    {
        foreach (var pair in pairs)
        {
            if (pair.Word == word)
            {
                return pair.Value;
            }
        }

        return null;
    }
}

/// <summary>The words of each enum.</summary>
internal static class Words
{
    /// <summary>A copy of words that a caller gives, none of them blank: a written policy could not hold those.</summary>
    public static IReadOnlyList<string> Given(IReadOnlyList<string> words, string parameter) =>
        [.. words.Select(w => Bounded.Text(w, "None of the words is blank.", parameter))];

    public static Words<Verdict> Verdict { get; } = new(
        ("met", Rules.Verdict.Met), ("notMet", Rules.Verdict.NotMet), ("notYetDue", Rules.Verdict.NotYetDue),
        ("cannotTell", Rules.Verdict.CannotTell), ("doesNotApply", Rules.Verdict.DoesNotApply));

    public static Words<RequirementBasis> Basis { get; } = new(
        ("law", RequirementBasis.Law), ("fundingRule", RequirementBasis.FundingRule), ("standard", RequirementBasis.Standard),
        ("assessmentPlan", RequirementBasis.AssessmentPlan), ("provider", RequirementBasis.Provider), ("dataCheck", RequirementBasis.DataCheck));

    public static Words<Quantifier> Quantifier { get; } = new(
        ("allOf", Rules.Quantifier.All), ("anyOf", Rules.Quantifier.Any), ("atLeast", Rules.Quantifier.AtLeast));

    public static Words<ClaimDecisionKind> Decision { get; } = new(
        ("submitted", ClaimDecisionKind.Submitted), ("referred", ClaimDecisionKind.Referred), ("acceptedInPart", ClaimDecisionKind.AcceptedInPart),
        ("accepted", ClaimDecisionKind.Accepted), ("overturned", ClaimDecisionKind.Overturned), ("withdrawn", ClaimDecisionKind.Withdrawn));

    public static Words<EpisodeKind> Episode { get; } = new(
        ("learning", EpisodeKind.Learning), ("break", EpisodeKind.Break), ("transfer", EpisodeKind.Transfer),
        ("withdrawn", EpisodeKind.Withdrawn), ("completed", EpisodeKind.Completed));

    public static Words<EpisodeReason> EpisodeReason { get; } = new(
        ("none", Rules.EpisodeReason.None), ("redundancy", Rules.EpisodeReason.Redundancy), ("newerVersion", Rules.EpisodeReason.NewerVersion),
        ("providerTransfer", Rules.EpisodeReason.ProviderTransfer), ("returnToSameApprenticeship", Rules.EpisodeReason.ReturnToSameApprenticeship));

    public static Words<HoursCategory> Hours { get; } = new(
        ("offTheJob", HoursCategory.OffTheJob), ("englishAndMaths", HoursCategory.EnglishAndMaths), ("other", HoursCategory.Other));

    public static Words<CoreSubject> Subject { get; } = new((SubjectName.English, CoreSubject.English), (SubjectName.Maths, CoreSubject.Maths));

    public static Words<EnglishAndMathsChoiceKind> Choice { get; } = new(
        ("optedIn", EnglishAndMathsChoiceKind.OptedIn), ("optedOut", EnglishAndMathsChoiceKind.OptedOut), ("optInWithdrawn", EnglishAndMathsChoiceKind.OptInWithdrawn));

    public static Words<DeclarationKind> Declaration { get; } = new(
        ("worksAtStandard", DeclarationKind.WorksAtStandard), ("gatewayReview", DeclarationKind.GatewayReview),
        ("gatewayAgreement", DeclarationKind.GatewayAgreement), ("hoursBelowPlan", DeclarationKind.HoursBelowPlan),
        ("behavioursVerified", DeclarationKind.BehavioursVerified), ("planDelivered", DeclarationKind.PlanDelivered), ("assessmentOrganisationChosen", DeclarationKind.AssessmentOrganisationChosen), ("other", DeclarationKind.Other));

    public static Words<FactKind> Fact { get; } = new(
        ("number", FactKind.Number), ("flag", FactKind.Flag), ("text", FactKind.Text), ("date", FactKind.Date));

    public static Words<DatedBasis> DatedBasis { get; } = new(
        ("originalStart", Rules.DatedBasis.OriginalStart), ("asOf", Rules.DatedBasis.AsOf));

    public static Words<DeclarationRole> Role { get; } = new(
        ("employer", DeclarationRole.Employer), ("provider", DeclarationRole.Provider), ("apprentice", DeclarationRole.Apprentice));

    public static Words<QualificationLevel> Level { get; } = new(
        ("entry 1", QualificationLevel.Entry1), ("entry 2", QualificationLevel.Entry2), ("entry 3", QualificationLevel.Entry3),
        ("1", QualificationLevel.Level1), ("2", QualificationLevel.Level2), ("3", QualificationLevel.Level3), ("4", QualificationLevel.Level4),
        ("5", QualificationLevel.Level5), ("6", QualificationLevel.Level6), ("7", QualificationLevel.Level7), ("8", QualificationLevel.Level8));

    public static Words<RedactionLevel> Redaction { get; } = new(
        ("full", RedactionLevel.Full), ("forOthers", RedactionLevel.ForOthers), ("anonymous", RedactionLevel.Anonymous));

    public static Words<KsbStanding> Standing { get; } = new(
        ("noEvidence", KsbStanding.NoEvidence), ("overturned", KsbStanding.Overturned), ("referred", KsbStanding.Referred), ("acceptedInPart", KsbStanding.AcceptedInPart),
        ("awaitingDecision", KsbStanding.AwaitingDecision), ("acceptedElsewhere", KsbStanding.AcceptedElsewhere), ("achieved", KsbStanding.Achieved));

    public static Words<TransferKind> Transfer { get; } = new(
        ("carried", TransferKind.Carried), ("needsReview", TransferKind.NeedsReview), ("new", TransferKind.New), ("withdrawn", TransferKind.Withdrawn));

    public static Words<ActionBy> By { get; } = new(
        ("apprentice", ActionBy.Apprentice), ("assessor", ActionBy.Assessor), ("provider", ActionBy.Provider), ("employer", ActionBy.Employer), ("policyOwner", ActionBy.PolicyOwner));
}
