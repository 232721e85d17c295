using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Competency.Text;

namespace Competency;

/// <summary>The reference of a standard without its version: <c>ST0583</c>, <c>OCC0220</c>, <c>FA0001</c>, <c>AU0001</c>.</summary>
readonly partial struct StandardReference : IEquatable<StandardReference>, IComparable<StandardReference>
{
    private static readonly string[] Prefixes = ["", "ST", "OCC", "FA", "AU"];

    /// <summary>The reference of a kind and a number.</summary>
    /// <param name="kind">Any kind but <see cref="StandardKind.None"/>.</param>
    /// <param name="number">1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind or the number is outside its range.</exception>
    public StandardReference(StandardKind kind, int number)
    {
        if (kind is < StandardKind.Apprenticeship or > StandardKind.ApprenticeshipUnit)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reference has one of the kinds ST, OCC, FA and AU.");
        }

        if (number is < 1 or > 9999)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "The number of a reference is 1 to 9999.");
        }

        Kind = kind;
        Number = number;
    }

    /// <summary>What the reference names; <see cref="StandardKind.None"/> for <c>default</c>.</summary>
    public StandardKind Kind { get; }

    /// <summary>The number, 1 to 9999; 0 for <c>default</c>.</summary>
    public int Number { get; }

    /// <summary>Whether this is a reference at all, which <c>default</c> is not.</summary>
    public bool HasValue => Kind != StandardKind.None;

    /// <summary>Reads exactly one reference, in either case: <c>ST</c>, <c>OCC</c>, <c>FA</c> or <c>AU</c>, then four digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StandardReference reference)
    {
        reference = default;
        if (text is null || text.Length is < 6 or > 7)
        {
            return false;
        }

        var letters = text.Length - 4;
        var number = 0;
        for (var i = letters; i < text.Length; i++)
        {
            if (!TextFolding.IsDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        var prefix = text.Substring(0, letters);
        for (var kind = 1; kind < Prefixes.Length; kind++)
        {
            if (number > 0 && TextFolding.EqualsIgnoreCase(prefix, Prefixes[kind]))
            {
                reference = new StandardReference((StandardKind)kind, number);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads exactly one reference.</summary>
    /// <exception cref="FormatException">The text is not a reference.</exception>
    public static StandardReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException($"'{text}' is not the reference of a standard such as ST0583 or OCC0220.");

    /// <inheritdoc/>
    public bool Equals(StandardReference other) => Kind == other.Kind && Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StandardReference other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 10_000) + Number;

    /// <summary>Orders by kind, then by number.</summary>
    public int CompareTo(StandardReference other) => GetHashCode().CompareTo(other.GetHashCode());

    /// <summary>The reference as it is printed, such as <c>ST0583</c>; empty for <c>default</c>.</summary>
    public override string ToString() => HasValue ? Prefixes[(int)Kind] + Number.ToString("D4", CultureInfo.InvariantCulture) : "";

    /// <summary>Whether two references are the same.</summary>
    public static bool operator ==(StandardReference left, StandardReference right) => left.Equals(right);

    /// <summary>Whether two references differ.</summary>
    public static bool operator !=(StandardReference left, StandardReference right) => !left.Equals(right);
}
