using Microsoft.CodeAnalysis;

namespace Competency.Analyzers.Tests.Analysis;

public class KSB4004Tests
{
    [Theory]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited), {|KSB4004:new DatedPeriod<int>(new(2020, 1, 1), 2, DatedBasis.AsOf, cited)|}""")]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited) { Until = new(2020, 12, 31) }, {|KSB4004:new(new DateOnly(2020, 12, 31), 2, DatedBasis.AsOf, cited)|}""")]
    [InlineData("""[new(new(2020, 1, 1), 1, DatedBasis.AsOf, cited) { Until = new DateOnly(2020, 12, 31) }, {|KSB4004:new(new(2021, 1, 2), 2, DatedBasis.AsOf, cited)|}]""")]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited), new DatedPeriod<int>(new(2021, 1, 1), 2, DatedBasis.AsOf, cited), {|KSB4004:new DatedPeriod<int>(new(2020, 6, 1), 2, DatedBasis.AsOf, cited)|}""")]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 15), 1, DatedBasis.AsOf, cited), {|KSB4004:{|KSB4005:new DatedPeriod<int>(new(2020, 1, 10), 2, DatedBasis.AsOf, cited) { Until = new(2019, 1, 1) }|}|}""")]
    public Task Fires_in_CSharp(string periods) => Verify.RuleCSharp($"new DatedValue<int>(\"hours\", new DateOnly(2026, 1, 1), {periods})");

    [Theory]
    [InlineData("""{ "from": "2024-01-01", "until": "2024-06-30", #1# }, {|KSB4004:{ "from": "2024-06-30", #2# }|}""")]
    [InlineData("""{ "from": "2024-01-01", "until": "2024-06-30", #1# }, {|KSB4004:{ "from": "2024-07-02", #2# }|}""")]
    [InlineData("""{ "from": "2024-01-01", #1# }, {|KSB4004:{ "from": "2023-01-01", #2# }|}""")]
    [InlineData("""{ "from": "2024-01-01", #1# }, {|KSB4004:{ #2# }|}""")]
    public Task Fires_in_a_policy(string periods) => Verify.Requirement(Dated(periods));

    [Theory]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited), new DatedPeriod<int>(new(2021, 1, 1), 2, DatedBasis.AsOf, cited)""")]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited) { Until = new(2020, 12, 31) }, new DatedPeriod<int>(new(2021, 1, 1), 2, DatedBasis.AsOf, cited)""")]
    [InlineData("""new DatedPeriod<int>(day, 1, DatedBasis.AsOf, cited), new DatedPeriod<int>(day, 2, DatedBasis.AsOf, cited)""")]
    [InlineData("""new DatedPeriod<int>(new(2020, 1, 1), 1, DatedBasis.AsOf, cited) { Until = day }, new DatedPeriod<int>(new(2021, 1, 1), 2, DatedBasis.AsOf, cited)""")]
    public Task Stays_silent_in_CSharp(string periods) => Verify.RuleCSharp($"new DatedValue<int>(\"hours\", new DateOnly(2026, 1, 1), {periods})");

    [Fact]
    public Task Stays_silent_in_a_policy() => Verify.Requirement(Dated("""{ "until": "2024-06-30", #1# }, { "from": "2024-07-01", #2# }"""));

    [Theory]
    [InlineData("2024-06-30", DiagnosticSeverity.Error, "This period of 'months' begins on 2024-06-30, and the one before it lasts until 2024-06-30: both hold in between")]
    [InlineData("2024-07-02", DiagnosticSeverity.Warning, "This period of 'months' begins on 2024-07-02, and the one before it ends on 2024-06-30: in between there is no value")]
    public async Task An_overlap_is_an_error_for_no_parameter_can_be_made_of_it(string from, DiagnosticSeverity severity, string message) => Assert.Equal(
        [$"{severity} KSB4004: {message}"],
        await Verify.Messages("", ("a.policy.json", $$"""{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": {{Dated($$"""{ "until": "2024-06-30", #1# }, { "from": "{{from}}", #2# }""")}} }""")));

    private static string Dated(string periods) =>
        $$"""{ "id": "a", "kind": "periodElapsed", "sentence": "x", "months": { "name": "months", "reviewed": "2026-01-01", "periods": [ {{periods
            .Replace("#1#", "\"value\": 6, \"basis\": \"originalStart\", \"citation\": { \"title\": \"T\", \"issuer\": \"I\", \"certainty\": \"C\" }", StringComparison.Ordinal)
            .Replace("#2#", "\"value\": 9, \"basis\": \"originalStart\", \"citation\": { \"title\": \"T\", \"issuer\": \"I\", \"certainty\": \"C\" }", StringComparison.Ordinal)}} ] } }""";
}
