using System.Net;
using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Tests.Pages;

public class HtmlPageTests
{
    private const string Page = """
        <!doctype html>
        <html><head><title>Kite maker / Skills England</title><script>var x = "<p>K9: no</p>";</script><style>p{}</style></head>
        <body>
        <!-- K8: no -->
        <a href="#main">Skip to main content</a>
        <h1 class="big">Kite maker</h1>
        <p>Notices stand between.</p>
        <h2>Key information</h2>
        <ol><li><strong>Reference:</strong> ST9001</li><li><strong>Level:</strong>
             3</li></ol>
        <h3>Typical job titles include:</h3>
        <div><span class="tag"> <span>Kite maker</span> </span><span class="tag wide">Kite flyer</span></div>
        <h3>Occupation duties</h3>
        <table><thead><tr><th>Duty</th><th>KSBs</th></tr></thead>
        <tr class="duty-row" data-row="" data-row-is-core="True"><td><strong>Duty 1</strong> Cut &amp; sew.</td>
          <td><div><span>K1</span>&nbsp;<span>K2</span></div><div>S1</div></td></tr>
        <tr class="duty-row" data-row="Flying" data-row-is-core="False"><td><strong>Duty 2</strong> Fly.</td><td><span>S1</span></td></tr>
        </table>
        <h2>KSBs</h2><h3>Knowledge</h3>
        <p id="K1" data-covered-htq="true"><strong>K1</strong>: Cloth:<br>silk &lt;5&nbsp;g, <em>and</em>
           paper. <a>Back to Duty</a></p>
        <p id="K2" data-covered-htq="false"><strong>K2</strong>: Wind. <a>Back to Duty</a></p>
        <p id="S1" data-covered-htq="true"><strong>S1</strong>: Cut cloth. <a>Back to Duty</a></p>
        <h4>CertHE Kites</h4><p>Qualification type: HTQ</p>
        <p>Crown copyright &copy; 2026. Under the Open Government Licence.</p>
        </body></html>
        """;

