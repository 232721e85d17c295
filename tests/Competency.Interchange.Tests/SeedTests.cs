using Competency.Documents;
using Competency.Text;

namespace Competency.Interchange.Tests;

/// <summary>The committed documents are what import makes of the seeds, byte for byte.</summary>
public class SeedTests
{
    [Theory]
    [InlineData("000_dd9f845ea0034ab6.txt", "1.2", "ST0583.standard.json", "K46 S40 B4 D11")]
    [InlineData("001_ca82f4a3cd72b75c.txt", "1.1", "OCC0220.standard.json", "K44 S44 B6 D10")]
    public void A_seed_imports_as_the_committed_document(string seed, string version, string file, string counts)
    {
        var source = new SourceDocument(seed, File.ReadAllText(Repository.SharedFile("seeds", seed)));
        Assert.Equal(SourceFormat.PageText, SourceFormats.Detect(source));
        var committed = Repository.Read("data", "standards", file);
        var standard = Imports.Whole(PublishedPage.Import(source, new ImportOptions { Version = StandardVersion.Parse(version) }));
        Assert.Equal(counts, Imports.Counts(standard));
        Assert.Equal(committed, StandardDocument.Write(standard));

        var again = PublishedPage.Import(source, new ImportOptions { Version = StandardVersion.Parse(version), Existing = StandardDocument.Read(file, committed).Standard });
        Assert.Equal(committed, StandardDocument.Write(Imports.Whole(again)));
    }

    [Fact]
    public void The_role_seed_over_the_committed_document_gives_the_committed_bytes()
    {
        var source = new SourceDocument("role.txt", File.ReadAllText(Repository.SharedFile("seeds", "002_1f95e73fa058666f.txt")));
        Assert.Equal(SourceFormat.RolePage, SourceFormats.Detect(source));
        var committed = Repository.Read("data", "roles", "radiography-support-worker.role.json");
        var import = RolePage.Import(source, new ImportOptions { ExistingRole = RoleDocument.Read("role.json", committed).Role });
        Assert.Empty(import.Problems);
        Assert.Empty(import.Losses.Of(LossKind.Verbatim));
        Assert.Equal(committed, RoleDocument.Write(import.Role!));
    }

    /// <summary>The page is under no open licence: no run of five of its words stands in our document.</summary>
    [Fact]
    public void The_role_document_holds_no_wording_of_its_source()
    {
        var source = Words(File.ReadAllText(Repository.SharedFile("seeds", "002_1f95e73fa058666f.txt")));
        var theirs = source.Zip(source.Skip(1), source.Skip(2)).Select(t => t.ToString()).Zip(source.Skip(3), source.Skip(4)).Select(t => t.ToString()).ToHashSet();
        var role = RoleDocument.Read("role.json", Repository.Read("data", "roles", "radiography-support-worker.role.json")).Role!;
        foreach (var statement in role.Sections.SelectMany(s => s.Statements))
        {
            var words = Words(statement.Text);
            var runs = words.Zip(words.Skip(1), words.Skip(2)).Select(t => t.ToString()).Zip(words.Skip(3), words.Skip(4)).Select(t => t.ToString());
            Assert.DoesNotContain(runs, theirs.Contains);
        }

        static string[] Words(string text) => new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void The_committed_documents_are_canonical_and_without_errors()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File("data", "standards")))
        {
            var text = File.ReadAllText(path);
            var document = StandardDocument.Read(path, text);
            Assert.All(document.Findings, f => Assert.Equal(Findings.FindingSeverity.Information, f.Severity));
            Assert.Equal(text, StandardDocument.Write(document.Standard!));
            Assert.Equal(PublicationSource.OpenGovernmentAttribution, document.Standard!.Source!.Attribution);
        }

        var role = Repository.Read("data", "roles", "radiography-support-worker.role.json");
        Assert.Empty(RoleDocument.Read("role.json", role).Findings);
        Assert.Null(RoleDocument.Read("role.json", role).Role!.Source!.Licence);
    }
}
