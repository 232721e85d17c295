using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Competency.Documents;
using Competency.Documents.Json;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;

namespace Competency.Rules;

/// <summary>A report as it was written in JSON: what is compared when it is made again, each with its place.</summary>
internal sealed partial class WrittenReport
{
    private readonly List<(string What, string? Value, SourceSpan Span)> _values = [];
    private readonly List<(string What, string? Value, SourceSpan Span)> _words = [];
    private readonly List<(string What, string[] Names, SourceSpan Span)> _orders = [];
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

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

    /// <summary>Where it stands.</summary>
    public SourceSpan EnginePlace { get; private set; }

    /// <summary>What an engine may say otherwise than the one before: compared where both are of one. How many there are is a value.</summary>
    public IReadOnlyList<(string What, string? Value, SourceSpan Span)> Words => _words;

    /// <summary>What is compared, by its name, in the order of the text: all that is no wording, where each thing stands included.</summary>
    public IReadOnlyList<(string What, string? Value, SourceSpan Span)> Values => _values;

    /// <summary>Lists whose items are values by themselves: what is left to compare is their order.</summary>
    public IReadOnlyList<(string What, string[] Names, SourceSpan Span)> Orders => _orders;

    public static WrittenReport Read(string path, string text)
    {
        var source = new SourceDocument(path, text);
        var reader = new DocumentReader(source);
        var report = new WrittenReport(source);
        if (reader.Expect(ReportJson.Format) is { } root)
        {
            report.Read(root);
        }

        // What nobody knows stands in no report that an engine of this format made.
        foreach (var unknown in reader.Findings.Where(f => f.Severity == FindingSeverity.Warning).Select(f => f.Location!.Span))
        {
            report.Add($"property {text[unknown.Start..unknown.End]}", "there", unknown);
        }

        report.Findings = [.. reader.Findings.OrderBy(f => f.Location?.Span.Start ?? 0)];
        return report;
    }

    private void Read(DocumentObject root)
    {
        Engine = root.String("engine", isRequired: true);
        EnginePlace = root.SpanOf("engine");
        if (Engine is not null && !ReportJson.IsEngine(Engine))
        {
            root.Wrong(root.SpanOf("engine"), $"'engine' must be a name and a version such as \"{ReportJson.Engine}\"");
        }

        root.Choice("verdict", Rules.Words.Verdict.All, isRequired: true);
        Take(root, "verdict", "verdict");
        root.String("learner", isRequired: true);
        Take(root, "learner", "learner");
        root.String("name");
        Take(root, "name", "name");
        root.Standard("standard", isRequired: true);
        Take(root, "standard", "standard");
        root.String("standardFingerprint", isRequired: true);
        Take(root, "standardFingerprint", "standard's fingerprint");
        root.String("option");
        Take(root, "option", "option");
        var asOf = root.Date("asOf", isRequired: true);
        Take(root, "asOf", "day of assessment");
        var knownAt = root.Date("knownAt", isRequired: true);
        Take(root, "knownAt", "day by which things were recorded");
        root.String("factsDigest");
        Take(root, "factsDigest", "facts digest");
        var redaction = Rules.Words.Redaction.Find(root.Choice("redaction", Rules.Words.Redaction.All)) ?? RedactionLevel.Full;
        Take(root, "redaction", "redaction");
        TakeDates(root, "");
        Actions(root);
        if (root.Object("result", isRequired: true) is { } result)
        {
            Node(result);
        }

        var duties = root.Objects("duties");
        TakeOrder(root, "duties", "duties", [.. duties.Select(d => d.Value.Find("number")?.Value.Text ?? "")]);
        foreach (var duty in duties)
        {
            var of = $" of duty {duty.Integer("number", 0, int.MaxValue, isRequired: true)}";
            Add("completeness" + of, duty.Boolean("complete") is { } complete ? complete ? "complete" : "not complete" : null, duty.SpanOf("complete"));
            duty.String("lacks");
            Take(duty, "lacks", "KSBs that are lacked" + of);
            duty.Done();
        }

        if (root.Object("policy", isRequired: true) is { } policy)
        {
            Policy(policy);
        }

        root.Done();
        Made = asOf is null || knownAt is null ? null : (asOf.Value, knownAt.Value, redaction);
    }

    /// <summary>What is to be done. Who does it, and for what, is no wording, nor is which KSBs its text names.</summary>
    private void Actions(DocumentObject root)
    {
        var actions = root.Objects("outstanding", isRequired: true);
        TakeOrder(root, "outstanding", "actions", [.. actions.Select(a => a.Value.Find("key")?.Value.Text ?? "")]);
        foreach (var action in actions)
        {
            var key = action.String("key", isRequired: true);
            var text = action.String("text", isRequired: true) ?? "";
            Add($"action {key}", Canonical(action.Value, except: "text") + KsbsIn(text), action.Value.Span);
            TakeWords($"text of the action {key}", action.Value.Find("text")?.Value);
        }
    }

