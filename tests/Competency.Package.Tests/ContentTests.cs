using System.IO.Compression;
using System.Xml.Linq;

namespace Competency.Package.Tests;

public class ContentTests(Packages packages)
{
    [Fact]
    public void The_package_holds_exactly_what_a_consumer_needs()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, "Competency.Core.*.nupkg").Single());

        Assert.Equal(
            [
                "Competency.Core.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Competency.Analyzers.dll",
                "analyzers/dotnet/cs/Competency.CodeFixes.dll",
                "analyzers/dotnet/cs/Competency.CompileTime.dll",
                "buildTransitive/net10.0/Competency.Core.props",
                "buildTransitive/net10.0/Competency.Core.targets",
                "lib/net10.0/Competency.Core.dll",
                "lib/net10.0/Competency.Core.xml",
            ],
            package.Entries.Select(e => e.FullName).Where(n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_nothing_and_names_licence_and_repository()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, "Competency.Core.*.nupkg").Single());
        using var reader = new StreamReader(package.GetEntry("Competency.Core.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<repository type=\"git\"", nuspec, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_package_depends_on_may_be_newer()
    {
        // An exact version of a package that others use too keeps its consumers from restoring beside a newer one.
        var versions = Directory.GetFiles(packages.Feed, "Competency.*.nupkg").SelectMany(Dependencies).ToArray();

        Assert.Contains(versions, v => v.StartsWith("Microsoft.Extensions.DependencyInjection.Abstractions ", StringComparison.Ordinal));
        Assert.All(versions, v => Assert.Matches(@"^[A-Za-z.]+ [0-9.]+(-[0-9A-Za-z.-]+)?$", v));
    }

    [Fact]
    public void The_tool_carries_what_reads_projects_and_takes_the_compiler_from_the_SDK()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, "Competency.Tool.*.nupkg").Single());

        Assert.Equal(
            ["Competency.Analyzers.dll", "Competency.CSharp.dll", "Competency.CompileTime.dll", "Competency.Core.dll", "Competency.Interchange.dll", "Competency.Rules.dll", "System.CommandLine.dll", "competency.dll"],
            package.Entries.Select(e => e.FullName).Where(n => n.EndsWith(".dll", StringComparison.Ordinal)).Select(n => n["tools/net10.0/any/".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Symbols_come_as_a_package_of_their_own() => Assert.Single(Directory.GetFiles(packages.Feed, "Competency.Core.*.snupkg"));

    private static IEnumerable<string> Dependencies(string path)
    {
        using var package = ZipFile.OpenRead(path);
        using var nuspec = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => $"{e.Attribute("id")!.Value} {e.Attribute("version")!.Value}")];
    }
}
