using System.Reflection;
using Competency.Findings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Competency.Analyzers.Tests.Analysis;

/// <summary>Each finding of the catalogue has a page, a help link, a release-tracking line, an analyzer and tests.</summary>
public class CatalogueTests
{
    public static TheoryData<string> Ids => [.. FindingCatalogue.All.Select(d => d.Id)];

    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(Competency.Analysis.KsbReferenceAnalyzer).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t))
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static FindingDescriptor Entry(string id) => FindingCatalogue.All.Single(d => d.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_that_shows_it_and_a_help_link_to_it(string id)
    {
        var page = Repository.Read("docs", "rules", id + ".md");

        Assert.StartsWith($"# {id}: {Entry(id).Title}\n", page, StringComparison.Ordinal);
        foreach (var section in new[] { "## What it means", "## Example", "## How to mend it", "## When to silence it" })
        {
            Assert.Contains(section, page, StringComparison.Ordinal);
        }

        Assert.EndsWith($"docs/rules/{id}.md", Entry(id).HelpLink, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_release_tracking_line(string id) => Assert.Contains(
        $"{id} | {Entry(id).Category} | {Entry(id).Severity} | {Entry(id).Title}",
        Repository.Read("src", "Competency.Analyzers", "AnalyzerReleases.Unshipped.md") + Repository.Read("src", "Competency.Analyzers", "AnalyzerReleases.Shipped.md"),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_raised_by_an_analyzer_with_the_catalogues_words(string id)
    {
        var descriptor = Analyzers.SelectMany(a => a.SupportedDiagnostics).First(d => d.Id == id);

        Assert.Equal((Entry(id).Title, Entry(id).HelpLink), (descriptor.Title.ToString(), descriptor.HelpLinkUri));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_test_that_fires_and_one_that_stays_silent(string id)
    {
        var tests = Assembly.GetExecutingAssembly().GetType($"Competency.Analyzers.Tests.Analysis.{id}Tests")!.GetMethods();

        Assert.Contains(tests, t => t.Name.StartsWith("Fires", StringComparison.Ordinal));
        Assert.Contains(tests, t => t.Name.StartsWith("Stays_silent", StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_links_lie_in_the_repository_that_the_packages_name() => Assert.Contains(
        $"<RepositoryUrl>{FindingCatalogue.HelpBase.Replace("/blob/main/docs/rules/", "", StringComparison.Ordinal)}</RepositoryUrl>",
        Repository.Read("Directory.Build.props"),
        StringComparison.Ordinal);
}
