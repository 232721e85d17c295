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

    /// <summary>A number.</summary>
    public static FactValue Of(decimal number) => new(FactKind.Number) { Number = number };

    /// <summary>So or not.</summary>
    public static FactValue Of(bool flag) => new(FactKind.Flag) { Flag = flag };

    /// <summary>A text.</summary>
    public static FactValue Of(string text) => new(FactKind.Text) { Text = text ?? throw new ArgumentNullException(nameof(text)) };

    /// <summary>A day.</summary>
    public static FactValue Of(DateOnly date) => new(FactKind.Date) { Date = date };

    /// <summary>The value as reports print it.</summary>
    public override string ToString() => Kind switch
    {
        FactKind.Number => Said.Number(Number!.Value),
        FactKind.Flag => Flag!.Value ? "yes" : "no",
        FactKind.Text => Text!,
        _ => Said.Date(Date!.Value),
    };
}
