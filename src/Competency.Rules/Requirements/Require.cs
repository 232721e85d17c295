namespace Competency.Rules;

/// <summary>Makes requirements: every kind there is, one method each.</summary>
public static class Require
{
    /// <summary>All of some requirements, as far as they apply.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static QuantifiedRequirement AllOf(string id, string sentence, params IEnumerable<Requirement> requirements) =>
        new(id, sentence, Quantifier.All, 0, requirements, RequirementBasis.Provider, null);

    /// <summary>Any one of some requirements.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static QuantifiedRequirement AnyOf(string id, string sentence, params IEnumerable<Requirement> requirements) =>
        new(id, sentence, Quantifier.Any, 0, requirements, RequirementBasis.Provider, null);

    /// <summary>At least a number of some requirements. Where fewer apply to a learner, it is not met.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above that of the requirements: nothing could meet it.</exception>
    public static QuantifiedRequirement AtLeast(int count, string id, string sentence, params IEnumerable<Requirement> requirements) =>
        new(id, sentence, Quantifier.AtLeast, count, requirements, RequirementBasis.Provider, null);

    /// <summary>A requirement that applies only when another is met.</summary>
    public static ConditionalRequirement When(string id, string sentence, Requirement condition, Requirement then) =>
        new(id, sentence, condition, then, RequirementBasis.Provider, null);

    /// <summary>The learner's programme is this standard and version, and the learner has not withdrawn.</summary>
    public static ProgrammeRequirement Programme(string id = "programme") =>
        new(id, "The learner is on this standard and version, an apprenticeship, and has not withdrawn", RequirementBasis.Standard, null);

    /// <summary>The learner has chosen an option, where the standard has options.</summary>
    public static OptionRequirement Option(string id = "option") =>
        new(id, "Where the standard has options, the learner has chosen one", RequirementBasis.Standard, null);

    /// <summary>KSBs are achieved.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="ksbs">Which, such as <c>K1-K10, S4</c>; null for every KSB in force.</param>
    /// <exception cref="ArgumentException"><paramref name="ksbs"/> is not KSB notation, or names no KSB.</exception>
    public static KsbsAchievedRequirement KsbsAchieved(string id = "ksbs", [KsbNotation] string? ksbs = null) =>
        new(id, $"Every KSB {(ksbs is null ? "in force" : $"of {ksbs} that is in force")} is achieved: at least one claim on it is accepted in full", ksbs, RequirementBasis.Standard, EnglishSources.Gateway);

    /// <summary>The least duration by law is complete.</summary>
    /// <param name="shorterAccepted">Whether a duration that is shorter for a recorded reason is accepted; null where nobody says.</param>
    /// <param name="id">The id within the policy.</param>
    public static MinimumDurationRequirement MinimumDuration(bool? shorterAccepted = null, string id = "minimum-duration") =>
        new(id, "The minimum duration of learning by law is complete", shorterAccepted, RequirementBasis.Law, null);

    /// <summary>The least duration that the standard prints is complete.</summary>
    /// <param name="prevails">Whether a longer one prevails over that of law; null where nobody says.</param>
    /// <param name="months">The minimum in months, 1 to 120, where the caller knows it better than the document.</param>
    /// <param name="id">The id within the policy.</param>
    public static StandardMinimumRequirement StandardMinimum(bool? prevails = null, int? months = null, string id = "standard-minimum-duration") =>
        new(id, "The minimum duration that the standard itself prints is complete", prevails, months, RequirementBasis.Standard, null);

    /// <summary>The least off-the-job training is delivered.</summary>
    /// <param name="publishedHours">The published hours of the standard, above 0, where the caller knows them better than the document.</param>
    /// <param name="id">The id within the policy.</param>
    public static OffTheJobHoursRequirement OffTheJobHours(decimal? publishedHours = null, string id = "off-the-job") =>
        new(id, "The least off-the-job training is delivered", publishedHours, RequirementBasis.FundingRule, null);

    /// <summary>English or maths.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="passForEveryone">Whether a regulator or a mandatory qualification asks for a pass of adults too.</param>
    /// <param name="id">The id within the policy; null for the subject's word.</param>
    public static EnglishAndMathsRequirement EnglishAndMaths(CoreSubject subject, bool passForEveryone = false, string? id = null) =>
        new(id ?? Words.Subject.Of(subject), $"What is asked of this learner in {Said.Subject(subject)} is done", subject, passForEveryone, RequirementBasis.FundingRule, null);

    /// <summary>A certificate is held.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="subject">The title of the qualification, as certificates name it.</param>
    /// <param name="minimumLevel">The lowest level that suffices; null for any.</param>
    public static CertificateRequirement Certificate(string id, string subject, QualificationLevel? minimumLevel = null) =>
        new(id, $"The certificate of {subject} is held", subject, minimumLevel, RequirementBasis.Standard, EnglishSources.Gateway);

    /// <summary>Whether the standard's publication raises the question of mandatory qualifications, where nobody named them.</summary>
    public static PublishedQualificationsRequirement PublishedQualifications(string id = "qualifications") =>
        new(id, "The qualifications that are mandatory for the standard are held", RequirementBasis.Standard, EnglishSources.Gateway);

    /// <summary>A person has declared something.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="declaration">What must be declared.</param>
    /// <param name="role">By whom. An employer must be the current one.</param>
    public static DeclarationRequirement Declaration(string id, string sentence, DeclarationKind declaration, DeclarationRole role) =>
        new(id, sentence, declaration, role, RequirementBasis.AssessmentPlan, EnglishSources.Gateway);

    /// <summary>A portfolio covers the KSBs of its assessment method.</summary>
    /// <param name="ksbs">Which, such as <c>K1-K10, S4</c>.</param>
    /// <param name="needsAuthenticity">Whether a signed statement is needed that the work is the apprentice's own.</param>
    /// <param name="id">The id within the policy.</param>
    /// <exception cref="ArgumentException"><paramref name="ksbs"/> is not KSB notation, or names no KSB.</exception>
    public static PortfolioRequirement Portfolio([KsbNotation] string ksbs, bool needsAuthenticity = true, string id = "portfolio") =>
        new(id, $"A portfolio is handed in that covers {ksbs}", ksbs, needsAuthenticity, RequirementBasis.AssessmentPlan, null);

    /// <summary>A rule in code: the last resort.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="name">The name of the rule in code, which is all that a written policy says of it.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="judge">The rule. The same context must give the same outcome.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="citation">Where it stands.</param>
    /// <param name="isSensitive">Whether its facts touch on health, disability or age, and are kept out of reports for others.</param>
    public static CustomRequirement Custom(
        string id,
        string name,
        string sentence,
        Func<AssessmentContext, Outcome> judge,
        RequirementBasis basis = RequirementBasis.Provider,
        Citation? citation = null,
        bool isSensitive = false) => new(id, name, sentence, judge, isSensitive, basis, citation);
}
