using Competency.Text;

namespace Competency.Notation;

/// <summary>A place in prose that holds references.</summary>
/// <param name="text">What is written there.</param>
/// <param name="span">Where it stands.</param>
/// <param name="label">What its references are, where a label above says so and is no part of it.</param>
internal readonly struct ProseField(string text, SourceSpan span, NotationLabel label)
{
    /// <summary>What is written there, each character where it stands; blanks in place of the marks of quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What its references are, where a label above says so and is no part of it.</summary>
    public NotationLabel Label { get; } = label;

    /// <summary>The place of a text that holds references.</summary>
    public static ProseField Of(string text, SourceSpan span, NotationLabel label = NotationLabel.None)
    {
        var written = text.Substring(span.Start, span.Length);
        return new ProseField(written.Any(TextFolding.IsLineEnd) ? WithoutQuotes(written) : written, span, label);
    }

    private static string WithoutQuotes(string text)
    {
        var characters = text.ToCharArray();
        var isBegin = false;
        for (var at = 0; at < characters.Length; at++)
        {
            if (TextFolding.IsLineEnd(characters[at]))
            {
                isBegin = true;
            }
            else if (isBegin && characters[at] == '>')
            {
                characters[at] = ' ';
            }
            else
            {
                isBegin &= TextFolding.IsWhiteSpace(characters[at]);
            }
        }

        return new string(characters);
    }
}
