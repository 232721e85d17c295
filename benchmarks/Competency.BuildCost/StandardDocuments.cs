using Competency.Documents;
using Competency.Interchange;
using Competency.Text;

namespace Competency.BuildCost;

/// <summary>A document of a standard, made for a measurement.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Text">The canonical document.</param>
internal sealed record MadeDocument(OccupationalStandard Standard, string Text)
{
    public int Ksbs => Standard.Ksbs.Count;

    public string FileName => $"{Standard.Id.Reference}.standard.json";
}

/// <summary>Makes as many documents as a measurement asks for: real standards, repeated under other references.</summary>
internal static class StandardDocuments
{
    public static IReadOnlyList<MadeDocument> Make(string folder, int count)
    {
        var real = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read).Where(s => s.Ksbs.Count > 0).ToArray();
        if (real.Length == 0)
        {
            throw new InvalidOperationException($"{folder} holds no standard.");
        }

        return [.. Enumerable.Range(0, count).Select(i => Under(real[i % real.Length], StandardId.Parse($"ST{1000 + i:D4}@1.0")))];
    }

    private static IEnumerable<OccupationalStandard> Read(string path)
    {
        var text = File.ReadAllText(path);
        return path.EndsWith(StandardDocument.FileSuffix, StringComparison.Ordinal)
            ? new[] { StandardDocument.Read(path, text).Standard }.OfType<OccupationalStandard>()
            : ApprenticeshipStandardsJson.Import(new SourceDocument(path, text), new ImportOptions { Reference = StandardReference.Parse("ST0001"), Version = new StandardVersion(1, 0) }).Select(i => i.Standard).OfType<OccupationalStandard>();
    }

    private static MadeDocument Under(OccupationalStandard standard, StandardId id)
    {
        var copy = new OccupationalStandard(id, standard.Title, standard.Ksbs)
        {
            KeyInformation = standard.KeyInformation,
            Duties = standard.Duties,
            Options = standard.Options,
            Qualifications = standard.Qualifications,
            Source = standard.Source,
        };
        return new MadeDocument(copy, StandardDocument.Write(copy));
    }
}
