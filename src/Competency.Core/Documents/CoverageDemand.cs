namespace Competency.Documents;

/// <summary>How much of its standard a mapping should cover: every KSB, every duty, or at least a part. See docs/documents.md.</summary>
sealed partial class CoverageDemand
{
    private CoverageDemand(bool isOfDuties, KsbThreshold threshold, KsbKind kind, string? option)
    {
        IsOfDuties = isOfDuties;
        Threshold = threshold;
        Kind = kind;
        Option = option;
    }

    /// <summary>Whether it asks for every duty; otherwise it asks for KSBs.</summary>
    public bool IsOfDuties { get; }

    /// <summary>How many of the KSBs it asks for.</summary>
    public KsbThreshold Threshold { get; }

    /// <summary>The kind of KSB that it asks for; <see cref="KsbKind.None"/> for all.</summary>
    public KsbKind Kind { get; }

    /// <summary>The option whose KSBs or duties it asks for, by id or title; null for the mapping's own, or all.</summary>
    public string? Option { get; }

    /// <summary>A demand for every KSB.</summary>
    /// <param name="kind">Of a kind, or <see cref="KsbKind.None"/> for all.</param>
    /// <param name="option">In force for an option, by id or title; null for the mapping's own, or all.</param>
    public static CoverageDemand EveryKsb(KsbKind kind = KsbKind.None, string? option = null) => new(isOfDuties: false, KsbThreshold.All, kind, option);

    /// <summary>A demand for every duty: each KSB that it maps is covered.</summary>
    /// <param name="option">The core duties and those of an option, by id or title; null for the mapping's own, or all.</param>
    public static CoverageDemand EveryDuty(string? option = null) => new(isOfDuties: true, KsbThreshold.All, KsbKind.None, option);

    /// <summary>A demand for a number or a share of the KSBs.</summary>
    /// <param name="threshold">How many.</param>
    /// <param name="kind">Of a kind, or <see cref="KsbKind.None"/> for all.</param>
    /// <param name="option">In force for an option, by id or title; null for the mapping's own, or all.</param>
    public static CoverageDemand AtLeast(KsbThreshold threshold, KsbKind kind = KsbKind.None, string? option = null) => new(isOfDuties: false, threshold, kind, option);

    /// <summary>What it asks, as in <c>at least 80% of the skill statements</c>.</summary>
    public override string ToString()
    {
        var statements = Kind == KsbKind.None ? "KSB" : $"{Kind.Name()} statement";
        var asked = IsOfDuties ? "every duty"
            : Threshold.IsAll ? $"every {statements}"
            : Threshold.Number is { } number ? $"at least {Threshold} {statements}{(number == 1 ? "" : "s")}"
            : $"at least {Threshold} of the {statements}s";
        return asked + (Option is null ? "" : $" for the option '{Text.TextFolding.OnOneLine(Option)}'");
    }
}
