using Competency.Text;

namespace Competency.Findings;

/// <summary>What is wrong with a rule, in words: the same for a policy document and for C#.</summary>
internal static class RuleMessages
{
    /// <summary>KSB4002.</summary>
    public static string Nothing(string id) => $"'{TextFolding.OnOneLine(id)}' holds no requirement: a quantifier over nothing is neither met nor not";

    /// <summary>KSB4002.</summary>
    public static string TooMany(string id, int count, int held) => $"'{TextFolding.OnOneLine(id)}' asks {count} of {held} requirements: nothing can meet that";

    /// <summary>KSB4003.</summary>
    public static Finding Repeated(string id, SourceLocation? location) =>
        new(FindingCatalogue.RepeatedRuleId, RepeatedText(id), location);

    /// <summary>KSB4003.</summary>
    public static string RepeatedText(string id) => $"Another requirement of this policy has the id '{TextFolding.OnOneLine(id)}' already";

    /// <summary>KSB4004 between two periods that follow one another; null where all is well.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="from">The first day of the earlier; null for no limit.</param>
    /// <param name="until">The last day of the earlier; null until the later begins.</param>
    /// <param name="next">The first day of the later; null for no limit.</param>
    public static string? BetweenPeriods(string name, DateOnly? from, DateOnly? until, DateOnly? next)
    {
        if (next is not { } day || day <= from)
        {
            return $"This period of '{TextFolding.OnOneLine(name)}' does not begin after the one before it; write the periods in the order of their first days";
        }

        if (until is not { } last)
        {
            return null;
        }

        return last >= day ? $"This period of '{TextFolding.OnOneLine(name)}' begins on {IsoDate.Format(day)}, and the one before it lasts until {IsoDate.Format(last)}: both hold in between"
            : last.AddDays(1) < day ? $"This period of '{TextFolding.OnOneLine(name)}' begins on {IsoDate.Format(day)}, and the one before it ends on {IsoDate.Format(last)}: in between there is no value"
            : null;
    }

    /// <summary>KSB4005.</summary>
    public static string EmptyPeriod(string name, DateOnly from, DateOnly until) =>
        $"This period of '{TextFolding.OnOneLine(name)}' ends on {IsoDate.Format(until)}, before it begins on {IsoDate.Format(from)}: it never applies";

    /// <summary>KSB4005.</summary>
    public static string NobodyStarted(string id, DateOnly from, DateOnly until) =>
        $"Nobody started both from {IsoDate.Format(from)} on and up to {IsoDate.Format(until)}: '{TextFolding.OnOneLine(id)}' never holds";

    /// <summary>KSB4005 for an option that none of some standards has.</summary>
    public static Finding UnknownOption(string option, IReadOnlyList<OccupationalStandard> standards, SourceLocation location)
    {
        var offered = standards.SelectMany(s => s.Options).Select(o => o.ToString()).ToArray();
        var nearest = Similarity.Nearest(option, offered);
        var has = offered.Length == 0 ? "has no options" : nearest is null ? $"has {string.Join(", ", offered.Select(TextFolding.OnOneLine))}" : $"has none of that name; did you mean '{TextFolding.OnOneLine(nearest)}'?";
        return new Finding(FindingCatalogue.RuleNeverApplies, $"No learner can have the option '{TextFolding.OnOneLine(option)}': {string.Join(" and ", standards.Select(s => s.Id))} {has}", location)
        {
            Suggestion = nearest is null ? null : $"\"{nearest}\"",
        };
    }

    /// <summary>KSB4006.</summary>
    public static string Uncited(string id, string basis) => $"'{TextFolding.OnOneLine(id)}' rests on {basis} and does not say where it stands; cite it";

    /// <summary>What a basis is called where a rule that rests on it must cite it; null where it need not.</summary>
    /// <param name="basis">The basis, as policy documents name it.</param>
    public static string? NeedsCitation(string basis) => basis switch
    {
        "law" => "law",
        "fundingRule" => "a funding rule",
        "assessmentPlan" => "an assessment plan",
        _ => null,
    };
}
