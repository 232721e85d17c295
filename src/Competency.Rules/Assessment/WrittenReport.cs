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
    private readonly List<(string What, string? Value, SourceSpan Span)> _words = [];
    private readonly Dictionary<string, int> _facts = new(StringComparer.Ordinal);

    private WrittenReport(SourceDocument source) => Source = source;

    /// <summary>The text.</summary>
    public SourceDocument Source { get; }

    /// <summary>The days and the redaction by which it is made again; null where they could not be read.</summary>
    public (DateOnly AsOf, DateOnly KnownAt, RedactionLevel Redaction)? Made { get; private set; }

    /// <summary>The embedded policy, braces included; null where there is none.</summary>
    public SourceSpan? PolicyPlace { get; private set; }

    /// <summary>What is wrong with the text.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The engine that made it.</summary>
    public string? Engine { get; private set; }

    /// <summary>What an engine may say otherwise than the one before: compared where both are of one.</summary>
    public IReadOnlyList<(string What, string? Value, SourceSpan Span)> Words => _words;

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
        Engine = root.String("engine", isRequired: true);
        Take(root, "verdict", "verdict", root.Choice("verdict", Rules.Words.Verdict.All, isRequired: true));
        Take(root, "learner", "learner", root.String("learner", isRequired: true));
        Take(root, "name", "name", root.String("name"));
        Take(root, "standard", "standard", root.Standard("standard", isRequired: true)?.ToString());
        Take(root, "standardFingerprint", "standard's fingerprint", root.String("standardFingerprint", isRequired: true));
        Take(root, "option", "option", root.String("option"));
        var asOf = root.Date("asOf", isRequired: true);
        var knownAt = root.Date("knownAt", isRequired: true);
        Take(root, "factsDigest", "facts digest", root.String("factsDigest"));
        var redaction = Rules.Words.Redaction.Find(root.Choice("redaction", Rules.Words.Redaction.All)) ?? RedactionLevel.Full;
        TakeDates(root, "");
        foreach (var action in root.Objects("outstanding", isRequired: true))
        {
            var key = action.String("key", isRequired: true);
            TakeWords($"action {key}", action.Value);
        }

        if (root.Object("result", isRequired: true) is { } result)
        {
            Node(result);
        }

        foreach (var duty in root.Objects("duties"))
        {
            var of = $" of duty {duty.Value.Find("number")?.Value.Text}";
            Take(duty, "complete", "completeness" + of, duty.Boolean("complete") is { } complete ? complete ? "complete" : "not complete" : null);
            Take(duty, "lacks", "KSBs that are lacked" + of, duty.String("lacks"));
        }

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
        TakeWords("name of the policy", policy.Value.Find("name")?.Value);
        TakeWords("standards of the policy", policy.Value.Find("standards")?.Value);
        TakeWords("list of what the policy does not judge", policy.Value.Find("notJudged")?.Value);
        policy.String("name", isRequired: true);
        policy.Strings("standards");
        policy.Strings("notJudged");
        PolicyPlace = policy.Value.Span;
        if (policy.Object("requirement", isRequired: true) is { } requirement)
        {
            PolicyNode(requirement.Value);
        }

        policy.Done();
    }

    private void Node(DocumentObject node)
    {
        var id = node.String("id", isRequired: true) ?? "";
        Take(node, "verdict", $"verdict of {id}", node.Choice("verdict", Rules.Words.Verdict.All, isRequired: true));
        node.String("sentence", isRequired: true);
        node.String("explanation", isRequired: true);
        Take(node, "shortfall", $"shortfall of {id}", node.String("shortfall"));
        TakeDates(node, $" of {id}");
        node.Boolean("withheld");
        node.Strings("notKnown");
        node.Strings("attention");
        node.Objects("citations");
        foreach (var name in (string[])["sentence", "explanation", "withheld", "notKnown", "attention", "citations"])
        {
            TakeWords($"{name} of {id}", node.Value.Find(name)?.Value);
        }

        foreach (var fact in node.Objects("facts"))
        {
            Fact(fact.Value, id);
        }

        foreach (var child in node.Objects("requirements"))
        {
            Node(child);
        }

        node.Done();
    }

    /// <summary>A requirement of the policy with its parameters, and those within it.</summary>
    private void PolicyNode(JsonValue requirement)
    {
        var id = requirement.Find("id")?.Value.Text ?? "";
        foreach (var member in requirement.Members)
        {
            JsonValue[] parts = member.Value.Kind == JsonKind.Array ? [.. member.Value.Items] : [member.Value];
            if (parts.Length > 0 && Array.TrueForAll(parts, p => p.Find("id") is not null))
            {
                Array.ForEach(parts, PolicyNode);
            }
            else
            {
                _values.Add(($"'{member.Name}' of the requirement {id} of the policy", Canonical(member.Value), member.Value.Span));
            }
        }
    }

    /// <summary>A fact is known by its name and the evidence for it; of several that are, by which of them it is.</summary>
    private void Fact(JsonValue fact, string of)
    {
        var name = $"fact '{fact.Find("name")?.Value.Text}'{(fact.Find("evidence")?.Value.Items is [{ } evidence, ..] ? $" ({evidence.Text})" : "")} of {of}";
        var number = _facts[name] = _facts.GetValueOrDefault(name) + 1;
        _values.Add((number == 1 ? name : $"{name}, number {number}", Canonical(fact), fact.Span));
    }

    private void TakeWords(string what, JsonValue? value)
    {
        if (value is not null)
        {
            _words.Add((what, Canonical(value), value.Span));
        }
    }

    private void TakeDates(DocumentObject entry, string of)
    {
        Take(entry, "earliestDate", "earliest date" + of, entry.Date("earliestDate") is { } earliest ? Said.Date(earliest) : null);
        Take(entry, "metUntil", "last day" + of, entry.Date("metUntil") is { } until ? Said.Date(until) : null);
    }

    private void Take(DocumentObject entry, string name, string what, string? value) => _values.Add((what, value, entry.SpanOf(name)));

    /// <summary>A value without white space and places, its members by their names: two of one content are one text, and people can read it.</summary>
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
                    AppendAll('{', part.Members.OrderBy(m => m.Name, StringComparer.Ordinal), m =>
                    {
                        text.Append(m.Name).Append(": ");
                        Append(m.Value);
                    }, '}');
                    break;
                case JsonKind.Array:
                    AppendAll('[', part.Items, Append, ']');
                    break;
                case JsonKind.String:
                    // In quotes, with escapes, so that no text can pass for another's end.
                    text.Append(new JsonWriter(indented: false).Item(part.Text).ToString());
                    break;
                default:
                    text.Append(part.Text);
                    break;
            }
        }

        void AppendAll<T>(char opening, IEnumerable<T> items, Action<T> append, char closing)
        {
            text.Append(opening);
            var isFirst = true;
            foreach (var item in items)
            {
                text.Append(isFirst ? "" : ", ");
                isFirst = false;
                append(item);
            }

            text.Append(closing);
        }
    }
}
