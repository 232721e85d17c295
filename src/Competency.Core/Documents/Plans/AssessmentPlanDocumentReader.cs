using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents.Plans;

/// <summary>Reads an assessment plan field by field. A bad entry is a finding; the rest is read for what is wrong with it.</summary>
internal static class AssessmentPlanDocumentReader
{
    public static AssessmentPlanDocument Read(SourceDocument source)
    {
        var reader = new DocumentReader(source) { IsRefusedForAny = true };
        var places = new PlanPlaces();
        var plan = reader.Expect(AssessmentPlanDocument.Format) is { } root ? ReadPlan(root, places) : null;
        return new AssessmentPlanDocument(source, plan, reader.IsWhole, places, reader.Findings);
    }

    private static AssessmentPlan ReadPlan(DocumentObject root, PlanPlaces places)
    {
        places.Plan = root.Place;
        places.IsCited = root.Has("citation");
        var id = root.String("id", isRequired: true);
        var version = root.String("version", isRequired: true);
        var title = root.String("title");
        var standards = StandardList.Read(root, "standards", places.Standards, isRequired: true);
        var approach = root.Choice("approach", AssessmentPlanDocumentWriter.Approaches, isRequired: true) == AssessmentPlanDocumentWriter.Approaches[1] ? PlanApproach.Outcomes : PlanApproach.EndPoint;
        var citation = CitationOutline.Read(root, "citation");
        var name = AssessmentPlanDocumentWriter.PartsOf(approach);
        var parts = root.Objects(name, isRequired: true).Select(p => ReadPart(p, places)).ToArray();
        if (root.Value.Find(name)?.Value is { Kind: Json.JsonKind.Array, Items.Count: 0 } empty && root.Reader.IsWhole)
        {
            root.Wrong(empty.Span, $"'{name}' must hold at least one");
        }

        var gateway = root.Object("gateway");
        var portfolio = gateway?.Object("portfolio") is { } asked ? ReadPortfolio(asked, name, parts, standards) : null;
        var qualifications = gateway?.Objects("qualifications").Select(ReadQualification).OfType<PlanQualification>().ToArray() ?? [];
        var forEveryone = gateway?.Boolean("englishAndMathsForEveryone") ?? false;
        gateway?.Done();
        root.Done();
        return new AssessmentPlan(id ?? "", version ?? "", standards, approach, parts)
        {
            Title = title,
            Citation = citation,
            Portfolio = portfolio,
            Qualifications = qualifications,
            EnglishAndMathsForEveryone = forEveryone,
        };
    }

    private static AssessmentPart ReadPart(DocumentObject entry, PlanPlaces places)
    {
        var id = entry.String("id", isRequired: true);
        var title = entry.String("title");
        var option = entry.NotBlank("option");
        var ksbs = entry.References("ksbs", isRequired: true);
        foreach (var placed in ksbs)
        {
            foreach (var weighted in RuleCheck.Weighted(placed.Result, "a plan says which KSBs a part assesses, and not how much each counts"))
            {
                entry.Report(placed, weighted);
            }
        }

        entry.Done();
        var part = new AssessmentPart(id ?? "", ksbs.Select(k => k.Value.Text)) { Title = title, Option = option };
        places.Ids.Add(part, entry.SpanOf("id"));
        places.Options.Add(part, entry.SpanOf("option"));
        places.Ksbs.Add(part, ksbs);
        return part;
    }

    private static PlanPortfolio ReadPortfolio(DocumentObject entry, string name, IReadOnlyList<AssessmentPart> parts, IReadOnlyList<StandardId> standards)
    {
        var named = entry.Strings(name);
        foreach (var value in named.Where(v => parts.All(p => p.Id != v.Text)))
        {
            var nearest = Similarity.Nearest(value.Text, parts.Select(p => p.Id));
            entry.Wrong(value.Span, $"No item of the plan's '{name}' has the id '{TextFolding.OnOneLine(value.Text)}'{LookAlikes.Holding(value.Text)}{(nearest is null ? "" : $"; did you mean '{TextFolding.OnOneLine(nearest)}'?")}", nearest is null ? null : Json.JsonWriter.Quoted(nearest));
        }

        foreach (var value in named)
        {
            if (parts.FirstOrDefault(p => p.Id == value.Text) is { } part && RuleCheck.Underpinned(part, standards) is { } problem)
            {
                entry.Reader.Report(problem.Descriptor, value.Span, problem.Message, null);
            }
        }

        if (named.Count == 0 && entry.Reader.IsWhole)
        {
            entry.Wrong(entry.SpanOf(name), $"A portfolio says in '{name}' what it underpins");
        }

        var authenticity = entry.Boolean("needsAuthenticity");
        var maxItems = entry.Integer("maxItems", 1, 999);
        entry.Done();
        return new PlanPortfolio(named.Select(v => v.Text)) { NeedsAuthenticity = authenticity ?? true, MaxItems = maxItems };
    }

    private static PlanQualification? ReadQualification(DocumentObject entry)
    {
        var title = entry.String("title", isRequired: true);
        var level = ParameterReader.Word(entry, "minimumLevel", RequirementKinds.Levels);
        var valid = entry.Integer("validForMonths", 1, 240);
        entry.Done();
        if (title is not null && RuleCheck.CertificateSubject(title) is { } problem)
        {
            entry.Reader.Report(problem.Descriptor, entry.SpanOf("title"), problem.Message, problem.Suggestion is { } meant ? Json.JsonWriter.Quoted(meant) : null);
        }

        return title is null ? null : new PlanQualification(title) { MinimumLevel = level, ValidForMonths = valid };
    }
}
