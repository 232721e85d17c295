namespace Competency.Rules;

/// <summary>A KSB of one version and one of another.</summary>
/// <param name="Old">The KSB of the version that is left.</param>
/// <param name="New">The KSB of the version that is taken.</param>
public sealed record KsbLink(KsbCode Old, KsbCode New)
{
    /// <summary>Both codes, as in <c>S10 → S9</c>.</summary>
    public override string ToString() => $"{Old} → {New}";
}
