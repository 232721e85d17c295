namespace Competency.Analyzers.Tests.Analysis;

public class KSB2009Tests
{
    [Fact]
    public Task Fires_at_the_word() => Verify.Document("a.standard.json", Mini.With(skill: "Mend \\t a {|KSB2009:р\u0443ncturе|}.").Replace("р\u0443ncturе", "punctur\u0435", StringComparison.Ordinal));

    [Theory]
    [InlineData("m\u0430ths")]
    [InlineData("\u0441lean")]
    [InlineData("f\u0456\u0445ed")]
    [InlineData("\u041DTQ")]
    public Task Fires_for_small_letters_and_capitals_alike(string word) => Verify.Document("a.standard.json", Mini.With(skill: $"Mend {{|KSB2009:{word}|}}."));

    [Fact]
    public Task Stays_silent_for_symbols_beside_Latin_letters() => Verify.Document("a.standard.json", Mini.With(skill: "Measure 5 μm, γGT, αSMA and kΩ."));

    [Fact]
    public Task Stays_silent_for_words_of_one_script() => Verify.Document("a.standard.json", Mini.With(skill: "Measure resistance in Ω and say спасибо, naïve café."));
}
