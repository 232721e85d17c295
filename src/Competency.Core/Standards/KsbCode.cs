using System.Diagnostics.CodeAnalysis;
using Competency.Text;

namespace Competency;

/// <summary>
/// The code of a KSB, such as <c>K1</c> or <c>TS12</c>: a kind and a number. A code is an address within one version of one standard, never
/// the identity of a statement. <c>default</c> is no code.
/// </summary>
/// <remarks>Orders by kind (K, S, B, TK, TS, ESB), then by number. Two bytes wide: kind × 4096 + number.</remarks>
readonly partial struct KsbCode : IEquatable<KsbCode>, IComparable<KsbCode>, IComparable
{
    /// <summary>The largest number that a code can have.</summary>
    public const int MaxNumber = 4095;

    /// <summary>The code of a kind and a number.</summary>
    /// <param name="kind">Any kind but <see cref="KsbKind.None"/>.</param>
    /// <param name="number">1 to <see cref="MaxNumber"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind or the number is outside its range.</exception>
    public KsbCode(KsbKind kind, int number)
    {
        if (kind is < KsbKind.Knowledge or > KsbKind.EmployabilitySkillOrBehaviour)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A KSB code has one of the kinds K, S, B, TK, TS and ESB.");
        }

        if (number is < 1 or > MaxNumber)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "The number of a KSB code is 1 to 4095.");
        }

        Value = (ushort)(((int)kind << 12) | number);
    }

    /// <summary>How many characters the longest code has: <c>ESB4095</c>.</summary>
    internal const int MaxLength = 7;

    private KsbCode(ushort value) => Value = value;

    /// <summary>The packed form, kind × 4096 + number: the value of the generated <c>Ksb</c> enum members. 0 is no code.</summary>
    public ushort Value { get; }

    /// <summary>The kind; <see cref="KsbKind.None"/> for <c>default</c>.</summary>
    public KsbKind Kind => (KsbKind)(Value >> 12);

    /// <summary>The number, from 1; 0 for <c>default</c>.</summary>
    public int Number => Value & 0xFFF;

    /// <summary>Whether this is a code at all, which <c>default</c> is not.</summary>
    public bool HasValue => Value != 0;

    /// <summary>The code of a packed value, as the generated <c>Ksb</c> enums hold it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no code.</exception>
    public static KsbCode FromValue(ushort value) =>
        value >> 12 is >= 1 and <= 6 && (value & 0xFFF) != 0
            ? new KsbCode(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not the packed value of a KSB code.");

    /// <summary>Reads exactly one code, in either case: letters of a kind, then a number from 1 to 4095 without a leading zero.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KsbCode code)
    {
        code = default;
        return text is not null && TryParse(text, 0, text.Length, out code);
    }

    /// <summary>Reads exactly one code that stands within a text.</summary>
    internal static bool TryParse(string text, int start, int end, out KsbCode code)
    {
        code = default;
        var digits = start;
        while (digits < end && TextFolding.IsLetter(text[digits]))
        {
            digits++;
        }

        if (digits - start is 0 or > 3 || digits == end || end - digits > 4 || text[digits] == '0')
        {
            return false;
        }

        var number = 0;
        for (var i = digits; i < end; i++)
        {
            if (!TextFolding.IsDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        var kind = KsbKinds.FromPrefix(text, start, digits - start);
        if (kind == KsbKind.None || number > MaxNumber)
        {
            return false;
        }

        code = new KsbCode(kind, number);
        return true;
    }

    /// <summary>Reads exactly one code.</summary>
    /// <exception cref="FormatException">The text is not a KSB code.</exception>
    public static KsbCode Parse([KsbNotation] string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}'{LookAlikes.Holding(text)} is not a KSB code such as K1, S12 or B4.");

    /// <inheritdoc/>
    public bool Equals(KsbCode other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KsbCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;

    /// <inheritdoc/>
    public int CompareTo(KsbCode other) => Value.CompareTo(other.Value);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        KsbCode other => CompareTo(other),
        _ => throw new ArgumentException("Not a KSB code.", nameof(obj)),
    };

    /// <summary>The code as it is printed, such as <c>K1</c>; empty for <c>default</c>.</summary>
    public override string ToString()
    {
        var text = new char[MaxLength];
        return new string(text, 0, Write(text, 0));
    }

    /// <summary>Writes the code as it is printed and says where it ends; there is room for <see cref="MaxLength"/> characters.</summary>
#if COMPETENCY_CORE
    internal int Write(Span<char> text, int at)
#else
    internal int Write(char[] text, int at)
#endif
    {
        foreach (var letter in Kind.Prefix())
        {
            text[at++] = letter;
        }

        var number = Number;
        var end = at + (number >= 1000 ? 4 : number >= 100 ? 3 : number >= 10 ? 2 : number >= 1 ? 1 : 0);
        for (var digit = end - 1; digit >= at; digit--)
        {
            text[digit] = (char)('0' + (number % 10));
            number /= 10;
        }

        return end;
    }

    /// <summary>Whether two codes are the same.</summary>
    public static bool operator ==(KsbCode left, KsbCode right) => left.Value == right.Value;

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(KsbCode left, KsbCode right) => left.Value != right.Value;

    /// <summary>Whether one code stands before another.</summary>
    public static bool operator <(KsbCode left, KsbCode right) => left.Value < right.Value;

    /// <summary>Whether one code stands after another.</summary>
    public static bool operator >(KsbCode left, KsbCode right) => left.Value > right.Value;

    /// <summary>Whether one code stands before another or is the same.</summary>
    public static bool operator <=(KsbCode left, KsbCode right) => left.Value <= right.Value;

    /// <summary>Whether one code stands after another or is the same.</summary>
    public static bool operator >=(KsbCode left, KsbCode right) => left.Value >= right.Value;
}
