namespace Competency.Rules;

/// <summary>How far each KSB of a standard has got.</summary>
internal sealed class KsbStandings
{
    private readonly byte[] _byPosition;

    /// <summary>Nothing claimed yet.</summary>
    public KsbStandings(StandardLayout layout)
        : this(layout, new byte[layout.Codes.Length], mayCarryAny: false)
    {
    }

    /// <summary>The standings of all KSBs.</summary>
    /// <param name="layout">The standard.</param>
    /// <param name="byPosition">A <see cref="KsbStanding"/> for each KSB; not copied.</param>
    /// <param name="mayCarryAny">See <see cref="MayCarryAny"/>.</param>
    public KsbStandings(StandardLayout layout, byte[] byPosition, bool mayCarryAny)
    {
        Layout = layout;
        _byPosition = byPosition;
        Achieved = new ulong[layout.Words];
        MayBeCarried = new ulong[layout.Words];
        MayCarryAny = mayCarryAny;
        for (var position = 0; position < byPosition.Length; position++)
        {
            Achieved[position >> 6] |= (byPosition[position] == (byte)KsbStanding.Achieved ? 1UL : 0) << (position & 63);
            MayBeCarried[position >> 6] |= (IsOpen((KsbStanding)byPosition[position]) ? 1UL : 0) << (position & 63);
        }
    }

    public StandardLayout Layout { get; }

    /// <summary>A bit for each KSB that is achieved.</summary>
    public ulong[] Achieved { get; }

    /// <summary>A bit for each KSB that is not achieved, and to which what is accepted under another standard or version may yet be carried over.</summary>
    public ulong[] MayBeCarried { get; }

    /// <summary>Whether something is accepted under a standard or version from which no transfer leads: it may stand for any KSB, whatever its code.</summary>
    public bool MayCarryAny { get; private set; }

    public KsbStanding this[int position] => (KsbStanding)_byPosition[position];

    public void Set(int position, KsbStanding standing)
    {
        _byPosition[position] = (byte)standing;
        var bit = 1UL << (position & 63);
        Achieved[position >> 6] = standing == KsbStanding.Achieved ? Achieved[position >> 6] | bit : Achieved[position >> 6] & ~bit;
        MayBeCarried[position >> 6] = IsOpen(standing) ? MayBeCarried[position >> 6] | bit : MayBeCarried[position >> 6] & ~bit;
    }

    /// <summary>Says whether what is accepted elsewhere may stand for any KSB.</summary>
    /// <returns>Whether that is another answer than before.</returns>
    public bool SetMayCarryAny(bool value)
    {
        if (value == MayCarryAny)
        {
            return false;
        }

        MayCarryAny = value;
        for (var position = 0; position < _byPosition.Length; position++)
        {
            Set(position, this[position]);
        }

        return true;
    }

    private bool IsOpen(KsbStanding standing) => standing == KsbStanding.AcceptedElsewhere || (MayCarryAny && standing != KsbStanding.Achieved);
}
