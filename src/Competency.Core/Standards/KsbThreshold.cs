using System.Globalization;

namespace Competency;

/// <summary>How many of some KSBs are asked: a share of them, or a number. Written <c>80%</c> or <c>40</c>. <c>default</c> asks every one.</summary>
readonly partial struct KsbThreshold : IEquatable<KsbThreshold>
{
    private readonly decimal _value;
    private readonly bool _isCount;

    // The same as that the value is not 0, without arithmetic on decimals for every learner.
    private readonly bool _isPart;

    private KsbThreshold(decimal value, bool isCount)
    {
        // One value for "every one", however it is said.
        _value = isCount || value != 100 ? value : 0;
        _isCount = isCount;
        _isPart = _value != 0;
    }

    /// <summary>Every one.</summary>
    public static KsbThreshold All => default;

    /// <summary>Whether every one is asked.</summary>
    public bool IsAll => !_isPart;

    /// <summary>The share in per cent, above 0 and at most 100; null for a number.</summary>
    public decimal? Share => _isCount ? null : IsAll ? 100 : _value;

    /// <summary>The number, at least 1; null for a share.</summary>
    public int? Number => _isCount ? (int)_value : null;

    /// <summary>A share in per cent, above 0 and at most 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public static KsbThreshold Percent(decimal percent) =>
        percent is > 0 and <= 100 ? new(percent, isCount: false) : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share is above 0 and at most 100 per cent.");

    /// <summary>A number from 1 to 4,095.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside its range.</exception>
    public static KsbThreshold Count(int count) =>
        count is >= 1 and <= KsbCode.MaxNumber ? new(count, isCount: true) : throw new ArgumentOutOfRangeException(nameof(count), count, "A number of KSBs is 1 to 4,095.");

    /// <summary>Reads <c>80%</c> or <c>40</c>; false where the text is neither, or outside its range.</summary>
    public static bool TryParse(string? text, out KsbThreshold threshold)
    {
        threshold = default;
        if (text is null)
        {
            return false;
        }

        var isShare = text.EndsWith("%", StringComparison.Ordinal);
        if (!decimal.TryParse(isShare ? text.Substring(0, text.Length - 1) : text, isShare ? NumberStyles.AllowDecimalPoint : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value <= 0 || value > (isShare ? 100 : KsbCode.MaxNumber))
        {
            return false;
        }

        threshold = new KsbThreshold(value, !isShare);
        return true;
    }

    /// <summary>How many of <paramref name="total"/> that is. A share is rounded up, for no part of a KSB can be achieved; a number can be more than there are.</summary>
    public int Of(int total) => IsAll ? total : _isCount ? (int)_value : (int)Math.Ceiling(total * _value / 100m);

    /// <inheritdoc/>
    public bool Equals(KsbThreshold other) => _value == other._value && _isCount == other._isCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KsbThreshold other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>Whether two ask the same.</summary>
    public static bool operator ==(KsbThreshold left, KsbThreshold right) => left.Equals(right);

    /// <summary>Whether two ask something else.</summary>
    public static bool operator !=(KsbThreshold left, KsbThreshold right) => !left.Equals(right);

    /// <summary>As written: <c>80%</c> or <c>40</c>.</summary>
    public override string ToString() => (IsAll ? 100 : _value).ToString("0.############################", CultureInfo.InvariantCulture) + (_isCount ? "" : "%");
}
