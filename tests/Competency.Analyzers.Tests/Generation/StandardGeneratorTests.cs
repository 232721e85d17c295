using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Generation;

public class StandardGeneratorTests
{
    [Fact]
    public async Task A_document_becomes_a_type_that_works()
    {
        var assembly = await Load("""
            using App.Standards;
            public static class Program
            {
                public static string Run() => string.Join("|",
                    Mini.Standard.Id, Mini.Standard.Title, Mini.Set(Mini.Ksb.K1, Mini.Ksb.S2), (ushort)Mini.Ksb.K1, (int)Mini.Duty.Duty2,
                    Mini.Standard[Competency.KsbCode.Parse("K1")].Text, ((Competency.KsbReferenceAttribute)System.Attribute.GetCustomAttribute(typeof(Module), typeof(Mini.CoversAttribute))).Codes.Count);
            }
            [Mini.Covers(Mini.Ksb.K1, Mini.Ksb.B1)] public class Module;
            """, Mini.Document);

        Assert.Equal("ST0001@1.0|Mini mechanic|K1, S2|4097|2|Tyres & tubes.|2", assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Theory]
    [InlineData("</summary> */ } class Injected { /*")]
    [InlineData("\\\"); System.Console.Write(\\\"")]
    [InlineData("line\\nbreak \\u2028 and \\u0085 and \\u0000 and \\u007f and \\uffff")]
    [InlineData("a lone \\\\ud800 written out, {0} {{ }} $ @ \\\"\\\"\\\" quotes")]
    [InlineData("]]> <!-- & &amp; --> %3B ; // \\\\u0041")]
    public async Task No_statement_can_break_or_inject_code(string statement)
    {
        var assembly = await Load(
            "public static class Program { public static string Run() => App.Standards.Mini.Standard[Competency.KsbCode.Parse(\"S1\")].Text; }",
            Mini.With(skill: statement));

        Assert.Equal(System.Text.Json.JsonSerializer.Deserialize<string>($"\"{statement}\""), assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null));
        Assert.Null(assembly.GetType("Injected"));
    }

    [Theory]
    [InlineData("My-App.2x", "", "My_App._2x.Standards")]
    [InlineData("class.App", "", "@class.App.Standards")]
    [InlineData("", "", "Standards")]
    [InlineData("App", "Some.Where", "Some.Where")]
    [InlineData("Competency.App", "", "Competency.App.Standards")]
    [InlineData("...", "", "Standards")]
    public async Task The_namespace_comes_from_the_project(string root, string own, string expected)
    {
        var run = new CompilerRun();
        run.Files.Add(("a.standard.json", Mini.Document));
        run.Properties["RootNamespace"] = root;
        run.Properties["CompetencyNamespace"] = own;

        var (compilation, diagnostics) = await run.Run("namespace App { class Competency; }");

        Assert.Empty(diagnostics);
        Assert.Contains($"namespace {expected}\n", Generated(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_are_internal_where_the_project_says_so()
    {
        var run = new CompilerRun();
        run.Files.Add(("a.standard.json", Mini.Document));
        run.Properties["CompetencyVisibility"] = "internal";

        var (compilation, diagnostics) = await run.Run("");

        Assert.Empty(diagnostics);
        Assert.Contains("internal sealed partial class Mini", Generated(compilation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Class")]
    [InlineData("Competency")]
    [InlineData("System")]
    [InlineData("Object")]
    [InlineData("T_1")]
    public async Task A_type_can_have_any_name_with_a_capital(string typeName)
    {
        var run = new CompilerRun();
        run.Files.Add(("a.standard.json", Mini.With(typeName: typeName)));

        var (compilation, diagnostics) = await run.Run($"class C {{ global::Competency.KsbSet A => global::App.Standards.{typeName}.Set(); }}");

        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Contains($"class {typeName} ", Generated(compilation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_a_type_name_is_named_by_its_id()
    {
        var run = new CompilerRun();
        run.Files.Add(("a.standard.json", Mini.Document.Replace("\"typeName\": \"Mini\",", "", StringComparison.Ordinal)));

        var (_, diagnostics) = await run.Run("class C { App.Standards.ST0001_1_0.Ksb K => App.Standards.ST0001_1_0.Ksb.K1; }");

        Assert.Empty(diagnostics);
    }

    [Fact]
    public async Task A_broken_entry_is_left_out_and_the_rest_is_generated()
    {
        var run = new CompilerRun();
        run.Files.Add(("a.standard.json", Mini.Document.Replace("\"code\": \"K2\"", "\"code\": \"X2\"", StringComparison.Ordinal)));

        var (compilation, diagnostics) = await run.Run("");

        Assert.Equal(["KSB2007"], diagnostics.Select(d => d.Id));
        Assert.Contains("K3 = 0x1003", Generated(compilation), StringComparison.Ordinal);
        Assert.DoesNotContain("K2 = ", Generated(compilation), StringComparison.Ordinal);
    }

    private static string Generated(Compilation compilation) => compilation.SyntaxTrees.Last().ToString();

    private static async Task<Assembly> Load(string source, string document)
    {
        var run = new CompilerRun();
        run.Files.Add(("mini.standard.json", document));
        var (compilation, diagnostics) = await run.Run(source);
        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var bytes = new MemoryStream();
        Assert.True(compilation.Emit(bytes).Success);
        return Assembly.Load(bytes.ToArray());
    }
}
