using Competency.Documents.Policies;
using Competency.Findings;

namespace Competency.Rules;

/// <summary>Makes requirements of what a policy document says. A kind that it does not know, or a rule in code that nobody gave, is a finding.</summary>
internal sealed class PolicyBuilder(PolicyDocument document, IReadOnlyDictionary<string, Func<AssessmentContext, Outcome>> rules)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What is wrong beyond what the document's own check says.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether every rule in code is given for which the policy asks; a finding for each that is not.</summary>
    public bool HasRules(PolicyOutline outline)
    {
        var given = rules.Count == 0 ? "none is given at all" : $"given are {string.Join(", ", rules.Keys.Order(StringComparer.Ordinal))}";
        foreach (var custom in outline.Requirement.All.Where(r => r.Kind == "custom" && r.Text("name") is { } name && !rules.ContainsKey(name)))
        {
            Report(custom, FindingCatalogue.UnreadableDocument, "name", $"No rule in code is given under the name '{Text.TextFolding.OnOneLine(custom.Text("name")!)}'; {given}");
        }

        return _findings.Count == 0;
    }

    /// <summary>The policy, whose rules in code are given; null where it cannot be made.</summary>
    public ReadinessPolicy? Build(PolicyOutline outline)
    {
        // That every id stands once was checked before.
        return Requirement(outline.Requirement) is not { } requirement ? null
            : new ReadinessPolicy(outline.Id, outline.Name, outline.Version, requirement) { Standards = outline.Standards, NotJudged = outline.NotJudged };
    }

    private Requirement? Requirement(RequirementOutline outline)
    {
        var children = outline.Children.Select(Requirement).ToArray();
        if (children.Contains(null))
        {
            return null;
        }

        try
        {
            return Make(outline, children!);
        }
        catch (ArgumentException fault)
        {
            // What the check did not find, a requirement's own constructor did.
            Report(outline, FindingCatalogue.RuleCannotBeMet, "id", Said.Problem(fault));
            return null;
        }
    }

    private Requirement? Make(RequirementOutline outline, Requirement[] children)
    {
        var (id, sentence) = (outline.Id, outline.Sentence);
        var basis = Words.Basis.Find(outline.Basis) ?? RequirementBasis.Provider;
        var citation = outline.Citation is { } cited ? Cited(cited) : null;
        return outline.Kind switch
        {
            "allOf" or "anyOf" or "atLeast" => new QuantifiedRequirement(id, sentence, Words.Quantifier.Find(outline.Kind)!.Value, Whole(outline, "count") ?? 0, children, basis, citation),
            "when" or "unless" => new ConditionalRequirement(id, sentence, children[0], children[1], outline.Kind == "unless", basis, citation),
            "attention" => new AttentionRequirement(id, sentence, children[0], children[1], basis, citation),
            "programme" => new ProgrammeRequirement(id, sentence, outline.Standards("standards"), basis, citation),
            "option" => new OptionRequirement(id, sentence, basis, citation),
            "optionIs" => new OptionChosenRequirement(id, sentence, outline.Text("option")!, basis, citation),
            "startedBetween" => new StartedBetweenRequirement(id, sentence, outline.Date("from"), outline.Date("until"), basis, citation),
            "ksbsAchieved" => new KsbsAchievedRequirement(id, sentence, Ksbs(outline), KsbKinds.All.Where(k => outline.Texts("kinds").Contains(k.Name())), outline.Threshold("atLeast") ?? KsbThreshold.All, Demand(outline), basis, citation),
            "minimumDuration" => new MinimumDurationRequirement(id, sentence, outline.Boolean("shorterAccepted"), basis, citation),
            "standardMinimumDuration" => new StandardMinimumRequirement(id, sentence, outline.Boolean("prevails"), Whole(outline, "months"), basis, citation),
            "periodElapsed" => new PeriodElapsedRequirement(id, sentence, Number(outline, "months")!, basis, citation),
            "daysElapsed" => new DaysElapsedRequirement(id, sentence, Number(outline, "days")!, basis, citation),
            "dateReached" => new DateReachedRequirement(id, sentence, outline.Date("from")!.Value, outline.Date("until"), basis, citation),
            "offTheJobHours" => new OffTheJobHoursRequirement(id, sentence, outline.Number("publishedHours"), basis, citation),
            "activeLearning" => new ActiveLearningRequirement(id, sentence, outline.Boolean("englishAndMathsCount"), basis, citation),
            "englishAndMaths" => new EnglishAndMathsRequirement(id, sentence, Words.Subject.Find(outline.Text("subject"))!.Value, outline.Boolean("passForEveryone") ?? false, basis, citation),
            "certificate" => new CertificateRequirement(id, sentence, outline.Text("subject")!, Words.Level.Find(outline.Text("minimumLevel")), Whole(outline, "validForMonths"), Whole(outline, "renewWithinMonths"), basis, citation),
            "publishedQualifications" => new PublishedQualificationsRequirement(id, sentence, basis, citation),
            "declaration" => Declaration(outline, basis, citation),
            "portfolio" => new PortfolioRequirement(id, sentence, Ksbs(outline)!, outline.Boolean("needsAuthenticity") ?? true, Whole(outline, "maxItems"), basis, citation),
            "fact" => Fact(outline, basis, citation),
            "custom" => Custom(outline, basis, citation),
            _ => Unmade(outline),
        };
    }

    private static DeclarationRequirement Declaration(RequirementOutline outline, RequirementBasis basis, Citation? citation) => new(
        outline.Id,
        outline.Sentence,
        Words.Declaration.Find(outline.Text("declaration"))!.Value,
        Words.Role.Find(outline.Text("role"))!.Value,
        outline.Text("statement"),
        Whole(outline, "notOlderThanMonths"),
        outline.Boolean("currentEmployer") ?? true,
        basis,
        citation);

    private static FactRequirement Fact(RequirementOutline outline, RequirementBasis basis, Citation? citation) => new(
        outline.Id,
        outline.Sentence,
        outline.Text("fact")!,
        outline.Text("words")!,
        Words.Fact.Find(outline.Text("of"))!.Value,
        new FactBounds { AtLeast = Number(outline, "atLeast"), AtMost = outline.Number("atMost"), Is = outline.Boolean("is") ?? true, OneOf = outline.Texts("oneOf") },
        Whole(outline, "notOlderThanMonths"),
        outline.Boolean("sensitive") ?? false,
        basis,
        citation);

    private CustomRequirement Custom(RequirementOutline outline, RequirementBasis basis, Citation? citation) =>
        new(outline.Id, outline.Text("name")!, outline.Sentence, rules[outline.Text("name")!], outline.Boolean("sensitive") ?? false, basis, citation);

    /// <summary>The check knows a kind that is not made here: a fault of ours, and still never skipped.</summary>
    private Requirement? Unmade(RequirementOutline outline)
    {
        Report(outline, FindingCatalogue.UnreadableDocument, "kind", $"This version cannot judge a requirement of the kind '{outline.Kind}'");
        return null;
    }

    private static KsbSelection? Ksbs(RequirementOutline outline) =>
        outline.References("ksbs") is { Count: > 0 } references ? KsbSelection.Parse(string.Join(", ", references.Select(r => r.Value.Text))) : null;

    private static EvidenceDemand Demand(RequirementOutline outline) => new()
    {
        Items = Whole(outline, "items") ?? 1,
        Kinds = outline.Texts("evidenceKinds"),
        NotOlderThanMonths = Whole(outline, "notOlderThanMonths"),
        Assessors = Whole(outline, "assessors") ?? 1,
        PartSuffices = outline.Boolean("partSuffices") ?? false,
    };

    private static DatedNumber? Number(RequirementOutline outline, string name) =>
        outline.Dated(name) is { } dated
            ? DatedNumber.Of(new DatedValue<decimal>(dated.Name, dated.Reviewed, dated.Periods.Select(p =>
                new DatedPeriod<decimal>(p.From ?? DateOnly.MinValue, p.Value, Words.DatedBasis.Find(p.Basis)!.Value, Cited(p.Citation)) { Until = p.Until })))
            : outline.Number(name) is { } number ? DatedNumber.Always(number)
            : null;

    private static int? Whole(RequirementOutline outline, string name) => (int?)outline.Number(name);

    private static Citation Cited(CitationOutline outline) => Citation.Of(outline);

    private void Report(RequirementOutline outline, FindingDescriptor descriptor, string property, string message) =>
        _findings.Add(new Finding(descriptor, message, document.Locate(outline, property)));
}
