using Competency.Notation;

namespace Competency;

/// <summary>
/// Says in KSB notation which KSBs a member covers; the standard is the one in force. Where the standard is generated into the same
/// program, its own <c>[Covers(Ksb.K1)]</c> says the same with enum members.
/// </summary>
/// <param name="ksbs">Such as <c>K1-K10, S4</c>.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class CoversKsbsAttribute([KsbNotation] string ksbs) : KsbReferenceAttribute(default, KsbNotation.Parse(ksbs).Codes)
{
    /// <summary>The references as written.</summary>
    public string Ksbs { get; } = ksbs;

    /// <inheritdoc/>
    public override IReadOnlyList<KsbCode> CodesOf(OccupationalStandard standard) => KsbNotation.Parse(Ksbs).CodesOf(standard);
}
