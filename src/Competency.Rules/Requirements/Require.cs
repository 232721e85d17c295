namespace Competency.Rules;

/// <summary>
/// Makes requirements: every kind there is, one method each. What applies parameters of law, funding rules or data checks says so; anything else is a rule of one's own
/// (<see cref="RequirementBasis.Provider"/>) until it is told what it rests on: <see cref="RequirementExtensions.RestingOn"/>.
/// </summary>
/// <remarks>
/// Every id, sentence, name and other text holds something to be seen (<see cref="ArgumentException"/>); an id is unique in its policy. A requirement, a fact and a rule that is given is not
/// <see langword="null"/> (<see cref="ArgumentNullException"/>). What a method refuses besides stands with it; the build tells constants of all that before anything runs (KSB4002 to KSB4005).
/// </remarks>
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
        new(id, sentence, condition, then, isUnless: false, RequirementBasis.Provider, null);

    /// <summary>A requirement that applies unless another is met.</summary>
    public static ConditionalRequirement Unless(string id, string sentence, Requirement condition, Requirement then) =>
        new(id, sentence, condition, then, isUnless: true, RequirementBasis.Provider, null);

    /// <summary>A requirement with something that must be signed or seen to beside it, which holds nobody up.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="requirement">What decides.</param>
    /// <param name="signed">What the report calls for while the requirement is met and this is not.</param>
    public static AttentionRequirement Attention(string id, string sentence, Requirement requirement, Requirement signed) =>
        new(id, sentence, requirement, signed, RequirementBasis.Provider, null);

    /// <summary>The learner's option is a certain one: a guard for what only one option asks.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="option">The option's id or title.</param>
    public static OptionChosenRequirement OptionIs(string id, string option) =>
        new(id, $"The learner's option is {option}", option, RequirementBasis.Provider, null);

    /// <summary>The original start lies between two days: a guard for rules of one funding year.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="from">The first day; null for no limit.</param>
    /// <param name="until">The last day; null for no limit.</param>
    /// <exception cref="ArgumentException">The last day is before the first, or neither is given.</exception>
    public static StartedBetweenRequirement StartedBetween(string id, DateOnly? from, DateOnly? until) =>
        new(id, $"The original start lies {(from, until) switch
        {
            ({ } first, { } last) => $"between {Said.Date(first)} and {Said.Date(last)}",
            ({ } first, null) => $"on or after {Said.Date(first)}",
            _ => $"on or before {Said.Date(until.GetValueOrDefault())}",
        }}", from, until, RequirementBasis.Provider, null);

    /// <summary>A day has come.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="from">The first day on which it is met.</param>
    /// <param name="until">The last day on which it is met; null for no end.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static DateReachedRequirement DateReached(string id, string sentence, DateOnly from, DateOnly? until = null) =>
        new(id, sentence, from, until, RequirementBasis.Provider, null);

    /// <summary>A number of calendar months of learning is complete, over all episodes.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="months">How many, whole, 1 to 120; one number, or one that changes with time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> holds another number.</exception>
    public static PeriodElapsedRequirement PeriodElapsed(string id, string sentence, DatedNumber months) =>
        new(id, sentence, months, RequirementBasis.Provider, null);

    /// <summary>The learner's programme is this standard and version, and the learner has not withdrawn.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="standards">The standards and versions that the policy is written for; none for every apprenticeship.</param>
    public static ProgrammeRequirement Programme(string id = "programme", params IEnumerable<StandardId> standards) =>
        new(id, "The learner is on this standard and version, an apprenticeship, and has not withdrawn", standards, RequirementBasis.Provider, null);

    /// <summary>The learner has chosen an option, where the standard has options.</summary>
    public static OptionRequirement Option(string id = "option") =>
        new(id, "Where the standard has options, the learner has chosen one", RequirementBasis.Provider, null);

    /// <summary>
    /// A number of days lies between the original start and the last day of learning, or the day of assessment while learning goes on: what
    /// checks of submitted data look at. No such number stands in law, and as a check of data it decides nothing.
    /// </summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="days">How many, 1 to 10,000; one number, or one that changes with time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> holds another number.</exception>
    public static DaysElapsedRequirement DaysElapsed(string id, string sentence, DatedNumber days) =>
        new(id, sentence, days, RequirementBasis.DataCheck, null);

    /// <summary>
    /// Every one of some KSBs is achieved, each by one claim that is accepted in full; the id is <c>ksbs</c>. Gateway asks KSBs; <c>Duty 3</c> is for those who ask for a duty on top.
    /// </summary>
    /// <param name="ksbs">Which, such as <c>K1-K10, S4</c> or <c>Duty 3</c> for the KSBs that it maps; null for every KSB in force.</param>
    /// <exception cref="ArgumentException"><paramref name="ksbs"/> is not KSB notation, or names nothing.</exception>
    public static KsbsAchievedRequirement KsbsAchieved([KsbNotation] string? ksbs) => KsbsAchieved("ksbs", ksbs);

    /// <summary>KSBs are achieved.</summary>
    /// <param name="id">The id within the policy. Of two texts it is the first; where it reads as KSBs and none are given it is refused, for it was meant as them.</param>
    /// <param name="ksbs">Which, such as <c>K1-K10, S4</c> or <c>Duty 3</c> for the KSBs that it maps; null for every KSB in force.</param>
    /// <param name="atLeast">How many of them, a share or a number; every one unless said.</param>
    /// <param name="demand">What makes one achieved; one claim that is accepted in full unless said.</param>
    /// <param name="kinds">The kinds of KSB that are asked, such as knowledge and skills; null for every kind.</param>
    /// <exception cref="ArgumentException"><paramref name="ksbs"/> is not KSB notation, or names nothing, or no code of <paramref name="kinds"/> (KSB4002), or <paramref name="kinds"/> holds none, or <paramref name="id"/> reads as KSBs while none are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="kinds"/> is none, or <paramref name="atLeast"/> is a number above that of the codes (KSB4002); how many a duty maps is seen with the standard.</exception>
    public static KsbsAchievedRequirement KsbsAchieved(
        string id = "ksbs",
        [KsbNotation] string? ksbs = null,
        KsbThreshold atLeast = default,
        EvidenceDemand? demand = null,
        IEnumerable<KsbKind>? kinds = null)
    {
        if (ksbs is null && Notation.KsbNotation.Parse(Bounded.Text(id, "A requirement has an id.", nameof(id))) is { References.Count: > 0, IsReadable: true })
        {
            throw new ArgumentException($"'{id}' is the id here, and every KSB would be asked; give it as ksbs: \"{id}\".", nameof(id));
        }

        var selection = ksbs is null ? null : KsbSelection.Parse(ksbs);
        KsbKind[] asked = [.. kinds ?? []];
        if (kinds is not null && asked.Length == 0)
        {
            // A filter that came out empty would ask for all of them.
            throw new ArgumentException("No kind of KSB is given; null is every kind.", nameof(kinds));
        }

        if (asked.Any(k => !KsbKinds.All.Contains(k)))
        {
            throw new ArgumentOutOfRangeException(nameof(kinds), "A kind of KSB is one that a code can have.");
        }

        var statement = asked.Length == 0 ? "KSB" : $"{string.Join(" or ", asked.Select(k => k.Name()))} statement";
        var which = $"{statement} {(selection is null ? "in force" : $"of {selection.Words} that is in force")}";
        var how = (demand ?? EvidenceDemand.OneAccepted).IsPlain ? "at least one claim on it is accepted in full" : $"by {demand}";
        var sentence = atLeast.IsAll
            ? $"Every {which} is achieved: {how}"
            : $"At least {atLeast} of the {statement}s {(selection is null ? "in force" : $"of {selection.Words} that are in force")} {(atLeast.ToString() == "1" ? "is" : "are")} achieved: {how}";
        return new(id, sentence, selection, asked, atLeast, demand, RequirementBasis.Provider, null);
    }

    /// <summary>Something that the platform knows of the learner is a number within bounds.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="fact">What is known.</param>
    /// <param name="atLeast">The least number; null for none.</param>
    /// <param name="atMost">The greatest number; null for none.</param>
    /// <param name="notOlderThanMonths">How many calendar months an entry counts, 1 to 240; null for ever.</param>
    /// <exception cref="ArgumentException">Neither bound is given, or no number lies between them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound lies outside -1,000,000,000 to 1,000,000,000, or the months do outside theirs.</exception>
    public static FactRequirement Fact(string id, Fact<decimal> fact, DatedNumber? atLeast = null, decimal? atMost = null, int? notOlderThanMonths = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Fact(id, fact.Name, fact.Words, fact.Kind, new FactBounds { AtLeast = atLeast, AtMost = atMost }, notOlderThanMonths, fact.IsSensitive);
    }

    /// <summary>Something that the platform knows of the learner is so, or not.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="fact">What is known.</param>
    /// <param name="isSo">Which of the two is asked.</param>
    /// <param name="notOlderThanMonths">How many calendar months an entry counts, 1 to 240; null for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notOlderThanMonths"/> is another number.</exception>
    public static FactRequirement Fact(string id, Fact<bool> fact, bool isSo = true, int? notOlderThanMonths = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Fact(id, fact.Name, fact.Words, fact.Kind, new FactBounds { Is = isSo }, notOlderThanMonths, fact.IsSensitive);
    }

    /// <summary>Something that the platform knows of the learner is one of some texts.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="fact">What is known.</param>
    /// <param name="oneOf">The texts that meet it, at least one.</param>
    /// <param name="notOlderThanMonths">How many calendar months an entry counts, 1 to 240; null for ever.</param>
    /// <exception cref="ArgumentException">There is no text.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notOlderThanMonths"/> is another number.</exception>
    public static FactRequirement Fact(string id, Fact<string> fact, IEnumerable<string> oneOf, int? notOlderThanMonths = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Fact(id, fact.Name, fact.Words, fact.Kind, new FactBounds { OneOf = [.. oneOf] }, notOlderThanMonths, fact.IsSensitive);
    }

    /// <summary>A day that the platform knows of the learner has come.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="fact">What is known.</param>
    /// <param name="notOlderThanMonths">How many calendar months an entry counts, 1 to 240; null for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notOlderThanMonths"/> is another number.</exception>
    public static FactRequirement Fact(string id, Fact<DateOnly> fact, int? notOlderThanMonths = null)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Fact(id, fact.Name, fact.Words, fact.Kind, new FactBounds(), notOlderThanMonths, fact.IsSensitive);
    }

    private static FactRequirement Fact(string id, string name, string words, FactKind kind, FactBounds bounds, int? notOlderThanMonths, bool isSensitive) =>
        new(id, kind == FactKind.Date ? $"The {words} has come" : $"The {words} is {bounds.Said}", name, words, kind, bounds, notOlderThanMonths, isSensitive, RequirementBasis.Provider, null);

    /// <summary>The least duration by law is complete.</summary>
    /// <param name="shorterAccepted">Whether a duration that is shorter for a recorded reason is accepted; null where nobody says.</param>
    /// <param name="id">The id within the policy.</param>
    public static MinimumDurationRequirement MinimumDuration(bool? shorterAccepted = null, string id = "minimum-duration") =>
        new(id, "The minimum duration of learning by law is complete", shorterAccepted, RequirementBasis.Law, null);

    /// <summary>The least duration that the standard prints is complete.</summary>
    /// <param name="prevails">Whether a longer one prevails over that of law; null where nobody says.</param>
    /// <param name="months">The minimum in months, 1 to 120, where the caller knows it better than the document.</param>
    /// <param name="id">The id within the policy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is another number.</exception>
    public static StandardMinimumRequirement StandardMinimum(bool? prevails = null, int? months = null, string id = "standard-minimum-duration") =>
        new(id, "The minimum duration that the standard itself prints is complete", prevails, months, RequirementBasis.Standard, null);

    /// <summary>The least off-the-job training is delivered.</summary>
    /// <param name="publishedHours">The published hours of the standard, 0.01 to 100,000, where the caller knows them better than the document.</param>
    /// <param name="id">The id within the policy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="publishedHours"/> is another number.</exception>
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
    /// <param name="subject"><c>english</c>, <c>maths</c>, or the title of the qualification, as certificates name it.</param>
    /// <param name="minimumLevel">The lowest level that suffices; null for any.</param>
    /// <param name="validForMonths">How many calendar months it is valid before it must be renewed, 1 to 240; null for ever.</param>
    /// <param name="renewWithinMonths">How many calendar months before its end a report calls for the renewal, 1 or more and fewer than <paramref name="validForMonths"/>; null for never.</param>
    /// <exception cref="ArgumentException">The subject is empty, or says English or maths in another way, such as <c>Mathematics</c>: no record can hold such a certificate (KSB4002).</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of months is another, or a renewal is called for of what is valid for ever.</exception>
    public static CertificateRequirement Certificate(string id, string subject, QualificationLevel? minimumLevel = null, int? validForMonths = null, int? renewWithinMonths = null) =>
        new(id, $"The certificate of {subject} is held{(minimumLevel is { } level ? $" at {Said.Level(level)} or above" : "")}{(validForMonths is { } months ? $" and not older than {LearningDuration.Months(months)}" : "")}", subject, minimumLevel, validForMonths, renewWithinMonths, RequirementBasis.Provider, null);

    /// <summary>Whether the standard's publication raises the question of mandatory qualifications, where nobody named them.</summary>
    public static PublishedQualificationsRequirement PublishedQualifications(string id = "qualifications") =>
        new(id, "The qualifications that are mandatory for the standard are held", RequirementBasis.Standard, EnglishSources.Gateway);

    /// <summary>A person has declared something.</summary>
    /// <param name="id">The id within the policy.</param>
    /// <param name="sentence">What is asked, in a sentence without a closing full stop.</param>
    /// <param name="declaration">What must be declared.</param>
    /// <param name="role">By whom.</param>
    /// <param name="statement">What must be declared where <paramref name="declaration"/> is <see cref="DeclarationKind.Other"/>; null otherwise.</param>
    /// <param name="notOlderThanMonths">How many calendar months a declaration counts, 1 to 240; null for ever.</param>
    /// <param name="currentEmployer">Whether of employers only the current one's word counts.</param>
    /// <exception cref="ArgumentException"><paramref name="statement"/> is given where it is not asked, or lacks where it is.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notOlderThanMonths"/> is another number.</exception>
    public static DeclarationRequirement Declaration(
        string id,
        string sentence,
        DeclarationKind declaration,
        DeclarationRole role,
        string? statement = null,
        int? notOlderThanMonths = null,
        bool currentEmployer = true) =>
        new(id, sentence, declaration, role, statement, notOlderThanMonths, currentEmployer, RequirementBasis.Provider, null);

    /// <summary>There was learning in every calendar month from August 2023 on, breaks left out. No part of <see cref="EnglishApprenticeship"/>: a month without learning is for the funding body to judge.</summary>
    /// <param name="englishAndMathsCount">Whether hours of English and maths are learning; null where that is not settled, and then nobody can tell a month that has nothing else.</param>
    /// <param name="id">The id within the policy.</param>
    public static ActiveLearningRequirement ActiveLearning(bool? englishAndMathsCount = null, string id = "active-learning") =>
        new(id, "There was learning in every calendar month", englishAndMathsCount, RequirementBasis.FundingRule, null);

    /// <summary>A portfolio covers the KSBs of its assessment method.</summary>
    /// <param name="ksbs">Which, such as <c>K1-K10, S4</c>.</param>
    /// <param name="needsAuthenticity">Whether a signed statement is needed that the work is the apprentice's own.</param>
    /// <param name="maxItems">How many items it may hold at most, 1 to 999; null for no limit.</param>
    /// <param name="id">The id within the policy.</param>
    /// <exception cref="ArgumentException"><paramref name="ksbs"/> is not KSB notation, or names nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxItems"/> is another number.</exception>
    public static PortfolioRequirement Portfolio([KsbNotation] string ksbs, bool needsAuthenticity = true, int? maxItems = null, string id = "portfolio") =>
        Portfolio(id, KsbSelection.Parse(ksbs), needsAuthenticity, maxItems);

    private static PortfolioRequirement Portfolio(string id, KsbSelection ksbs, bool needsAuthenticity, int? maxItems) =>
        new(id, $"A portfolio is handed in that covers {ksbs.Words}", ksbs, needsAuthenticity, maxItems, RequirementBasis.Provider, null);

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
