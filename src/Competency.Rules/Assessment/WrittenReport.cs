using System.Text;
using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>A report as it was written in JSON: what is compared when it is made again, each with its place.</summary>
internal sealed class WrittenReport
{
    private readonly List<(string What, string? Value, SourceSpan Span)> _values = [];

    private WrittenReport(SourceDocument source) => Source = source;

    /// <summary>The text.</summary>
    public SourceDocument Source { get; }

    /// <summary>The days and the redaction by which it is made again; null where they could not be read.</summary>
    public (DateOnly AsOf, DateOnly KnownAt, RedactionLevel Redaction)? Made { get; private set; }

    /// <summary>The embedded policy, braces included; null where there is none.</summary>
    public SourceSpan? PolicyPlace { get; private set; }

    /// <summary>What is wrong with the text.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What is compared, by its name, in the order of the text.</summary>
    public IReadOnlyList<(string What, string? Value, SourceSpan Span)> Values => _values;

    public static WrittenReport Read(string path, string text)
    {
        var source = new SourceDocument(path, text);
        var reader = new DocumentReader(source);
        var report = new WrittenReport(source);
        if (reader.Expect(ReportJson.Format) is { } root)
        {
            report.Read(root);
        }

        report.Findings = [.. reader.Findings.OrderBy(f => f.Location?.Span.Start ?? 0)];
        return report;
    }

    private void Read(DocumentObject root)
    {
        root.String("engine", isRequired: true);
        Take(root, "verdict", "verdict", root.Choice("verdict", Words.Verdict.All, isRequired: true));
        Take(root, "learner", "learner", root.String("learner", isRequired: true));
        Take(root, "name", "name", root.String("name"));
        Take(root, "standard", "standard", root.Standard("standard", isRequired: true)?.ToString());
        Take(root, "standardFingerprint", "standard's fingerprint", root.String("standardFingerprint", isRequired: true));
        Take(root, "option", "option", root.String("option"));
        var asOf = root.Date("asOf", isRequired: true);
        var knownAt = root.Date("knownAt", isRequired: true);
        Take(root, "factsDigest", "facts digest", root.String("factsDigest"));
        var redaction = Words.Redaction.Find(root.Choice("redaction", Words.Redaction.All)) ?? RedactionLevel.Full;
        TakeDates(root, "");
        foreach (var action in root.Objects("outstanding", isRequired: true))
        {
            action.String("key", isRequired: true);
        }

        if (root.Object("result", isRequired: true) is { } result)
        {
            Node(result);
        }

        root.Objects("duties");
        if (root.Object("policy", isRequired: true) is { } policy)
        {
            Policy(policy);
        }

        root.Done();
        Made = asOf is null || knownAt is null ? null : (asOf.Value, knownAt.Value, redaction);
    }

    private void Policy(DocumentObject policy)
    {
        Take(policy, "id", "policy", policy.String("id", isRequired: true));
        Take(policy, "version", "version of the policy", policy.String("version", isRequired: true));
        policy.String("name", isRequired: true);
        policy.Strings("standards");
        policy.Strings("notJudged");
        PolicyPlace = policy.Value.Span;
        if (policy.Object("requirement", isRequired: true) is { } requirement)
        {
            Take(policy, "requirement", "requirement of the policy", Canonical(requirement.Value));
        }

        policy.Done();
    }

    private void Node(DocumentObject node)
    {
        var id = node.String("id", isRequired: true) ?? "";
        Take(node, "verdict", $"verdict of {id}", node.Choice("verdict", Words.Verdict.All, isRequired: true));
        node.String("sentence", isRequired: true);
        node.String("explanation", isRequired: true);
        Take(node, "shortfall", $"shortfall of {id}", node.String("shortfall"));
        TakeDates(node, $" of {id}");
        node.Boolean("withheld");
        node.Strings("notKnown");
        node.Strings("attention");
        node.Objects("citations");
        node.Objects("facts");
        Take(node, "facts", $"facts of {id}", node.Value.Find("facts") is { } facts ? Canonical(facts.Value) : null);
        foreach (var child in node.Objects("requirements"))
        {
            Node(child);
        }

        node.Done();
    }

    private void TakeDates(DocumentObject entry, string of)
    {
        Take(entry, "earliestDate", "earliest date" + of, entry.Date("earliestDate") is { } earliest ? Said.Date(earliest) : null);
        Take(entry, "metUntil", "last day" + of, entry.Date("metUntil") is { } until ? Said.Date(until) : null);
    }

    private void Take(DocumentObject entry, string name, string what, string? value) => _values.Add((what, value, entry.SpanOf(name)));

    /// <summary>A value without white space and places, its members by their names: two of one content are one text.</summary>
    private static string Canonical(JsonValue value)
    {
        var text = new StringBuilder();
        Append(value);
        return text.ToString();

        void Append(JsonValue part)
        {
            switch (part.Kind)
            {
                case JsonKind.Object:
                    text.Append('{');
                    foreach (var member in part.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
                    {
                        text.Append(member.Name).Append(':');
                        Append(member.Value);
                        text.Append(' ');
                    }

                    text.Append('}');
                    break;
                case JsonKind.Array:
                    text.Append('[');
                    foreach (var item in part.Items)
                    {
                        Append(item);
                        text.Append(' ');
                    }

                    text.Append(']');
                    break;
                case JsonKind.String:
                    // With its length, so that no text can pass for another's end.
                    text.Append(part.Text.Length).Append('"').Append(part.Text);
                    break;
                default:
                    text.Append(part.Text);
                    break;
            }
        }
    }
}
