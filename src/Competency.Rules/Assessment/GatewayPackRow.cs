namespace Competency.Rules;

/// <summary>One requirement in a gateway pack: short enough for a line of a table.</summary>
/// <param name="Sentence">What is asked.</param>
/// <param name="Verdict">What came of it, in a word or two.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Signed">Who stands behind it, in which role, on which day.</param>
/// <param name="Missing">What is missing; empty where nothing is.</param>
internal sealed record GatewayPackRow(string Sentence, string Verdict, IReadOnlyList<string> Evidence, IReadOnlyList<string> Signed, IReadOnlyList<string> Missing)
{
    /// <summary>More ids than these are counted.</summary>
    private const int ShownIds = 8;

    /// <summary>More signatures than these are counted.</summary>
    private const int ShownSignatures = 3;

    /// <summary>The requirements that are judged by themselves and apply, in the policy's order.</summary>
    public static IEnumerable<GatewayPackRow> Of(ReadinessReport report) =>
        Asked(report.Root).Where(r => r.Children.Count == 0 && r.Verdict != Rules.Verdict.DoesNotApply).Select(Of);

    /// <summary>A report and those within it; without conditions that hold, which nobody is asked to fulfil, and without the ways of a choice that is met by others.</summary>
    private static IEnumerable<RequirementReport> Asked(RequirementReport node) => node.Children.Where(c => IsAsked(c, node)).SelectMany(Asked).Prepend(node);

    private static bool IsAsked(RequirementReport child, RequirementReport node) => node.Requirement switch
    {
        ConditionalRequirement conditional => !(child.Requirement == conditional.Condition && child.Verdict == Rules.Verdict.Met),
        QuantifiedRequirement { Quantifier: not Quantifier.All } => node.Verdict != Rules.Verdict.Met || child.Verdict == Rules.Verdict.Met || child.Requirement.IsCheck,
        _ => true,
    };

    private static GatewayPackRow Of(RequirementReport node)
    {
        var outcome = node.Outcome;
        var facts = outcome.Facts.Where(f => !f.IsAside).ToArray();
        var ids = facts.SelectMany(f => f.Evidence).Distinct().Order(NaturalOrder.Instance).ToArray();
        var evidence = new List<string> { outcome.Explanation };
        if (ids.Length > 0)
        {
            evidence.Add(ids.Length <= ShownIds ? $"Evidence: {string.Join(", ", ids)}" : $"Evidence: {ids.Length} items, {ids[0]} to {ids[^1]}");
        }

        return new GatewayPackRow(
            node.Requirement.IsCheck ? $"{node.Requirement.Sentence} (a data check, which does not decide)" : node.Requirement.Sentence,
            ReportWords.Verdict(node.Verdict) + (outcome.Attention.Count > 0 ? ", see notes" : ""),
            evidence,
            [.. Signatures(facts)],
            [.. WhatIsMissing(node)]);
    }

    private static IEnumerable<string> WhatIsMissing(RequirementReport node)
    {
        if (node.Outcome.Shortfall is { } shortfall)
        {
            yield return shortfall;
        }

        foreach (var fact in node.Outcome.MissingFacts)
        {
            yield return $"Not known: {fact}";
        }

        if (node is { Verdict: Rules.Verdict.NotYetDue, EarliestDate: { } day })
        {
            yield return $"Due on {Said.Date(day)}";
        }
    }

    /// <summary>Each person once, with the days between which they signed.</summary>
    private static IEnumerable<string> Signatures(IReadOnlyList<ReportedFact> facts)
    {
        var people = facts.SelectMany(f => f.Signatures).GroupBy(s => (s.By, s.Role)).ToArray();
        foreach (var person in people.Take(ShownSignatures))
        {
            var days = person.Select(s => s.On).OfType<DateOnly>().Order().ToArray();
            var when = days.Length == 0 ? "" : days[0] == days[^1] ? $", {Said.Date(days[0])}" : $", {Said.Date(days[0])} to {Said.Date(days[^1])}";
            yield return $"{person.Key.By ?? "Nobody is named"}{(person.Key.Role is { } role ? $", {role}" : "")}{when}";
        }

        if (people.Length > ShownSignatures)
        {
            yield return $"and {people.Length - ShownSignatures} more";
        }
    }
}
