using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>Reads a policy document field by field. A requirement that cannot be read costs the policy, and the rest is read for what is wrong with it.</summary>
internal sealed class PolicyDocumentReader
{
    private readonly DocumentReader _reader;
    private readonly SourceDocument _source;

    private PolicyDocumentReader(SourceDocument source)
    {
        _source = source;
        _reader = new DocumentReader(source) { IsRefusedForAny = true };
    }

    public static PolicyDocument Read(SourceDocument source) => new PolicyDocumentReader(source).Read();

    /// <summary>
    /// Whether nothing was left unread. A property that nobody knows, or a range that nobody can read, makes half a policy too, although they
    /// are but warnings elsewhere; a code that is named twice is read all the same.
    /// </summary>
    private bool IsSound => _reader.Findings.All(f => f.Descriptor == FindingCatalogue.RepeatedReference);

    private PolicyDocument Read()
    {
        PolicyOutline? policy = null;
        var places = new List<SourceSpan>();
        if (_reader.Expect(PolicyDocument.Format) is { } root)
        {
            policy = ReadPolicy(root, places);
        }

        return new PolicyDocument(_source, policy, IsSound, _reader.IsWhole, places, _reader.Findings);
    }

    private PolicyOutline? ReadPolicy(DocumentObject root, List<SourceSpan> places)
    {
        var id = root.String("id", isRequired: true);
        var name = root.String("name", isRequired: true);
        var version = root.String("version", isRequired: true);
        var standards = StandardList.Read(root, "standards", places);
        root.NotEmpty("standards", "every standard");
        var notJudged = root.Strings("notJudged").Select(v => v.Text).ToArray();
        var requirement = root.Object("requirement", isRequired: true) is { } entry ? ReadRequirement(entry, depth: 1) : null;
        root.Done();
        return requirement is null ? null : new PolicyOutline(id ?? "", name ?? "", version ?? "", requirement) { Standards = standards, NotJudged = notJudged };
    }

    private RequirementOutline? ReadRequirement(DocumentObject entry, int depth)
    {
        if (depth > PolicyOutline.MaxDepth)
        {
            entry.Wrong(entry.Place, $"Requirements nest deeper than {PolicyOutline.MaxDepth}");
            return null;
        }

        var id = entry.String("id", isRequired: true);
        var sentence = entry.String("sentence", isRequired: true);
        var basis = entry.Choice("basis", RequirementKinds.Bases);
        var citation = CitationOutline.Read(entry, "citation");
        if (ReadKind(entry) is not { } kind)
        {
            // What else stands here nobody can say: the properties of an unknown kind are neither right nor wrong.
            return null;
        }

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        var places = entry.Value.Members.Where(m => m.Value.Kind != JsonKind.Null).GroupBy(m => m.Name).ToDictionary(m => m.Key, m => m.First().Value.Span, StringComparer.Ordinal);
        foreach (var parameter in kind.Parameters)
        {
            if (ParameterReader.Read(entry, parameter) is { } value)
            {
                values.Add(parameter.Name, value);
            }
        }

        var children = ReadChildren(entry, kind, depth + 1);
        entry.Done();
        return new RequirementOutline(kind, id ?? "", sentence ?? "", values, places, children, entry.Place)
        {
            Basis = basis,
            Citation = citation,
            IsReadWhole = kind.Children != ChildShape.Several || (entry.Value.Find("requirements")?.Value is { Kind: JsonKind.Array } array && array.Items.Count == children.Count),
        };
    }

    private static RequirementKind? ReadKind(DocumentObject entry)
    {
        if (entry.String("kind", isRequired: true) is not { } written)
        {
            return null;
        }

        if (RequirementKinds.Find(written) is { } kind)
        {
            return kind;
        }

        _ = FieldValue.Choice(written, RequirementKinds.All.Select(k => k.Name).ToArray(), out _, out var nearest);
        entry.Wrong(
            entry.SpanOf("kind"),
            $"'{TextFolding.OnOneLine(written)}'{LookAlikes.Holding(written)} is no kind of requirement{(nearest is null ? $"; there are {string.Join(", ", RequirementKinds.All.Select(k => k.Name))}" : $"; did you mean '{nearest}'?")}",
            nearest is null ? null : $"\"{nearest}\"");
        return null;
    }

    private IReadOnlyList<RequirementOutline> ReadChildren(DocumentObject entry, RequirementKind kind, int depth)
    {
        IEnumerable<DocumentObject?> objects = kind.Children switch
        {
            ChildShape.Several => entry.Objects("requirements", isRequired: true),
            ChildShape.IfThen => Two("if", "then"),
            ChildShape.RequirementSigned => Two("requirement", "signed"),
            _ => [],
        };
        return objects.OfType<DocumentObject>().Select(child => ReadRequirement(child, depth)).OfType<RequirementOutline>().ToArray();

        IEnumerable<DocumentObject?> Two(string first, string second) => new[] { first, second }.Select(name => entry.Object(name, isRequired: true));
    }
}
