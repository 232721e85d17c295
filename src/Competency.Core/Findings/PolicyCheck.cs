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
            .Concat(requirements.SelectMany(r => References(document.Source, r, standards, known)))
            .Concat(RepeatedIds(document.Source, requirements))
            .Concat(requirements.SelectMany(r => CannotBeMet(document.Source, r, standards)))
            .Concat(requirements.SelectMany(r => NeverApplies(document.Source, r, standards)))
            .Concat(requirements.SelectMany(r => DatedNumbers(document.Source, r)))
            .Concat(requirements.SelectMany(r => Uncited(document.Source, r)));
    }

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

    /// <summary>KSB4001 for references that the standards of a rule do not have.</summary>
    public static IEnumerable<Finding> References(SourceDocument source, IEnumerable<PlacedReferences> references, IReadOnlyList<OccupationalStandard> standards, StandardCatalogue known) =>
        from placed in references
        // The notation's own problems were reported when the document was read.
        from problem in ReferenceCheck.Check(placed.Result, standards, known).Except(placed.Result.Problems)
        select new Finding(OfRule(problem.Descriptor), problem.Message, source.Locate(placed.Value.SpanWithin(problem.Span))) { Suggestion = problem.Suggestion };

    /// <summary>The finding of a rule that stands for one of a reference.</summary>
    public static FindingDescriptor OfRule(FindingDescriptor descriptor) =>
        descriptor == FindingCatalogue.UnknownCode ? FindingCatalogue.RuleUnknownKsb : descriptor;

    private static IEnumerable<Finding> References(SourceDocument source, RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards, StandardCatalogue known) =>
        References(source, requirement.KindOf.Parameters.SelectMany(p => requirement.References(p.Name)), standards, known);

    /// <summary>KSB4003, at the second and every further one.</summary>
    private static IEnumerable<Finding> RepeatedIds(SourceDocument source, IEnumerable<RequirementOutline> requirements)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from requirement in requirements
               where requirement.Id.Length > 0 && !seen.Add(requirement.Id)
               select RuleMessages.Repeated(requirement.Id, source.Locate(requirement.PlaceOf("id")));
    }

    /// <summary>KSB4002.</summary>
    private static IEnumerable<Finding> CannotBeMet(SourceDocument source, RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards)
    {
        var why = requirement.Kind switch
        {
            RequirementKinds.AllOf or RequirementKinds.AnyOf or RequirementKinds.AtLeast when requirement.HasNone => ("requirements", RuleMessages.Nothing(requirement.Id)),
            RequirementKinds.AtLeast when requirement.Number("count") > requirement.Children.Count && requirement.IsReadWhole =>
                ("count", RuleMessages.TooMany(requirement.Id, (int)requirement.Number("count")!.Value, requirement.Children.Count)),
            RequirementKinds.DateReached when requirement.Date("until") < requirement.Date("from") =>
                ("until", $"The last day, {IsoDate.Format(requirement.Date("until")!.Value)}, is before the first, {IsoDate.Format(requirement.Date("from")!.Value)}: nothing can meet '{requirement.Id}'"),
            RequirementKinds.Fact when requirement.Number("atLeast") > requirement.Number("atMost") => ("atMost", $"No number is as great as '{requirement.Id}' asks at least and as small as it asks at most"),
            RequirementKinds.Fact when requirement.Text("of") == "number" && !requirement.Has("atLeast") && !requirement.Has("atMost") => ("of", $"'{requirement.Id}' asks nothing of a number: give atLeast, atMost or both"),
            RequirementKinds.Fact when requirement.Text("of") == "text" && requirement.Texts("oneOf").Count == 0 => ("of", $"'{requirement.Id}' asks nothing of a text: give oneOf"),
            RequirementKinds.KsbsAchieved => Selection(requirement, standards),
            _ => default((string Property, string Message)?),
        };
        return why is { } wrong ? [new Finding(FindingCatalogue.RuleCannotBeMet, wrong.Message, source.Locate(requirement.PlaceOf(wrong.Property)))] : [];
    }

    /// <summary>A set that is empty, or smaller than what is asked of it, in every standard of the policy.</summary>
    private static (string Property, string Message)? Selection(RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards)
    {
        foreach (var standard in standards)
        {
            var references = requirement.References("ksbs");
            var named = references.Count == 0
                ? standard.Ksbs.Count
                : Frozen.Sorted(references.SelectMany(r => r.Result.CodesOf(standard))).Count;
            if (named == 0 && references.SelectMany(r => r.Result.References).Any(r => r.IsDuty && standard.FindDuty(r.Duty) is not null))
            {
                return ("ksbs", $"The duties that '{requirement.Id}' names map no KSB of {standard.Id}: of nothing, nothing can be achieved");
            }

            if (named > 0 && requirement.Threshold("atLeast")?.Number > named)
            {
                return ("atLeast", $"'{requirement.Id}' asks {requirement.Threshold("atLeast")} of {named} KSBs of {standard.Id}: nothing can meet that");
            }
        }

        return null;
    }

    /// <summary>KSB4005.</summary>
    private static IEnumerable<Finding> NeverApplies(SourceDocument source, RequirementOutline requirement, IReadOnlyList<OccupationalStandard> standards)
    {
        if (requirement.Kind == RequirementKinds.StartedBetween && requirement.Date("until") < requirement.Date("from"))
        {
            yield return new Finding(FindingCatalogue.RuleNeverApplies, RuleMessages.NobodyStarted(requirement.Id, requirement.Date("from")!.Value, requirement.Date("until")!.Value), source.Locate(requirement.PlaceOf("until")));
        }

        if (requirement.Kind == RequirementKinds.OptionIs && requirement.Text("option") is { } option && standards.Count > 0 && standards.All(s => s.FindOption(option) is null))
        {
            yield return RuleMessages.UnknownOption(option, standards, source.Locate(requirement.PlaceOf("option")));
        }
    }

    /// <summary>KSB4004 and KSB4005 for periods of numbers that change with time.</summary>
    private static IEnumerable<Finding> DatedNumbers(SourceDocument source, RequirementOutline requirement)
    {
        foreach (var dated in requirement.KindOf.Parameters.Select(p => requirement.Dated(p.Name)).OfType<DatedNumberOutline>())
        {
            for (var i = 0; i < dated.Periods.Count; i++)
            {
                var period = dated.Periods[i];
                if (period.Until < period.From)
                {
                    yield return new Finding(FindingCatalogue.RuleNeverApplies, RuleMessages.EmptyPeriod(dated.Name, period.From!.Value, period.Until!.Value), source.Locate(period.Span));
                }
                else if (i > 0 && RuleMessages.BetweenPeriods(dated.Name, dated.Periods[i - 1].From, dated.Periods[i - 1].Until, period.From) is { } message)
                {
                    yield return new Finding(FindingCatalogue.DatedParameterGap, message, source.Locate(period.Span));
                }
            }
        }
    }

    /// <summary>KSB4006.</summary>
    private static IEnumerable<Finding> Uncited(SourceDocument source, RequirementOutline requirement)
    {
        var dated = requirement.KindOf.Parameters.Any(p => requirement.Dated(p.Name) is not null);
        return requirement is { Citation: null, Basis: { } basis } && !requirement.KindOf.CitesItself && !dated && RuleMessages.NeedsCitation(basis) is { } words
            ? [new Finding(FindingCatalogue.RuleWithoutCitation, RuleMessages.Uncited(requirement.Id, words), source.Locate(requirement.PlaceOf("basis")))]
            : [];
    }
}
