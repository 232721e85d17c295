namespace Competency.Rules;

/// <summary>The steps from a statement of a version that was left to one of another version.</summary>
/// <param name="Links">The steps; at least one.</param>
internal sealed record StatementRoute(StatementLink[] Links)
{
    /// <summary>Where it leads.</summary>
    public VersionKsb To => Links[^1].To;

    /// <summary>Whether a step is offered only: then evidence may count there, once somebody decides.</summary>
    public bool IsOffered { get; } = Array.Exists(Links, l => l.IsOffered);

    /// <summary>Whether it says more than another between the same statements: what holds before what is offered, and what was said of the two directly before what follows.</summary>
    public bool IsBetterThan(StatementRoute other) => IsOffered == other.IsOffered ? Links.Length < other.Links.Length : !IsOffered;
}
