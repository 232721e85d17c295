using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Reads and writes transfer records.</summary>
internal static class TransferRecordJson
{
    public static string Write(TransferRecord record)
    {
        var json = new JsonWriter();
        json.StartObject()
            .Member("document", TransferRecord.Format)
            .Member("learner", record.LearnerId)
            .Member("from", record.From.ToString())
            .Member("fromFingerprint", record.OldFingerprint)
            .Member("to", record.To.ToString())
            .Member("toFingerprint", record.NewFingerprint)
            .Member("on", record.On)
            .Member("recorded", record.Recorded == record.On ? null : (DateOnly?)record.Recorded)
            .Member("by", record.By)
            .StartArray("items");
        foreach (var item in record.Items)
        {
            Write(json, item);
        }

        return json.EndArray().EndObject().ToString();
    }

    private static void Write(JsonWriter json, TransferRecordItem item)
    {
        json.StartObject()
            .Member("kind", Words.Transfer.Of(item.Kind))
            .Member("old", item.Old?.ToString())
            .Member("new", item.New?.ToString())
            .Member("similarity", item.Kind == TransferKind.NeedsReview && !item.IsExplicit ? Rounded(item.Similarity) : null)
            .Member("explicit", item.IsExplicit ? true : (bool?)null)
            .Member("evidence", item.Evidence);
        if (item.Decision is { } decision)
        {
            TransferDecisionJson.Write(json.StartObject("decision"), decision).EndObject();
        }

        json.EndObject();
    }

    private static decimal? Rounded(double similarity) => Math.Round((decimal)similarity, 2);

    public static TransferRecordResult Read(string path, string text)
    {
        var reader = new DocumentReader(new SourceDocument(path, text)) { IsRefusedForAny = true };
        var record = reader.Expect(TransferRecord.Format) is { } root ? Read(root) : null;
        var findings = reader.Findings.OrderBy(f => f.Location?.Span.Start ?? 0).ToArray();

        // An audit reads the whole or nothing; a property that is not read is content that would be lost.
        return new TransferRecordResult(findings.Length == 0 ? record : null, findings);
    }

    private static TransferRecord? Read(DocumentObject root)
    {
        var learner = root.String("learner", isRequired: true);
        var from = root.Standard("from", isRequired: true);
        var old = root.String("fromFingerprint", isRequired: true);
        var to = root.Standard("to", isRequired: true);
        var now = root.String("toFingerprint", isRequired: true);
        var on = root.Date("on", isRequired: true);
        var recorded = root.Date("recorded");
        var by = root.String("by", isRequired: true);
        var items = root.Objects("items", isRequired: true).Select(Item).OfType<TransferRecordItem>().ToArray();
        root.Done();
        return learner is null || from is null || to is null || old is null || now is null || on is null || by is null ? null
            : new TransferRecord(learner, from.Value, to.Value, on.Value, by) { OldFingerprint = old, NewFingerprint = now, Recorded = recorded ?? on.Value, Items = items };
    }

    private static TransferRecordItem? Item(DocumentObject entry)
    {
        var kind = Words.Transfer.Find(entry.Choice("kind", Words.Transfer.All, isRequired: true));
        var old = Code(entry, "old", kind is not (null or TransferKind.New));
        var now = Code(entry, "new", kind is not (null or TransferKind.Withdrawn));
        var similarity = entry.Number("similarity", 0, 1);
        var isExplicit = entry.Boolean("explicit") ?? false;
        var evidence = entry.Strings("evidence").Select(v => v.Text).ToArray();
        var decided = entry.Object("decision");
        var decision = decided is null ? null : TransferDecisionJson.Read(decided, old, now);
        if (decided is not null && kind is not (null or TransferKind.NeedsReview))
        {
            entry.Wrong(entry.SpanOf("decision"), $"Only what needs review is decided, and this is '{Words.Transfer.Of(kind.Value)}'");
        }

        entry.Done();
        return kind is null ? null : new TransferRecordItem(kind.Value, old, now, similarity is { } alike ? (double)alike : kind == TransferKind.Carried ? 1 : 0)
        {
            Evidence = evidence,
            Decision = decision,
            IsExplicit = isExplicit,
        };
    }

    private static KsbCode? Code(DocumentObject entry, string name, bool isRequired)
    {
        if (entry.String(name, isRequired) is not { } written)
        {
            return null;
        }

        if (KsbCode.TryParse(written, out var code))
        {
            return code;
        }

        entry.Wrong(entry.SpanOf(name), $"'{TextFolding.OnOneLine(written)}' is not the code of a KSB such as K1");
        return null;
    }
}
