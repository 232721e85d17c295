namespace Competency;

/// <summary>
/// Says that a string holds KSB references and nothing else, as in <c>K1-K10, S4</c>. The analyzers check every constant that reaches
/// it: the notation always, the codes where a standard is in force (<c>ForStandard</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
sealed partial class KsbNotationAttribute : Attribute;
