using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Competency.Rules;

/// <summary>How many of some KSBs must be achieved: a share of them, or a number. Written <c>80%</c> or <c>40</c>.</summary>
public readonly record struct KsbThreshold
{
    private readonly decimal _value;

    private KsbThreshold(decimal value, bool isShare)
    {
        _value = value;
        IsShare = isShare;
    }

    /// <summary>Every one.</summary>
    public static KsbThreshold All { get; } = new(100, isShare: true);

    /// <summary>Whether it is a share in per cent rather than a number.</summary>
    public bool IsShare { get; }

    /// <summary>A share in per cent, above 0 and at most 100.</summary>
    public static KsbThreshold Percent(decimal percent) =>
        percent is > 0 and <= 100 ? new(percent, isShare: true) : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share is above 0 and at most 100 per cent.");

    /// <summary>A number from 1 to 4,095.</summary>
    public static KsbThreshold Count(int count) =>
        count is >= 1 and <= 4095 ? new(count, isShare: false) : throw new ArgumentOutOfRangeException(nameof(count), count, "A number of KSBs is 1 to 4,095.");

    /// <summary>Reads <c>80%</c> or <c>40</c>; false where the text is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KsbThreshold threshold)
    {
        threshold = default;
        var isShare = text?.EndsWith('%') == true;
        if (!decimal.TryParse(isShare ? text.AsSpan()[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || value <= 0 || value > (isShare ? 100 : 4095) || (!isShare && value != decimal.Truncate(value)))
        {
            return false;
        }

        threshold = new KsbThreshold(value, isShare);
        return true;
    }

    /// <summary>How many of <paramref name="total"/> that is; a share is rounded up, for no part of a KSB can be achieved.</summary>
    public int Of(int total) => (int)(IsShare ? Math.Ceiling(total * _value / 100m) : _value);

    /// <summary>As written: <c>80%</c> or <c>40</c>.</summary>
    public override string ToString() => Said.Number(_value) + (IsShare ? "%" : "");
}
