namespace Competency.Documents.Policies;

/// <summary>
/// Every kind of requirement and the parameters that a policy document can give it. Competency.Rules makes and judges them; the compiler
/// host checks them from this table alone, and a test keeps the two together.
/// </summary>
internal static class RequirementKinds
{
    /// <summary>The words of the property <c>basis</c>.</summary>
    public static readonly string[] Bases = ["law", "fundingRule", "standard", "assessmentPlan", "provider", DataCheck];

    /// <summary>The words of the property <c>basis</c> of a dated number's period.</summary>
    public static readonly string[] DatedBases = ["originalStart", "asOf"];

    /// <summary>The letters of the property <c>certainty</c> of a citation.</summary>
    public static readonly string[] Certainties = ["A", "B", "C"];

    /// <summary>The basis of a check of data.</summary>
    public const string DataCheck = "dataCheck";

    public const string AllOf = "allOf";
    public const string AnyOf = "anyOf";
    public const string AtLeast = "atLeast";
    public const string When = "when";
    public const string Unless = "unless";
    public const string Programme = "programme";
    public const string KsbsAchieved = "ksbsAchieved";
    public const string DateReached = "dateReached";
    public const string StartedBetween = "startedBetween";
    public const string OptionIs = "optionIs";
    public const string Fact = "fact";
    public const string Custom = "custom";
    public const string Certificate = "certificate";
    public const string Declaration = "declaration";
    public const string Portfolio = "portfolio";
    public const string PeriodElapsed = "periodElapsed";

    /// <summary>The word for a declaration that its statement names.</summary>
    public const string OtherDeclaration = "other";

    private const string Quantified = "QuantifiedRequirement";
    private const string Conditional = "ConditionalRequirement";

    /// <summary>The words of levels of qualifications.</summary>
    public static readonly string[] Levels = ["entry 1", "entry 2", "entry 3", "1", "2", "3", "4", "5", "6", "7", "8"];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<RequirementKind> All { get; } = Frozen.List<RequirementKind>(
    [
        new(AllOf) { Children = ChildShape.Several, TypeName = Quantified },
        new(AnyOf) { Children = ChildShape.Several, TypeName = Quantified },
        new(AtLeast, Integer("count", 1, 999, isRequired: true)) { Children = ChildShape.Several, TypeName = Quantified },
        new(When) { Children = ChildShape.IfThen, TypeName = Conditional },
        new(Unless) { Children = ChildShape.IfThen, TypeName = Conditional },
        new("attention") { Children = ChildShape.RequirementSigned },
        new(Programme, new RequirementParameter("standards", ParameterType.Standards)),
        new("option"),
        new(OptionIs, Text("option", isRequired: true)) { TypeName = "OptionChosenRequirement" },
        new(StartedBetween, Date("from"), Date("until")),
        new(
            KsbsAchieved,
            new("ksbs", ParameterType.Ksbs),
            new("kinds", ParameterType.Words) { Words = KsbKinds.All.Select(k => k.Name()).ToArray() },
            new("atLeast", ParameterType.Threshold),
            Integer("items", 1, 99),
            new("evidenceKinds", ParameterType.Texts),
            Integer("notOlderThanMonths", 1, 240),
            Integer("assessors", 1, 9),
            Boolean("partSuffices")),
        new("minimumDuration", Boolean("shorterAccepted")) { CitesItself = true },
        new("standardMinimumDuration", Boolean("prevails"), Integer("months", 1, 120)) { CitesItself = true, TypeName = "StandardMinimumRequirement" },
        new(PeriodElapsed, new RequirementParameter("months", ParameterType.DatedNumber) { IsRequired = true, IsWhole = true, Min = 1, Max = 120 }),
        new("daysElapsed", new RequirementParameter("days", ParameterType.DatedNumber) { IsRequired = true, Min = 1, Max = 10_000 }),
        new(DateReached, Date("from", isRequired: true), Date("until")),
        new("offTheJobHours", Number("publishedHours", 0.01m, 100_000)) { CitesItself = true },
        new("activeLearning", Boolean("englishAndMathsCount")) { CitesItself = true },
        new("englishAndMaths", Word("subject", isRequired: true, SubjectName.English, SubjectName.Maths), Boolean("passForEveryone")) { CitesItself = true },
        new(Certificate, Text("subject", isRequired: true), Word("minimumLevel", isRequired: false, Levels), Integer("validForMonths", 1, 240), Integer("renewWithinMonths", 1, 239)),
        new("publishedQualifications"),
        new(
            Declaration,
            Word("declaration", isRequired: true, "worksAtStandard", "gatewayReview", "gatewayAgreement", "hoursBelowPlan", "behavioursVerified", "planDelivered", "assessmentOrganisationChosen", OtherDeclaration),
            Word("role", isRequired: true, "employer", "provider", "apprentice"),
            Text("statement"),
            Integer("notOlderThanMonths", 1, 240),
            Boolean("currentEmployer")),
        new(Portfolio, new RequirementParameter("ksbs", ParameterType.Ksbs) { IsRequired = true }, Boolean("needsAuthenticity"), Integer("maxItems", 1, 999)),
        new(
            Fact,
            Text("fact", isRequired: true),
            Text("words", isRequired: true),
            Word("of", isRequired: true, "number", "flag", "text", "date"),
            new("atLeast", ParameterType.DatedNumber) { Min = -1_000_000_000 },
            Number("atMost", -1_000_000_000, 1_000_000_000),
            Boolean("is"),
            new("oneOf", ParameterType.Texts) { MustHoldSome = true },
            Integer("notOlderThanMonths", 1, 240),
            Boolean("sensitive")),
        new(Custom, Text("name", isRequired: true), Boolean("sensitive")),
    ]);

    /// <summary>The kind of a name, or null.</summary>
    public static RequirementKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    private static RequirementParameter Text(string name, bool isRequired = false) => new(name, ParameterType.Text) { IsRequired = isRequired };

    private static RequirementParameter Word(string name, bool isRequired, params string[] words) => new(name, ParameterType.Word) { IsRequired = isRequired, Words = words };

    private static RequirementParameter Integer(string name, int min, int max, bool isRequired = false) => new(name, ParameterType.Integer) { IsRequired = isRequired, Min = min, Max = max };

    private static RequirementParameter Number(string name, decimal min, decimal max) => new(name, ParameterType.Number) { Min = min, Max = max };

    private static RequirementParameter Boolean(string name) => new(name, ParameterType.Boolean);

    private static RequirementParameter Date(string name, bool isRequired = false) => new(name, ParameterType.Date) { IsRequired = isRequired };
}
