namespace Competency.Analyzers.Tests.Analysis;

public class KSB1003Tests
{
    [Fact]
    public Task Fires() => Verify.CSharp("""using Competency; [CoversKsbs("S4, S13, S6, {|KSB1003:S13|}")] class C;""");

    [Fact]
    public Task Fires_across_the_strings_of_one_list() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": "ST0001@1.0", "kind": "evidence", "items": [ { "id": "a", "covers": ["K1-K2", "S1, {|KSB1003:K2|}"] }, { "id": "b", "covers": "K1" } ] }
        """);

    [Fact]
    public Task Stays_silent() => Verify.CSharp("""using Competency; [CoversKsbs("S4, S13, S6"), CoversKsbs("S13")] class C;""");
}
