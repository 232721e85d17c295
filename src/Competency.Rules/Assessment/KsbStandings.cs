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
    /// <param name="mayCarryAny">Whether something is accepted under a standard or version from which no transfer leads: it may stand for any KSB, whatever its code.</param>
    public KsbStandings(StandardLayout layout, byte[] byPosition, bool mayCarryAny)
    {
        Layout = layout;
        _byPosition = byPosition;
        Achieved = new ulong[layout.Words];
        MayBeCarried = new ulong[layout.Words];
        for (var position = 0; position < byPosition.Length; position++)
        {
            Achieved[position >> 6] |= (byPosition[position] == (byte)KsbStanding.Achieved ? 1UL : 0) << (position & 63);
            MayBeCarried[position >> 6] |= (IsOpen((KsbStanding)byPosition[position], mayCarryAny) ? 1UL : 0) << (position & 63);
        }
    }

    public StandardLayout Layout { get; }

    /// <summary>A bit for each KSB that is achieved.</summary>
    public ulong[] Achieved { get; }

    /// <summary>A bit for each KSB that is not achieved, and to which what is accepted under another standard or version may yet be carried over.</summary>
    public ulong[] MayBeCarried { get; }

    public KsbStanding this[int position] => (KsbStanding)_byPosition[position];

    public void Set(int position, KsbStanding standing, bool mayCarryAny)
    {
        _byPosition[position] = (byte)standing;
        var bit = 1UL << (position & 63);
        Achieved[position >> 6] = standing == KsbStanding.Achieved ? Achieved[position >> 6] | bit : Achieved[position >> 6] & ~bit;
        MayBeCarried[position >> 6] = IsOpen(standing, mayCarryAny) ? MayBeCarried[position >> 6] | bit : MayBeCarried[position >> 6] & ~bit;
    }

    private static bool IsOpen(KsbStanding standing, bool mayCarryAny) => standing == KsbStanding.AcceptedElsewhere || (mayCarryAny && standing != KsbStanding.Achieved);
}
