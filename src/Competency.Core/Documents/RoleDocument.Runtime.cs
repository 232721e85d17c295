using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A <c>*.role.json</c> document: the role profile that could be read from it, and what is wrong with it.</summary>
public sealed class RoleDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.role/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".role.json";

    private RoleDocument(RoleProfile? role, IReadOnlyList<Finding> findings)
    {
        Role = role;
        Findings = findings;
    }

    /// <summary>The role profile, without the entries that could not be read; null where the title is missing.</summary>
    public RoleProfile? Role { get; }

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static RoleDocument Read(string path, string text)
    {
        var reader = new DocumentReader(new SourceDocument(path, text));
        RoleProfile? role = null;
        if (reader.Expect(Format) is { } root)
        {
            var title = root.String("title", isRequired: true);
            var sections = ReadSections(root);
            var source = StandardDocumentReader.ReadSource(root.Object("source"));
            root.Done();
            role = title is null ? null : new RoleProfile(title) { Sections = sections, Source = source };
        }

        return new RoleDocument(role, StandardDocument.Ordered(reader.Document, reader.Findings));
    }

    /// <summary>The canonical text of a role profile.</summary>
    public static string Write(RoleProfile role)
    {
        ArgumentNullException.ThrowIfNull(role);
        var json = new JsonWriter().StartObject().Member("document", Format).Member("title", role.Title).StartArray("sections");
        foreach (var section in role.Sections)
        {
            json.StartObject().Member("kind", section.Kind).StartArray("statements");
            foreach (var statement in section.Statements)
            {
                json.StartObject().Member("text", statement.Text).Member("source", statement.SourceFingerprint).EndObject();
            }

            json.EndArray().EndObject();
        }

        json.EndArray();
        StandardDocumentWriter.WriteSource(json, role.Source);
        return json.EndObject().ToString();
    }

    private static List<RoleSection> ReadSections(DocumentObject root)
    {
        var sections = new List<RoleSection>();
        foreach (var entry in root.Objects("sections", isRequired: true))
        {
            var kind = entry.Choice("kind", RoleSection.Kinds, isRequired: true);
            var statements = new List<RoleStatement>();
            foreach (var item in entry.Objects("statements", isRequired: true))
            {
                var text = item.String("text", isRequired: true);
                var source = item.String("source");
                item.Done();
                if (text is not null)
                {
                    statements.Add(new RoleStatement(text, source));
                }
            }

            entry.Done();
            if (kind is not null)
            {
                sections.Add(new RoleSection(kind, statements));
            }
        }

        return sections;
    }
}
