using Competency.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Competency.Analyzers.Tests.Analysis;

/// <summary>What the lock calls a type: the same on every machine, and readable.</summary>
public class ConsumerNameTests
{
    [Theory]
    [InlineData("class C;", "C")]
    [InlineData("namespace A { class C; } namespace B.D { class C; }", "A.C|B.D.C")]
    [InlineData("namespace A; class C<T> { class In { class Deep<U>; } }", "A.C`1|A.C`1+In|A.C`1+In+Deep`1")]
    [InlineData("namespace A; record R(int X); record struct S; struct T; enum E; interface I; delegate void D();", "A.D|A.E|A.I|A.R|A.S|A.T")]
    [InlineData("namespace A; file class C { class In<T>; } file class C<T>; file record R;", "A.C@Lessons.cs|A.C@Lessons.cs+In`1|A.C`1@Lessons.cs|A.R@Lessons.cs")]
    [InlineData("System.Console.WriteLine(); void Local() { } Local(); partial class Program;", "Program")]
    public void Types_are_named_as_dotnet_names_them_and_those_of_one_file_with_the_file(string source, string expected)
    {
        foreach (var folder in new[] { "/home/ann/house", @"C:\work", "" })
        {
            Assert.Equal(expected, string.Join('|', Names((folder + "/Lessons.cs", source))));
        }
    }

    [Fact]
    public void Types_of_one_name_in_two_files_of_one_name_are_told_apart_by_their_folders()
    {
        const string Source = "namespace A; file class C;";

        Assert.Equal(
            ["A.C@More.cs", "A.C@autumn/Lessons.cs", "A.C@spring/Lessons.cs", "B.C@Lessons.cs"],
            Names(("/home/ann/autumn/Lessons.cs", Source), (@"/home/ann\spring\Lessons.cs", Source), ("/home/ann/spring/More.cs", Source), ("/home/ann/spring/b/Lessons.cs", Source.Replace("A;", "B;", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("/home/ann/house")]
    [InlineData(@"C:\clone")]
    public void The_folder_of_a_checkout_is_no_part_of_it(string house) =>
        Assert.Equal(["C@Lessons.cs", "C@a/b/Lessons.cs", "C@a/c/Lessons.cs"], Names((house + "/Lessons.cs", "file class C;"), (house + "/a/b/Lessons.cs", "file class C;"), (house + "/a/c/Lessons.cs", "file class C;")));

    [Fact]
    public void What_stands_in_a_member_is_of_the_type_around_it_and_on_the_assembly_of_the_assembly()
    {
        var compilation = Compile([("/a/Lessons.cs", "namespace A; file class C { void M() { } int P => 1; }")]);
        var type = compilation.GetSymbolsWithName("C", SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>().Single();

        Assert.All(type.GetMembers(), m => Assert.Equal("A.C@Lessons.cs, App", ConsumerName.Text(m)));
        Assert.Equal("[assembly], App", ConsumerName.Text(compilation.Assembly));
    }

    /// <summary>The compiler's name of the block holds a hash of what is extended, down to the name of the receiver.</summary>
    [Theory]
    [InlineData("s")]
    [InlineData("text")]
    public void What_stands_in_an_extension_block_is_of_the_class_around_it(string receiver) =>
        Assert.Equal(["Ext", "Ext"], Names(("/a/Ext.cs", $"static class Ext {{ extension(string {receiver}) {{ public int Two() => 2; }} }}")));

    private static CSharpCompilation Compile((string Path, string Text)[] files) =>
        CSharpCompilation.Create("App", files.Select(f => CSharpSyntaxTree.ParseText(f.Text, CompilerRun.ParseOptions, f.Path)));

    private static string[] Names(params (string Path, string Text)[] files) =>
        [.. Types(Compile(files).Assembly.GlobalNamespace).Select(t => ConsumerName.Text(t).Replace(", App", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol around) =>
        around.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(m => Types(m).Concat(m is INamedTypeSymbol type ? [type] : []));
}
