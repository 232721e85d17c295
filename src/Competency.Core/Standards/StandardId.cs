using System.Diagnostics.CodeAnalysis;

namespace Competency;

/// <summary>One version of one standard, such as <c>ST0583@1.2</c>: what gives a KSB code its meaning.</summary>
/// <param name="reference">The reference.</param>
/// <param name="version">The version.</param>
readonly partial struct StandardId(StandardReference reference, StandardVersion version) : IEquatable<StandardId>, IComparable<StandardId>
{
    /// <summary>The reference, such as <c>ST0583</c>.</summary>
    public StandardReference Reference { get; } = reference;

    /// <summary>The version, such as <c>1.2</c>.</summary>
    public StandardVersion Version { get; } = version;

    /// <summary>Whether this names a standard at all, which <c>default</c> does not.</summary>
    public bool HasValue => Reference.HasValue;

    /// <summary>Reads exactly one id: a reference, <c>@</c>, a version.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StandardId id)
    {
        id = default;
        var at = text?.IndexOf('@') ?? -1;
        if (at < 0
            || !StandardReference.TryParse(text!.Substring(0, at), out var reference)
            || !StandardVersion.TryParse(text.Substring(at + 1), out var version))
        {
            return false;
        }

        id = new StandardId(reference, version);
        return true;
    }

    /// <summary>Reads exactly one id.</summary>
    /// <exception cref="FormatException">The text is not the id of a standard.</exception>
    public static StandardId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not the id of a standard such as ST0583@1.2.");

    /// <inheritdoc/>
    public bool Equals(StandardId other) => Reference == other.Reference && Version == other.Version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StandardId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Reference.GetHashCode() * 397) ^ Version.GetHashCode();

    /// <summary>Orders by reference, then by version.</summary>
    public int CompareTo(StandardId other)
    {
        var byReference = Reference.CompareTo(other.Reference);
        return byReference != 0 ? byReference : Version.CompareTo(other.Version);
    }

    /// <summary>The id as <c>ST0583@1.2</c>; empty for <c>default</c>.</summary>
    public override string ToString() => HasValue ? Reference + "@" + Version : "";

    /// <summary>Whether two ids are the same.</summary>
    public static bool operator ==(StandardId left, StandardId right) => left.Equals(right);

    /// <summary>Whether two ids differ.</summary>
    public static bool operator !=(StandardId left, StandardId right) => !left.Equals(right);
}
