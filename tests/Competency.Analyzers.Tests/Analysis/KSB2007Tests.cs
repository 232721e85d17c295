namespace Competency.Analyzers.Tests.Analysis;

public class KSB2007Tests
{
    [Theory]
    [InlineData("", "{|KSB2007:|}")]
    [InlineData("", "{ \"document\": {|KSB2007:'|}x' }")]
    [InlineData("", "{|KSB2007:[|}]")]
    [InlineData("\"document\": \"competency.standard/1\",", "")]
    [InlineData("", """{ "document": {|KSB2007:"competency.mapping/1"|} }""")]
    [InlineData("\"version\": \"1.0\",", "")]
    [InlineData("\"version\": \"1.0\"", "\"version\": {|KSB2007:1.0|}")]
    [InlineData("\"version\": \"1.0\"", "\"version\": {|KSB2007:\"one\"|}")]
    [InlineData("\"reference\": \"ST0001\"", "\"reference\": {|KSB2007:\"ST1\"|}")]
    [InlineData("\"title\"", "{|KSB2007:\"titel\"|}: \"x\", \"title\"")]
    [InlineData("\"code\": \"B1\"", "\"code\": {|KSB2007:\"B0\"|}")]
    [InlineData("\"code\": \"K1\"", "\"code\": {|KSB2007:\"К1\"|}")]
    [InlineData("\"number\": 1,", "\"number\": {|KSB2007:1.5|},")]
    [InlineData("\"typeName\": \"Mini\"", "\"typeName\": {|KSB2007:\"My type\"|}")]
    [InlineData("\"typeName\": \"Mini\"", "\"typeName\": {|KSB2007:\"var\"|}")]
    [InlineData("\"typeName\": \"Mini\"", "\"typeName\": {|KSB2007:\"Ksb\"|}")]
    [InlineData("\"version\": \"1.0\"", "\"version\": {|KSB2007:\"1.01\"|}")]
    [InlineData("\"title\"", "\"keyInformation\": { \"updated\": {|KSB2007:\"31/02/2024\"|} }, \"title\"")]
    [InlineData("\"text\": \"Brakes.\"", "\"text\": \"Brakes.\", {|KSB2007:\"text\"|}: \"again\"")]
    [InlineData("\"text\": \"Brakes.\"", "\"text\": \"{|KSB2007:\\q|}\"")]
    public async Task Fires_in_its_place(string good, string bad)
    {
        var text = good.Length == 0 ? bad : Mini.Document.Replace(good, bad, StringComparison.Ordinal);
        if (bad.Length == 0)
        {
            text = "{|KSB2007:{|}" + text[1..];
        }

        // A broken entry can leave a duty that maps it; that second finding is not what is tested here.
        text = text.Replace("K1-K2, S1, B1", "K2, S1", StringComparison.Ordinal);
        var run = new CompilerRun();
        var marked = new Marked("a.standard.json", text);
        run.Files.Add((marked.Path, marked.Text));

        var (_, diagnostics) = await run.Run("");

        var found = diagnostics.Where(d => d.Id == "KSB2007").Select(d => (d.Id, d.Location.SourceSpan)).ToArray();
        Assert.True(marked.Expected.SequenceEqual(found), marked.With(found) + "\n" + string.Join("\n", diagnostics));
    }

    [Fact]
    public Task Stays_silent() => Verify.Document("a.standard.json", Mini.Document);

    [Fact]
    public Task Fires_in_a_mapping() => Verify.Mapping("""
        { "document": "competency.mapping/1", "standard": {|KSB2007:"ST0001"|}, "kind": {|KSB2007:"program"|},
          "items": [ {|KSB2007:{|} "covers": "K1" }, { "id": "M2", {|KSB2007:"cover"|}: "K1", "covers": {|KSB2007:7|} }, { "id": "M3", {|KSB2007:"Covers"|}: "K1" },
            { "id": "M4", "covers": {|KSB2007:" , "|} }, { "id": "M5", "covers": {|KSB2007:[]|} } ] }
        """);
}
