using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>Something in a field of references that is not a reference, or a reference that cannot be meant.</summary>
sealed partial class NotationProblem
{
    private readonly string _fault;
    private readonly string? _offer;
    private NotationProblem? _asRead;

    /// <param name="descriptor">Which finding it is.</param>
    /// <param name="span">The characters that are wrong.</param>
    /// <param name="fault">What is wrong with them.</param>
    /// <param name="suggestion">What was probably meant; null where nobody can say.</param>
    /// <param name="offer">The words in which the message offers that behind the fault; null where it does not, or the fault says it.</param>
    internal NotationProblem(FindingDescriptor descriptor, SourceSpan span, string fault, string? suggestion, string? offer = null)
    {
        (_fault, _offer) = (fault, offer);
        Descriptor = descriptor;
        Span = span;
        Message = offer is null ? fault : $"{fault}; {offer}";
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

    /// <summary>The same problem without what was probably meant.</summary>
    internal NotationProblem WithoutOffer() => new(Descriptor, Span, _fault, null) { _asRead = this };

    /// <summary>The same problem, some characters further on.</summary>
    internal NotationProblem Shift(int offset) => new(Descriptor, Span.Shift(offset), _fault, Suggestion, _offer);

    /// <summary>KSB1003: a reference to what was named already.</summary>
    internal static NotationProblem Repeated(KsbReference reference, IReadOnlyList<ReferenceName> names) => new(
        FindingCatalogue.RepeatedReference,
        reference.Span,
        $"{(names.Count == 1 ? names[0].ToString() : $"{names[0]} to {names[names.Count - 1]}")} {(names.Count == 1 ? "is" : "are")} named here already",
        WithoutRepeated(reference, names));

    /// <summary>
    /// What is left of a reference without what was named already: nothing, or of a range the rest, which no fix may lose. Null where that is several, for a comma can part cells, and where a
    /// standard or words beside it would be torn from it.
    /// </summary>
    private static string? WithoutRepeated(KsbReference reference, IReadOnlyList<ReferenceName> names)
    {
        var left = reference.Names.Except(names).ToArray();
        return left.Length == 0 ? reference.Annotation.Length == 0 ? "" : null
            : !reference.Qualifier.HasValue && reference.Annotation.Length == 0 && KsbNotation.Format(left.Select(n => n.Code)) is var rest && rest.IndexOf(',') < 0 ? rest
            : null;
    }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
