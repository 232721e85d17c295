namespace Competency.Analyzers.Tests.Analysis;

public class KSB2003Tests
{
    [Theory]
    [InlineData("B1")]
    [InlineData("")]
    public Task Fires(string ksbs) => Verify.Document("a.standard.json", Mini.Document.Replace(
        "\"duties\": [",
        $$"""
        "duties": [ { "number": {|KSB2003:3|}, "text": "Develop others.", "ksbs": "{{ksbs}}" },
        """,
        StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent() => Verify.Document("a.standard.json", Mini.Document);
}
