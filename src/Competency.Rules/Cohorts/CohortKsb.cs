namespace Competency.Rules;

/// <summary>How many of a cohort lack a KSB that is in force for them.</summary>
/// <param name="Ksb">The KSB.</param>
/// <param name="Missing">How many lack it. Of learners whose option is not known, nobody can say what is in force: they count for what everyone must achieve.</param>
public readonly record struct CohortKsb(KsbCode Ksb, long Missing);
