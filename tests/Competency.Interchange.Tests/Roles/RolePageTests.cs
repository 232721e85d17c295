using Competency.Documents;
using Competency.Text;

namespace Competency.Interchange.Tests.Roles;

public class RolePageTests
{
    private const string Page = """
        Sky Careers > Wind > Kites

        Kite assistants

        This page describes work with kites.

        The job

        Assistants help makers. They may also:
          • hold string
          • fold cloth
        Training takes a week.

        Entry requirements

        None. For more information, visit our site.

        Practitioners can be accredited by the Guild.

        How to apply

        Ask a maker.
        """;

    private static RoleImport Import(string page, RoleProfile? existing = null) => RolePage.Import(new SourceDocument("role.txt", page), new ImportOptions { ExistingRole = existing });

    [Fact]
    public void A_page_is_parted_into_sections_and_statements()
    {
        var import = Import(Page);
        Assert.Empty(import.Problems);
        var role = import.Role!;
        Assert.Equal("Kite assistants", role.Title);
        Assert.Equal("Sky Careers", role.Source!.Publisher);
        Assert.Null(role.Source.Licence);
        Assert.Equal(
            ["duties: Assistants help makers.|They may also:|hold string|fold cloth", "entryRequirements: None.", "training: Training takes a week.", "accreditation: Practitioners can be accredited by the Guild.", "application: Ask a maker."],
            role.Sections.Select(s => $"{s.Kind}: {string.Join('|', s.Statements.Select(t => t.Text))}"));
        Assert.Equal(8, import.Losses.Of(LossKind.Verbatim).Count());
        Assert.Equal(2, import.Losses.Of(LossKind.Guessed).Count());
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "points elsewhere");
        Assert.Empty(RoleDocument.Read("x.role.json", RoleDocument.Write(role)).Findings);
    }

    [Fact]
    public void Own_words_are_kept_for_what_did_not_change()
    {
        var own = new RoleProfile("Kite assistants")
        {
            Sections = Import(Page).Role!.Sections.Select(s => new RoleSection(s.Kind, s.Statements.Select(t => new RoleStatement("Ours: " + t.Text.Length, t.SourceFingerprint)))).ToArray(),
            Source = new PublicationSource { Publisher = "Sky Careers", Address = "https://example.org/kites" },
        };
        var same = Import(Page, own);
        Assert.Empty(same.Losses.Of(LossKind.Verbatim));
        Assert.Equal(RoleDocument.Write(own), RoleDocument.Write(same.Role!));

        var changed = Import(Page.Replace("fold cloth", "sew cloth", StringComparison.Ordinal), own);
        Assert.Contains("'sew cloth'", Assert.Single(changed.Losses.Of(LossKind.Verbatim)).Message);
        Assert.Equal(["Ours: 23", "Ours: 14", "Ours: 11", "sew cloth"], changed.Role!.Find("duties")!.Statements.Select(s => s.Text));
        Imports.AssertLoss(changed.Losses, LossKind.NotHeld, "'Ours: 10' was made");
    }

    [Fact]
    public void Without_a_title_or_a_section_there_is_no_role()
    {
        var import = Import("A sentence that ends.");
        Assert.Null(import.Role);
        Assert.Equal(2, import.Problems.Count);
    }
}
