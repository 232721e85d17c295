using Competency.Documents;
using Competency.Documents.Policies;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>What can be wrong with a policy document beside the standards that are known, whether or not anybody has judged by it.</summary>
internal static class PolicyCheck
{
    public static IEnumerable<Finding> Check(PolicyDocument document, StandardCatalogue known)
    {
        if (document.Readable is not { } policy)
        {
            return [];
        }

        var standards = policy.Standards.Select(known.Find).OfType<OccupationalStandard>().ToArray();
        var requirements = policy.Requirement.All.ToArray();
        return UnknownStandards(document.Source, policy.Standards, document.StandardPlaces, known)
            .Concat(requirements.SelectMany(r => r.KindOf.Parameters.SelectMany(p => Named(document.Source, r.PlacedStandards(p.Name), known))))
            .Concat(requirements.SelectMany(r => References(document.Source, r, standards, known)))
            .Concat(RepeatedIds(document.Source, requirements))
            .Concat(TwoMeanings(document.Source, requirements))
            .Concat(!document.IsWhole ? [] : requirements.SelectMany(r => Meaning(document.Source, r, policy, standards)
                .Concat(OfOtherOptions(document.Source, r, standards))
                .Concat(DatedNumbers(document.Source, r))
                .Concat(Uncited(document.Source, r))));
    }

    /// <summary>What reading the document found, which offers nothing that its standards do not have.</summary>
    public static IEnumerable<Finding> OfReading(PolicyDocument document, IEnumerable<Finding> findings, StandardCatalogue known) =>
        document.Readable is { } policy
            ? OfferCheck.Beside(findings, document.References.Texts, document.References.InForce(known), known, isOfRequirement: true)
            : findings;

    /// <summary>KSB1007 for each standard of a document that is not known.</summary>
    public static IEnumerable<Finding> UnknownStandards(SourceDocument source, IReadOnlyList<StandardId> standards, IReadOnlyList<SourceSpan> places, StandardCatalogue known)
    {
        for (var i = 0; i < standards.Count; i++)
        {
            if (ReferenceCheck.CheckStandard(standards[i], places[i], known) is { } problem)
            {
                yield return new Finding(problem.Descriptor, problem.Message, source.Locate(places[i])) { Suggestion = problem.Suggestion is null ? null : $"\"{problem.Suggestion}\"" };
            }
        }
    }

    private static IEnumerable<Finding> Named(SourceDocument source, IReadOnlyList<(StandardId Id, SourceSpan Place)> standards, StandardCatalogue known) =>
        UnknownStandards(source, standards.Select(s => s.Id).ToArray(), standards.Select(s => s.Place).ToArray(), known);

    private static IEnumerable<Finding> References(SourceDocument source, RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards, StandardCatalogue known) =>
        from placed in requirement.AllReferences
        // The notation's own problems were reported when the document was read.
        from problem in RuleCheck.References(placed.Result, standards, known)
        where !placed.Result.Problems.Contains(problem.AsRead)
        select new Finding(problem.Descriptor, problem.Message, source.Locate(placed.Value.SpanWithin(problem.Span))) { Suggestion = problem.Suggestion };

