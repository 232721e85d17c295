using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>A line of a page that says something, without the white space at its ends.</summary>
/// <param name="text">The line.</param>
/// <param name="span">Where it stands in the source, HTML or text.</param>
/// <param name="afterBlank">Whether a blank line stands before it.</param>
internal sealed class PageLine(string text, SourceSpan span, bool afterBlank)
{
    public string Text { get; } = text;

    public SourceSpan Span { get; } = span;

    public bool AfterBlank { get; } = afterBlank;

    /// <summary>The text as headings and labels are compared.</summary>
    public string Key => field ??= PlainText.Key(Text);

    /// <summary>Whether the page itself marks it as its title.</summary>
    public bool IsTitle { get; init; }

    /// <summary>What the page's own mark-up says of the line, such as whether a qualification covers it; none in plain text.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = NoMarks;

    /// <summary>Whether the reader made use of it or knows it for noise. What stays false is reported as not held.</summary>
    public bool IsRead { get; set; }

    /// <summary>The marks of nearly every line.</summary>
    public static IReadOnlyDictionary<string, string> NoMarks { get; } = new Dictionary<string, string>();
}
