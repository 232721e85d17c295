namespace Competency.Analyzers.Tests.Analysis;

public class KSB2006Tests
{
    [Fact]
    public Task Fires_at_the_second() => Verify.Document("a.standard.json", Mini.With(skill: "Adjust  a brake").Replace("\"code\": \"S2\"", "\"code\": {|KSB2006:\"S2\"|}", StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent_for_a_skill_in_the_words_of_a_behaviour() => Verify.Document("a.standard.json", Mini.With(skill: "Be careful."));
}
