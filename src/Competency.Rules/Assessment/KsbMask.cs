using System.Numerics;

namespace Competency.Rules;

/// <summary>Some KSBs of a standard, as codes and as bits in the standard's order.</summary>
/// <param name="Layout">The standard.</param>
/// <param name="Codes">The codes in the standard's order.</param>
/// <param name="Words">A bit for each.</param>
internal sealed record KsbMask(StandardLayout Layout, KsbCode[] Codes, ulong[] Words)
{
    private string? _text;

    /// <summary>The codes as sentences print them.</summary>
    public string Text => _text ??= Said.Codes(Codes);

    /// <summary>The bits of the first 64 KSBs of the standard, and of the next 64: what is looked at most, without a further step through memory.</summary>
    public ulong First { get; } = Words.Length > 0 ? Words[0] : 0;

    /// <inheritdoc cref="First"/>
    public ulong Second { get; } = Words.Length > 1 ? Words[1] : 0;

    /// <summary>Whether the KSB of a position is one of them.</summary>
    public bool Holds(int position) => (Words[position >> 6] & (1UL << (position & 63))) != 0;

    /// <summary>Whether a KSB of the standard is one of them.</summary>
    public bool Holds(KsbCode code) => Holds(Layout.PositionOf(code));

    /// <summary>Those that are among some KSBs of the standard, in the order of those.</summary>
    public ReadOnlySpan<KsbCode> Among(ReadOnlySpan<KsbCode> codes)
    {
        var among = new KsbCode[codes.Length];
        var count = 0;
        foreach (var code in codes)
        {
            if (Holds(code))
            {
                among[count++] = code;
            }
        }

        return among.AsSpan(0, count);
    }

    /// <summary>Those that are not in another set, in the standard's order.</summary>
    public KsbCode[] NotIn(ReadOnlySpan<ulong> others)
    {
        var codes = new KsbCode[Codes.Length - CountIn(others)];
        var count = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            for (var left = Words[i] & ~others[i]; left != 0; left &= left - 1)
            {
                codes[count++] = Layout.Codes[(i * 64) + BitOperations.TrailingZeroCount(left)];
            }
        }

        return codes;
    }

    /// <summary>How many of them are in another set.</summary>
    public int CountIn(ReadOnlySpan<ulong> others)
    {
        var count = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            count += BitOperations.PopCount(Words[i] & others[i]);
        }

        return count;
    }

    /// <summary>Whether all of them are in another set.</summary>
    public bool IsWithin(ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if ((Words[i] & ~others[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
