namespace Competency.Analyzers.Tests.Analysis;

public class KSB2010Tests
{
    [Fact]
    public Task Fires_for_one_type_name() => Verify.All("", [
        ("a.standard.json", Mini.Document),
        ("b.standard.json", Mini.With(version: "1.1").Replace("\"Mini\"", "{|KSB2010:\"Mini\"|}", StringComparison.Ordinal))]);

    [Fact]
    public Task Fires_for_one_id() => Verify.All("class C { App.Standards.Mini? A = null; object? B => A; }", [
        ("a.standard.json", Mini.Document),
        ("b.standard.json", Mini.With(typeName: "Other", skill: "Else.").Replace("\"ST0001\"", "{|KSB2010:\"ST0001\"|}", StringComparison.Ordinal))]);

    [Fact]
    public async Task Fires_for_the_id_of_a_referenced_assembly_with_other_content()
    {
        var library = new CompilerRun { AssemblyName = "Library" };
        library.Properties["RootNamespace"] = "Library";
        library.Files.Add(("a.standard.json", Mini.Document));

        await Verify.All("", [("b.standard.json", Mini.With(skill: "Else.").Replace("\"ST0001\"", "{|KSB2010:\"ST0001\"|}", StringComparison.Ordinal))], await library.Emit(false, ""));
    }

    [Fact]
    public async Task Fires_for_two_referenced_assemblies_that_disagree()
    {
        var run = new CompilerRun();
        foreach (var (name, skill) in new[] { ("One", "Mend."), ("Two", "Else.") })
        {
            var library = new CompilerRun { AssemblyName = name };
            library.Properties["RootNamespace"] = name;
            library.Files.Add(("a.standard.json", Mini.With(skill: skill)));
            run.References.Add(await library.Emit(false, ""));
        }

        var (_, diagnostics) = await run.Run("");

        Assert.Contains("Two referenced assemblies define ST0001@1.0", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_silent_for_what_a_referenced_assembly_keeps_to_itself()
    {
        var library = new CompilerRun { AssemblyName = "Library" };
        library.Properties["RootNamespace"] = "Library";
        library.Properties["CompetencyVisibility"] = "internal";
        library.Files.Add(("a.standard.json", Mini.Document));

        await Verify.All("", [("b.standard.json", Mini.With(skill: "Else."))], await library.Emit(false, ""));
    }

    [Fact]
    public Task Stays_silent() => Verify.All("", [("a.standard.json", Mini.Document), ("b.standard.json", Mini.With(version: "1.1", typeName: "Mini2"))]);
}
