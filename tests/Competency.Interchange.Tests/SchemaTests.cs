using System.Text.Json;
using System.Text.RegularExpressions;
using Competency.Documents;

namespace Competency.Interchange.Tests;

/// <summary>
/// The schemas say what the readers read: a document with every field is valid, the readers know each property of a schema, and what the
/// schema refuses they refuse. <see cref="TinySchema"/> is the judge.
/// </summary>
public class SchemaTests
{
    private static readonly string Standard = StandardDocument.Write(new OccupationalStandard(StandardId.Parse("ST9001@1.2"), "T", [new KsbStatement(KsbCode.Parse("K1"), "t", "i")])
    {
        TypeName = "Name",
        KeyInformation = new KeyInformation
        {
            Level = 1, Route = "r", Status = "s", LarsCode = 1, Updated = new DateOnly(2024, 1, 2), DurationMonths = 1, DurationLabel = "Typical", AssessmentMonths = 1, MinimumHours = 1, MaximumFunding = 1,
            Regulated = true, RegulatedBody = "b", EarliestStart = new DateOnly(2024, 1, 2), LatestStart = new DateOnly(2024, 1, 2), JobTitles = ["j"], Summary = "s",
        },
        Options = [new StandardOption("o", "t")],
        Duties = [new OccupationDuty(1, "t", [KsbCode.Parse("K1")]) { Id = "i", Options = ["o"] }],
        Qualifications =
        [
            new Qualification("t")
            {
                Id = "i", Type = "HTQ", Level = 4, AwardingBody = "a", Applicant = "a", Approved = new DateOnly(2024, 1, 2), Pathway = "p", Placement = true, Information = "i", Ksbs = [KsbCode.Parse("K1")],
            },
        ],
        Source = new PublicationSource { Publisher = "p", Document = "d", Address = "a", Copyright = "c", Licence = "l", Attribution = "a" },
    });

    private static readonly string Role = RoleDocument.Write(new RoleProfile("T")
    {
        Sections = RoleSection.Kinds.Select(k => new RoleSection(k, [new RoleStatement("t", "f")])).ToArray(),
        Source = new PublicationSource { Publisher = "p", Document = "d", Address = "a", Copyright = "c", Licence = "l", Attribution = "a" },
    });

    private const string Mapping = """
        {"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "programme", "title": "t", "option": "o", "coverage": "full",
         "demands": [{"every": "ksb", "kind": "knowledge"}, {"every": "duty", "option": "o"}, {"atLeast": "80%"}, {"atLeast": 1}],
         "items": [{"id": "a", "title": "t", "hours": 7, "method": "m", "due": "2026-03-01", "covers": "K1", "items": [{"id": "b", "covers": ["K1"]}]}]}
        """;

