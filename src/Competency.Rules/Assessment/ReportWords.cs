namespace Competency.Rules;

/// <summary>The words that text and Markdown share.</summary>
internal static class ReportWords
{
    public static string Verdict(Verdict verdict) => verdict switch
    {
        Rules.Verdict.Met => "Met",
        Rules.Verdict.NotMet => "Not met",
        Rules.Verdict.NotYetDue => "Not yet due",
        Rules.Verdict.CannotTell => "Cannot tell",
        _ => "Does not apply",
    };

    public static string By(ActionBy by) => by switch
    {
        ActionBy.Apprentice => "Apprentice",
        ActionBy.Assessor => "Assessor",
        ActionBy.Provider => "Provider",
        ActionBy.Employer => "Employer",
        _ => "Owner of the policy",
    };

    /// <summary>By what was judged, for whoever holds the paper beside the record: the version that a policy has by itself says nothing about the settings it was made with.</summary>
    public static string JudgedBy(ReadinessReport report) =>
        $"Policy {report.Policy.Id} {report.Policy.Version} ({report.Policy.Fingerprint}), standard {report.Standard.Fingerprint}{(report.FactsDigest is { } digest ? $", facts {digest}" : "")}";

    /// <summary>What to do, and that it is one of several ways where it is.</summary>
    public static string Action(OutstandingAction action) => action.Alternatives.Count == 0
        ? action.Text
        : $"{action.Text} ({string.Join("; ", action.Alternatives.Select(a => $"{(a.Way is { } way ? $"way {way}" : "one")} of {a.Of}{(a.Way is null ? " ways" : "")}, {a.Needed} {(a.Needed == 1 ? "is" : "are")} needed: {a.Sentence}"))})";

    /// <summary>What is left out; null where nothing is.</summary>
    public static string? Redaction(RedactionLevel level) => level switch
    {
        RedactionLevel.Full => null,
        RedactionLevel.ForOthers => "reasons that touch on health, disability or age are left out",
        _ => "names and ids, and reasons that touch on health, disability or age, are left out",
    };

    public static string Basis(RequirementBasis basis) => basis switch
    {
        RequirementBasis.Law => "law",
        RequirementBasis.FundingRule => "funding rule",
        RequirementBasis.Standard => "standard",
        RequirementBasis.AssessmentPlan => "assessment plan",
        RequirementBasis.Provider => "provider's own rule",
        _ => "data check, which does not decide",
    };

    /// <summary>When the policy holds, in a sentence; null where no day says anything.</summary>
    public static string? Dates(ReadinessReport report) => (report.Verdict, report.EarliestDate, report.MetUntil) switch
    {
        (Rules.Verdict.Met, _, { } until) => $"Met until {Said.Date(until)}, all else unchanged",
        (Rules.Verdict.Met, _, _) => null,
        (_, { } earliest, { } until) => $"Earliest date: {Said.Date(earliest)}, until {Said.Date(until)}, all else unchanged",
        (_, { } earliest, _) => $"Earliest date: {Said.Date(earliest)}, all else unchanged",
        _ => null,
    };

    /// <summary>The lines under a requirement: what it rests on.</summary>
    public static IEnumerable<(string Label, string Text)> Details(RequirementReport node)
    {
        var outcome = node.Outcome;
        yield return ("", outcome.Explanation);
        if (outcome.Shortfall is { } shortfall)
        {
            yield return ("Missing", shortfall);
        }

        foreach (var missing in outcome.MissingFacts)
        {
            yield return ("Not known", missing);
        }

        foreach (var attention in outcome.Attention)
        {
            yield return ("Attention", attention);
        }

        foreach (var fact in outcome.Facts)
        {
            yield return ("Fact", $"{fact.Name}: {fact.Value}{(fact.Evidence.Count == 0 ? "" : $" [{string.Join(", ", fact.Evidence)}]")}");
        }

        // On a report for others the source could tell what is withheld.
        if (node is { IsWithheld: false, Children.Count: 0 })
        {
            yield return ("Basis", ReportWords.Basis(node.Requirement.Basis));
            foreach (var citation in Citations(node))
            {
                yield return ("Source", citation.ToString());
            }
        }
    }

    /// <summary>The requirement's own source and those of the values used, each once.</summary>
    public static IEnumerable<Citation> Citations(RequirementReport node) =>
        (node.Requirement.Citation is { } own ? node.Outcome.Citations.Prepend(own) : node.Outcome.Citations).Distinct();
}
