namespace Competency.Analyzers.Tests.Analysis;

public class KSB2002Tests
{
    private static readonly string Unmapped = Mini.Document
        .Replace("K3, S2\"", "K3\"", StringComparison.Ordinal)
        .Replace("\"code\": \"S2\"", "\"code\": {|KSB2002:\"S2\"|}", StringComparison.Ordinal);

    [Fact]
    public Task Fires() => Verify.Document("a.standard.json", Unmapped);

    [Fact]
    public Task Stays_silent() => Verify.Document("a.standard.json", Mini.Document);

    [Fact]
    public async Task Is_information_where_the_text_is_a_publishers() => Assert.Equal(
        ["Info KSB2002: S2 of ST0001@1.0 is mapped by no duty"],
        await Verify.Messages("", ("a.standard.json", new Marked("", Unmapped).Text.Replace("\"title\"", "\"source\": { \"publisher\": \"Skills England\" }, \"title\"", StringComparison.Ordinal))));
}
