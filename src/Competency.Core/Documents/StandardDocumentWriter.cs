using Competency.Documents.Json;
using Competency.Notation;

namespace Competency.Documents;

/// <summary>Writes a standard canonically: the same standard always gives the same bytes, and a small change a small difference.</summary>
internal static class StandardDocumentWriter
{
    /// <summary>What a standard says, on one line: without the name of the generated type and the source, which say nothing of the standard.</summary>
    public static string Content(OccupationalStandard standard) => Write(standard, indented: false, isContentAlone: true);

    public static string Write(OccupationalStandard standard, bool indented, bool isContentAlone = false)
    {
        var json = new JsonWriter(indented)
            .StartObject()
            .Member("document", StandardDocument.Format)
            .Member("reference", standard.Id.Reference.ToString())
            .Member("version", standard.Id.Version.ToString())
            .Member("typeName", isContentAlone ? null : standard.TypeName)
            .Member("title", standard.Title);
        WriteKeyInformation(json, standard.KeyInformation);
        WriteOptions(json, standard.Options);
        WriteDuties(json, standard.Duties);
        WriteKsbs(json, standard.Ksbs);
        WriteQualifications(json, standard.Qualifications);
        WriteSource(json, isContentAlone ? null : standard.Source);
        return json.EndObject().ToString();
    }

    private static void WriteKeyInformation(JsonWriter json, KeyInformation key)
    {
        json.StartObject("keyInformation")
            .Member("level", key.Level)
            .Member("route", key.Route)
            .Member("status", key.Status)
            .Member("larsCode", key.LarsCode)
            .Member("updated", key.Updated);
        if (key.DurationMonths is not null || key.DurationLabel is not null)
        {
            json.StartObject("duration").Member("months", key.DurationMonths).Member("label", key.DurationLabel).EndObject();
        }

        json.Member("assessmentMonths", key.AssessmentMonths)
            .Member("minimumHours", key.MinimumHours)
            .Member("maximumFunding", key.MaximumFunding)
            .Member("regulated", key.Regulated)
            .Member("regulatedBody", key.RegulatedBody)
            .Member("earliestStart", key.EarliestStart)
            .Member("latestStart", key.LatestStart)
            .Member("jobTitles", key.JobTitles)
            .Member("summary", key.Summary)
            .EndObject();
    }

    private static void WriteOptions(JsonWriter json, IReadOnlyList<StandardOption> options)
    {
        if (options.Count == 0)
        {
            return;
        }

        json.StartArray("options");
        foreach (var option in options)
        {
            json.StartObject().Member("id", option.Id).Member("title", option.Title).EndObject();
        }

        json.EndArray();
    }

    private static void WriteDuties(JsonWriter json, IReadOnlyList<OccupationDuty> duties)
    {
        if (duties.Count == 0)
        {
            return;
        }

        json.StartArray("duties");
        foreach (var duty in duties)
        {
            json.StartObject()
                .Member("number", duty.Number)
                .Member("id", duty.Id)
                .Member("text", duty.Text)
                .Member("options", duty.Options)
                .Member("ksbs", KsbNotation.Format(duty.Ksbs))
                .EndObject();
        }

        json.EndArray();
    }

    private static void WriteKsbs(JsonWriter json, IReadOnlyList<KsbStatement> ksbs)
    {
        json.StartArray("ksbs");
        foreach (var ksb in ksbs)
        {
            json.StartObject().Member("code", ksb.Code.ToString()).Member("id", ksb.Id).Member("text", ksb.Text).EndObject();
        }

        json.EndArray();
    }

    private static void WriteQualifications(JsonWriter json, IReadOnlyList<Qualification> qualifications)
    {
        if (qualifications.Count == 0)
        {
            return;
        }

        json.StartArray("qualifications");
        foreach (var qualification in qualifications)
        {
            json.StartObject()
                .Member("title", qualification.Title)
                .Member("id", qualification.Id)
                .Member("type", qualification.Type)
                .Member("level", qualification.Level)
                .Member("awardingBody", qualification.AwardingBody)
                .Member("applicant", qualification.Applicant)
                .Member("approved", qualification.Approved)
                .Member("pathway", qualification.Pathway)
                .Member("placement", qualification.Placement)
                .Member("information", qualification.Information)
                .Member("ksbs", qualification.Ksbs is null ? null : KsbNotation.Format(qualification.Ksbs))
                .EndObject();
        }

        json.EndArray();
    }

    internal static void WriteSource(JsonWriter json, PublicationSource? source)
    {
        if (source is null)
        {
            return;
        }

        json.StartObject("source")
            .Member("publisher", source.Publisher)
            .Member("document", source.Document)
            .Member("address", source.Address)
            .Member("copyright", source.Copyright)
            .Member("licence", source.Licence)
            .Member("attribution", source.Attribution)
            .EndObject();
    }
}
