namespace Competency.Tool.Tests;

/// <summary>
/// <c>check</c> takes severities from where the build does, and settles contradictions as the compiler does. The expectations were seen in
/// csc 5.9 (.NET SDK 10.0.401) with the same findings and settings.
/// </summary>
public sealed class SeverityTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    /// <summary>The severities of an error (KSB3001), a warning (KSB3005) and a defect of published text (KSB2002), as the tool prints them; "-" where it does not.</summary>
    private string Severities(string? config = null, string? project = null, string? props = null, params string[] options)
    {
        _tool.With("p/p.csproj", $"<Project><PropertyGroup>{project}</PropertyGroup></Project>")
            .With("p/s.standard.json", Samples.Standard.Replace("K1 S1 B1", "K1 S1", StringComparison.Ordinal).Replace("\"title\"", "\"source\": {\"publisher\": \"P\"}, \"title\"", StringComparison.Ordinal))
            .With("p/m.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 K1 S1", StringComparison.Ordinal).Replace("m2", "m1", StringComparison.Ordinal))
            .With("p/.globalconfig", config ?? "").With("Directory.Build.props", $"<Project><PropertyGroup>{props}</PropertyGroup></Project>");
        Assert.InRange(_tool.Run(["check", "@p", .. options]), 0, 1);
        return string.Join(' ', ((string[])["KSB3001", "KSB3005", "KSB2002"]).Select(id => _tool.Output.Split('\n').FirstOrDefault(l => l.Contains($" {id}: ", StringComparison.Ordinal)) is { } line ? line.Split(": ")[1].Split(' ')[0] : "-"));
    }

    [Theory]
    [InlineData("", "error warning info")]
    [InlineData("dotnet_diagnostic.KSB2002.severity = error", "error warning error")]
    [InlineData("dotnet_diagnostic.KSB2002.severity = warning\ndotnet_diagnostic.KSB3001.severity : suggestion ; why", "info warning warning")]
    [InlineData("is_global = true\nDOTNET_DIAGNOSTIC.ksb3001.SEVERITY = None\ndotnet_diagnostic.KSB3005.severity = silent # why", "- - info")]
    [InlineData("# dotnet_diagnostic.KSB3001.severity = none\n; dotnet_diagnostic.KSB3005.severity = none", "error warning info")]
    [InlineData("[/src/**.cs]\ndotnet_diagnostic.KSB3001.severity = none", "error warning info")]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", "error warning info")]
    public void A_globalconfig_sets_severities(string config, string expected) => Assert.Equal(expected, Severities(config));

    [Theory]
    [InlineData("", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error error info")]
    [InlineData("dotnet_diagnostic.KSB2002.severity = warning", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error error error")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = suggestion", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error info info")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = default", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error warning info")]
    [InlineData("", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>KSB3005</WarningsNotAsErrors>", "error warning info")]
    [InlineData("", "<WarningsAsErrors>CS1; KSB2002</WarningsAsErrors>", "error warning error")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = none", "<WarningsAsErrors>KSB3005</WarningsAsErrors>", "error error info")]
    [InlineData("", "<NoWarn>$(NoWarn);KSB3001,KSB3005</NoWarn>", "- - info")]
    [InlineData("", "<NoWarn>$(NoWarn);ksb3001,KSB3005</NoWarn>", "error - info")]
    [InlineData("", "<NoWarn>ksb3001;ksb3005;ksb2002</NoWarn>", "error - info")]
    [InlineData("dotnet_diagnostic.KSB3001.severity = warning", "<NoWarn>ksb3001</NoWarn>", "- warning info")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = error", "<NoWarn>ksb3005</NoWarn>", "error error info")]
    [InlineData("", "<NoWarn>ksb3005</NoWarn><TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error error info")]
    [InlineData("", "<WarningsAsErrors>ksb3005;ksb2002</WarningsAsErrors>", "error error info")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = none", "<WarningsAsErrors>ksb3005</WarningsAsErrors>", "error - info")]
    [InlineData("", "<NoWarn>ksb3005</NoWarn><WarningsAsErrors>ksb3005</WarningsAsErrors>", "error - info")]
    [InlineData("", "<WarningsAsErrors>ksb3005</WarningsAsErrors><WarningsNotAsErrors>KSB3005</WarningsNotAsErrors>", "error error info")]
    [InlineData("", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>ksb3005</WarningsNotAsErrors>", "error error info")]
    [InlineData("dotnet_diagnostic.KSB3005.severity = error", "<NoWarn>KSB3005</NoWarn>", "error - info")]
    [InlineData("", "<NoWarn>KSB3005</NoWarn><WarningsAsErrors>KSB3005</WarningsAsErrors>", "error - info")]
    [InlineData("", "<NoWarn Condition=\"'$(X)' == ''\">KSB3005</NoWarn>", "error warning info")]
    public void The_projects_properties_count_as_for_the_compiler(string config, string project, string expected) => Assert.Equal(expected, Severities(config, project));

    [Theory]
    [InlineData("<NoWarn>KSB3001 KSB3005</NoWarn>", "error warning info")]
    [InlineData("<NoWarn>$(NoWarn);KSB3001 KSB3005</NoWarn>", "error warning info")]
    [InlineData("<NoWarn>KSB3001\tKSB3005</NoWarn>", "error warning info")]
    [InlineData("<NoWarn>ksb3001 ksb3005</NoWarn>", "error warning info")]
    [InlineData("<NoWarn>KSB3001; KSB3005</NoWarn>", "- - info")]
    [InlineData("<NoWarn>$(NoWarn) ; KSB3001 , KSB3005 </NoWarn>", "- - info")]
    [InlineData("<NoWarn>KSB3001;\tKSB3005</NoWarn>", "- - info")]
    [InlineData("<NoWarn>\n  KSB3001;\n  KSB3005\n</NoWarn>", "- - info")]
    [InlineData("<NoWarn> KSB3001 </NoWarn>", "- warning info")]
    [InlineData("<NoWarn>CS1,ksb3005</NoWarn>", "error - info")]
    [InlineData("<WarningsAsErrors>KSB3005 CS0219</WarningsAsErrors>", "error warning info")]
    [InlineData("<WarningsAsErrors>CS1;CS0219 KSB3005</WarningsAsErrors>", "error warning info")]
    [InlineData("<WarningsAsErrors>CS0219; KSB3005</WarningsAsErrors>", "error error info")]
    [InlineData("<WarningsAsErrors>CS1 , ksb3005</WarningsAsErrors>", "error error info")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CS1;CS0219 KSB3005</WarningsNotAsErrors>", "error error info")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CS0219; KSB3005</WarningsNotAsErrors>", "error warning info")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CS1 , KSB3005</WarningsNotAsErrors>", "error warning info")]
    public void Ids_are_parted_as_the_build_parts_them(string project, string expected) => Assert.Equal(expected, Severities(project: project));

    [Fact]
    public void Line_breaks_part_ids_though_no_build_of_such_a_project_gets_as_far() =>
        Assert.Equal("- - info", Severities(project: "<NoWarn>\n  KSB3001\r\n  KSB3005\n</NoWarn>"));

    [Fact]
    public void Properties_of_Directory_Build_props_come_first()
    {
        Assert.Equal("- - info", Severities(project: "<NoWarn>$(NoWarn);KSB3005</NoWarn>", props: "<NoWarn>KSB3001</NoWarn>"));
        Assert.Equal("error - info", Severities(project: "<NoWarn>KSB3005</NoWarn>", props: "<NoWarn>KSB3001</NoWarn>"));
    }

    [Fact]
    public void The_higher_level_wins_and_of_one_level_neither()
    {
        _tool.With(".globalconfig", "dotnet_diagnostic.KSB3005.severity = error");
        Assert.Equal("error error info", Severities());
        Assert.Equal("error warning info", Severities("dotnet_diagnostic.KSB3005.severity = none"));
        Assert.Contains("The severity of KSB3005 is set here and in another .globalconfig of the same global_level; neither is read, as in the build", _tool.Error);
        Assert.Equal("error warning info", Severities("dotnet_diagnostic.KSB3005.severity = error"));
        Assert.Equal("error - info", Severities("global_level = 101\ndotnet_diagnostic.KSB3005.severity = none"));
        Assert.Equal("error error info", Severities("global_level = 99\ndotnet_diagnostic.KSB3005.severity = none"));
    }

    [Fact]
    public void The_command_line_comes_before_all()
    {
        Assert.Equal("info error error", Severities("dotnet_diagnostic.KSB2002.severity = none", "<NoWarn>KSB3005</NoWarn>", null, "--severity", "KSB3001=information", "--severity", "KSB3005=error", "--severity", "ksb2002=error"));
        Assert.Equal("error warning info", Severities("dotnet_diagnostic.KSB3005.severity = none", null, null, "--severity", "KSB3005=default"));
        Assert.Equal(2, _tool.Run("check", "@p", "--severity", "KSB9999=error"));
        Assert.Contains("'KSB9999' is the id of no finding", _tool.Error);
        Assert.Equal(2, _tool.Run("check", "@p", "--severity", "KSB3001"));
        Assert.Equal(2, _tool.Run("check", "@p", "--severity", "KSB3001=1"));
        Assert.Contains("write KSB3001=error, or one of default, none", _tool.Error);
    }

    [Fact]
    public void A_setting_that_cannot_be_read_is_told_with_its_place_once()
    {
        Assert.Equal("error warning info", Severities("\ndotnet_diagnostic.KSB3005.severity = eror"));
        Assert.Equal("p/.globalconfig(2,1): 'eror' is no severity and is not read; a severity is one of default, none, silent, suggestion, warning, error\n", _tool.Error);
        Severities(project: "<oops");
        Assert.Contains("p.csproj(1,", _tool.Error);
        Assert.Contains("This is not XML; its settings are not read", _tool.Error);
    }
}
