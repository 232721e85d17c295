namespace Competency.Findings;

/// <summary>Every finding that there is. Nothing else in the house knows an id, a title or a severity.</summary>
static partial class FindingCatalogue
{
    /// <summary>Where the help pages stand; an id and <c>.md</c> follow.</summary>
    public const string HelpBase = "https://github.com/competency-net/competency/blob/main/docs/rules/";

    /// <summary>KSB1001.</summary>
    public static FindingDescriptor UnknownCode { get; } = new("KSB1001", "Unknown KSB code", FindingSeverity.Error,
        "The standard in force has no KSB or duty with this number.");

    /// <summary>KSB1002.</summary>
    public static FindingDescriptor MalformedNotation { get; } = new("KSB1002", "Malformed KSB notation", FindingSeverity.Error,
        "A place that holds KSB references and nothing else holds something else.");

    /// <summary>KSB1003.</summary>
    public static FindingDescriptor RepeatedReference { get; } = new("KSB1003", "Repeated KSB reference", FindingSeverity.Warning,
        "The same KSB is named twice in one list; one of the two may have been meant to be another.");

    /// <summary>KSB1004.</summary>
    public static FindingDescriptor BadRange { get; } = new("KSB1004", "Range reversed or across kinds", FindingSeverity.Warning,
        "A range runs from a higher number to a lower one, or from one kind of KSB to another, so that nobody can say what it holds.");

    /// <summary>KSB1005.</summary>
    public static FindingDescriptor NotOfStandardInForce { get; } = new("KSB1005", "KSB of another standard than the one in force", FindingSeverity.Error,
        "The reference names a standard other than the one that is in force where it stands.");

    /// <summary>KSB1006.</summary>
    public static FindingDescriptor MeaningChanged { get; } = new("KSB1006", "Meaning changed since the lock", FindingSeverity.Error,
        "A reference means something else than when a person last looked: its standard was published anew, or it was moved to another version.");

    /// <summary>KSB1007.</summary>
    public static FindingDescriptor UnknownStandard { get; } = new("KSB1007", "Unknown standard or version", FindingSeverity.Error,
        "No standard document of this reference and version is known here.");

    /// <summary>KSB1008.</summary>
    public static FindingDescriptor NoSuchKsbValue { get; } = new("KSB1008", "A Ksb value that does not exist", FindingSeverity.Error,
        "A value of a generated Ksb enum is made by a cast, by default or by combining members, and is no KSB of the standard, or not the one that is meant.");

    /// <summary>KSB1009.</summary>
    public static FindingDescriptor NotInOption { get; } = new("KSB1009", "KSB not in the chosen option", FindingSeverity.Error,
        "An option of the standard is chosen where the reference stands, and the KSB or duty is in force for other options only; or the standard has no such option.");

    /// <summary>KSB1010.</summary>
    public static FindingDescriptor NotLocked { get; } = new("KSB1010", "Reference that is not locked", FindingSeverity.Warning,
        "There is a lock, and it does not hold what this reference meant when a person last looked, so that nobody would notice a new meaning.");

    /// <summary>KSB2001.</summary>
    public static FindingDescriptor DutyMapsUnknownKsb { get; } = new("KSB2001", "Duty maps an unknown KSB", FindingSeverity.Error,
        "A duty of a standard names a KSB that the standard does not define.");

    /// <summary>KSB2002.</summary>
    public static FindingDescriptor UnmappedKsb { get; } = new("KSB2002", "KSB mapped by no duty", FindingSeverity.Warning,
        "No duty of the standard needs this KSB. It must be achieved all the same.");

    /// <summary>KSB2003.</summary>
    public static FindingDescriptor DutyWithoutKnowledgeOrSkill { get; } = new("KSB2003", "Duty with no knowledge and no skill", FindingSeverity.Warning,
        "A duty maps behaviours only, or nothing at all.");

    /// <summary>KSB2004.</summary>
    public static FindingDescriptor RepeatedCode { get; } = new("KSB2004", "Repeated code", FindingSeverity.Error,
        "A standard defines one code, duty or option twice.");

    /// <summary>KSB2005.</summary>
    public static FindingDescriptor GapInNumbering { get; } = new("KSB2005", "Gap in the numbering", FindingSeverity.Warning,
        "The numbers of one kind of KSB leave one out; a statement may have been lost.");

    /// <summary>KSB2006.</summary>
    public static FindingDescriptor RepeatedStatement { get; } = new("KSB2006", "The same statement twice", FindingSeverity.Warning,
        "Two KSBs of a standard say the same words; a later version may take one away and renumber the rest.");

    /// <summary>KSB2007.</summary>
    public static FindingDescriptor UnreadableDocument { get; } = new("KSB2007", "Document is not readable", FindingSeverity.Error,
        "A document is not valid JSON, lacks a field, or holds a value of the wrong form.");

