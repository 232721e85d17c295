namespace Competency.Analyzers.Tests.Analysis;

public class KSB2004Tests
{
    [Fact]
    public Task Fires_for_a_statement() => Verify.Document("a.standard.json", Mini.Document.Replace("\"code\": \"B1\"", "\"code\": {|KSB2004:\"S2\"|}", StringComparison.Ordinal).Replace("S1, B1", "S1", StringComparison.Ordinal));

    [Fact]
    public Task Fires_for_a_duty() => Verify.Document("a.standard.json", Mini.Document
        .Replace("\"number\": 2", "\"number\": {|KSB2004:1|}", StringComparison.Ordinal)
        .Replace("K1-K2, S1", "K1-K3, S1-S2", StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent() => Verify.Document("a.standard.json", Mini.Document);
}
