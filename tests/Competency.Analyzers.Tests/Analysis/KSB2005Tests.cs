namespace Competency.Analyzers.Tests.Analysis;

public class KSB2005Tests
{
    [Fact]
    public Task Fires_at_the_code_behind_the_gap() => Verify.Document("a.standard.json", Mini.Document
        .Replace("{ \"code\": \"K2\", \"text\": \"Brakes.\" },", "", StringComparison.Ordinal)
        .Replace("\"code\": \"K3\"", "\"code\": {|KSB2005:\"K3\"|}", StringComparison.Ordinal)
        .Replace("K1-K2, S1", "K1, S1", StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent_whatever_the_order() => Verify.Document("a.standard.json", Mini.Document
        .Replace("\"K1\", \"text\"", "\"K9\", \"text\"", StringComparison.Ordinal)
        .Replace("\"K2\", \"text\"", "\"K1\", \"text\"", StringComparison.Ordinal)
        .Replace("\"K9\", \"text\"", "\"K2\", \"text\"", StringComparison.Ordinal));
}
