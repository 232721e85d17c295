using Competency.Documents;

namespace Competency.Conformance;

public class CoverageDemandTextTests
{
    private static readonly StandardCatalogue Unknown = new([]);

    [Theory]
    [InlineData("every KSB", "every KSB")]
    [InlineData("Every ksbs", "every KSB")]
    [InlineData("every duty", "every duty")]
    [InlineData("every duties", "every duty")]
    [InlineData("every behaviour", "every behaviour statement")]
    [InlineData("every of the Knowledge statements", "every knowledge statement")]
    [InlineData("every employability skill or behaviour", "every employability skill or behaviour statement")]
    [InlineData("at least 80% of the skills", "at least 80% of the skill statements")]
    [InlineData("At\u00A0least  66.6%", "at least 66.6% of the KSBs")]
    [InlineData("at least 1", "at least 1 KSB")]
    [InlineData("at least 40 KSBs for the option Trail bikes", "at least 40 KSBs for the option 'Trail bikes'")]
    [InlineData("every skill for option 'Gears'", "every skill statement for the option 'Gears'")]
    [InlineData("every duty option Gears", "every duty for the option 'Gears'")]
    public void Reads_what_people_write(string written, string meaning) => Assert.Equal(meaning, Read(written)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("every")]
    [InlineData("every thing")]
    [InlineData("all")]
    [InlineData("at least")]
    [InlineData("at least 0")]
    [InlineData("at least 101%")]
    [InlineData("at least 80,5%")]
    [InlineData("at least 3 duties")]
    [InlineData("at most 3")]
    [InlineData("every KSB for the option ''")]
    public void Says_what_is_none(string written) => Assert.Null(Read(written));

    [Fact]
    public void Reads_what_a_demand_says_of_itself()
    {
        string?[] options = [null, "Gears", "Trail bikes, 29 inch", "Bells for the road"];
        foreach (var option in options)
        {
            foreach (var kind in KsbKinds.All.Prepend(KsbKind.None))
            {
                Same(CoverageDemand.EveryKsb(kind, option));
                Same(CoverageDemand.AtLeast(KsbThreshold.Count(1), kind, option));
                Same(CoverageDemand.AtLeast(KsbThreshold.Count(40), kind, option));
                Same(CoverageDemand.AtLeast(KsbThreshold.TryParse("79.96%", out var share) ? share : default, kind, option));
            }

            Same(CoverageDemand.EveryDuty(option));
        }
    }

    [Theory]
    [InlineData("plan.mapping.csv", "# standard: ST0001@1.0\n# demand: every duty; at least 80% of the skills\n# DEMANDS: every KSB\nid,ksbs\na,K1\n")]
    [InlineData("plan.mapping.md", "---\nstandard: ST0001@1.0\ndemand: every duty; at least 80% of the skills\ndemand: every KSB # all of it\n---\n# A\n(K1, K2)\n")]
    [InlineData("plan.mapping.md", "---\nstandard: ST0001@1.0\ndemands:\n  - every duty\n  - \"at least 80% of the skills\"\n  - every KSB # all of it\nother:\n  - K99\n---\n# A\n(K1, K2)\n")]
    [InlineData("plan.mapping.md", "---\nstandard: ST0001@1.0\ndemands: [every duty, 'at least 80% of the skills', every KSB]\n---\n# A\n(K1, K2)\n")]
    public void Tables_and_pages_have_demands(string path, string text)
    {
        var document = MappingDocument.Read(path, text);

        Assert.DoesNotContain(document.Check(Unknown), f => f.Descriptor.Id == "KSB2007");
        Assert.Equal(["every duty", "at least 80% of the skill statements", "every KSB"], document.Mapping!.Demands.Select(d => d.ToString()));
    }

    [Fact]
    public void What_is_no_demand_is_told_at_its_place()
    {
        var finding = Assert.Single(MappingDocument.Read("a.mapping.csv", "# standard: ST0001@1.0\n# demand: every duty; most skills\nid,ksbs\na,K1\n").Check(Unknown), f => f.Descriptor.Id == "KSB2007");

        Assert.Equal("a.mapping.csv(2,23)", finding.Location!.ToString());
        Assert.StartsWith("'most skills' is no demand such as 'every KSB'", finding.Message, StringComparison.Ordinal);
    }

    private static void Same(CoverageDemand demand)
    {
        var read = Read(demand.ToString());

        Assert.NotNull(read);
        Assert.Equal((demand.IsOfDuties, demand.Threshold, demand.Kind, demand.Option), (read.IsOfDuties, read.Threshold, read.Kind, read.Option));
    }

    private static CoverageDemand? Read(string text) => CoverageDemandText.Read(new PlacedText(text, new Competency.Text.SourceSpan(0, text.Length), 0), out _);
}
