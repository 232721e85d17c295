using Competency.Documents.Json;

namespace Competency.Documents;

/// <summary>Demands as a JSON document writes them: <c>{ "every": "ksb" }</c>, <c>{ "atLeast": "80%", "kind": "skill" }</c>.</summary>
internal static class CoverageDemandFormat
{
    private const string Ksb = "ksb";
    private const string Duty = "duty";

    private static readonly string[] Kinds = KsbKinds.All.Select(k => k.Name()).ToArray();

    public static CoverageDemand? Read(DocumentObject entry)
    {
        var every = entry.Choice("every", [Ksb, Duty]);
        var kindWord = entry.Choice("kind", Kinds);
        var kind = kindWord is null ? KsbKind.None : KsbKinds.All[Array.IndexOf(Kinds, kindWord)];
        var option = entry.String("option");
        var threshold = Threshold(entry);
        var hasBoth = entry.Has("every") && entry.Has("atLeast");
        if (hasBoth || (!entry.Has("every") && !entry.Has("atLeast")))
        {
            entry.Wrong(hasBoth ? entry.SpanOf("atLeast") : entry.Place, "A demand has either \"every\", which is ksb or duty, or \"atLeast\", which is a number of KSBs or a percentage such as \"80%\"");
        }

        if (every == Duty && entry.Has("kind"))
        {
            entry.Wrong(entry.SpanOf("kind"), "Duties have no kind");
        }

        entry.Done();
        return hasBoth || (every == Duty && entry.Has("kind")) || (entry.Has("kind") && kind == KsbKind.None) ? null
            : every == Duty ? CoverageDemand.EveryDuty(option)
            : every == Ksb ? CoverageDemand.EveryKsb(kind, option)
            : threshold is { } least ? CoverageDemand.AtLeast(least, kind, option)
            : null;
    }

    public static void Write(JsonWriter json, IReadOnlyList<CoverageDemand> demands)
    {
        if (demands.Count == 0)
        {
            return;
        }

        json.StartArray("demands");
        foreach (var demand in demands)
        {
            json.StartObject()
                .Member("every", demand.IsOfDuties ? Duty : demand.Threshold.IsAll ? Ksb : null)
                .Member("atLeast", demand.Threshold.Number)
                .Member("atLeast", demand.Threshold is { IsAll: false, Number: null } share ? share.ToString() : null)
                .Member("kind", demand.Kind == KsbKind.None ? null : demand.Kind.Name())
                .Member("option", demand.Option)
                .EndObject();
        }

        json.EndArray();
    }

    /// <summary>A number, or a share as a string.</summary>
    private static KsbThreshold? Threshold(DocumentObject entry)
    {
        if (entry.Value.Find("atLeast")?.Value.Kind != JsonKind.String)
        {
            return entry.Integer("atLeast", 1, KsbCode.MaxNumber) is { } count ? KsbThreshold.Count(count) : null;
        }

        if (entry.String("atLeast") is { } written && written.EndsWith("%", StringComparison.Ordinal) && KsbThreshold.TryParse(written, out var threshold))
        {
            return threshold;
        }

        entry.Wrong(entry.SpanOf("atLeast"), "'atLeast' must be a number of KSBs, or a percentage above 0 and up to 100 such as \"80%\"");
        return null;
    }
}