    /// <summary>KSB2008.</summary>
    public static FindingDescriptor ContradictoryLevel { get; } = new("KSB2008", "Level contradicts the title", FindingSeverity.Warning,
        "A qualification's title names one level and its level is another.");

    /// <summary>KSB2009.</summary>
    public static FindingDescriptor LookAlikeCharacters { get; } = new("KSB2009", "Look-alike characters", FindingSeverity.Warning,
        "A word of Latin letters holds a letter of another script that looks like one of them, so that nobody finds it by searching.");

    /// <summary>KSB2010.</summary>
    public static FindingDescriptor ConflictingDocuments { get; } = new("KSB2010", "Two documents claim one type name or one id", FindingSeverity.Error,
        "Two standard documents would make the same C# type, or have one id and different content.");

    /// <summary>KSB3001.</summary>
    public static FindingDescriptor MappingUnknownKsb { get; } = new("KSB3001", "Unknown KSB in a mapping", FindingSeverity.Error,
        "A mapping document names a KSB or duty that its standard does not have.");

    /// <summary>KSB3002.</summary>
    public static FindingDescriptor UncoveredKsb { get; } = new("KSB3002", "KSB that nothing covers", FindingSeverity.Warning,
        "A mapping document that should cover its whole standard leaves KSBs out.");

    /// <summary>KSB3003.</summary>
    public static FindingDescriptor CoverageBelowDemand { get; } = new("KSB3003", "Coverage below what the document asks", FindingSeverity.Error,
        "A mapping document demands more coverage than its items give.");

    /// <summary>KSB3004.</summary>
    public static FindingDescriptor MappingUnknownStandard { get; } = new("KSB3004", "Unknown standard or version in a mapping", FindingSeverity.Error,
        "A mapping document names a standard of which no document is known here.");

    /// <summary>KSB3005.</summary>
    public static FindingDescriptor RepeatedItemId { get; } = new("KSB3005", "Repeated item id", FindingSeverity.Warning,
        "Two items of a mapping document have one id, so that whoever refers to it may mean either.");

    /// <summary>KSB4001.</summary>
    public static FindingDescriptor RuleUnknownKsb { get; } = new("KSB4001", "A rule names an unknown KSB or duty", FindingSeverity.Error,
        "A requirement or an assessment plan names a KSB or duty that its standard does not have.");

    /// <summary>KSB4002.</summary>
    public static FindingDescriptor RuleCannotBeMet { get; } = new("KSB4002", "A requirement that nothing can meet", FindingSeverity.Error,
        "A requirement asks more than there is, or something of nothing, so that no learner can ever meet it.");

    /// <summary>KSB4003.</summary>
    public static FindingDescriptor RepeatedRuleId { get; } = new("KSB4003", "Repeated rule id", FindingSeverity.Error,
        "Two requirements of a policy, or two parts of a plan, have one id, so that a report can mean either.");

    /// <summary>KSB4004.</summary>
    public static FindingDescriptor DatedParameterGap { get; } = new("KSB4004", "Dated parameter with a gap or an overlap", FindingSeverity.Warning,
        "The periods of a dated parameter leave days without a value, or give some days two.");

    /// <summary>KSB4005.</summary>
    public static FindingDescriptor RuleNeverApplies { get; } = new("KSB4005", "A rule that never applies", FindingSeverity.Warning,
        "A condition, a period or an option that no learner can have keeps a rule from ever applying.");

    /// <summary>KSB4006.</summary>
    public static FindingDescriptor RuleWithoutCitation { get; } = new("KSB4006", "A rule without citation", FindingSeverity.Warning,
        "A requirement that rests on law, funding rules or an assessment plan does not say where it stands.");

    /// <summary>KSB4007.</summary>
    public static FindingDescriptor RuleReadsEnvironment { get; } = new("KSB4007", "A rule reads the clock, chance or the environment", FindingSeverity.Warning,
        "A rule in code reads something other than what it is given, so that the same learner gets another verdict on another day or machine.");

    /// <summary>Every entry, by id.</summary>
    public static IReadOnlyList<FindingDescriptor> All { get; } = Frozen.List(
    [
        UnknownCode, MalformedNotation, RepeatedReference, BadRange, NotOfStandardInForce, MeaningChanged, UnknownStandard, NoSuchKsbValue, NotInOption, NotLocked,
        DutyMapsUnknownKsb, UnmappedKsb, DutyWithoutKnowledgeOrSkill, RepeatedCode, GapInNumbering, RepeatedStatement, UnreadableDocument,
        ContradictoryLevel, LookAlikeCharacters, ConflictingDocuments, MappingUnknownKsb, UncoveredKsb, CoverageBelowDemand, MappingUnknownStandard, RepeatedItemId,
        RuleUnknownKsb, RuleCannotBeMet, RepeatedRuleId, DatedParameterGap, RuleNeverApplies, RuleWithoutCitation, RuleReadsEnvironment,
    ]);
}
