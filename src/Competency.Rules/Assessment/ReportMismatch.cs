using Competency.Text;

namespace Competency.Rules;

/// <summary>One thing in a written report that does not come out the same.</summary>
/// <param name="What">What it is, such as <c>facts digest</c> or <c>verdict of ksbs</c>.</param>
/// <param name="Written">As written; null where it is not there.</param>
/// <param name="Now">As it comes out now; null where it does not.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ReportMismatch(string What, string? Written, string? Now, SourceLocation Location)
{
    /// <summary>Place and difference, as in <c>report.json(7,3): the verdict is notMet as written, and met now</c>.</summary>
    public override string ToString() => $"{Location}: the {What} is {TextFolding.OnOneLine(Written ?? "not there")} as written, and {TextFolding.OnOneLine(Now ?? "not there")} now";
}
