namespace Competency;

// As a format provider the standard is what KsbSet's ISpanParsable members read a set beside.
public sealed partial class OccupationalStandard : IFormatProvider
{
    /// <summary>The set of the KSBs that a text in KSB notation names.</summary>
    /// <param name="ksbs">Such as <c>K1-K10, S4</c>; a duty stands for the KSBs that it maps.</param>
    /// <exception cref="FormatException">The text is not KSB notation, or names what the standard does not have; the message says all of it.</exception>
    public KsbSet Select([KsbNotation] string ksbs) => KsbSet.Parse(ksbs, this);

    /// <summary>The set of the KSBs that an apprentice on an option must achieve.</summary>
    /// <param name="option">The option; null for everyone's, which is every KSB where the standard has no options.</param>
    public KsbSet InForce(StandardOption? option = null) => KsbSet.Of(this, [.. CodesInForce(option)]);

    object? IFormatProvider.GetFormat(Type? formatType) => formatType == typeof(OccupationalStandard) ? this : null;
}
