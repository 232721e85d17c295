namespace Competency.Rules;

/// <summary>An action that is outstanding in both of two reports, and reads otherwise in the second, such as evidence for fewer KSBs.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record ActionChange(OutstandingAction Before, OutstandingAction After);