    public static TheoryData<string, string> Whole => new() { { "standard", Standard }, { "role", Role }, { "mapping", Mapping } };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_document_with_every_field_is_valid_and_has_every_property_of_the_schema(string kind, string document)
    {
        var used = new HashSet<string> { "$schema" };
        Assert.Empty(TinySchema.Of(kind).Errors(document, used));
        Assert.Empty(Findings(kind, document));
        Assert.Empty(TinySchema.Of(kind).Properties.Except(used));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void The_schema_names_itself_as_editors_will_find_it(string kind, string document)
    {
        var root = TinySchema.Of(kind).Root;
        Assert.Equal($"https://github.com/competency-net/competency/blob/main/schemas/{kind}.schema.json", root.GetProperty("$id").GetString());
        Assert.Empty(Findings(kind, document.Replace("{\"document\"", $"{{\"$schema\": \"{root.GetProperty("$id").GetString()}\", \"document\"", StringComparison.Ordinal)));
    }

    /// <summary>Each property in turn is renamed, made another form, or emptied: where the schema objects, so does the reader.</summary>
    [Theory]
    [MemberData(nameof(Whole))]
    public void What_the_schema_refuses_the_reader_refuses(string kind, string document)
    {
        var refused = 0;
        foreach (var match in Regex.Matches(document, "\"([a-zA-Z]+)\": ?(\"[^\"]*\"|[0-9]+|true)").Cast<Match>())
        {
            foreach (var value in (string[])["{}", "\"\"", "-1", "\"Ж\""])
            {
                var changed = document[..match.Groups[2].Index] + value + document[(match.Groups[2].Index + match.Groups[2].Length)..];
                if (TinySchema.Of(kind).Errors(changed, []).Count > 0)
                {
                    Assert.NotEmpty(Findings(kind, changed));
                    refused++;
                }
            }

            var renamed = document[..match.Groups[1].Index] + "no" + document[match.Groups[1].Index..];
            Assert.NotEmpty(TinySchema.Of(kind).Errors(renamed, []));
            Assert.NotEmpty(Findings(kind, renamed));
        }

        Assert.True(refused > 10);
    }

    private const string Lock = """
        {"document": "competency.lock/1",
         "files": {"a/b.mapping.json": {"ST9001@1.2": {"TK12": "0123456789abcdef Words.", "Duty 4": "0123456789abcdef"}}},
         "types": {"A.B+C, D": {"OCC0220@1.1": {"ESB1": "0123456789abcdef \u00e9 …"}}}}
        """;

    [Fact]
    public void A_lock_with_every_field_is_valid_and_has_every_property_of_the_schema()
    {
        var used = new HashSet<string> { "$schema" };
        Assert.Empty(TinySchema.Of("lock").Errors(Lock, used));
        Assert.Empty(LockDocument.Read("x", Lock).Findings);
        Assert.Empty(TinySchema.Of("lock").Properties.Except(used));
        Assert.Empty(TinySchema.Of("lock").Errors(LockDocument.Write(LockDocument.Read("x", Lock).Lock!), []));
        Assert.Equal("https://github.com/competency-net/competency/blob/main/schemas/lock.schema.json", TinySchema.Of("lock").Root.GetProperty("$id").GetString());
    }

    [Theory]
    [InlineData("competency.lock/1", "competency.lock/2")]
    [InlineData("files", "file")]
    [InlineData("ST9001@1.2", "ST9001")]
    [InlineData("OCC0220@1.1", "OCC0220@1")]
    [InlineData("TK12", "TK0")]
    [InlineData("Duty 4", "Duty 04")]
    [InlineData("0123456789abcdef Words.", "0123456789abcde Words.")]
    [InlineData("0123456789abcdef Words.", "0123456789abcdefWords.")]
    [InlineData("\"0123456789abcdef Words.\"", "1")]
    [InlineData("\"0123456789abcdef Words.\"", "{}")]
    [InlineData("{\"TK12\"", "[]}, \"x\": {\"ST9001@1.2\": {\"TK12\"")]
    public void What_the_schema_of_the_lock_refuses_the_reader_refuses(string right, string wrong)
    {
        var changed = Lock.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(TinySchema.Of("lock").Errors(changed, []));
        Assert.NotEmpty(LockDocument.Read("x", changed).Findings);
    }

    [Fact]
    public void The_committed_documents_are_valid()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File("data", "standards")))
        {
            Assert.Empty(TinySchema.Of("standard").Errors(File.ReadAllText(path), []));
        }

        Assert.Empty(TinySchema.Of("role").Errors(Repository.Read("data", "roles", "radiography-support-worker.role.json"), []));
    }

    private static IEnumerable<string> Findings(string kind, string document) => (kind switch
    {
        "standard" => StandardDocument.Read("x", document).Findings.Where(f => f.Descriptor == Competency.Findings.FindingCatalogue.UnreadableDocument || f.Severity == Competency.Findings.FindingSeverity.Error),
        "role" => RoleDocument.Read("x", document).Findings,
        _ => MappingDocument.Read("x", document).Check(new StandardCatalogue([StandardDocument.Read("s", Standard).Standard!])),
    }).Select(f => f.ToString());

}
