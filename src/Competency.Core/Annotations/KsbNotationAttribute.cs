namespace Competency;

/// <summary>
/// Says that a string holds KSB references and nothing else, as in <c>K1-K10, S4</c>. The analyzers check every constant that reaches
/// it: the notation always, the codes where a standard is in force (<see cref="ForStandardAttribute"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class KsbNotationAttribute : Attribute;
