using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Competency.Text;

namespace Competency;

/// <summary>The version of a standard, such as <c>1.2</c>. <c>1.10</c> is the tenth after <c>1.0</c>, not <c>1.1</c>.</summary>
/// <param name="major">0 to 9999.</param>
/// <param name="minor">0 to 9999.</param>
readonly partial struct StandardVersion(int major, int minor) : IEquatable<StandardVersion>, IComparable<StandardVersion>
{
    /// <summary>The number before the point.</summary>
    public int Major { get; } = Checked(major, nameof(major));

    /// <summary>The number after the point.</summary>
    public int Minor { get; } = Checked(minor, nameof(minor));

    /// <summary>Reads a version: one or two numbers of at most four digits without leading zeros, <c>1.2</c> or <c>1</c> (which is 1.0).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StandardVersion version)
    {
        version = default;
        if (text is null)
        {
            return false;
        }

        var point = text.IndexOf('.');
        if (!TryNumber(text, 0, point < 0 ? text.Length : point, out var major))
        {
            return false;
        }

        var minor = 0;
        if (point >= 0 && !TryNumber(text, point + 1, text.Length, out minor))
        {
            return false;
        }

        version = new StandardVersion(major, minor);
        return true;
    }

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static StandardVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a version such as 1.2.");

    /// <inheritdoc/>
    public bool Equals(StandardVersion other) => Major == other.Major && Minor == other.Minor;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StandardVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (Major * 10_000) + Minor;

    /// <summary>Orders by <see cref="Major"/>, then by <see cref="Minor"/>.</summary>
    public int CompareTo(StandardVersion other) => GetHashCode().CompareTo(other.GetHashCode());

    /// <summary>The version as <c>1.2</c>.</summary>
    public override string ToString() =>
        Major.ToString(CultureInfo.InvariantCulture) + "." + Minor.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether two versions are the same.</summary>
    public static bool operator ==(StandardVersion left, StandardVersion right) => left.Equals(right);

    /// <summary>Whether two versions differ.</summary>
    public static bool operator !=(StandardVersion left, StandardVersion right) => !left.Equals(right);

    private static int Checked(int number, string name) =>
        number is < 0 or > 9999 ? throw new ArgumentOutOfRangeException(name, number, "A version number is 0 to 9999.") : number;

    private static bool TryNumber(string text, int start, int end, out int number)
    {
        number = 0;
        // "1.01" would become 1.1, another version.
        if (end - start is < 1 or > 4 || (end - start > 1 && text[start] == '0'))
        {
            return false;
        }

        for (var i = start; i < end; i++)
        {
            if (!TextFolding.IsDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}
