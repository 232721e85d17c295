using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>What can be wrong with an assessment plan beside the standards that are known.</summary>
internal static class PlanCheck
{
    public static IEnumerable<Finding> Check(AssessmentPlanDocument document, StandardCatalogue known)
    {
        if (document.Readable is not { } plan)
        {
            return [];
        }

        var (source, places) = (document.Source, document.Places);
        var standards = plan.Standards.Select(known.Find).OfType<OccupationalStandard>().ToArray();
        return PolicyCheck.UnknownStandards(source, plan.Standards, places.Standards, known)
            .Concat(plan.Parts.SelectMany(p => References(source, places.Ksbs[p], standards, known)))
            .Concat(RepeatedIds(source, plan, places))
            .Concat(plan.Parts.SelectMany(p => UnknownOption(source, p, places, standards)))
            .Concat(standards.SelectMany(s => plan.Parts.SelectMany(p => OfOtherOptions(source, p, places, s))))
            .Concat(!document.IsWhole ? [] : plan.Parts.SelectMany(p => Empty(source, p, places, standards)))
            .Concat(document.Plan is null ? [] : standards.SelectMany(s => Unassessed(source, plan, places, s, standards)))
            .Concat(standards.SelectMany(s => AssessedTwice(source, plan, places, s)).GroupBy(f => (f.Location!.Span, f.Message)).Select(g => g.First()))
            .Concat(document.IsWhole && !places.IsCited ? [RuleCheck.UncitedPlan().At(source.Locate(places.Plan))] : []);
    }

    /// <summary>What reading the document found, which offers nothing that its standards do not have.</summary>
    public static IEnumerable<Finding> OfReading(AssessmentPlanDocument document, IEnumerable<Finding> findings, StandardCatalogue known) =>
        document.Readable is { } plan
            ? OfferCheck.Beside(findings, document.References.Texts, document.References.InForce(known), known)
            : findings;

    /// <summary>The codes of a part in a standard.</summary>
    public static IReadOnlyList<KsbCode> CodesOf(AssessmentPart part, OccupationalStandard standard) =>
        Frozen.Sorted(part.Ksbs.SelectMany(k => KsbNotation.Parse(k).CodesOf(standard)));

    /// <summary>KSB4001 for references that the standards of the plan do not have. A part can name the version that it means.</summary>
    private static IEnumerable<Finding> References(SourceDocument source, IEnumerable<PlacedReferences> references, IReadOnlyList<OccupationalStandard> standards, StandardCatalogue known) =>
        from placed in references
        // The notation's own problems were reported when the document was read.
        from problem in ReferenceCheck.CheckBeside(placed.Result, standards, known)
        where !placed.Result.Problems.Contains(problem.AsRead)
        select new Finding(RuleCheck.OfRule(problem.Descriptor), problem.Message, source.Locate(placed.Value.SpanWithin(problem.Span))) { Suggestion = problem.Suggestion };

    /// <summary>KSB4003, at the second and every further one.</summary>
    private static IEnumerable<Finding> RepeatedIds(SourceDocument source, AssessmentPlan plan, PlanPlaces places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from part in plan.Parts
               where part.Id.Length > 0 && !seen.Add(part.Id)
               select new Finding(FindingCatalogue.RepeatedRuleId, $"Another part of this plan has the id '{TextFolding.OnOneLine(part.Id)}' already", source.Locate(places.Ids[part]));
    }

    /// <summary>KSB4005 for an option that no standard of the plan has.</summary>
    private static IEnumerable<Finding> UnknownOption(SourceDocument source, AssessmentPart part, PlanPlaces places, IReadOnlyList<OccupationalStandard> standards) =>
        part.Option is { } option && RuleCheck.Option(option, standards) is { } problem ? [problem.At(source.Locate(places.Options[part]))] : [];

    /// <summary>KSB4005 for what a part of one option assesses and learners of other options alone must achieve, at each reference.</summary>
    private static IEnumerable<Finding> OfOtherOptions(SourceDocument source, AssessmentPart part, PlanPlaces places, OccupationalStandard standard) =>
        part.Option is not { } option ? [] : from placed in places.Ksbs[part]
                                             from other in RuleCheck.OfOtherOptions(placed.Result, option, [standard])
                                             select other.Problem.At(source.Locate(placed.Value.SpanWithin(other.Span)));

