namespace Competency.Rules;

/// <summary>The value of a fact: a number, a flag, a text or a day.</summary>
public sealed record FactValue
{
    private FactValue(FactKind kind) => Kind = kind;

    /// <summary>The kind of the value.</summary>
    public FactKind Kind { get; }

    /// <summary>The number; null for others.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The flag; null for others.</summary>
    public bool? Flag { get; private init; }

    /// <summary>The text; null for others.</summary>
    public string? Text { get; private init; }

    /// <summary>The day; null for others.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>How far a number can be from 0: the longest numbers that people give one another, such as those of learners and accounts, have fewer digits.</summary>
    internal const decimal Farthest = 1_000_000_000_000_000;

    /// <summary>A number.</summary>
    /// <param name="number">-1,000,000,000,000,000 to 1,000,000,000,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is farther from 0.</exception>
    public static FactValue Of(decimal number) => new(FactKind.Number) { Number = Bounded.Number(number, -Farthest, Farthest, nameof(number)) };

    /// <summary>So or not.</summary>
    public static FactValue Of(bool flag) => new(FactKind.Flag) { Flag = flag };

    /// <summary>A text.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <exception cref="ArgumentException">There is nothing in it: what is not known is no fact.</exception>
    public static FactValue Of(string text) => new(FactKind.Text) { Text = Bounded.Text(text, "A text says something; what is not known is no fact.", nameof(text)) };

    /// <summary>A day.</summary>
    public static FactValue Of(DateOnly date) => new(FactKind.Date) { Date = Bounded.Day(date, nameof(date)) };

    /// <summary>The value as reports print it.</summary>
    public override string ToString() => Kind switch
    {
        FactKind.Number => Said.Exact(Number!.Value),
        FactKind.Flag => Flag!.Value ? "yes" : "no",
        FactKind.Text => Text!,
        _ => Said.Date(Date!.Value),
    };
}
