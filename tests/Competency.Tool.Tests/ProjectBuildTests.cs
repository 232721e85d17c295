using Competency.Tool.Projects;

namespace Competency.Tool.Tests;

/// <summary>Asking a real SDK how a project is compiled: what it says where it cannot. That it can, the tests of the packages show.</summary>
public sealed class ProjectBuildTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Without_an_SDK_it_says_so()
    {
        _tool.With("App.csproj", CompilerCalls.Project());

        Assert.Contains("App.csproj: The SDK cannot say how the project is compiled: no-such-dotnet: ", new ProjectBuild("no-such-dotnet").Ask(_tool.PathOf("App.csproj")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_is_no_project_is_told_in_the_words_of_the_SDK()
    {
        _tool.With("App.csproj", "<Project").With("Directory.Build.props", "<Project />").With("Directory.Build.targets", "<Project />");

        Assert.Contains("MSB4025", new ProjectBuild("dotnet").Ask(_tool.PathOf("App.csproj")).Error, StringComparison.Ordinal);
        Assert.Equal(["App.csproj", "Directory.Build.props", "Directory.Build.targets"], _tool.Files());
    }

    [Theory]
    [InlineData(true, "<Project><PackageReference Include=\"Competency.Rules\" /></Project>", null)]
    [InlineData(false, "<Project><PackageReference Include=\"Other\" /></Project>", null)]
    [InlineData(true, "<Project />", "{\"libraries\": {\"Competency.Core/0.1.0\": {}}}")]
    [InlineData(false, "<Project><PackageReference Include=\"Competency.Rules\" /></Project>", "{\"libraries\": {\"Other/1.0.0\": {}}}")]
    [InlineData(true, "<Project><ProjectReference Private=\"x\" Include=\"..\\b\\B.csproj\" /></Project>", null)]
    [InlineData(true, "<Project><PropertyGroup><BaseIntermediateOutputPath>../o/</BaseIntermediateOutputPath></PropertyGroup></Project>", null)]
    public void Whether_a_project_is_asked_at_all(bool asked, string project, string? assets)
    {
        _tool.With("a/A.csproj", project).With("b/B.csproj", CompilerCalls.Project());
        if (assets is not null)
        {
            _tool.With("a/obj/project.assets.json", assets);
        }

        Assert.Equal(asked, ProjectFiles.CanRefer(_tool.PathOf("a/A.csproj")));
    }
}
