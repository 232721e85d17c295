namespace Competency.Analyzers.Tests.Analysis;

/// <summary>A project that has no document of its own, and references an assembly that holds the generated standard.</summary>
public class ReferencedStandardsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task References_are_checked_against_a_referenced_assembly(bool asReferenceAssembly)
    {
        var library = new CompilerRun { AssemblyName = "Library" };
        library.Properties["RootNamespace"] = "Library";
        library.Files.Add(("mini.standard.json", Mini.Document));
        var reference = await library.Emit(asReferenceAssembly, "");

        await Verify.All(
            """
            using Competency; using Library.Standards;
            [ForStandard<Mini>, CoversKsbs("K1, {|KSB1001:K9|}")] class A { KsbSet B = Mini.Standard.Select("{|KSB1001:S9|}"); }
            [ForStandard("ST0001@1.0"), CoversKsbs("{|KSB1001:B9|}")] class B;
            """,
            [("test.mapping.json", """{ "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "E1", "covers": "{|KSB3001:K9|}" } ] }""")],
            reference);
    }
}