    [Fact]
    public void A_saved_page_is_read_with_what_its_mark_up_says()
    {
        var import = Imports.Page(Page);
        var standard = Imports.Whole(import);
        Assert.Equal("ST9001@1.2 Kite maker", standard.ToString());
        Assert.Equal("K2 S1 D2", Imports.Counts(standard));
        Assert.Equal("Cloth:\nsilk <5\u00A0g, and paper.", standard.Ksbs[0].Text);
        Assert.Equal("Cut & sew.", standard.Duties[0].Text);
        Assert.Equal(["K1", "K2", "S1"], standard.Duties[0].Ksbs.Select(k => k.ToString()));
        Assert.Equal(["flying"], standard.Duties[1].Options);
        Assert.True(standard.Duties[0].IsCore);
        Assert.Equal(["Kite maker", "Kite flyer"], standard.KeyInformation.JobTitles);
        Assert.Equal(["K1", "S1"], Assert.Single(standard.Qualifications).Ksbs!.Select(k => k.ToString()));
        Assert.Equal("Crown copyright © 2026", standard.Source!.Copyright);
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "its only Higher Technical Qualification");
    }

    [Fact]
    public void Losses_and_problems_have_their_places_in_the_HTML()
    {
        var import = Imports.Page(Page.Replace("ST9001", "XX9001", StringComparison.Ordinal));
        Assert.Contains(import.Problems, p => p.ToString().StartsWith("page.txt(9,37): error KSB2007: 'XX9001' is not the reference", StringComparison.Ordinal) || p.Location!.Start.Line == 9);
        Assert.Contains(import.Losses.Entries, l => l.Message.Contains("Notices", StringComparison.Ordinal) && l.Location!.Start.Line == 7);
    }

    [Fact]
    public void The_address_of_a_superseded_page_says_its_version()
    {
        var page = Page.Replace("<title>", "<link rel=\"canonical\" href=\"https://example.org/apprenticeships/st9001-v1-1\" /><title>", StringComparison.Ordinal);
        var import = Imports.Page(page, ImportOptions.None);
        Assert.Equal("ST9001@1.1", Imports.Whole(import).Id.ToString());
        Assert.Equal("https://example.org/apprenticeships/st9001-v1-1", import.Standard!.Source!.Address);
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "which the page's address says");
        Assert.Contains("version is 1.1; 1.2 was given", Assert.Single(Imports.Page(page).Problems).Message);
    }

    [Theory]
    [InlineData("<p>a<br>b", "a|b")]
    [InlineData("<p title='x>y'>a</p><p>b &amp;amp; c</p>", "a|b &amp; c")]
    [InlineData("<script>x</script>a<style>y", "a")]
    [InlineData("a < b and c<d>", "a < b and c")]
    [InlineData("<p>one <b>two</b>\n\tthree</p>", "one two three")]
    [InlineData("<div><!-- x > y -->a<!-- never closed", "a")]
    [InlineData("&#x4b;1 &nosuch; &", "K1 &nosuch; &")]
    public void Html_is_read_as_a_browser_shows_it(string html, string lines) =>
        Assert.Equal(lines, string.Join('|', HtmlLines.Of(new SourceDocument("x", html)).Select(l => l.Text)));

    /// <summary>The page's own mark-up, read by other means than the importer's, says what must come out.</summary>
    [Fact]
    public void The_corpus_page_has_the_counts_that_its_attributes_say()
    {
        var html = File.ReadAllText(Repository.SharedFile("corpus", "pages", "OCC0499.html"));
        var import = Imports.Page(html, new ImportOptions { Version = new StandardVersion(1, 3) });
        var standard = Imports.Whole(import);
        Assert.Equal("OCC0499@1.3 Autocare technician", standard.ToString());

        var rows = html.Split("<tr class=\"duty-row\"").Skip(1).ToArray();
        Assert.Equal(rows.Length, standard.Duties.Count);
        foreach (var (row, duty) in rows.Zip(standard.Duties))
        {
            Assert.Equal($"Duty {duty.Number}", Between(row, "data-duty-title=\"", "\""));
            Assert.Equal(WebUtility.HtmlDecode(Between(row, "data-duty-details=\"", "\"")).Trim(), duty.Text);
            var codes = row.Split("</tr>")[0].Split("data-ksb-id=\"").Skip(1).Select(p => p[..p.IndexOf('"')]);
            Assert.Equal(codes.Order(StringComparer.Ordinal), duty.Ksbs.Select(k => k.ToString()).Order(StringComparer.Ordinal));
        }

        var versions = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Repository.SharedFile("corpus", "pages", "ST0499-versions.json"))).RootElement.GetProperty("versions");
        var third = versions.EnumerateArray().Single(v => v.GetProperty("occupationVersion").GetString() == "1.3").GetProperty("ksbs");
        Assert.Equal(third.GetArrayLength(), standard.Ksbs.Count);
        foreach (var entry in third.EnumerateArray())
        {
            var ksb = standard[KsbCode.Parse(entry.GetProperty("code").GetString()!)];
            Assert.Equal(Versions.Fingerprint.OfStatement(entry.GetProperty("statement").GetString()!), ksb.Fingerprint);
        }
    }

    [Fact]
    public void The_text_of_the_corpus_page_imports_as_its_HTML_does()
    {
        var html = File.ReadAllText(Repository.SharedFile("corpus", "pages", "OCC0499.html"));
        var options = new ImportOptions { Version = new StandardVersion(1, 3) };
        var text = string.Join('\n', HtmlLines.Of(new SourceDocument("x", html)).Select(l => l.Text));
        var (ofHtml, ofText) = (Imports.Standard(html, options), Imports.Standard(text, options));
        Assert.Equal(ofHtml.Ksbs.Select(k => k.ToString()), ofText.Ksbs.Select(k => k.ToString()));
        Assert.Equal(ofHtml.Duties.Select(d => d + string.Concat(d.Ksbs)), ofText.Duties.Select(d => d + string.Concat(d.Ksbs)));
        Assert.Equal(ofHtml.Title, ofText.Title);
        Assert.Equal(ofHtml.Qualifications.Select(q => q.Title), ofText.Qualifications.Select(q => q.Title));
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