    private void Policy(DocumentObject policy)
    {
        policy.String("id", isRequired: true);
        Take(policy, "id", "policy");
        policy.String("version", isRequired: true);
        Take(policy, "version", "version of the policy");
        policy.String("name", isRequired: true);
        Take(policy, "name", "name of the policy");
        policy.Strings("standards");
        Take(policy, "standards", "standards of the policy");
        policy.Strings("notJudged");
        Take(policy, "notJudged", "list of what the policy does not judge");
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
        node.Choice("verdict", Rules.Words.Verdict.All, isRequired: true);
        Take(node, "verdict", $"verdict of {id}");
        // A requirement's sentence is the policy's, and no engine's.
        node.String("sentence", isRequired: true);
        Take(node, "sentence", $"sentence of {id}");
        node.String("explanation", isRequired: true);
        TakeWords($"explanation of {id}", node.Value.Find("explanation")?.Value);

        node.String("shortfall");
        Take(node, "shortfall", $"shortfall of {id}");
        TakeDates(node, $" of {id}");
        node.Boolean("withheld");
        Take(node, "withheld", $"withholding of {id}");
        TakeWords(node, "notKnown", $"notKnown of {id}");
        TakeWords(node, "attention", $"attention of {id}");
        Citations(node, $"citations of {id}");
        var facts = node.Objects("facts");
        TakeOrder(node, "facts", $"facts of {id}", [.. facts.Select(f => Canonical(f.Value))]);
        foreach (var fact in facts)
        {
            Fact(fact.Value, id);
        }

        var children = node.Objects("requirements");
        Add($"requirements within {id}", children.Count == 0 ? null : Ids([.. children.Select(c => c.Value)]), node.SpanOf("requirements"));
        foreach (var child in children)
        {
            Node(child);
        }

        node.Done();
    }

    /// <summary>
    /// A requirement of the policy with its parameters, and those within it: which they are, under which name of which requirement, is a value of the one that holds them.
    /// </summary>
    private void PolicyNode(JsonValue requirement)
    {
        var id = requirement.Find("id")?.Value.Text ?? "";
        foreach (var member in requirement.Members)
        {
            var isList = member.Value.Kind == JsonKind.Array;
            JsonValue[] parts = isList ? [.. member.Value.Items] : [member.Value];
            var holdsOthers = parts.Length > 0 && Array.TrueForAll(parts, p => p.Find("id") is not null);
            Add($"'{member.Name}' of the requirement {id} of the policy", !holdsOthers ? Canonical(member.Value) : isList ? Ids(parts) : parts[0].Find("id")!.Value.Text, member.Value.Span);
            if (holdsOthers)
            {
                Array.ForEach(parts, PolicyNode);
            }
        }
    }

    /// <summary>A fact is known by its name and the evidence for it; of several that are, by which of them it is.</summary>
    private void Fact(JsonValue fact, string of) =>
        Add($"fact '{fact.Find("name")?.Value.Text}'{(fact.Find("evidence")?.Value.Items is [{ } evidence, ..] ? $" ({evidence.Text})" : "")} of {of}", Canonical(fact), fact.Span);

    /// <summary>Titles and issuers are words; how many sources there are, how certain each is and the paragraph are none.</summary>
    private void Citations(DocumentObject node, string what)
    {
        var citations = node.Objects("citations");
        if (citations.Count > 0)
        {
            Add(what, string.Join(", ", citations.Select(c => Canonical(c.Value, "title", "issuer"))), node.SpanOf("citations"));
            _words.Add(("words of the " + what, string.Join(", ", citations.Select(c => Canonical(c.Value, "certainty", "paragraph"))), node.SpanOf("citations")));
        }
    }

    private void TakeWords(string what, JsonValue? value)
    {
        if (value is not null)
        {
            _words.Add((what, Canonical(value), value.Span));
        }
    }

    /// <summary>A list of texts: words each of them, and no wording how many there are.</summary>
    private void TakeWords(DocumentObject entry, string name, string what)
    {
        if (entry.Strings(name) is { Count: > 0 } texts)
        {
            Add("number of the " + what, texts.Count.ToString(CultureInfo.InvariantCulture), entry.SpanOf(name));
            TakeWords(what, entry.Value.Find(name)!.Value);
        }
    }

    private void TakeOrder(DocumentObject entry, string name, string what, string[] names) => _orders.Add(("order of the " + what, names, entry.SpanOf(name)));

    private void TakeDates(DocumentObject entry, string of)
    {
        entry.Date("earliestDate");
        Take(entry, "earliestDate", "earliest date" + of);
        entry.Date("metUntil");
        Take(entry, "metUntil", "last day" + of);
    }

    /// <summary>A value as it is written, and not as it was understood: another way to write the same is another text.</summary>
    private void Take(DocumentObject entry, string name, string what)
    {
        var value = entry.Value.Find(name)?.Value;
        Add(what, value is null or { Kind: JsonKind.Null } ? null : value.Kind == JsonKind.String ? value.Text : Canonical(value), entry.SpanOf(name));
    }

    /// <summary>What has the name of another is one more, whatever it says.</summary>
    private void Add(string what, string? value, SourceSpan span)
    {
        // An id is any text, and can end as this does: no two values of one report have one name.
        var name = what;
        for (var number = 2; !_named.Add(name); number++)
        {
            name = $"{what}, number {number}";
        }

        _values.Add((name, value, span));
    }

    private static string Ids(JsonValue[] parts) => string.Join(", ", parts.Select(p => p.Find("id")?.Value.Text));

    /// <summary>The KSBs that a text names, however it lists them; empty for none.</summary>
    private static string KsbsIn(string text)
    {
        var codes = Codes.Matches(text).SelectMany(m => KsbNotation.Parse(m.Value).References.SelectMany(r => r.Codes)).Distinct().Order().ToArray();
        return codes.Length == 0 ? "" : $", of {KsbNotation.Format(codes)}";
    }

    [GeneratedRegex("\\b[KSB][0-9]+(-[KSB]?[0-9]+)?\\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes { get; }

    /// <summary>A value without white space and places, its members by their names: two of one content are one text, and people can read it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="except">Names of its own members that are left out.</param>
    private static string Canonical(JsonValue value, params string[] except)
    {
        var text = new StringBuilder();
        Append(value);
        return text.ToString();

        void Append(JsonValue part)
        {
            switch (part.Kind)
            {
                case JsonKind.Object:
                    AppendAll('{', part.Members.Where(m => part != value || !except.Contains(m.Name)).OrderBy(m => m.Name, StringComparer.Ordinal), m =>
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
