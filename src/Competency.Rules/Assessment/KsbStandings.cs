namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got.</summary>
internal sealed class KsbStandings
{
    private readonly byte[] _byPosition;

    /// <summary>Nothing claimed yet.</summary>
    public KsbStandings(StandardLayout layout)
        : this(layout, new byte[layout.Codes.Length])
    {
    }

    /// <summary>The standings of all KSBs.</summary>
    /// <param name="layout">The standard.</param>
    /// <param name="byPosition">A <see cref="KsbStanding"/> for each KSB; not copied.</param>
    public KsbStandings(StandardLayout layout, byte[] byPosition)
    {
        Layout = layout;
        _byPosition = byPosition;
        Achieved = new ulong[layout.Words];
        Elsewhere = new ulong[layout.Words];
        for (var position = 0; position < byPosition.Length; position++)
        {
            Achieved[position >> 6] |= (byPosition[position] == (byte)KsbStanding.Achieved ? 1UL : 0) << (position & 63);
            Elsewhere[position >> 6] |= (byPosition[position] == (byte)KsbStanding.AcceptedElsewhere ? 1UL : 0) << (position & 63);
        }
    }

    public StandardLayout Layout { get; }

    /// <summary>A bit for each KSB that is achieved.</summary>
    public ulong[] Achieved { get; }

    /// <summary>A bit for each KSB that is accepted under another version only.</summary>
    public ulong[] Elsewhere { get; }

    public KsbStanding this[int position] => (KsbStanding)_byPosition[position];

    public void Set(int position, KsbStanding standing)
    {
        _byPosition[position] = (byte)standing;
        var bit = 1UL << (position & 63);
        Achieved[position >> 6] = standing == KsbStanding.Achieved ? Achieved[position >> 6] | bit : Achieved[position >> 6] & ~bit;
        Elsewhere[position >> 6] = standing == KsbStanding.AcceptedElsewhere ? Elsewhere[position >> 6] | bit : Elsewhere[position >> 6] & ~bit;
    }
}