    /// <summary>KSB4002 for a part whose duties map nothing.</summary>
    private static IEnumerable<Finding> Empty(SourceDocument source, AssessmentPart part, PlanPlaces places, IReadOnlyList<OccupationalStandard> standards) =>
        from standard in standards
        where CodesOf(part, standard).Count == 0
        let duty = Place(places.Ksbs[part], r => r.IsDuty && standard.FindDuty(r.Duty) is not null)
        where duty is not null
        select new Finding(FindingCatalogue.RuleCannotBeMet, $"The duties that '{TextFolding.OnOneLine(part.Id)}' assesses map no KSB of {standard.Id}: it assesses nothing", source.Locate(duty.Value));

    /// <summary>The first reference of which something holds; null where there is none.</summary>
    private static SourceSpan? Place(IEnumerable<PlacedReferences> references, Func<KsbReference, bool> holds) =>
        references.SelectMany(p => p.Result.References.Where(holds).Select(r => (SourceSpan?)p.Value.SpanWithin(r.Span))).FirstOrDefault();

    /// <summary>
    /// KSB3002: a KSB in force that no part assesses, for each option on its own. Behaviours of a reformed plan are verified, and not assessed.
    /// What a part of a misspelt option assesses is told with the option (KSB4005), and counts here.
    /// </summary>
    private static IEnumerable<Finding> Unassessed(SourceDocument source, AssessmentPlan plan, PlanPlaces places, OccupationalStandard standard, IReadOnlyList<OccupationalStandard> standards)
    {
        var missing = Options(standard)
            .Select(option => (Option: option, Codes: standard.CodesInForce(option)
                .Where(c => plan.Approach == PlanApproach.EndPoint || !IsBehaviour(c))
                .Except(plan.Parts.Where(p => IsFor(p, option, standard) || (p.Option is { } named && RuleCheck.Option(named, standards) is not null)).SelectMany(p => CodesOf(p, standard)))
                .ToArray()))
            .Where(m => m.Codes.Length > 0)
            .GroupBy(m => KsbNotation.Format(m.Codes), StringComparer.Ordinal);
        foreach (var group in missing)
        {
            var options = group.Select(m => m.Option).OfType<StandardOption>().ToArray();
            yield return new Finding(
                FindingCatalogue.UncoveredKsb,
                $"No {(plan.Approach == PlanApproach.EndPoint ? "method" : "outcome")} of the plan assesses {group.Key} of {standard.Id}{(options.Length == 0 || options.Length == standard.Options.Count ? "" : $" for {string.Join(", ", options.Select(o => $"'{TextFolding.OnOneLine(o.ToString())}'"))}")}",
                source.Locate(places.Plan));
        }
    }

    /// <summary>KSB1003: a KSB that two methods assess for the same learners. Outcomes can share one.</summary>
    private static IEnumerable<Finding> AssessedTwice(SourceDocument source, AssessmentPlan plan, PlanPlaces places, OccupationalStandard standard)
    {
        if (plan.Approach == PlanApproach.Outcomes)
        {
            yield break;
        }

        foreach (var option in Options(standard))
        {
            var by = new Dictionary<KsbCode, AssessmentPart>();
            foreach (var part in plan.Parts.Where(p => IsFor(p, option, standard)))
            {
                var again = CodesOf(part, standard).Where(c => by.ContainsKey(c)).ToArray();
                foreach (var first in again.GroupBy(c => by[c]))
                {
                    yield return new Finding(
                        FindingCatalogue.RepeatedReference,
                        $"{KsbNotation.Format(first)} {(first.Count() == 1 ? "is" : "are")} assessed by '{TextFolding.OnOneLine(first.Key.Id)}' already; a plan assesses each KSB by one method",
                        source.Locate(Place(places.Ksbs[part], r => r.IsOf(standard.Id) && LockReview.NamesOf(r, standard).Intersect(first.Select(c => c.ToString())).Any()) ?? places.Ids[part]));
                }

                foreach (var code in CodesOf(part, standard).Where(c => !by.ContainsKey(c)))
                {
                    by.Add(code, part);
                }
            }
        }
    }

    private static IEnumerable<StandardOption?> Options(OccupationalStandard standard) => standard.Options.Cast<StandardOption?>().DefaultIfEmpty();

    private static bool IsFor(AssessmentPart part, StandardOption? option, OccupationalStandard standard) =>
        part.Option is null || (option is not null && standard.FindOption(part.Option)?.Id == option.Id);

    private static bool IsBehaviour(KsbCode code) => code.Kind is KsbKind.Behaviour or KsbKind.EmployabilitySkillOrBehaviour;
}
