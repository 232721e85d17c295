namespace Competency.Rules;

/// <summary>Makes keys for what a platform knows of learners beside the ledgers: attendance, a functional-skills score, a site induction.</summary>
public static class Fact
{
    /// <summary>A number.</summary>
    /// <param name="name">The name by which learner records and policies know it, such as <c>attendance</c>.</param>
    /// <param name="words">What it is, as it reads in a sentence with its unit, such as <c>attendance in per cent</c>.</param>
    /// <param name="isSensitive">Whether it touches on health, disability or age.</param>
    public static Fact<decimal> Number(string name, string words, bool isSensitive = false) => new(name, words, FactKind.Number, isSensitive, FactValue.Of);

    /// <summary>Something that is so or not.</summary>
    /// <inheritdoc cref="Number"/>
    public static Fact<bool> Flag(string name, string words, bool isSensitive = false) => new(name, words, FactKind.Flag, isSensitive, FactValue.Of);

    /// <summary>A word or a text.</summary>
    /// <inheritdoc cref="Number"/>
    public static Fact<string> Text(string name, string words, bool isSensitive = false) => new(name, words, FactKind.Text, isSensitive, FactValue.Of);

    /// <summary>A day.</summary>
    /// <inheritdoc cref="Number"/>
    public static Fact<DateOnly> Date(string name, string words, bool isSensitive = false) => new(name, words, FactKind.Date, isSensitive, FactValue.Of);
}

/// <summary>The key of something that a platform knows of its learners. Immutable; made once, by <see cref="Fact"/>.</summary>
/// <typeparam name="T">What it is: decimal, bool, string or DateOnly.</typeparam>
public sealed class Fact<T>
{
    private readonly Func<T, FactValue> _wrap;

    internal Fact(string name, string words, FactKind kind, bool isSensitive, Func<T, FactValue> wrap)
    {
        Name = Bounded.Text(name, "A fact has a name.", nameof(name));
        Words = Bounded.Text(words, "A fact is said in words.", nameof(words));
        Kind = kind;
        IsSensitive = isSensitive;
        _wrap = wrap;
    }

    /// <summary>The name by which learner records and policies know it.</summary>
    public string Name { get; }

    /// <summary>What it is, as it reads in a sentence.</summary>
    public string Words { get; }

    /// <summary>The kind of its values.</summary>
    public FactKind Kind { get; }

    /// <summary>Whether it touches on health, disability or age.</summary>
    public bool IsSensitive { get; }

    /// <summary>An entry for a learner's ledger of facts.</summary>
    /// <param name="on">The day from which it held.</param>
    /// <param name="value">The value.</param>
    public FactEntry At(DateOnly on, T value) => new(on, Name, _wrap(value));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
