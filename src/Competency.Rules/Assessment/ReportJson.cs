using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>Writes a report as canonical JSON (<c>competency.readiness/1</c>): the policy, what it was applied to, and every node.</summary>
internal static class ReportJson
{
    /// <summary>The format that the first property names.</summary>
    public const string Format = "competency.readiness/1";

    private const string EngineName = "Competency.Rules ";

    /// <summary>What makes reports here: the name, and the version in three numbers.</summary>
    public static string Engine { get; } = EngineName + typeof(ReportJson).Assembly.GetName().Version!.ToString(3);

    /// <summary>Whether an engine is of a later version than this one.</summary>
    public static bool IsNewer(string? engine) =>
        engine is not null && IsEngine(engine) && Version.Parse(engine[EngineName.Length..]) > Version.Parse(Engine[EngineName.Length..]);

    /// <summary>Whether a text names this engine, of whichever version.</summary>
    public static bool IsEngine(string text) =>
        text.StartsWith(EngineName, StringComparison.Ordinal) && Version.TryParse(text[EngineName.Length..], out var version) && version is { Build: >= 0, Revision: < 0 } && text == EngineName + version.ToString(3);

    public static string Write(ReadinessReport report)
    {
        var json = new JsonWriter();
        json.StartObject()
            .Member("document", Format)
            .Member("engine", Engine)
            .Member("verdict", Words.Verdict.Of(report.Verdict))
            .Member("learner", report.LearnerId)
            .Member("name", report.LearnerName)
            .Member("standard", report.Standard.Id.ToString())
            .Member("standardFingerprint", report.Standard.Fingerprint)
            .Member("option", report.Option?.Id)
            .Member("asOf", report.AsOf)
            .Member("knownAt", report.KnownAt)
            .Member("factsDigest", report.FactsDigest)
            .Member("redaction", report.IsRedacted ? Words.Redaction.Of(report.Redaction) : null)
            .Member("earliestDate", report.EarliestDate)
            .Member("metUntil", report.MetUntil);
        json.StartArray("outstanding");
        foreach (var action in report.Outstanding)
        {
            json.StartObject().Member("key", action.Key).Member("text", action.Text).Member("by", Words.By.Of(action.By)).Member("requirements", action.Requirements);
            Array(json, "alternatives", action.Alternatives, a => json.StartObject().Member("requirement", a.Requirement).Member("needed", (int?)a.Needed).Member("of", (int?)a.Of).Member("way", a.Way).EndObject());
            json.EndObject();
        }

        json.EndArray();
        json.StartObject("result");
        Node(json, report.Root);
        json.EndObject();
        if (report.Duties.Count > 0)
        {
            json.StartArray("duties");
            foreach (var duty in report.Duties)
            {
                json.StartObject().Member("number", duty.Duty.Number).Member("complete", duty.IsComplete).Member("lacks", duty.Missing.IsEmpty ? null : duty.Missing.ToString()).EndObject();
            }

            json.EndArray();
        }

        json.StartObject("policy");
        PolicyWriter.WriteMembers(json, report.Policy);
        json.EndObject();
        return json.EndObject().ToString();
    }

    public static void Write(JsonWriter json, string? name, Citation citation)
    {
        _ = name is null ? json.StartObject() : json.StartObject(name);
        json.Member("title", citation.Title).Member("issuer", citation.Issuer).Member("certainty", citation.CertaintyLetter).Member("paragraph", citation.Paragraph).EndObject();
    }

    private static void Node(JsonWriter json, RequirementReport node)
    {
        var outcome = node.Outcome;
        json.Member("id", node.Requirement.Id)
            .Member("verdict", Words.Verdict.Of(node.Verdict))
            .Member("sentence", node.Requirement.Sentence)
            .Member("explanation", outcome.Explanation)
            .Member("shortfall", outcome.Shortfall)
            .Member("notKnown", outcome.MissingFacts)
            .Member("attention", outcome.Attention)
            .Member("earliestDate", node.EarliestDate)
            .Member("metUntil", node.MetUntil)
            .Member("withheld", node.IsWithheld ? true : (bool?)null);
        Array(json, "facts", outcome.Facts, f =>
        {
            json.StartObject().Member("name", f.Name).Member("value", f.Value).Member("evidence", f.Evidence);
            Array(json, "signatures", f.Signatures, s => json.StartObject().Member("by", s.By).Member("role", s.Role).Member("on", s.On).EndObject());
            json.EndObject();
        });
        if (!node.IsWithheld)
        {
            Array(json, "citations", [.. ReportWords.Citations(node)], c => Write(json, null, c));
        }

        Array(json, "requirements", node.Children, c =>
        {
            json.StartObject();
            Node(json, c);
            json.EndObject();
        });
    }

    private static void Array<T>(JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.StartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.EndArray();
    }
}
