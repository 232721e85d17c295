namespace Competency.Rules;

/// <summary>A requirement whose verdict an event changed.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="From">Its verdict before.</param>
/// <param name="To">Its verdict after.</param>
public readonly record struct TrackedVerdictChange(Requirement Requirement, Verdict From, Verdict To)
{
    /// <summary>What changed, as in <c>ksbs: NotMet to Met</c>.</summary>
    public override string ToString() => $"{Requirement.Id}: {From} to {To}";
}
