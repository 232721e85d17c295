namespace Competency;

/// <summary>What every attribute that names KSBs is: a program can find them all by reflection and add up what it covers.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public abstract class KsbReferenceAttribute : Attribute
{
    /// <summary>For the generated <c>[Covers(...)]</c>: codes by their packed values.</summary>
    /// <param name="standard">The id of the standard.</param>
    /// <param name="ksbs">Values of its <c>Ksb</c> enum.</param>
    protected KsbReferenceAttribute(string standard, params ushort[] ksbs)
    {
        ArgumentNullException.ThrowIfNull(ksbs);
        StandardId = StandardId.Parse(standard);
        Codes = Frozen.Sorted(ksbs.Select(KsbCode.FromValue));
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

    /// <summary>The codes, each once, in the order of codes.</summary>
    public IReadOnlyList<KsbCode> Codes { get; }
}
