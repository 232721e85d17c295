namespace Competency.Rules;

/// <summary>A KSB whose standing an event changed.</summary>
/// <param name="Ksb">The KSB.</param>
/// <param name="From">Its standing before.</param>
/// <param name="To">Its standing after.</param>
public readonly record struct TrackedKsbChange(KsbCode Ksb, KsbStanding From, KsbStanding To);
