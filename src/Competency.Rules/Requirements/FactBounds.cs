using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>What is asked of a fact's value: bounds of its kind, and no others. Immutable.</summary>
public sealed record FactBounds
{
    private const decimal Farthest = 1_000_000_000;

    /// <summary>The least number, -1,000,000,000 to 1,000,000,000; null for none.</summary>
    public DatedNumber? AtLeast { get; init => field = value?.Within(nameof(AtLeast), -Farthest, Farthest); }

    /// <summary>The greatest number, -1,000,000,000 to 1,000,000,000; null for none.</summary>
    public decimal? AtMost { get; init => field = value is null or (>= -Farthest and <= Farthest) ? value : throw new ArgumentOutOfRangeException(nameof(AtMost), value, "It is a number from -1,000,000,000 to 1,000,000,000."); }

    /// <summary>What a flag must be.</summary>
    public bool Is { get; init; } = true;

    /// <summary>The texts that suffice, compared without regard to case; empty for any.</summary>
    public IReadOnlyList<string> OneOf { get; init => field = Words.Given(value, nameof(OneOf)); } = [];

    /// <summary>Why nothing, or everything, would meet these bounds; null where they ask something.</summary>
    internal string? Problem(FactKind kind) => kind switch
    {
        FactKind.Number when AtLeast is null && AtMost is null => "neither a least nor a greatest number is given, so that nothing is asked",
        not FactKind.Number when AtLeast is not null || AtMost is not null => "a least or a greatest number is asked of what is no number",
        not FactKind.Text when OneOf.Count > 0 => "texts are asked of what is no text",
        not FactKind.Flag when !Is => "no is asked of what is neither yes nor no",
        FactKind.Number when AtLeast?.Least > AtMost => $"no number is {Said}",
        FactKind.Text when OneOf.Count == 0 => "no text is given, so that nothing is asked",
        _ => null,
    };

    /// <summary>What is asked, in words.</summary>
    internal string Said => AtLeast is { Periods.Count: > 0 } ? $"as much as its date asks{(AtMost is { } most ? $", and at most {Rules.Said.Exact(most)}" : "")}" : new Fixed(AtLeast?.Constant, AtMost, Is, OneOf).Said;

    /// <summary>The bounds that apply to a learner, or why nobody can tell.</summary>
    internal Outcome? Applied(AssessmentContext context, out Fixed bounds, out IReadOnlyList<Citation> citations)
    {
        bounds = new Fixed(null, AtMost, Is, OneOf);
        citations = [];
        if (AtLeast is null)
        {
            return null;
        }

        if (AtLeast.For(context, out var least, out citations) is { } unknown)
        {
            return unknown;
        }

        bounds = bounds with { AtLeast = least };
        return null;
    }

    internal void Write(JsonWriter json)
    {
        AtLeast?.Write(json, "atLeast");
        json.Member("atMost", AtMost).Member("is", Is ? null : false).Member("oneOf", OneOf);
    }

    /// <summary>Bounds of one day.</summary>
    internal sealed record Fixed(decimal? AtLeast, decimal? AtMost, bool Is, IReadOnlyList<string> OneOf)
    {
        /// <summary>What is asked, in words.</summary>
        public string Said => (AtLeast, AtMost) switch
        {
            ({ } least, { } most) when least == most => Rules.Said.Exact(least),
            ({ } least, { } most) => $"{Rules.Said.Exact(least)} to {Rules.Said.Exact(most)}",
            ({ } least, null) => $"at least {Rules.Said.Exact(least)}",
            (null, { } most) => $"at most {Rules.Said.Exact(most)}",
            _ => OneOf.Count > 0 ? string.Join(" or ", OneOf) : FactValue.Of(Is).ToString(),
        };

        /// <summary>What is asked instead of a value; null where it suffices.</summary>
        public string? Shortfall(FactValue value)
        {
            var suffices = value.Kind switch
            {
                FactKind.Number => (AtLeast is null || value.Number >= AtLeast) && (AtMost is null || value.Number <= AtMost),
                FactKind.Flag => value.Flag == Is,
                FactKind.Text => OneOf.Count == 0 || OneOf.Any(t => WrittenName.IsSame(t, value.Text!)),
                _ => true,
            };
            return suffices ? null : Said;
        }
    }
}
