using System.Globalization;
using Competency.Text;

namespace Competency.Rules;

/// <summary>One thing in a written report that does not come out the same.</summary>
/// <param name="What">What it is, such as <c>facts digest</c> or <c>verdict of ksbs</c>.</param>
/// <param name="Written">As written; null where it is not there.</param>
/// <param name="Now">As it comes out now; null where it does not.</param>
/// <param name="Location">Where it is written.</param>
/// <remarks>Of a text of more than 80 characters stands what is around the first difference, and how long it is.</remarks>
public sealed record ReportMismatch(string What, string? Written, string? Now, SourceLocation Location)
{
    private const int Shown = 80;

    /// <summary>A difference of two values, of which long ones are cut to where they differ.</summary>
    internal static ReportMismatch Of(string what, string? written, string? now, SourceLocation location)
    {
        var alike = written is null ? 0 : written.AsSpan().CommonPrefixLength(now);
        var from = Math.Max(0, alike - (Shown / 2));
        return new ReportMismatch(what, Cut(written, from), Cut(now, from), location);
    }

    private static string? Cut(string? value, int from)
    {
        if (value is null || value.Length <= Shown)
        {
            return value;
        }

        // A character of two halves stays whole.
        var until = Math.Min(value.Length, from + Shown);
        from -= from > 0 && char.IsLowSurrogate(value[from]) ? 1 : 0;
        until -= until < value.Length && char.IsLowSurrogate(value[until]) ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{(from > 0 ? "..." : "")}{value[from..until]}{(until < value.Length ? "..." : "")} ({value.Length} characters)");
    }

    /// <summary>Place and difference, as in <c>report.json(7,3): the verdict is notMet as written, and met now</c>.</summary>
    public override string ToString() => $"{Location}: the {What} is {TextFolding.OnOneLine(Written ?? "not there")} as written, and {TextFolding.OnOneLine(Now ?? "not there")} now";
}
