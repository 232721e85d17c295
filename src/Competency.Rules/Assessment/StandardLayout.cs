using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>
/// Where the KSBs of a standard stand, and which of them are in force for whom: what every learner of the standard shares, worked out once.
/// Immutable but for what it keeps of its own answers; safe to share between threads.
/// </summary>
internal sealed class StandardLayout
{
    private static readonly ConditionalWeakTable<OccupationalStandard, StandardLayout> Known = [];

    // By the packed value of a code; -1 for one that the standard does not have.
    private readonly short[] _positions;
    private readonly int _firstValue;
    private readonly KsbMask?[] _inForce;

    private StandardLayout(OccupationalStandard standard)
    {
        Standard = standard;
        IdText = standard.Id.ToString();
        PublishedDuration = EnglishStandards.DurationOf(standard);
        Codes = [.. standard.Ksbs.Select(k => k.Code)];
        Words = (Codes.Length + 63) >> 6;
        HasOptions = standard.Options.Count > 0 || standard.Duties.Any(d => !d.IsCore);
        _firstValue = Codes.Length == 0 ? 0 : Codes.Min(c => c.Value);
        _positions = new short[Codes.Length == 0 ? 0 : Codes.Max(c => c.Value) - _firstValue + 1];
        Array.Fill(_positions, (short)-1);
        for (var position = 0; position < Codes.Length; position++)
        {
            _positions[Codes[position].Value - _firstValue] = (short)position;
        }

        _inForce = new KsbMask?[standard.Options.Count + 1];
    }

    public OccupationalStandard Standard { get; }

    /// <summary>The id of the standard, as sentences print it.</summary>
    public string IdText { get; }

    /// <summary>What is published of the standard's duration: see <see cref="EnglishStandards.DurationOf"/>.</summary>
    public PublishedDuration? PublishedDuration { get; }

    /// <summary>The codes in the standard's order.</summary>
    public KsbCode[] Codes { get; }

    /// <summary>How many words hold a bit for every KSB.</summary>
    public int Words { get; }

    /// <summary>Whether the KSBs in force depend on the learner's option.</summary>
    public bool HasOptions { get; }

    public static StandardLayout Of(OccupationalStandard standard) => Known.GetValue(standard, static s => new StandardLayout(s));

    /// <summary>The place of a code in the standard's order; -1 for one that it does not have.</summary>
    public int PositionOf(KsbCode code)
    {
        var at = code.Value - _firstValue;
        return (uint)at < (uint)_positions.Length ? _positions[at] : -1;
    }

    /// <summary>The KSBs in force for an option; null for everyone's.</summary>
    public KsbMask InForce(StandardOption? option)
    {
        var at = 0;
        if (option is not null)
        {
            while (at < Standard.Options.Count && !ReferenceEquals(Standard.Options[at], option))
            {
                at++;
            }

            at++;
        }

        return at >= _inForce.Length ? Mask(Standard.CodesInForce(option)) : _inForce[at] ??= Mask(Standard.CodesInForce(option));
    }

    /// <summary>The mask of some codes that the standard has, in its order.</summary>
    public KsbMask Mask(IEnumerable<KsbCode> codes)
    {
        KsbCode[] all = [.. codes];
        var words = new ulong[Words];
        foreach (var code in all)
        {
            var position = PositionOf(code);
            words[position >> 6] |= 1UL << (position & 63);
        }

        return new KsbMask(this, all, words);
    }
}
