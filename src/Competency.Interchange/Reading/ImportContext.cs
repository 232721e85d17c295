using Competency.Findings;
using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>One import under way: its source, and what there is to say about it so far.</summary>
/// <param name="source">The text.</param>
/// <param name="options">What the source does not say.</param>
/// <param name="typeNames">The names that the standards beside the result have, and those that this import gave already.</param>
internal sealed class ImportContext(SourceDocument source, ImportOptions options, TypeNames typeNames)
{
    private readonly List<Loss> _losses = [];
    private readonly List<Finding> _problems = [];

    public SourceDocument Source { get; } = source;

    public ImportOptions Options { get; } = options;

    public TypeNames TypeNames { get; } = typeNames;

    public bool HasProblems => _problems.Count > 0;

    public IReadOnlyList<Finding> Problems => _problems;

    public LossReport Losses => new(_losses);

    public void NotHeld(SourceSpan? span, string message) => Add(LossKind.NotHeld, span, message);

    public void Guessed(SourceSpan? span, string message) => Add(LossKind.Guessed, span, message);

    public void Mended(SourceSpan? span, string message) => Add(LossKind.Mended, span, message);

    public void Verbatim(SourceSpan span, string message) => Add(LossKind.Verbatim, span, message);

    /// <summary>Something for which there can be no document.</summary>
    public void Problem(SourceSpan span, string message, FindingDescriptor? descriptor = null) =>
        _problems.Add(new Finding(descriptor ?? FindingCatalogue.UnreadableDocument, message, Source.Locate(span)));

    private void Add(LossKind kind, SourceSpan? span, string message) =>
        _losses.Add(new Loss(kind, message, span is null ? null : Source.Locate(span.Value)));
}
