using Competency.Documents;
using Competency.Text;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class MappingDocumentTests
{
    [Fact]
    public void What_is_written_is_read_again_and_written_the_same() => Property.Holds(Mappings(), mapping =>
    {
        var text = MappingDocument.Write(mapping);
        var document = MappingDocument.Read("a.mapping.json", text);

        Assert.Equal(text, MappingDocument.Write(document.Mapping!));
        Assert.Equal((mapping.Kind, mapping.Standard, mapping.CoversWholeStandard), (document.Mapping!.Kind, document.Mapping.Standard, document.Mapping.CoversWholeStandard));
        Assert.Equal(mapping.AllItems.Select(i => (i.Id, i.Hours, i.Method, i.Due)), document.Mapping.AllItems.Select(i => (i.Id, i.Hours, i.Method, i.Due)));
        Assert.Equal(mapping.Demands.Select(d => d.ToString()), document.Mapping.Demands.Select(d => d.ToString()));
        Assert.DoesNotContain(document.Check(new StandardCatalogue([])), f => f.Id == "KSB2007");
    });

    [Theory]
    [InlineData("a.mapping.json", true)]
    [InlineData("C:\\x\\A.MAPPING.CSV", true)]
    [InlineData("/x/a.b.mapping.tsv", true)]
    [InlineData("a.mapping.md", true)]
    [InlineData("a.csv", false)]
    [InlineData("mapping.md", false)]
    [InlineData("a.standard.json", false)]
    public void The_name_says_whether_it_is_a_mapping(string path, bool isMapping) => Assert.Equal(isMapping, MappingDocument.IsMapping(path));

    [Fact]
    public void The_package_takes_the_files_of_every_such_name()
    {
        var targets = Repository.Read("src", "Competency.Core", "buildTransitive", "net10.0", "Competency.Core.targets");
        var patterns = targets.Split("<_CompetencyPatterns>")[1].Split("</_CompetencyPatterns>")[0].Split(';');

        Assert.Equal(MappingDocument.FileSuffixes.Prepend(StandardDocument.FileSuffix).Select(s => "**/*" + s).Order(StringComparer.Ordinal), patterns.Where(p => p.StartsWith("**/*.mapping", StringComparison.Ordinal) || p.EndsWith(StandardDocument.FileSuffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_duty_stands_for_the_KSBs_that_it_maps()
    {
        var standard = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", new[] { "K1", "K2", "S1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
        {
            Duties = [new OccupationDuty(4, "x", [KsbCode.Parse("K2"), KsbCode.Parse("S1"), KsbCode.Parse("B9")])],
        };
        var mapping = new KsbMapping(standard.Id, MappingKind.Evidence, [new MappingItem("a", [], [new MappingItem("b", ["Duty 4", "K7"])])]);

        Assert.Equal("K2, S1", string.Join(", ", mapping.Covered(standard)));
    }

    [Fact]
    public void What_is_qualified_by_another_standard_covers_nothing_of_this_one()
    {
        var standard = new OccupationalStandard(StandardId.Parse("ST0001@1.0"), "T", new[] { "K1", "K2", "S1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
        {
            Duties = [new OccupationDuty(1, "x", [KsbCode.Parse("K2")])],
        };
        var mapping = new KsbMapping(standard.Id, MappingKind.Evidence, [new MappingItem("a", ["ST0999@1.0:K1, ST0999:Duty1, ST0001@1.1:K2, ST0001:S1"])]);

        Assert.Equal("S1", string.Join(", ", mapping.Covered(standard)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"document\": 1 }")]
    [InlineData("{ \"document\": \"competency.mapping/1\", \"items\": [ { \"covers\": ")]
    public void What_is_no_mapping_is_said_and_never_thrown(string text) =>
        Assert.NotEmpty(MappingDocument.Read("a.mapping.json", text).Check(new StandardCatalogue([])));

    private static FsCheck.Gen<KsbMapping> Mappings() =>
        from kind in Gen.Choose(0, 2)
        from whole in Gen.Choose(0, 1)
        from items in Items(2)
        from demands in Demands().ListOf()
        select new KsbMapping(StandardId.Parse("ST0001@1.0"), (MappingKind)kind, items)
        {
            Title = whole == 0 ? null : "T \"q\"",
            CoversWholeStandard = whole == 1,
            Option = kind == 1 ? null : "Option é",
            Demands = [.. demands],
        };

    private static FsCheck.Gen<CoverageDemand> Demands() =>
        from form in Gen.Choose(0, 3)
        from number in Gen.Choose(1, 100)
        from kind in Gen.Elements(KsbKinds.All.Append(KsbKind.None))
        from option in Gen.Elements<string?>(null, "o", "Option é")
        select form switch
        {
            0 => CoverageDemand.EveryKsb(kind, option),
            1 => CoverageDemand.EveryDuty(option),
            2 => CoverageDemand.AtLeast(KsbThreshold.Count(number), kind, option),
            _ => CoverageDemand.AtLeast(KsbThreshold.Percent(number - 0.25m), kind, option),
        };

    private static FsCheck.Gen<MappingItem[]> Items(int depth) =>
        from ids in Gen.Elements("a", "b \u00A0", "ü").ListOf()
        from covers in Gen.Elements("K1", "K1-K4, S1", "Duty 4").NonEmptyListOf()
        from nested in depth == 0 ? Gen.Constant(Array.Empty<MappingItem>()) : Items(depth - 1)
        select ids.Select((id, i) => new MappingItem(id, covers.Take(1 + (i % 3)), i == 0 ? nested : []) 
        {
            Title = i == 1 ? "t" : null,
            Hours = i == 2 ? null : 0.25m + i,
            Method = i == 0 ? "work \\ shop" : null,
            Due = i == 1 && IsoDate.TryParse("2026-02-01", out var due) ? due : null,
        }).ToArray();
}
