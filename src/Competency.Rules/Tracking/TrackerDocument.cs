using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>A <c>competency.tracker/1</c> document: a tracker as it was saved, and what is wrong with it. One of which anything could not be read is not given.</summary>
public sealed class TrackerDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.tracker/1";

    private TrackerDocument(ReadinessTracker? tracker, IReadOnlyList<Finding> findings)
    {
        Tracker = tracker;
        Findings = findings;
    }

    /// <summary>The tracker; null where the document is wrong in any part.</summary>
    public ReadinessTracker? Tracker { get; }

    /// <summary>What is wrong with the document, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads what <see cref="ReadinessTracker.Save"/> wrote. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="policy">The policy by which it was saved. Another one, another version, or one that was made with other settings is a finding: its verdicts would be others.</param>
    /// <param name="known">The standards that are known.</param>
    public static TrackerDocument Read(string path, string text, ReadinessPolicy policy, StandardCatalogue known)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(known);
        var reader = new DocumentReader(new SourceDocument(path, text)) { IsRefusedForAny = true };
        ReadinessTracker? tracker = null;
        if (reader.Expect(Format) is { } root)
        {
            CheckPolicy(root, "policy", policy.Id);
            CheckPolicy(root, "policyVersion", policy.Version);
            CheckSettings(root, policy);
            var standard = LearnerEntryReader.ReadStandard(reader, root, known);
            var asOf = root.Date("asOf", isRequired: true);
            var knownAt = root.Date("knownAt", isRequired: true);
            var version = root.Integer("version", 0, int.MaxValue, isRequired: true);
            var learner = root.Object("learner", isRequired: true) is { } record ? new LearnerDocumentReader(reader, known, isSaved: true).ReadRecord(record) : null;
            root.Done();
            if (learner is not null && standard is not null && asOf is { } day && knownAt is { } recorded && version is { } events
                && reader.IsWhole && reader.Findings.All(f => f.Severity != FindingSeverity.Error))
            {
                tracker = new ReadinessTracker(policy, learner, standard, day, recorded);
                tracker.ContinueFrom(events);
            }
        }

        return new TrackerDocument(tracker, [.. reader.Findings.OrderBy(f => f.Location?.Span.Start ?? 0)]);
    }

    internal static string Write(ReadinessTracker tracker)
    {
        var json = new JsonWriter();
        json.StartObject()
            .Member("document", Format)
            .Member("policy", tracker.Policy.Id)
            .Member("policyVersion", tracker.Policy.Version)
            .Member("policyFingerprint", tracker.Policy.Fingerprint)
            .Member("standard", tracker.Standard.Id.ToString())
            .Member("asOf", tracker.AsOf)
            .Member("knownAt", tracker.KnownAt)
            .Member("version", (decimal?)tracker.Version)
            .StartObject("learner");
        LearnerDocumentWriter.WriteMembers(json, tracker.Learner);
        return json.EndObject().EndObject().ToString();
    }

    /// <summary>One id and version can be made with other settings; of another policy that was said already.</summary>
    private static void CheckSettings(DocumentObject root, ReadinessPolicy policy)
    {
        if (root.String("policyFingerprint", isRequired: true) is { } written && written != policy.Fingerprint && root.String("policy") == policy.Id && root.String("policyVersion") == policy.Version)
        {
            root.Wrong(root.SpanOf("policyFingerprint"), $"The tracker was saved under {TextFolding.OnOneLine(policy.ToString())} as it was made with other settings, and this one is {policy.Fingerprint}: replay its learner with the policy of today");
        }
    }

    private static void CheckPolicy(DocumentObject root, string name, string expected)
    {
        if (root.String(name, isRequired: true) is { } written && written != expected)
        {
            root.Wrong(root.SpanOf(name), $"The tracker was saved under '{TextFolding.OnOneLine(written)}', and is read with '{TextFolding.OnOneLine(expected)}': replay its learner with the policy of today");
        }
    }
}
