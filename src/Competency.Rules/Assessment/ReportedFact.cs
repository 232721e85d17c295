namespace Competency.Rules;

/// <summary>A fact that a verdict rests on.</summary>
/// <param name="Name">What it is, such as <c>original start</c>.</param>
/// <param name="Value">What it is known to be.</param>
public sealed record ReportedFact(string Name, string Value)
{
    private readonly IReadOnlyList<string> _evidence = [];
    private readonly IReadOnlyList<Signature> _signatures = [];

    /// <summary>A fact of lists that nobody can change.</summary>
    internal ReportedFact(string name, string value, IReadOnlyList<string> evidence, IReadOnlyList<Signature> signatures)
        : this(name, value)
    {
        _evidence = evidence;
        _signatures = signatures;
    }

    /// <summary>The ids of evidence items or ledger entries that say so; none where it comes from elsewhere.</summary>
    public IReadOnlyList<string> Evidence { get => _evidence; init => _evidence = Unchanging.List(value); }

    /// <summary>Who stands behind it; none where nobody has to.</summary>
    public IReadOnlyList<Signature> Signatures { get => _signatures; init => _signatures = Unchanging.List(value); }

    /// <summary>Whether it counts for nothing as it stands: a report says it, and a page that lists the evidence leaves it out.</summary>
    internal bool IsAside { get; init; }
}
