using Competency.Findings;
using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>A <c>*.policy.json</c> document: what could be read of the policy, and what is wrong with it. Competency.Rules makes requirements of it.</summary>
sealed partial class PolicyDocument : IReferencingDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.policy/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".policy.json";

    private readonly IReadOnlyList<Finding> _readingFindings;

    internal PolicyDocument(SourceDocument source, PolicyOutline? readable, bool isSound, bool isWhole, IReadOnlyList<SourceSpan> standardPlaces, IReadOnlyList<Finding> readingFindings)
    {
        Source = source;
        Readable = readable;
        Policy = isSound && isWhole ? readable : null;
        IsWhole = isWhole;
        StandardPlaces = standardPlaces;
        _readingFindings = readingFindings;
        var requirements = readable?.Requirement.All.ToArray() ?? [];
        References = new DocumentReferences(readable?.Standards ?? [], requirements.SelectMany(r => r.AllReferences), readable is not null && DocumentReferences.IsReadableBeside(readingFindings), Read)
        {
            Options = requirements.Where(r => r.Kind == RequirementKinds.OptionIs && r.Text("option") is not null).Select(r => (r.Text("option")!, r.PlaceOf("option"))).ToArray(),
        };
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The policy; null where the text is not a policy document, or a requirement could not be read: nothing is judged by half a policy.</summary>
    public PolicyOutline? Policy { get; }

    /// <inheritdoc/>
    public DocumentReferences References { get; }

    /// <summary>What could be read of the policy, for the checks.</summary>
    internal PolicyOutline? Readable { get; }

    /// <summary>Whether the whole text is JSON. Where it is not, what is missing may stand after the error.</summary>
    internal bool IsWhole { get; }

    /// <summary>Where each of the policy's standards stands.</summary>
    internal IReadOnlyList<SourceSpan> StandardPlaces { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static PolicyDocument Read(string path, string text) => PolicyDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>The place of a requirement's property, or of the requirement where it does not have it.</summary>
    public SourceLocation Locate(RequirementOutline requirement, string property) =>
        Source.Locate((requirement ?? throw new ArgumentNullException(nameof(requirement))).PlaceOf(property));

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    public IReadOnlyList<Finding> Check(StandardCatalogue known) =>
        StandardDocument.Ordered(Source, PolicyCheck.OfReading(this, _readingFindings, known ?? throw new ArgumentNullException(nameof(known))).Concat(PolicyCheck.Check(this, known)));
}
