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
            text.Append($"  {Word(change.Kind),-11}{Codes(change),-13}{Percent(change.Kind, change.Similarity)}{Cut((change.New ?? change.Old!).Text)}\n");
        }

        foreach (var duty in Duties.Where(d => !d.IsCarried))
        {
            text.Append(duty.Kind == ChangeKind.Carried
                ? $"  {Word(duty),-11}{Numbers(duty)}{Mapping(duty)}\n"
                : $"  {Word(duty),-11}{Numbers(duty),-12} {Percent(duty.Kind, duty.Similarity)}{Cut((duty.New ?? duty.Old!).Text)}{Mapping(duty)}\n");
        }

        foreach (var option in Options.Where(o => o.Kind != ChangeKind.Carried))
        {
            text.Append($"  {Word(option.Kind),-11}option {TextFolding.OnOneLine(option.Kind switch
            {
                ChangeKind.Reworded => $"{option.Old} → {option.New}",
                ChangeKind.Renumbered => $"{option.New}: {option.Old!.Id} → {option.New!.Id}",
                _ => (option.New ?? option.Old)!.ToString(),
            })}\n");
        }

        return text.ToString();
    }

    /// <summary>The difference as Markdown; what comes from the documents is escaped.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"# {MarkdownText.Escape(Old.Title)}: {Old.Id} → {New.Id}\n\n{Summary[(Summary.IndexOf(": ", StringComparison.Ordinal) + 2)..]}.\n");
        Table(text, "KSB", Ksbs.Where(k => k.Kind != ChangeKind.Carried).Select(k => (Word(k.Kind), Codes(k), Percent(k.Kind, k.Similarity) + MarkdownText.Escape(TextFolding.OnOneLine((k.New ?? k.Old!).Text)))));
        Table(text, "Duty", Duties.Where(d => !d.IsCarried).Select(d => (Word(d), Numbers(d), d.Kind == ChangeKind.Carried
            ? MarkdownText.Escape(Mapping(d).TrimStart(' ', ';'))
            : Percent(d.Kind, d.Similarity) + MarkdownText.Escape(TextFolding.OnOneLine((d.New ?? d.Old!).Text) + Mapping(d)))));
        Table(text, "Option", Options.Where(o => o.Kind != ChangeKind.Carried).Select(o => (Word(o.Kind), o.New is null ? "-" : MarkdownText.Escape(o.New.ToString()), o.Old is null ? "-" : MarkdownText.Escape(o.Old.ToString()))));
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
                .Member("similarity", duty.Kind == ChangeKind.Reworded ? Rounded(duty.Similarity) : null)
                .Member("oldText", duty.Kind == ChangeKind.Carried ? null : duty.Old?.Text).Member("newText", duty.Kind is ChangeKind.Reworded or ChangeKind.New ? duty.New?.Text : null)
                .Member("added", duty.AddedKsbs.Count == 0 ? null : KsbNotation.Format(duty.AddedKsbs))
                .Member("removed", duty.RemovedKsbs.Count == 0 ? null : KsbNotation.Format(duty.RemovedKsbs));
            Mapped(json, "addedKsbs", duty.AddedKsbs.Select(c => (c, OfNew(c), true)));
            Mapped(json, "removedKsbs", duty.RemovedKsbs.Select(c => (c, Of(c), false)));
            if (duty.HasOtherOptions)
            {
                // None is everyone: a core duty.
                Ids(json.StartArray("oldOptions"), duty.Old!);
                Ids(json.StartArray("newOptions"), duty.New!);
            }

            json.EndObject();
        }

        json.EndArray().StartArray("options");
        foreach (var option in Options.Where(o => o.Kind != ChangeKind.Carried))
        {
            json.StartObject().Member("change", Word(option.Kind)).Member("old", option.Old?.Id).Member("new", option.New?.Id)
                .Member("oldTitle", option.Old?.Title).Member("newTitle", option.New?.Title).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    private static string Codes(KsbChange change) =>
        change.Old is null ? change.New!.Code.ToString()
        : change.New is null || change.Old.Code == change.New.Code ? change.Old.Code.ToString()
        : $"{change.Old.Code} → {change.New.Code}";

    private static string Numbers(DutyChange duty) =>
        duty.Old is null ? $"Duty {duty.New!.Number}" : duty.New is null || duty.Old.Number == duty.New.Number ? $"Duty {duty.Old.Number}" : $"Duty {duty.Old.Number} → Duty {duty.New.Number}";

    private static string Word(DutyChange duty) => duty.Kind != ChangeKind.Carried ? Word(duty.Kind) : duty.HasOtherKsbs ? "mapping" : "options";

    private string Mapping(DutyChange duty) =>
        (duty.AddedKsbs.Count == 0 ? "" : $"; maps {KsbNotation.Format(duty.AddedKsbs)} of {Side(New, "new")} now{Asides(duty.AddedKsbs, WasBefore, "")}")
        + (duty.RemovedKsbs.Count == 0 ? "" : $"; no longer maps {KsbNotation.Format(duty.RemovedKsbs)} of {Side(Old, "old")}{Asides(duty.RemovedKsbs, IsNow, "is ")}")
        + (duty.HasOtherOptions ? $"; performed by {Performers(duty.New!, New)} now, by {Performers(duty.Old!, Old)} before" : "");

    /// <summary>Of which version codes are: by its number, but where both have the same or are of two standards.</summary>
    private string Side(OccupationalStandard standard, string side) =>
        Old.Id == New.Id ? $"the {side} document" : Old.Id.Reference == New.Id.Reference ? standard.Id.Version.ToString() : standard.Id.ToString();

    private string? WasBefore(KsbCode code) => OfNew(code) is not { } change ? null : change.Old is not { } old ? "new" : old.Code == code ? null : $"was {old.Code}";

    private string? IsNow(KsbCode code) => Of(code) is not { } change ? null : change.New is not { } now ? "withdrawn" : now.Code == code ? null : $"{now.Code} now";

    private KsbChange? OfNew(KsbCode newCode) => Ksbs.FirstOrDefault(k => k.New?.Code == newCode);

    /// <summary>What became of codes, in parentheses: one code would be read for the other version's.</summary>
    private static string Asides(IReadOnlyList<KsbCode> codes, Func<KsbCode, string?> told, string verb)
    {
        var asides = codes.Select(c => (Code: c, Text: told(c))).Where(c => c.Text is not null)
            .Select(c => codes.Count == 1 ? c.Text : $"{c.Code} {(char.IsUpper(c.Text![0]) ? verb : "")}{c.Text}").ToArray();
        return asides.Length == 0 ? "" : $" ({string.Join(", ", asides)})";
    }

    private static void Mapped(JsonWriter json, string name, IEnumerable<(KsbCode Code, KsbChange? Change, bool IsNew)> codes)
    {
        var list = codes.ToArray();
        if (list.Length == 0)
        {
            return;
        }

        json.StartArray(name);
        foreach (var (code, change, isNew) in list)
        {
            // A code that its version does not define is no change of any statement.
            json.StartObject()
                .Member("old", isNew ? change?.Old?.Code.ToString() : code.ToString()).Member("new", isNew ? code.ToString() : change?.New?.Code.ToString())
                .Member("text", isNew ? change?.New?.Text : change?.Old?.Text).EndObject();
        }

        json.EndArray();
    }

    private static string Performers(OccupationDuty duty, OccupationalStandard standard) =>
        duty.IsCore ? "everyone" : TextFolding.OnOneLine(string.Join(", ", duty.Options.Select(o => $"'{standard.FindOption(o)?.ToString() ?? o}'")));

    private static void Ids(JsonWriter json, OccupationDuty duty)
    {
        foreach (var option in duty.Options)
        {
            json.Item(option);
        }

        json.EndArray();
    }

    private static string Percent(ChangeKind kind, double similarity) =>
        kind == ChangeKind.Reworded ? $"({(similarity * 100).ToString("0", CultureInfo.InvariantCulture)} % the same words) " : "";

    private static decimal? Rounded(double similarity) => Math.Round((decimal)similarity, 2);

    private static string Cut(string statement)
    {
        var line = TextFolding.OnOneLine(statement);
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
