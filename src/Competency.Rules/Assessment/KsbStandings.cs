namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got.</summary>
internal sealed class KsbStandings(StandardLayout layout)
{
    private readonly byte[] _byPosition = new byte[layout.Codes.Length];

    public StandardLayout Layout { get; } = layout;

    /// <summary>A bit for each KSB that is achieved.</summary>
    public ulong[] Achieved { get; } = new ulong[layout.Words];

    /// <summary>A bit for each KSB that is accepted under another version only.</summary>
    public ulong[] Elsewhere { get; } = new ulong[layout.Words];

    public KsbStanding this[int position] => (KsbStanding)_byPosition[position];

    public void Set(int position, KsbStanding standing)
    {
        _byPosition[position] = (byte)standing;
        var bit = 1UL << (position & 63);
        Achieved[position >> 6] = standing == KsbStanding.Achieved ? Achieved[position >> 6] | bit : Achieved[position >> 6] & ~bit;
        Elsewhere[position >> 6] = standing == KsbStanding.AcceptedElsewhere ? Elsewhere[position >> 6] | bit : Elsewhere[position >> 6] & ~bit;
    }
}
