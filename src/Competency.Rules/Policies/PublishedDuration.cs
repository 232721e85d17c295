namespace Competency.Rules;

/// <summary>A duration to gateway as a standard prints it.</summary>
/// <param name="Months">Calendar months.</param>
/// <param name="Label">The label that it is printed under, <c>Minimum</c> or <c>Typical</c>; null where there is none.</param>
/// <param name="Source">Where it is printed; null for the standard's own document.</param>
public sealed record PublishedDuration(int Months, string? Label, Citation? Source = null)
{
    /// <summary>The label under which a publication prints a duration that is a minimum.</summary>
    public const string MinimumLabel = "Minimum";

    /// <summary>Whether it is a minimum. What is printed as typical is none.</summary>
    public bool IsMinimum => Text.TextFolding.EqualsIgnoreCase(Label ?? "", MinimumLabel);
}
