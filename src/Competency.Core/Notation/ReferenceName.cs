namespace Competency.Notation;

/// <summary>One thing that a reference names, a code or a duty, with the reference's qualifier: what names the same twice repeats itself.</summary>
/// <param name="Qualifier">The standard that it is qualified by, or <c>default</c>.</param>
/// <param name="Version">That standard's version, or null.</param>
/// <param name="Code">The code; <c>default</c> for a duty.</param>
/// <param name="Duty">The duty's number; 0 for a code.</param>
internal readonly record struct ReferenceName(StandardReference Qualifier, StandardVersion? Version, KsbCode Code, int Duty)
{
    /// <inheritdoc/>
    public override int GetHashCode() => (Qualifier.Number << 17) ^ (Duty << 16) ^ Code.Value;

    /// <inheritdoc/>
    public override string ToString()
    {
        var qualifier = Qualifier.HasValue ? $"{Qualifier}{(Version is { } version ? "@" + version : "")}:" : "";
        return qualifier + (Duty != 0 ? $"Duty {Duty}" : Code.ToString());
    }
}
