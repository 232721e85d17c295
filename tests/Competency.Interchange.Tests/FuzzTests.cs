using Competency.Documents;
using Competency.Interchange.Tests.Pages;
using Competency.Text;
using FsCheck;
using FsCheck.Fluent;
using Property = Competency.Testing.Property;

namespace Competency.Interchange.Tests;

/// <summary>Nothing that comes in makes an importer throw or hang, and whatever comes out can be read.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "K1", "S2:", "B3", "Duty 1", "Duty 2 ", "duty", "\n", "\r\n", "\n\n", "\t", " ", "\u00A0", "Back to Duty", "Key information", "Reference: ST0001", "Reference:", "ST0001", "Level: 4",
        "Options", "Option 1: A", "Core", "KSBs", "Knowledge", "Qualification type: HTQ", "Qualification level:", "Aligned occupational standards", "Awarding body:", "Crown copyright",
        "Typical job titles include:", "Occupation summary", "•", "–", ".", ":", "К1", "\uD83D", "\uDE00", "\u200B", "\0", "<p>", "<br", "<!--", "&amp;", "&#xD800;", "&lt;p&gt;", "\"", "'", "{", "}", "[", "]",
        ",", "null", "\"knowledges\"", "\"detail\"", "\"duties\"", "\"referenceNumber\"", "The job", "Entry requirements", "How to apply", "TK1: a", "K4095: z", "K4096: z", "Duty 255 q", "Duty 256 q", "1", "2024",
    ];

    [Fact]
    public void Arbitrary_text_is_imported_or_refused() => Property.Holds(ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), ImportEveryWay, 300);

    [Fact]
    public void Arbitrary_pieces_of_pages_are_imported_or_refused() =>
        Property.Holds(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ImportEveryWay, 1500);

    [Fact]
    public void Pages_with_lines_dropped_doubled_and_swapped_are_imported_or_refused()
    {
        string[] pages = [SamplePages.Spaced, SamplePages.Apprenticeship, SamplePages.Foundation, .. Seeds()];
        Property.Holds(
            from page in Gen.Elements(pages)
            from edits in (from kind in Gen.Choose(0, 3) from at in Gen.Choose(0, 10_000) from other in Gen.Choose(0, 10_000) select (kind, at, other)).ArrayOf(4)
            select Mutated(page, edits),
            ImportEveryWay,
            250);
    }

    [Fact]
    public void Records_with_values_replaced_are_imported_or_refused()
    {
        const string Record = """{"referenceNumber":"ST0001","version":"1.0","title":"T","level":4,"options":[{"optionId":"a","title":"b"}],"knowledges":[{"knowledgeId":"x","detail":"y"}],"duties":[{"dutyDetail":"d","isThisACoreDuty":0,"mappedKnowledge":["x"],"mappedOptions":["a"]}],"qualifications":[{"title":"q","level":"0"}]}""";
        string[] values = ["null", "0", "\"\"", "[]", "{}", "[null]", "true", "-1", "1e9", "\"x\"", "[{}]", "[[]]"];
        Property.Holds(
            from at in Gen.Choose(0, Record.Count(c => c == ':') - 1)
            from value in Gen.Elements(values)
            select Replaced(Record, at, value),
            ImportEveryWay,
            400);
    }

    private static void ImportEveryWay(string text)
    {
        var source = new SourceDocument("fuzz", text);
        SourceFormats.Detect(source);
        var options = new ImportOptions { Reference = StandardReference.Parse("ST0001"), Version = new StandardVersion(1, 0), Title = "T" };
        foreach (var import in ApprenticeshipStandardsJson.Import(source, options)
            .Concat(ApprenticeshipStandardsJson.Import(source, ImportOptions.None))
            .Append(PublishedPage.Import(source, options)).Append(PublishedPage.Import(source, ImportOptions.None)))
        {
            Assert.True(import.Standard is not null || import.Problems.Count > 0);
            Assert.NotEmpty(import.Losses.ToString());
            if (import.Standard is not null)
            {
                Imports.AssertReadable(import.Standard);
            }
        }

        if (RolePage.Import(source, options).Role is { } role)
        {
            var written = RoleDocument.Write(role);
            var read = RoleDocument.Read("x", written);
            Imports.AssertOfForm(written, read.Findings);
            Assert.Equal(written, RoleDocument.Write(read.Role!));
        }
    }

    private static IEnumerable<string> Seeds() =>
        Repository.Shared is { } shared ? Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText) : [];

    private static string Mutated(string page, (int Kind, int At, int Other)[] edits)
    {
        var lines = page.Split('\n').ToList();
        foreach (var (kind, at, other) in edits.Where(_ => lines.Count > 1))
        {
            var (i, j) = (at % lines.Count, other % lines.Count);
            switch (kind)
            {
                case 0:
                    lines.RemoveAt(i);
                    break;
                case 1:
                    lines.Insert(j, lines[i]);
                    break;
                case 2:
                    (lines[i], lines[j]) = (lines[j], lines[i]);
                    break;
                default:
                    lines[i] += lines[j];
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Puts another value behind one of the colons.</summary>
    private static string Replaced(string json, int colon, string value)
    {
        var start = -1;
        for (var i = 0; i <= colon; i++)
        {
            start = json.IndexOf(':', start + 1);
        }

        var end = start + 1;
        for (var depth = 0; end < json.Length && (depth > 0 || json[end] is not (',' or '}' or ']')); end++)
        {
            depth += json[end] is '{' or '[' ? 1 : json[end] is '}' or ']' ? -1 : 0;
        }

        return json[..(start + 1)] + value + json[end..];
    }
}
