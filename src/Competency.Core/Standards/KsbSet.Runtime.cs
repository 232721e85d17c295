using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Competency.Notation;
using Competency.Text;

namespace Competency;

/// <summary>
/// A set of one standard's KSBs. <c>default</c> is the empty set of no standard and goes with any; sets of two standards do not mix.
/// Immutable; no allocation for standards of up to 192 KSBs.
/// </summary>
/// <remarks>Its text is the compact notation <c>K1-K10, S4</c>. Keep that, or the codes: the bits mean something only beside the standard.</remarks>
[JsonConverter(typeof(KsbSetJsonConverter))]
public readonly struct KsbSet : IEquatable<KsbSet>, IReadOnlyCollection<KsbCode>, ISpanFormattable, ISpanParsable<KsbSet>
{
    private const int InlineWords = 3;
    private const int MostOnTheStack = 256;

    private readonly OccupationalStandard? _standard;
    private readonly ulong _word0;
    private readonly ulong _word1;
    private readonly ulong _word2;
    private readonly ulong[]? _more;

    private KsbSet(OccupationalStandard standard, ReadOnlySpan<ulong> words)
    {
        _standard = standard;
        _word0 = words.Length > 0 ? words[0] : 0;
        _word1 = words.Length > 1 ? words[1] : 0;
        _word2 = words.Length > 2 ? words[2] : 0;
        _more = words.Length > InlineWords ? words[InlineWords..].ToArray() : null;
    }

    /// <summary>The standard; null for <c>default</c>.</summary>
    public OccupationalStandard? Standard => _standard;

    /// <summary>How many KSBs are in it.</summary>
    public int Count
    {
        get
        {
            var count = BitOperations.PopCount(_word0) + BitOperations.PopCount(_word1) + BitOperations.PopCount(_word2);
            foreach (var word in _more ?? [])
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => (_word0 | _word1 | _word2) == 0 && (_more is null || _more.All(w => w == 0));

    /// <summary>The set of some codes.</summary>
    /// <exception cref="ArgumentException">The standard has no such code.</exception>
    public static KsbSet Of(OccupationalStandard standard, params ReadOnlySpan<KsbCode> codes)
    {
        ArgumentNullException.ThrowIfNull(standard);
        Span<ulong> words = stackalloc ulong[WordCount(standard)];
        foreach (var code in codes)
        {
            var position = standard.PositionOf(code);
            if (position < 0)
            {
                throw new ArgumentException($"{standard.Id} has no {code}.", nameof(codes));
            }

            words[position >> 6] |= 1UL << (position & 63);
        }

        return new KsbSet(standard, words);
    }

    /// <summary>The set of some members of the standard's generated <c>Ksb</c> enum.</summary>
    /// <exception cref="ArgumentException">The standard has no such code, or the enum is no <c>Ksb</c>: its underlying type is not <see cref="ushort"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is no code.</exception>
    public static KsbSet OfMembers<TKsb>(OccupationalStandard standard, params ReadOnlySpan<TKsb> ksbs)
        where TKsb : struct, Enum
    {
        if (typeof(TKsb).GetEnumUnderlyingType() != typeof(ushort))
        {
            throw new ArgumentException($"{typeof(TKsb)} is no Ksb enum.", nameof(ksbs));
        }

        var values = MemoryMarshal.Cast<TKsb, ushort>(ksbs);
        Span<KsbCode> codes = values.Length <= MostOnTheStack ? stackalloc KsbCode[values.Length] : new KsbCode[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            codes[i] = KsbCode.FromValue(values[i]);
        }

        return Of(standard, codes);
    }

    /// <summary>The set of all KSBs of a standard.</summary>
    public static KsbSet All(OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        Span<ulong> words = stackalloc ulong[WordCount(standard)];
        for (var position = 0; position < standard.Ksbs.Count; position++)
        {
            words[position >> 6] |= 1UL << (position & 63);
        }

        return new KsbSet(standard, words);
    }

    /// <summary>The empty set of a standard.</summary>
    public static KsbSet Empty(OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return new KsbSet(standard, stackalloc ulong[WordCount(standard)]);
    }

    /// <summary>Whether a code is in it.</summary>
    public bool Contains(KsbCode code)
    {
        var position = _standard?.PositionOf(code) ?? -1;
        return position >= 0 && (Word(position >> 6) & (1UL << (position & 63))) != 0;
    }

    /// <summary>What is in either set.</summary>
    /// <exception cref="InvalidOperationException">The sets are of two standards.</exception>
    public KsbSet Union(KsbSet other) => Combine(other, static (a, b) => a | b);

    /// <summary>What is in both sets.</summary>
    /// <exception cref="InvalidOperationException">The sets are of two standards.</exception>
    public KsbSet Intersect(KsbSet other) => Combine(other, static (a, b) => a & b);

    /// <summary>What is in this set and not in the other.</summary>
    /// <exception cref="InvalidOperationException">The sets are of two standards.</exception>
    public KsbSet Except(KsbSet other) => Combine(other, static (a, b) => a & ~b);

    /// <summary>This set with one code more.</summary>
    /// <exception cref="ArgumentException">The standard has no such code.</exception>
    public KsbSet With(KsbCode code) =>
        _standard is null ? throw new InvalidOperationException("The empty set of no standard holds no codes.") : Union(Of(_standard, code));

    /// <summary>Whether everything in this set is in the other.</summary>
    /// <exception cref="InvalidOperationException">The sets are of two standards.</exception>
    public bool IsSubsetOf(KsbSet other) => Except(other).IsEmpty;

    /// <summary>Reads a set in KSB notation.</summary>
    /// <param name="text">References of the standard; those that it qualifies itself must name it.</param>
    /// <param name="standard">The standard.</param>
    /// <exception cref="FormatException">The text is not KSB notation, or names what the standard does not have; the message says all of it.</exception>
    public static KsbSet Parse([KsbNotation] string text, OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(standard);
        return TryParse(text, standard, out var set, out var problems) ? set : throw new FormatException(string.Join(' ', problems.Select(p => TextFolding.Sentence(p.Message))));
    }

    /// <summary>Reads a set in KSB notation, or says what is wrong with it. A repeated code is no obstacle.</summary>
    public static bool TryParse([KsbNotation] string text, OccupationalStandard standard, out KsbSet set, out IReadOnlyList<NotationProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(standard);
        var references = KsbNotation.Parse(text);
        var known = new StandardCatalogue([standard]);
        problems =
        [
            .. from problem in Findings.ReferenceCheck.Check(references, [standard], known)
               where problem.Descriptor != Findings.FindingCatalogue.RepeatedReference
               select Findings.OfferCheck.Beside(problem, [standard], known),
        ];
        set = problems.Count > 0 ? default : Of(standard, [.. references.CodesOf(standard)]);
        return problems.Count == 0;
    }

    /// <summary>Reads a set in KSB notation.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">The <see cref="OccupationalStandard"/> that the codes belong to.</param>
    /// <exception cref="FormatException">The text is not KSB notation, or names what the standard does not have.</exception>
    public static KsbSet Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), StandardOf(provider));

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider)"/>
    public static KsbSet Parse(string s, IFormatProvider? provider) => Parse(s, StandardOf(provider));

    /// <summary>Reads a set in KSB notation of the <see cref="OccupationalStandard"/> that is the provider.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out KsbSet result) => TryParse(s.ToString(), provider, out result);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider, out KsbSet)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out KsbSet result)
    {
        result = default;
        return s is not null && provider is OccupationalStandard standard && TryParse(s, standard, out result, out _);
    }

    /// <summary>The compact notation, as in <c>K1-K10, S4</c>; empty for an empty set.</summary>
    public override string ToString() => KsbNotation.Format(this);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten == text.Length;
    }

    /// <summary>Goes through the codes in the standard's order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KsbCode> IEnumerable<KsbCode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether two sets hold the same codes of the same standard; two empty sets are equal whatever their standards.</summary>
    public bool Equals(KsbSet other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty && other.IsEmpty;
        }

        return _word0 == other._word0 && _word1 == other._word1 && _word2 == other._word2
               && (_more ?? []).AsSpan().SequenceEqual(other._more ?? []) && SameStandard(other);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KsbSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_word0, _word1, _word2);

    /// <summary>Whether two sets are equal.</summary>
    public static bool operator ==(KsbSet left, KsbSet right) => left.Equals(right);

    /// <summary>Whether two sets differ.</summary>
    public static bool operator !=(KsbSet left, KsbSet right) => !left.Equals(right);

    /// <summary>What is in either set.</summary>
    public static KsbSet operator |(KsbSet left, KsbSet right) => left.Union(right);

    /// <summary>What is in both sets.</summary>
    public static KsbSet operator &(KsbSet left, KsbSet right) => left.Intersect(right);

    /// <summary>What is in the left set and not in the right.</summary>
    public static KsbSet operator -(KsbSet left, KsbSet right) => left.Except(right);

    private static int WordCount(OccupationalStandard standard) => (standard.Ksbs.Count + 63) >> 6;

    private static OccupationalStandard StandardOf(IFormatProvider? provider) =>
        provider as OccupationalStandard ?? throw new FormatException("A set of KSBs can be read only beside its standard; give the OccupationalStandard as the format provider.");

    private ulong Word(int index) => index switch
    {
        0 => _word0,
        1 => _word1,
        2 => _word2,
        _ => _more![index - InlineWords],
    };

    private bool SameStandard(KsbSet other) => ReferenceEquals(_standard, other._standard) || (_standard?.Equals(other._standard) ?? false);

    private KsbSet Combine(KsbSet other, Func<ulong, ulong, ulong> operation)
    {
        var standard = _standard ?? other._standard;
        if (standard is null)
        {
            return default;
        }

        if (_standard is not null && other._standard is not null && !SameStandard(other))
        {
            throw new InvalidOperationException($"A set of {_standard.Id} and a set of {other._standard.Id} do not mix: a code means something only within its standard.");
        }

        var count = WordCount(standard);
        Span<ulong> words = stackalloc ulong[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = operation(_standard is null ? 0 : Word(i), other._standard is null ? 0 : other.Word(i));
        }

        return new KsbSet(standard, words);
    }

    /// <summary>Goes through the codes of a set.</summary>
    public struct Enumerator : IEnumerator<KsbCode>
    {
        private readonly KsbSet _set;
        private int _position;

        internal Enumerator(KsbSet set)
        {
            _set = set;
            _position = -1;
        }

        /// <inheritdoc/>
        public readonly KsbCode Current => _set._standard!.Ksbs[_position].Code;

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            var count = _set._standard?.Ksbs.Count ?? 0;
            while (++_position < count)
            {
                if ((_set.Word(_position >> 6) & (1UL << (_position & 63))) != 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _position = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
