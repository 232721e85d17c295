namespace Competency;

/// <summary>What every attribute that names KSBs is: a program can find them all by reflection and add up what it covers.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public abstract class KsbReferenceAttribute : Attribute
{
    /// <summary>For the generated <c>[Covers(...)]</c>: codes by their packed values.</summary>
    /// <param name="standard">The id of the standard.</param>
    /// <param name="ksbs">Values of its <c>Ksb</c> enum: an array of the enum, or of <see cref="ushort"/>.</param>
    /// <exception cref="ArgumentException">It is an array of something else.</exception>
    protected KsbReferenceAttribute(string standard, Array ksbs)
    {
        ArgumentNullException.ThrowIfNull(ksbs);
        StandardId = StandardId.Parse(standard);

        // To the runtime an array of an enum is one of its underlying type, so that no generated type needs code of its own to convert it.
        Codes = ksbs is ushort[] packed
            ? Frozen.Sorted(packed.Select(KsbCode.FromValue))
            : throw new ArgumentException($"{ksbs.GetType()} holds no values of a Ksb enum.", nameof(ksbs));
    }

    /// <summary>For attributes that hold KSB notation.</summary>
    /// <param name="standard">The id of the standard, or <c>default</c> where <see cref="ForStandardAttribute"/> says it.</param>
    /// <param name="codes">The codes.</param>
    protected KsbReferenceAttribute(StandardId standard, IEnumerable<KsbCode> codes)
    {
        StandardId = standard;
        Codes = Frozen.Sorted(codes);
    }

    /// <summary>The standard that the codes belong to; <c>default</c> where the nearest <see cref="ForStandardAttribute"/> says it.</summary>
    public StandardId StandardId { get; }

    /// <summary>The codes that it names, each once, in the order of codes, without those that a duty stands for.</summary>
    public IReadOnlyList<KsbCode> Codes { get; }

    /// <summary>
    /// The codes that it names in one standard, in the order of codes: none where it names another standard. A duty stands for the KSBs that
    /// it maps; what the standard lacks is left out.
    /// </summary>
    public virtual IReadOnlyList<KsbCode> CodesOf(OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        return StandardId.HasValue && StandardId != standard.Id ? [] : Frozen.Sorted(Codes.Where(standard.Contains));
    }
}
