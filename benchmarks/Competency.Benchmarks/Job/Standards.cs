using Competency.Documents;

namespace Competency.Benchmarks.Job;

/// <summary>The standards that are judged against: ST0583 as published, and others of any size.</summary>
internal static class Standards
{
    /// <summary>ST0583 version 1.2: 46 + 40 + 4 KSBs, 11 duties.</summary>
    public static OccupationalStandard Mammography { get; } = Read();

    /// <summary>A standard of a number of KSBs, in the shape of ST0583: half knowledge, most of the rest skills, behaviours that every duty needs.</summary>
    public static OccupationalStandard Of(int ksbs)
    {
        if (ksbs == 90)
        {
            return Mammography;
        }

        var behaviours = Math.Max(1, ksbs / 22);
        var knowledge = (ksbs - behaviours) / 2;
        var codes = Enumerable.Range(1, knowledge).Select(n => new KsbCode(KsbKind.Knowledge, n))
            .Concat(Enumerable.Range(1, ksbs - behaviours - knowledge).Select(n => new KsbCode(KsbKind.Skill, n)))
            .Concat(Enumerable.Range(1, behaviours).Select(n => new KsbCode(KsbKind.Behaviour, n)))
            .ToArray();
        var duties = Enumerable.Range(0, 11).Select(d => new OccupationDuty(d + 1, $"Duty {d + 1}.", codes.Where((c, i) => i % 10 == d || c.Kind == KsbKind.Behaviour)));
        return new OccupationalStandard(StandardId.Parse("ST9999@1.0"), $"Standard of {ksbs} KSBs", codes.Select(c => new KsbStatement(c, $"Statement {c}.")))
        {
            KeyInformation = new KeyInformation { Level = 4 },
            Duties = [.. duties],
        };
    }

    private static OccupationalStandard Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "ST0583.standard.json");
        return StandardDocument.Read(path, File.ReadAllText(path)).Standard ?? throw new InvalidOperationException("ST0583 could not be read.");
    }
}
