using System.Globalization;
using System.Text;
using Competency.Documents.Json;
using Competency.Notation;
using Competency.Text;

namespace Competency.Versions;

// The difference for people and for programs. The compiler host needs neither.
public sealed partial class StandardDiff
{
    private const int Shown = 100;

    /// <summary>The difference in one line: how many statements were carried, renumbered, reworded, new and withdrawn.</summary>
    public string Summary =>
        $"{Old.Id} → {New.Id}: {Count(ChangeKind.Carried)} carried, {Count(ChangeKind.Renumbered)} renumbered, {Count(ChangeKind.Reworded)} reworded, {Count(ChangeKind.New)} new, {Count(ChangeKind.Withdrawn)} withdrawn"
        + (IsEquivalent ? "; equivalent: one mapping serves both" : IsRewrite ? "; a rewrite: fewer than half of the statements went over with their words" : "");

    /// <summary>The difference as plain text: the summary, then every statement, duty and option that is not carried.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Summary).Append('\n');
        foreach (var change in Ksbs.Where(k => k.Kind != ChangeKind.Carried))
        {
            text.Append($"  {Word(change.Kind),-11}{Codes(change),-13}{Percent(change)}{Cut(change.New ?? change.Old!)}\n");
        }

        foreach (var duty in Duties.Where(d => !d.IsCarried))
        {
            text.Append($"  {(duty.Kind == ChangeKind.Carried ? "mapping" : Word(duty.Kind)),-11}{Numbers(duty)}{Mapping(duty)}\n");
        }

        foreach (var option in Options.Where(o => o.Kind != ChangeKind.Carried))
        {
            text.Append($"  {Word(option.Kind),-11}option {TextFolding.OnOneLine(option.Kind == ChangeKind.Reworded ? $"{option.Old} → {option.New}" : (option.New ?? option.Old)!.ToString())}\n");
        }

        return text.ToString();
    }

    /// <summary>The difference as Markdown; what comes from the documents is escaped.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"# {MarkdownText.Escape(Old.Title)}: {Old.Id} → {New.Id}\n\n{Summary[(Summary.IndexOf(": ", StringComparison.Ordinal) + 2)..]}.\n");
        Table(text, "KSB", Ksbs.Where(k => k.Kind != ChangeKind.Carried).Select(k => (Word(k.Kind), Codes(k), Percent(k) + MarkdownText.Escape(TextFolding.OnOneLine((k.New ?? k.Old!).Text)))));
        Table(text, "Duty", Duties.Where(d => !d.IsCarried).Select(d => (d.Kind == ChangeKind.Carried ? "mapping" : Word(d.Kind), Numbers(d), Mapping(d).TrimStart(' ', ';') + (d.Kind == ChangeKind.Carried ? "" : " " + MarkdownText.Escape(TextFolding.OnOneLine((d.New ?? d.Old!).Text))))));
        Table(text, "Option", Options.Where(o => o.Kind != ChangeKind.Carried).Select(o => (Word(o.Kind), MarkdownText.Escape(o.New?.ToString() ?? "-"), MarkdownText.Escape(o.Old?.ToString() ?? "-"))));
        return text.ToString();
    }

    /// <summary>The difference as canonical JSON; carried statements are counted and not listed.</summary>
    public string ToJson()
    {
        var json = new JsonWriter().StartObject()
            .Member("old", Old.Id.ToString()).Member("oldFingerprint", Old.Fingerprint)
            .Member("new", New.Id.ToString()).Member("newFingerprint", New.Fingerprint)
            .Member("isEquivalent", (bool?)IsEquivalent).Member("isRewrite", (bool?)IsRewrite)
            .Member("carried", (int?)Count(ChangeKind.Carried))
            .StartArray("ksbs");
        foreach (var change in Ksbs.Where(k => k.Kind != ChangeKind.Carried))
        {
            json.StartObject().Member("change", Word(change.Kind)).Member("old", change.Old?.Code.ToString()).Member("new", change.New?.Code.ToString())
                .Member("similarity", change.Kind == ChangeKind.Reworded ? Rounded(change.Similarity) : null)
                .Member("oldText", change.Old?.Text).Member("newText", change.Kind is ChangeKind.Reworded or ChangeKind.New ? change.New?.Text : null).EndObject();
        }

        json.EndArray().StartArray("duties");
        foreach (var duty in Duties.Where(d => !d.IsCarried))
        {
            json.StartObject().Member("change", Word(duty.Kind)).Member("old", duty.Old?.Number).Member("new", duty.New?.Number)
                .Member("added", duty.AddedKsbs.Count == 0 ? null : KsbNotation.Format(duty.AddedKsbs))
                .Member("removed", duty.RemovedKsbs.Count == 0 ? null : KsbNotation.Format(duty.RemovedKsbs)).EndObject();
        }

        json.EndArray().StartArray("options");
        foreach (var option in Options.Where(o => o.Kind != ChangeKind.Carried))
        {
            json.StartObject().Member("change", Word(option.Kind)).Member("old", option.Old?.Id).Member("new", option.New?.Id).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    private static string Codes(KsbChange change) =>
        change.Old is null ? change.New!.Code.ToString()
        : change.New is null || change.Old.Code == change.New.Code ? change.Old.Code.ToString()
        : $"{change.Old.Code} → {change.New.Code}";

    private static string Numbers(DutyChange duty) =>
        duty.Old is null ? $"Duty {duty.New!.Number}" : duty.New is null || duty.Old.Number == duty.New.Number ? $"Duty {duty.Old.Number}" : $"Duty {duty.Old.Number} → Duty {duty.New.Number}";

    private static string Mapping(DutyChange duty) =>
        (duty.AddedKsbs.Count == 0 ? "" : $"; maps {KsbNotation.Format(duty.AddedKsbs)} now") + (duty.RemovedKsbs.Count == 0 ? "" : $"; no longer maps {KsbNotation.Format(duty.RemovedKsbs)}");

    private static string Percent(KsbChange change) =>
        change.Kind == ChangeKind.Reworded ? $"({(change.Similarity * 100).ToString("0", CultureInfo.InvariantCulture)} % the same words) " : "";

    private static decimal? Rounded(double similarity) => Math.Round((decimal)similarity, 2);

    private static string Cut(KsbStatement statement)
    {
        var line = TextFolding.OnOneLine(statement.Text);
        return line.Length <= Shown ? line : line[..(Shown - 3)] + "...";
    }

    private static void Table(StringBuilder text, string what, IEnumerable<(string Change, string Which, string Words)> rows)
    {
        var list = rows.ToArray();
        if (list.Length > 0)
        {
            text.Append($"\n| Change | {what} | |\n|---|---|---|\n");
            foreach (var (change, which, words) in list)
            {
                text.Append($"| {change} | {which} | {words.Trim()} |\n");
            }
        }
    }
}
