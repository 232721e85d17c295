namespace Competency.Analyzers.Tests.Analysis;

public class KSB2001Tests
{
    [Fact]
    public Task Fires_at_the_code() => Verify.Document("a.standard.json", Mini.Document.Replace("K3, S2\"", "K3, S2, {|KSB2001:S3|}\"", StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent() => Verify.Document("a.standard.json", Mini.Document);
}
