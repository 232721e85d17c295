using System.Text;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Writes the difference of two reports as plain text.</summary>
internal static class ReportDifferenceText
{
    public static string Write(ReportDifference difference)
    {
        var text = new StringBuilder();
        var (before, after) = (difference.Before, difference.After);
        Line(text, 0, $"{after.Policy.Name}: {Change(ReportWords.Verdict(before.Verdict), ReportWords.Verdict(after.Verdict))}");
        if (before.AsOf != after.AsOf || before.KnownAt != after.KnownAt)
        {
            Line(text, 0, $"As of {Change(Said.Date(before.AsOf), Said.Date(after.AsOf))}, known at {Change(Said.Date(before.KnownAt), Said.Date(after.KnownAt))}");
        }

        if (difference.IsEmpty)
        {
            Line(text, 0, "Nothing changes");
            return text.ToString();
        }

        if (before.EarliestDate != after.EarliestDate)
        {
            Line(text, 0, $"Earliest date: {Change(Date(before.EarliestDate), Date(after.EarliestDate))}{Moved(difference.Days)}");
        }

        foreach (var change in difference.Requirements)
        {
            Line(text, 1, $"{Change(Verdict(change.Before), Verdict(change.After))}: {change.Sentence}");
            Part(text, "missing", change.Before?.Outcome.Shortfall, change.After?.Outcome.Shortfall, "nothing");
            Part(text, "not known", Unknown(change.Before), Unknown(change.After), "nothing");
            Part(text, "earliest date", Date(change.Before?.EarliestDate), Date(change.After?.EarliestDate), "none", Moved(change.Days));
            Part(text, "met until", Date(change.Before?.MetUntil), Date(change.After?.MetUntil), "none");
        }

        foreach (var group in difference.Ksbs.GroupBy(k => (k.Before, k.After)))
        {
            Line(text, 1, $"{Said.Codes(group.Select(k => k.Ksb))}: {Said.Spaced(Words.Standing.Of(group.Key.Before))} → {Said.Spaced(Words.Standing.Of(group.Key.After))}");
        }

        Actions(text, "No longer outstanding", difference.Done);
        Actions(text, "Outstanding now", difference.Added);
        foreach (var change in difference.Changed)
        {
            Line(text, 1, $"Outstanding otherwise: {ReportWords.By(change.After.By)}: {ReportWords.Action(change.After)}");
        }

        return text.ToString();
    }

    private static void Actions(StringBuilder text, string title, IReadOnlyList<OutstandingAction> actions)
    {
        foreach (var action in actions)
        {
            Line(text, 1, $"{title}: {ReportWords.By(action.By)}: {ReportWords.Action(action)}");
        }
    }

    private static void Part(StringBuilder text, string name, string? before, string? after, string none, string moved = "")
    {
        if (before != after)
        {
            Line(text, 2, $"{name}: {Change(before ?? none, after ?? none)}{moved}");
        }
    }

    private static string Verdict(RequirementReport? report) => report is null ? "Not asked" : ReportWords.Verdict(report.Verdict);

    private static string? Unknown(RequirementReport? report) => report?.Outcome.MissingFacts is { Count: > 0 } facts ? string.Join("; ", facts) : null;

    private static string Date(DateOnly? date) => date is { } day ? Said.Date(day) : "none";

    private static string Moved(int? days) => days switch
    {
        null or 0 => "",
        < 0 => $" ({Said.Count(-days.Value, "day", "days")} earlier)",
        _ => $" ({Said.Count(days.Value, "day", "days")} later)",
    };

    private static string Change(string before, string after) => before == after ? after : $"{before} → {after}";

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', 2 * depth).Append(TextFolding.OnOneLine(line)).Append('\n');
}
