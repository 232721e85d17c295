using System.Reflection;
using Competency;
using Competency.Documents;

namespace BreastScreeningAcademy.Programme;

/// <summary>Which KSBs the programme covers: the attributes of the taught modules and the mapping of the workplace, added up.</summary>
internal sealed record ProgrammeCoverage(KsbSet Taught, KsbSet Workplace, IReadOnlyList<(string Name, KsbSet Ksbs)> Modules)
{
    public KsbSet Covered => Taught | Workplace;

    public static ProgrammeCoverage Of(OccupationalStandard standard, KsbMapping mapping)
    {
        var modules = typeof(ProgrammeCoverage).Assembly.GetTypes()
            .Select(t => (t.Name, Codes: t.GetCustomAttributes<KsbReferenceAttribute>().SelectMany(a => a.CodesOf(standard)).ToArray()))
            .Where(m => m.Codes.Length > 0)
            .Select(m => (m.Name, KsbSet.Of(standard, m.Codes)))
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ToArray();
        var taught = modules.Aggregate(KsbSet.Empty(standard), (sum, m) => sum | m.Item2);
        return new ProgrammeCoverage(taught, KsbSet.Of(standard, [.. mapping.Covered(standard)]), modules);
    }
}
