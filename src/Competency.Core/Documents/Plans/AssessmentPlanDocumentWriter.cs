using Competency.Documents.Json;

namespace Competency.Documents.Plans;

/// <summary>Writes an assessment plan canonically.</summary>
internal static class AssessmentPlanDocumentWriter
{
    /// <summary>The words of <see cref="PlanApproach"/>, in its order.</summary>
    public static readonly string[] Approaches = ["endPoint", "outcomes"];

    /// <summary>What a plan's parts are called.</summary>
    public static string PartsOf(PlanApproach approach) => approach == PlanApproach.Outcomes ? "outcomes" : "methods";

    public static string Write(AssessmentPlan plan)
    {
        var json = new JsonWriter()
            .StartObject()
            .Member("document", AssessmentPlanDocument.Format)
            .Member("id", plan.Id)
            .Member("version", plan.Version)
            .Member("title", plan.Title)
            .Member("standards", plan.Standards.Select(s => s.ToString()).ToArray())
            .Member("approach", Approaches[(int)plan.Approach]);
        plan.Citation?.Write(json, "citation");
        json.StartArray(PartsOf(plan.Approach));
        foreach (var part in plan.Parts)
        {
            json.StartObject().Member("id", part.Id).Member("title", part.Title).Member("option", part.Option);
            _ = part.Ksbs.Count == 1 ? json.Member("ksbs", part.Ksbs[0]) : json.Member("ksbs", part.Ksbs);
            json.EndObject();
        }

        json.EndArray();
        WriteGateway(json, plan);
        return json.EndObject().ToString();
    }

    private static void WriteGateway(JsonWriter json, AssessmentPlan plan)
    {
        if (plan.Portfolio is null && plan.Qualifications.Count == 0 && !plan.EnglishAndMathsForEveryone)
        {
            return;
        }

        json.StartObject("gateway");
        if (plan.Portfolio is { } portfolio)
        {
            json.StartObject("portfolio")
                .Member(PartsOf(plan.Approach), portfolio.Parts)
                .Member("needsAuthenticity", portfolio.NeedsAuthenticity ? null : false)
                .Member("maxItems", portfolio.MaxItems)
                .EndObject();
        }

        if (plan.Qualifications.Count > 0)
        {
            json.StartArray("qualifications");
            foreach (var qualification in plan.Qualifications)
            {
                json.StartObject().Member("title", qualification.Title).Member("minimumLevel", qualification.MinimumLevel).Member("validForMonths", qualification.ValidForMonths).EndObject();
            }

            json.EndArray();
        }

        json.Member("englishAndMathsForEveryone", plan.EnglishAndMathsForEveryone ? true : (bool?)null).EndObject();
    }
}