    /// <summary>KSB4003, at the second and every further one.</summary>
    private static IEnumerable<Finding> RepeatedIds(SourceDocument source, IEnumerable<RequirementOutline> requirements)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from requirement in requirements
               where requirement.Id.Length > 0 && !seen.Add(requirement.Id)
               select RuleCheck.Repeated(requirement.Id).At(source.Locate(requirement.PlaceOf("id")));
    }

    /// <summary>KSB4003, at the second and every further requirement that means something else than the first by the name of a fact or of a rule in code.</summary>
    private static IEnumerable<Finding> TwoMeanings(SourceDocument source, RequirementOutline[] requirements) =>
        from property in new[] { RequirementKinds.Fact, "name" }
        from same in requirements.Where(r => r.Kind == (property == "name" ? RequirementKinds.Custom : RequirementKinds.Fact) && r.Text(property) is not null).GroupBy(r => r.Text(property)!, StringComparer.Ordinal)
        let first = same.First()
        from other in same
        where other.Text("of") != first.Text("of") || (other.Boolean("sensitive") ?? false) != (first.Boolean("sensitive") ?? false)
        select RuleCheck.TwoMeanings(same.Key, first.Id).At(source.Locate(other.PlaceOf(property)));

    /// <summary>KSB4002, and KSB4005 for a condition that never holds.</summary>
    private static IEnumerable<Finding> Meaning(SourceDocument source, RequirementOutline requirement, PolicyOutline policy, IReadOnlyList<OccupationalStandard> standards)
    {
        var id = requirement.Id;
        (string Property, RuleProblem? Problem) judged = requirement.Kind switch
        {
            _ when !requirement.IsReadWhole => default,
            RequirementKinds.AllOf or RequirementKinds.AnyOf => ("requirements", RuleCheck.Quantifier(id, null, requirement.Children.Count)),
            RequirementKinds.AtLeast when requirement.Children.Count == 0 => ("requirements", RuleCheck.Quantifier(id, null, 0)),
            RequirementKinds.AtLeast => ("count", RuleCheck.Quantifier(id, (int?)requirement.Number("count"), requirement.Children.Count, requirement.Children.Count(c => c.IsCheck))),
            RequirementKinds.DateReached => ("until", RuleCheck.DateReached(id, requirement.Date("from"), requirement.Date("until"))),
            RequirementKinds.StartedBetween => (requirement.Has("until") ? "until" : "kind", RuleCheck.StartedBetween(id, requirement.Date("from"), requirement.Date("until"), requirement.Has("from") || requirement.Has("until"))),
            RequirementKinds.OptionIs when requirement.Text("option") is { } option => ("option", RuleCheck.Option(option, standards)),
            RequirementKinds.Programme => ("standards", RuleCheck.Programme(id, requirement.Standards("standards"), policy.Standards)),
            RequirementKinds.Fact => Fact(requirement),
            RequirementKinds.Certificate when requirement.Text("subject") is { } subject && RuleCheck.CertificateSubject(subject) is { } unheld => ("subject", unheld),
            RequirementKinds.Certificate => ("renewWithinMonths", RuleCheck.Certificate(id, (int?)requirement.Number("validForMonths"), (int?)requirement.Number("renewWithinMonths"))),
            RequirementKinds.Declaration when requirement.Text("declaration") is { } declared =>
                (requirement.Has("statement") ? "statement" : "declaration", RuleCheck.Declaration(id, declared == RequirementKinds.OtherDeclaration, requirement.Has("statement"))),
            RequirementKinds.KsbsAchieved or RequirementKinds.Portfolio when requirement.Has("ksbs") == requirement.References("ksbs").Count > 0 => Selection(requirement, standards),
            _ => default,
        };
        return judged.Problem is { } problem ? [problem.At(source.Locate(requirement.PlaceOf(judged.Property)))] : [];
    }

    private static readonly (string Property, string Of)[] FactBounds = [("atLeast", "number"), ("atMost", "number"), ("is", "flag"), ("oneOf", "text")];

    private static (string Property, RuleProblem? Problem) Fact(RequirementOutline requirement) => requirement.Text("of") switch
    {
        { } of when FactBounds.FirstOrDefault(b => b.Of != of && requirement.Has(b.Property)) is { Property: { } unfit, Of: var fit } => (unfit, RuleCheck.Unfit(requirement.Id, unfit, fit, of)),
        "number" => requirement.Has("atLeast") || requirement.Has("atMost")
            ? ("atMost", RuleCheck.Number(requirement.Id, requirement.Number("atLeast") ?? requirement.Dated("atLeast")?.Periods.Min(p => p.Value), requirement.Number("atMost"), isBounded: true))
            : ("of", RuleCheck.Number(requirement.Id, null, null, isBounded: false)),
        "text" when requirement.Texts("oneOf").Count == 0 => (requirement.Has("oneOf") ? "oneOf" : "of", RuleCheck.NoTexts(requirement.Id)),
        _ => default,
    };

    private static (string Property, RuleProblem? Problem) Selection(RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards)
    {
        var ksbs = requirement.References("ksbs").Select(r => r.Result).ToArray();
        var kinds = requirement.Texts("kinds").Select(w => KsbKinds.All.FirstOrDefault(k => k.Name() == w)).ToArray();
        if (kinds.Contains(KsbKind.None))
        {
            // What is no kind was told when the document was read.
            return default;
        }

        var problem = RuleCheck.Selection(requirement.Id, ksbs, kinds, requirement.Threshold("atLeast")?.Number, standards, out var property);
        return (property, problem);
    }

    /// <summary>KSB4005 for what is asked when the option is a certain one, and learners of other options alone must achieve, at each reference.</summary>
    private static IEnumerable<Finding> OfOtherOptions(SourceDocument source, RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards) =>
        requirement is not { Kind: RequirementKinds.When, Children.Count: 2 } || requirement.Children[0] is not { Kind: RequirementKinds.OptionIs } condition || condition.Text("option") is not { } option ? []
            : from asked in requirement.Children[1].All
              from placed in asked.AllReferences
              from other in RuleCheck.OfOtherOptions(placed.Result, option, standards)
              select other.Problem.At(source.Locate(placed.Value.SpanWithin(other.Span)));

    /// <summary>KSB4004 and KSB4005 for periods of numbers that change with time.</summary>
    private static IEnumerable<Finding> DatedNumbers(SourceDocument source, RequirementOutline requirement)
    {
        foreach (var dated in requirement.KindOf.Parameters.Select(p => requirement.Dated(p.Name)).OfType<DatedNumberOutline>())
        {
            for (var i = 0; i < dated.Periods.Count; i++)
            {
                var period = dated.Periods[i];
                var problem = i == 0
                    ? RuleCheck.EmptyPeriod(dated.Name, period.From, period.Until)
                    : RuleCheck.FurtherPeriod(dated.Name, (dated.Periods[i - 1].From, dated.Periods[i - 1].Until), (period.From, period.Until));
                if (problem is not null)
                {
                    yield return problem.At(source.Locate(period.Span));
                }
            }
        }
    }

    /// <summary>KSB4006.</summary>
    private static IEnumerable<Finding> Uncited(SourceDocument source, RequirementOutline requirement)
    {
        var citesItself = requirement.KindOf.CitesItself || requirement.KindOf.Parameters.Any(p => requirement.Dated(p.Name) is not null);
        return requirement.Basis is { } basis && !requirement.Has("citation") && !citesItself && RuleCheck.Uncited(requirement.Id, basis) is { } problem
            ? [problem.At(source.Locate(requirement.PlaceOf("basis")))]
            : [];
    }
}
