using System.Globalization;
using Competency.Documents.Json;
using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>Reads one parameter of a requirement.</summary>
internal static class ParameterReader
{
    /// <summary>The value, in the type that <see cref="RequirementOutline"/> gives it; null where it is absent or wrong.</summary>
    public static object? Read(DocumentObject entry, RequirementParameter parameter) => parameter.Type switch
    {
        ParameterType.Text => entry.NotBlank(parameter.Name, parameter.IsRequired),
        ParameterType.Word => Word(entry, parameter.Name, parameter.Words, parameter.IsRequired),
        ParameterType.Texts => Texts(entry, parameter),
        ParameterType.Words => Words(entry, parameter),
        ParameterType.Standards => Standards(entry, parameter),
        ParameterType.Integer => entry.Integer(parameter.Name, (int)parameter.Min, (int)parameter.Max, parameter.IsRequired) is { } whole ? (decimal)whole : null,
        ParameterType.Number => entry.Number(parameter.Name, parameter.Min, parameter.Max, parameter.IsRequired),
        ParameterType.DatedNumber => DatedNumber(entry, parameter),
        ParameterType.Boolean => entry.Boolean(parameter.Name, parameter.IsRequired),
        ParameterType.Date => entry.Date(parameter.Name, parameter.IsRequired),
        ParameterType.Ksbs => entry.References(parameter.Name, parameter.IsRequired || entry.Has(parameter.Name)) is { Count: > 0 } references ? references : null,
        _ => Threshold(entry, parameter),
    };

    /// <summary>A word; a level can be written as a number too.</summary>
    public static string? Word(DocumentObject entry, string name, IReadOnlyList<string> words, bool isRequired = false)
    {
        if (entry.Value.Find(name)?.Value is not { Kind: JsonKind.Number } number || !words.Any(w => TextFolding.IsDigit(w[0])))
        {
            return entry.Choice(name, words, isRequired);
        }

        var isRead = entry.Number(name, decimal.MinValue, decimal.MaxValue) is not null;
        var word = FieldValue.Choice(Whole(number)?.ToString(CultureInfo.InvariantCulture) ?? number.Text, words, out var problem, out _);
        if (isRead && problem is not null)
        {
            entry.Wrong(number.Span, problem);
        }

        return isRead ? word : null;
    }

    /// <summary>A whole number as JSON takes it: 4, and 4.0 for the same; null where it is none.</summary>
    private static int? Whole(JsonValue number) =>
        FieldValue.TryNumber(number.Text, out var value) && decimal.Truncate(value) == value && Math.Abs(value) <= int.MaxValue ? (int)value : null;

    private static IReadOnlyList<(StandardId Id, SourceSpan Place)>? Standards(DocumentObject entry, RequirementParameter parameter)
    {
        var places = new List<SourceSpan>();
        var standards = StandardList.Read(entry, parameter.Name, places);
        entry.NotEmpty(parameter.Name, "every standard");
        return standards.Count == 0 ? null : standards.Select((s, i) => (s, places[i])).ToArray();
    }

    private static IReadOnlyList<string>? Texts(DocumentObject entry, RequirementParameter parameter)
    {
        var values = entry.Strings(parameter.Name);
        if (!parameter.MustHoldSome)
        {
            entry.NotEmpty(parameter.Name, "every one");
        }

        foreach (var blank in values.Where(v => TextFolding.Trim(v.Text).Length == 0))
        {
            entry.Wrong(blank.Span, $"An item of '{parameter.Name}' must not be empty");
        }

        return values.Count == 0 ? null : values.Select(v => v.Text).ToArray();
    }

    private static IReadOnlyList<string>? Words(DocumentObject entry, RequirementParameter parameter)
    {
        var values = entry.Strings(parameter.Name);
        entry.NotEmpty(parameter.Name, "every one");
        foreach (var unknown in values.Where(v => !parameter.Words.Contains(v.Text)))
        {
            var nearest = Similarity.Nearest(unknown.Text, parameter.Words);
            entry.Wrong(unknown.Span, $"'{TextFolding.OnOneLine(unknown.Text)}' is not one of {string.Join(", ", parameter.Words)}", nearest is null ? null : $"\"{nearest}\"");
        }

        return values.Count == 0 ? null : values.Select(v => v.Text).ToArray();
    }

    private static object? Threshold(DocumentObject entry, RequirementParameter parameter)
    {
        if (!entry.Has(parameter.Name) || entry.Value.Find(parameter.Name)?.Value is not { } value)
        {
            return null;
        }

        // A number can stand without quotes; a share cannot.
        if (value.Kind == JsonKind.Number && Whole(value) is >= 1 and <= KsbCode.MaxNumber and var count)
        {
            return KsbThreshold.Count((int)count);
        }

        if (value.Kind == JsonKind.String && KsbThreshold.TryParse(value.Text, out var threshold) && threshold.Share is not null)
        {
            return threshold;
        }

        entry.Wrong(value.Kind is JsonKind.Object or JsonKind.Array ? new SourceSpan(value.Span.Start, 1) : value.Span, $"'{parameter.Name}' must be a number of KSBs from 1 to {KsbCode.MaxNumber}, or a percentage above 0 and up to 100 such as \"80%\"");
        return null;
    }

    private static object? DatedNumber(DocumentObject entry, RequirementParameter parameter)
    {
        if (entry.Value.Find(parameter.Name)?.Value.Kind != JsonKind.Object)
        {
            return Number(entry, parameter.Name, parameter, parameter.IsRequired);
        }

        var dated = entry.Object(parameter.Name)!;
        var name = dated.String("name", isRequired: true);
        var reviewed = dated.Date("reviewed", isRequired: true);
        var periods = dated.Objects("periods", isRequired: true).Select(p => Period(p, parameter)).ToArray();
        if (dated.Has("periods") && dated.Value.Find("periods")!.Value.Items.Count == 0)
        {
            dated.Wrong(dated.SpanOf("periods"), "'periods' must hold at least one period");
        }

        dated.Done();
        return name is null || reviewed is null || periods.Length == 0 || periods.Contains(null) ? null : new DatedNumberOutline(name, reviewed.Value, periods!);
    }

    private static decimal? Number(DocumentObject entry, string name, RequirementParameter parameter, bool isRequired) => parameter.IsWhole
        ? entry.Integer(name, (int)parameter.Min, (int)parameter.Max, isRequired)
        : entry.Number(name, parameter.Min, parameter.Max, isRequired);

    private static DatedPeriodOutline? Period(DocumentObject entry, RequirementParameter parameter)
    {
        var from = entry.Date("from");
        var until = entry.Date("until");
        var value = Number(entry, "value", parameter, isRequired: true);
        var basis = entry.Choice("basis", RequirementKinds.DatedBases, isRequired: true);
        var citation = CitationOutline.Read(entry, "citation", isRequired: true);
        entry.Done();
        return value is null || basis is null || citation is null ? null : new DatedPeriodOutline(from, until, value.Value, basis, citation, entry.Value.Span);
    }
}
