namespace Competency.Rules;

/// <summary>Some KSBs of a standard by how far a learner has got with each, in the order in which they were given.</summary>
internal sealed class KsbsByStanding
{
    private readonly KsbCode[][] _codes = new KsbCode[(int)KsbStanding.Achieved + 1][];
    private readonly string?[] _texts = new string?[(int)KsbStanding.Achieved + 1];

    /// <summary>Puts KSBs where they belong.</summary>
    /// <param name="codes">The KSBs; those that are in force are of the standard.</param>
    /// <param name="context">The learner.</param>
    public KsbsByStanding(KsbCode[] codes, AssessmentContext context)
    {
        Span<int> counts = stackalloc int[_codes.Length];
        var standings = codes.Length <= 512 ? stackalloc byte[512] : new byte[codes.Length];
        standings = standings[..codes.Length];
        for (var i = 0; i < standings.Length; i++)
        {
            standings[i] = (byte)context.Standings[context.Layout.PositionOf(codes[i])];
            counts[standings[i]]++;
        }

        for (var standing = 0; standing < _codes.Length; standing++)
        {
            _codes[standing] = counts[standing] == 0 ? [] : new KsbCode[counts[standing]];
        }

        for (var i = standings.Length - 1; i >= 0; i--)
        {
            _codes[standings[i]][--counts[standings[i]]] = codes[i];
        }
    }

    /// <summary>The KSBs of a standing; none for one that no KSB has.</summary>
    public KsbCode[] this[KsbStanding standing] => _codes[(int)standing];

    /// <summary>The same as they are printed: what is missing and what to do about it name them both.</summary>
    public string Text(KsbStanding standing) => _texts[(int)standing] ??= Said.Codes(this[standing]);
}
