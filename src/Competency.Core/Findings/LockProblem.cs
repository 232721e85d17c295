using Competency.Text;

namespace Competency.Findings;

/// <summary>KSB1006 or KSB1010 in a text of references.</summary>
/// <param name="Descriptor">Which of them.</param>
/// <param name="Span">The characters of the text.</param>
/// <param name="Message">What is wrong, in a sentence without a closing full stop.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Remedy">What can be done.</param>
internal sealed record LockProblem(FindingDescriptor Descriptor, SourceSpan Span, string Message, FindingSeverity Severity, LockRemedy Remedy);
