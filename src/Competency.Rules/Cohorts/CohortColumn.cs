namespace Competency.Rules;

/// <summary>A column that a cohort needs beside the achieved KSBs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">What that says, as a platform must fill it.</param>
/// <param name="Absent">Of numbers, what stands where nothing is known.</param>
public sealed record CohortColumn(string Name, CohortColumnKind Kind, string Meaning, int Absent);
