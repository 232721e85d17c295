namespace Competency.Rules;

/// <summary>The score of one KSB at the starting point.</summary>
/// <param name="Ksb">The KSB.</param>
/// <param name="Score">The score, from 0 up to the highest of the assessment's scale.</param>
public sealed record KsbScore(KsbCode Ksb, decimal Score);
