namespace Competency.Analyzers.Tests.Analysis;

public class KSB2008Tests
{
    private static string With(string title, string level) => Mini.Document.Replace(
        "\"duties\"",
        $$"""
        "qualifications": [ { "title": "{{title}}", "level": {{level}} } ], "duties"
        """,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("CertHE Mechanic (Level 4)", "5")]
    [InlineData("level\u00A03 diploma", "2")]
    public Task Fires(string title, string level) => Verify.Document("a.standard.json", With(title, $"{{|KSB2008:{level}|}}"));

    [Theory]
    [InlineData("CertHE Mechanic (Level 4)", "4")]
    [InlineData("CertHE Mechanic", "5")]
    [InlineData("Level 3 or level 4 diploma", "3")]
    [InlineData("A level playing field", "2")]
    public Task Stays_silent(string title, string level) => Verify.Document("a.standard.json", With(title, level));
}
