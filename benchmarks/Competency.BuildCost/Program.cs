using System.Globalization;

namespace Competency.BuildCost;

/// <summary>
/// What standards cost a build: the same enums as types of ours, as code that was checked in by hand, and not at all, built in turn; the edit
/// of one document; what an editor waits for after a keystroke; and the reading of a list as long as the published one.
/// </summary>
/// <remarks>
/// <c>dotnet run -c Release --project benchmarks/Competency.BuildCost -- [--documents 712] [--runs 3] [--from FOLDER]</c>. FOLDER holds
/// <c>*.standard.json</c>, or records of the apprenticeship standards JSON; they are repeated under other references until there are enough.
/// </remarks>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var count = int.Parse(Option(args, "--documents") ?? "712", CultureInfo.InvariantCulture);
        var runs = int.Parse(Option(args, "--runs") ?? "3", CultureInfo.InvariantCulture);
        var root = Repository();
        var folder = Option(args, "--from") ?? Path.Combine(root, "data", "standards");
        var documents = StandardDocuments.Make(folder, count);
        Console.WriteLine($"{documents.Count} documents, {documents.Sum(d => d.Ksbs)} KSBs, {documents.Sum(d => d.Text.Length) / 1_000_000.0:0.0} million characters; {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        Console.WriteLine();
        if (!args.Contains("--keystroke-only"))
        {
            Builds.Measure(root, documents, runs);
        }

        await Keystrokes.Measure(documents);
        Console.WriteLine();
        ListParsing.Measure(folder, runs);
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static string Repository()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Competency.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("Run this from within the repository.");
    }
}
