namespace Competency.Rules.Tests;

/// <summary>Standards in code, for learners whose verdicts were worked out by hand.</summary>
internal static class TestStandards
{
    /// <summary>In the shape of ST0583@1.2: level 4, 46 + 40 + 4 KSBs, Duty 11 maps behaviours only, S40 is mapped by no duty, one HTQ.</summary>
    public static OccupationalStandard Mammography { get; } = Make("ST0583@1.2");

    /// <summary>The version before it.</summary>
    public static OccupationalStandard MammographyBefore { get; } = Make("ST0583@1.1");

    /// <summary>The same with published hours.</summary>
    public static OccupationalStandard WithHours(int hours) => Make("ST0583@1.2", information: new KeyInformation { Level = 4, DurationMonths = 12, DurationLabel = "Minimum", MinimumHours = hours });

    /// <summary>Core K1 and S1; option A adds K2 and S2, option B adds K3. K4 is mapped by no duty.</summary>
    public static OccupationalStandard WithOptions { get; } = new(StandardId.Parse("ST0400@1.0"), "Optioneer", Statements(("K", 4), ("S", 2)))
    {
        KeyInformation = new KeyInformation { Level = 3 },
        Options = [new StandardOption("a", "Option A"), new StandardOption("b", "Option B")],
        Duties =
        [
            new OccupationDuty(1, "Core work.", Codes("K1, S1")),
            new OccupationDuty(2, "Work of A.", Codes("K2, S2")) { Options = ["a"] },
            new OccupationDuty(3, "Work of B.", Codes("K3")) { Options = ["b"] },
        ],
    };

    /// <summary>A foundation apprenticeship: no duties.</summary>
    public static OccupationalStandard Foundation { get; } = new(StandardId.Parse("FA0001@1.0"), "Foundation", Statements(("TK", 3), ("TS", 2), ("ESB", 2)))
    {
        KeyInformation = new KeyInformation { Level = 2, MinimumHours = 187 },
    };

    /// <summary>An apprenticeship unit: no duties, two kinds of statement.</summary>
    public static OccupationalStandard Unit { get; } = new(StandardId.Parse("AU0001@1.0"), "Unit", Statements(("TK", 2), ("TS", 2)));

    /// <summary>A standard that lists nothing.</summary>
    public static OccupationalStandard Empty { get; } = new(StandardId.Parse("ST0001@1.0"), "Nothing", []) { KeyInformation = new KeyInformation { Level = 3 } };

    public static StandardCatalogue Known { get; } = new([Mammography, MammographyBefore, WithOptions, Foundation, Unit, Empty]);

    public static OccupationalStandard Make(string id, KeyInformation? information = null, IEnumerable<Qualification>? qualifications = null) =>
        new(StandardId.Parse(id), "Mammography associate", Statements(("K", 46), ("S", 40), ("B", 4)))
        {
            KeyInformation = information ?? new KeyInformation { Level = 4, DurationMonths = 12, DurationLabel = "Minimum" },
            Qualifications = [.. qualifications ?? [new Qualification("Mammography (Level 4)") { Type = Qualification.HigherTechnical, Level = 4 }]],
            Duties =
            [
                new OccupationDuty(1, "Perform standard mammogram examinations.", Codes("K1-K20, S1-S20, B1-B4")),
                new OccupationDuty(2, "Assist others.", Codes("K20-K46, S20-S39, B1")),
                new OccupationDuty(11, "Behave.", Codes("B1-B4")),
            ],
        };

    public static KsbCode[] Codes(string notation) => [.. Competency.Notation.KsbNotation.Parse(notation).Codes];

    private static IEnumerable<KsbStatement> Statements(params (string Prefix, int Count)[] lists) =>
        lists.SelectMany(l => Enumerable.Range(1, l.Count).Select(n => new KsbStatement(KsbCode.Parse($"{l.Prefix}{n}"), $"{l.Prefix} statement {n}.")));
}
