namespace Competency.Analyzers.Tests.Analysis;

public class KSB2009Tests
{
    [Fact]
    public Task Fires_at_the_word() => Verify.Document("a.standard.json", Mini.With(skill: "Mend \\t a {|KSB2009:р\u0443ncturе|}.").Replace("р\u0443ncturе", "punctur\u0435", StringComparison.Ordinal));

    [Fact]
    public Task Stays_silent_for_words_of_one_script() => Verify.Document("a.standard.json", Mini.With(skill: "Measure resistance in Ω and say спасибо, naïve café."));
}
