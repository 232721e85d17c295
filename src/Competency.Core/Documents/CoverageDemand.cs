using System.Globalization;

namespace Competency.Documents;

/// <summary>How much of its standard a mapping should cover: every KSB, every duty, or at least a part. See docs/documents.md.</summary>
sealed partial class CoverageDemand
{
    private CoverageDemand(bool isOfDuties, KsbKind kind, string? option)
    {
        IsOfDuties = isOfDuties;
        Kind = kind;
        Option = option;
    }

    /// <summary>Whether it asks for every duty; otherwise it asks for KSBs.</summary>
    public bool IsOfDuties { get; }

    /// <summary>The kind of KSB that it asks for; <see cref="KsbKind.None"/> for all.</summary>
    public KsbKind Kind { get; }

    /// <summary>The option whose KSBs or duties it asks for, by id or title; null for the mapping's own, or all.</summary>
    public string? Option { get; }

    /// <summary>The least number of KSBs, from 1; null where it asks for all or for a percentage.</summary>
    public int? Count { get; private init; }

    /// <summary>The least percentage of the KSBs, above 0, at most 100; null where it asks for all or for a number.</summary>
    public decimal? Percent { get; private init; }

    /// <summary>A demand for every KSB.</summary>
    /// <param name="kind">Of a kind, or <see cref="KsbKind.None"/> for all.</param>
    /// <param name="option">In force for an option, by id or title; null for the mapping's own, or all.</param>
    public static CoverageDemand EveryKsb(KsbKind kind = KsbKind.None, string? option = null) => new(isOfDuties: false, kind, option);

    /// <summary>A demand for every duty: each KSB that it maps is covered.</summary>
    /// <param name="option">The core duties and those of an option, by id or title; null for the mapping's own, or all.</param>
    public static CoverageDemand EveryDuty(string? option = null) => new(isOfDuties: true, KsbKind.None, option);

    /// <summary>A demand for a number of KSBs.</summary>
    /// <param name="count">From 1.</param>
    /// <param name="kind">Of a kind, or <see cref="KsbKind.None"/> for all.</param>
    /// <param name="option">In force for an option, by id or title; null for the mapping's own, or all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static CoverageDemand AtLeast(int count, KsbKind kind = KsbKind.None, string? option = null) => new(isOfDuties: false, kind, option)
    {
        Count = count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A demand is for at least 1."),
    };

    /// <summary>A demand for a percentage of the KSBs.</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    /// <param name="kind">Of a kind, or <see cref="KsbKind.None"/> for all.</param>
    /// <param name="option">In force for an option, by id or title; null for the mapping's own, or all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is outside its range.</exception>
    public static CoverageDemand AtLeastPercent(decimal percent, KsbKind kind = KsbKind.None, string? option = null) => new(isOfDuties: false, kind, option)
    {
        Percent = percent is > 0 and <= 100 ? percent : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A demand is for more than 0 % and at most 100 %."),
    };

    /// <summary>What it asks, as in <c>at least 80% of the skill statements</c>.</summary>
    public override string ToString()
    {
        var statements = Kind == KsbKind.None ? "KSB" : $"{Kind.Name()} statement";
        var asked = IsOfDuties ? "every duty"
            : Count is { } count ? $"at least {count.ToString(CultureInfo.InvariantCulture)} {statements}{(count == 1 ? "" : "s")}"
            : Percent is { } percent ? $"at least {percent.ToString("0.############################", CultureInfo.InvariantCulture)}% of the {statements}s"
            : $"every {statements}";
        return asked + (Option is null ? "" : $" for the option '{Text.TextFolding.OnOneLine(Option)}'");
    }
}
