using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>
/// Some programs extract a page's text as one long line. It is parted again where a page certainly begins a line: before <c>K1:</c>,
/// <c>Duty 4</c>, a label or a heading, and behind "Back to Duty".
/// </summary>
internal static class RunTogether
{
    private const int MinLength = 1000;

    // As pages print them: with their capitals, which prose does not give them.
    private static readonly string[] Whole =
    [
        "Key information", "Details of the occupational standard", "Occupation summary", "Typical job titles include:", "Entry requirements", "Occupation duties",
        "Duty KSBs", "Information Symbol", "Print occupational standard", "Required knowledge", "Required skill", "Required behaviour", "\u00D7",
        "Aligned occupational standards", "Linked occupational standards", "Is this webpage useful?", "Thank you for your feedback", "Tell us about your experience",
        "End-point assessment (EPA plan)", "Change request policy", "Back to all approved qualifications",
    ];

    // Words of prose too: headings only right before a code or one another.
    private static readonly string[] Kinds =
        ["KSBs", "Knowledge", "Skills", "Behaviours", "Technical knowledge", "Technical skills", "Employability skills and behaviours"];

    private static readonly string[] Beginnings =
    [
        "Crown copyright", "Reference:", "Date updated:", "Level:", "Route:", "Regulated occupation:", "Version:", "Status:", "Lars code:", "LARS code:", "Typical duration to gateway:",
        "Minimum duration to gateway:", "Typical EPA period:", "Maximum funding:", "Qualification type:", "Qualification level:", "Qualification approved:", "Awarding body:",
        "Awarding organisation:", "Applicant:", "Approval date:", "Occupational pathway:", "Placement:", "Work placement:", "Qualification category:", "Age range:",
    ];

    /// <summary>Parts the long lines that hold statements; other lines stay as they are.</summary>
    public static IReadOnlyList<PageLine> Part(IReadOnlyList<PageLine> lines, out bool wasParted)
    {
        wasParted = false;
        if (!lines.Any(IsRunTogether))
        {
            return lines;
        }

        wasParted = true;
        return lines.SelectMany(l => IsRunTogether(l) ? Parts(l) : [l]).ToArray();
    }

    /// <summary>A long statement is one line too: that it holds several shows that lines were run together.</summary>
    private static bool IsRunTogether(PageLine line)
    {
        if (line.Text.Length < MinLength)
        {
            return false;
        }

        var found = 0;
        for (var at = 0; at < line.Text.Length && found < 5; at++)
        {
            found += IsWordStart(line.Text, at) && CodeLength(line.Text, at) > 0 ? 1 : 0;
        }

        return found == 5;
    }

    private static IEnumerable<PageLine> Parts(PageLine line)
    {
        var text = line.Text;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsWordStart(text, at))
            {
                continue;
            }

            var whole = Array.Find(Whole, w => Stands(text, at, w)) ?? Array.Find(Kinds, k => IsKindHeading(text, at, k));
            var isEndMark = whole is null && Stands(text, at, "Back to Duty");
            if (whole is not null || (!isEndMark && Begins(text, at)))
            {
                if (Cut(line, start, at) is { } before)
                {
                    yield return before;
                }

                start = at;
            }

            if (whole is not null || isEndMark)
            {
                var end = at + (whole ?? "Back to Duty").Length;
                if (Cut(line, start, end) is { } heading)
                {
                    yield return heading;
                }

                (start, at) = (end, end - 1);
            }
        }

        if (Cut(line, start, text.Length) is { } rest)
        {
            yield return rest;
        }
    }

    private static bool IsKindHeading(string text, int at, string kind)
    {
        var next = at + kind.Length + 1;
        return Stands(text, at, kind) && next < text.Length && (CodeLength(text, next) > 0 || Array.Exists(Kinds, k => Stands(text, next, k)));
    }

    private static bool Begins(string text, int at) =>
        CodeLength(text, at) > 0 || IsDuty(text, at) || Array.Exists(Beginnings, b => Stands(text, at, b))
        || (NumberedLabel(text, at) is var label and > 0 && Array.Exists(Beginnings, b => Stands(text, label, b)));

    /// <summary><c>Duty 4 Ensure</c>; in prose a small letter or a full stop follows.</summary>
    private static bool IsDuty(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "Duty ", 0, 5) != 0)
        {
            return false;
        }

        var end = at + 5;
        while (end < text.Length && TextFolding.IsDigit(text[end]))
        {
            end++;
        }

        return end > at + 5 && end + 1 < text.Length && TextFolding.IsWhiteSpace(text[end]) && char.IsUpper(text[end + 1]);
    }

    /// <summary>Where the label of <c>2. Date updated:</c> begins; 0 where no number stands at this place.</summary>
    private static int NumberedLabel(string text, int at) =>
        TextFolding.IsDigit(text[at]) && text.IndexOf(". ", at, Math.Min(4, text.Length - at), StringComparison.Ordinal) is var dot and > 0 ? dot + 2 : 0;

    /// <summary>The length of a code that a colon follows; 0 where none stands at this place.</summary>
    private static int CodeLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 8 && (TextFolding.IsLetter(text[end]) || TextFolding.IsDigit(text[end])))
        {
            end++;
        }

        var colon = end < text.Length && text[end] == ' ' ? end + 1 : end;
        return colon < text.Length && text[colon] == ':' && KsbCode.TryParse(text[at..end], out _) ? end - at : 0;
    }

    private static bool Stands(string text, int at, string words) =>
        string.CompareOrdinal(text, at, words, 0, words.Length) == 0 && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]));

    private static bool IsWordStart(string text, int at) => !TextFolding.IsWhiteSpace(text[at]) && (at == 0 || TextFolding.IsWhiteSpace(text[at - 1]));

    private static PageLine? Cut(PageLine line, int start, int end)
    {
        while (start < end && TextFolding.IsWhiteSpace(line.Text[start]))
        {
            start++;
        }

        while (end > start && TextFolding.IsWhiteSpace(line.Text[end - 1]))
        {
            end--;
        }

        // In HTML a character of the line can be several of the source; then the place is that of the line's beginning or near it.
        return start == end ? null : new PageLine(line.Text[start..end], new SourceSpan(Math.Min(line.Span.Start + start, line.Span.End), Math.Min(end - start, line.Span.Length)), afterBlank: false);
    }
}
