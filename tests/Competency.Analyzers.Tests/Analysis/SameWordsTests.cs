using Competency.Documents;
using Competency.Findings;
using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Analysis;

/// <summary>
/// A finding has the same words, place and severity in the build and the editor (which both run the analyzers) as in the library, whose
/// findings the tool prints as they are.
/// </summary>
public class SameWordsTests
{
    private const string Standard = """
        {"document": "competency.standard/1", "reference": "ST9001", "version": "1.2", "title": "Kite mаker", "titel": 1,
         "duties": [{"number": 1, "text": "Cut sails.", "ksbs": "S1 K9 К1"}, {"number": 2, "text": "Wait.", "ksbs": "B1"}],
         "ksbs": [{"code": "K1", "text": "Cloth."}, {"code": "K3", "text": "Cloth."}, {"code": "S1", "text": "Cut\tcloth."}, {"code": "S1", "text": "Twice."}, {"code": "B1", "text": "Be patient."}]}
        """;

    private const string Mapping = """
        {"document": "competency.mapping/1", "standard": "ST9001@1.2", "kind": "programme",
         "items": [{"id": "m1", "covers": "K9, S1-K2, Duty 7, K1 K1"}, {"id": "m1", "covers": "ST9001@1.9:K1, s 1"}, {"covers": 7}]}
        """;

    private const string Stray = """{"document": "competency.mapping/1", "standard": "ST9002@1.0", "kind": "x", "items": [}""";

    [Fact]
    public async Task The_build_says_what_the_library_says()
    {
        var run = new CompilerRun();
        run.Files.AddRange([("a.standard.json", Standard), ("b.mapping.json", Mapping), ("c.mapping.json", Stray)]);
        var (_, diagnostics) = await run.Run();
        var built = diagnostics.Where(d => d.Id.StartsWith("KSB", StringComparison.Ordinal)).Select(Line).Order(StringComparer.Ordinal).ToArray();

        var standard = StandardDocument.Read("a.standard.json", Standard);
        var known = new StandardCatalogue([standard.Standard!]);
        Finding[] findings = [.. standard.Findings, .. MappingDocument.Read("b.mapping.json", Mapping).Check(known), .. MappingDocument.Read("c.mapping.json", Stray).Check(known)];

        Assert.True(findings.Select(f => f.Id).Distinct().Count() > 8);
        Assert.Equal(findings.Select(f => f.ToString()).Order(StringComparer.Ordinal), built);
    }

    private static string Line(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        return $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
