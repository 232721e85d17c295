namespace Competency.Rules;

/// <summary>A fact that a verdict rests on.</summary>
/// <param name="Name">What it is, such as <c>original start</c>.</param>
/// <param name="Value">What it is known to be.</param>
public sealed record ReportedFact(string Name, string Value)
{
    /// <summary>The ids of evidence items or ledger entries that say so; none where it comes from elsewhere.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = Unchanging.List(value); } = [];

    /// <summary>Who stands behind it; none where nobody has to.</summary>
    public IReadOnlyList<Signature> Signatures { get; init => field = Unchanging.List(value); } = [];
}
