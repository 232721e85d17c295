using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>Something in a field of references that is not a reference, or a reference that cannot be meant.</summary>
sealed partial class NotationProblem
{
    private const string BeforeOffer = "; ";
    private NotationProblem? _asRead;

    internal NotationProblem(FindingDescriptor descriptor, SourceSpan span, string message, string? suggestion)
    {
        Descriptor = descriptor;
        Span = span;
        Message = message;
        Suggestion = suggestion;
    }

    /// <summary>Which finding this is: malformed (KSB1002), repeated (KSB1003) or a range that runs backwards or across kinds (KSB1004).</summary>
    public FindingDescriptor Descriptor { get; }

    /// <summary>The characters that are wrong, and no others.</summary>
    public SourceSpan Span { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Message { get; }

    /// <summary>What was probably meant, to stand in place of <see cref="Span"/>; empty where nothing should stand there; null where nobody can say.</summary>
    public string? Suggestion { get; }

    /// <summary>Whether what is wrong is a KSB all the same: a range that cannot be meant, a code named twice, or one that is written wrongly.</summary>
    internal bool IsOfKsb => Descriptor != FindingCatalogue.MalformedNotation || (Suggestion is { } meant && KsbCode.TryParse(meant, out _));

    /// <summary>Whether the reference may well be right, and the standard's own document could not be read where it stands.</summary>
    internal bool IsOfUnread { get; init; }

    /// <summary>The problem as it was read, where an offer was taken from it since; itself in all others.</summary>
    internal NotationProblem AsRead => _asRead ?? this;

    /// <summary>The same problem without what was probably meant, which every message that offers anything names behind its last semicolon.</summary>
    internal NotationProblem WithoutOffer() =>
        new(Descriptor, Span, Message.LastIndexOf(BeforeOffer, StringComparison.Ordinal) is > 0 and var end ? Message.Substring(0, end) : Message, null) { _asRead = this };

    /// <summary>The same problem, some characters further on.</summary>
    internal NotationProblem Shift(int offset) => new(Descriptor, Span.Shift(offset), Message, Suggestion);

    /// <summary>KSB1003: a reference to what was named already.</summary>
    internal static NotationProblem Repeated(KsbReference reference, IReadOnlyList<ReferenceName> names) => new(
        FindingCatalogue.RepeatedReference,
        reference.Span,
        $"{(names.Count == 1 ? names[0].ToString() : $"{names[0]} to {names[names.Count - 1]}")} {(names.Count == 1 ? "is" : "are")} named here already",
        // Nothing should stand in its place.
        suggestion: "");

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
