using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>What makes a KSB achieved, beyond one claim that is accepted in full. Immutable.</summary>
public sealed record EvidenceDemand
{
    /// <summary>One claim that is accepted in full, whatever its kind, age and assessor.</summary>
    public static EvidenceDemand OneAccepted { get; } = new();

    /// <summary>How many evidence items must be accepted for each KSB, 1 to 99.</summary>
    public int Items { get; init => field = value is >= 1 and <= 99 ? value : throw new ArgumentOutOfRangeException(nameof(Items), value, "1 to 99 items can be asked."); } = 1;

    /// <summary>The kinds of evidence that count, such as <c>observation</c>, compared without regard to case; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init => field = [.. Words.Given(value, nameof(Kinds)).Distinct(StringComparer.OrdinalIgnoreCase)]; } = [];

    /// <summary>How many calendar months an acceptance counts, 1 to 240; null for ever.</summary>
    public int? NotOlderThanMonths { get; init => field = value is null or (>= 1 and <= 240) ? value : throw new ArgumentOutOfRangeException(nameof(NotOlderThanMonths), value, "1 to 240 months can be asked."); }

    /// <summary>How many different people must have accepted, 1 to 9: each an item of its own, for the decision in force on an item is one person's.</summary>
    public int Assessors { get; init => field = value is >= 1 and <= 9 ? value : throw new ArgumentOutOfRangeException(nameof(Assessors), value, "1 to 9 assessors can be asked."); } = 1;

    /// <summary>Whether an acceptance in part counts as well.</summary>
    public bool PartSuffices { get; init; }

    /// <summary>Whether it asks no more than one claim that is accepted in full.</summary>
    public bool IsPlain => Items == 1 && Kinds.Count == 0 && NotOlderThanMonths is null && Assessors == 1 && !PartSuffices;

    /// <summary>How many items it takes: one is accepted by one person.</summary>
    internal int LeastItems => Math.Max(Items, Assessors);

    /// <summary>What is asked of a KSB, in words that follow "by" or "needs".</summary>
    public override string ToString()
    {
        var items = LeastItems == 1 ? "one accepted item" : Said.Count(LeastItems, "accepted item", "accepted items");
        var kinds = Kinds.Count == 0 ? "" : $" of the {(Kinds.Count == 1 ? "kind" : "kinds")} {string.Join(" or ", Kinds)}";
        var words = new List<string> { $"{items}{(PartSuffices ? " (in part or in full)" : "")}{kinds}" };
        if (NotOlderThanMonths is { } months)
        {
            words.Add($"not older than {LearningDuration.Months(months)}");
        }

        if (Assessors > 1)
        {
            words.Add($"by {Assessors} different assessors");
        }

        return string.Join(", ", words);
    }

    internal void Write(JsonWriter json) =>
        json.Member("items", Items == 1 ? null : Items)
            .Member("evidenceKinds", Kinds)
            .Member("notOlderThanMonths", NotOlderThanMonths)
            .Member("assessors", Assessors == 1 ? null : Assessors)
            .Member("partSuffices", PartSuffices ? true : (bool?)null);
}
