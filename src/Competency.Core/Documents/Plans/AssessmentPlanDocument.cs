using Competency.Findings;
using Competency.Text;

namespace Competency.Documents.Plans;

/// <summary>A <c>*.plan.json</c> document: the assessment plan that could be read from it, and what is wrong with it.</summary>
sealed partial class AssessmentPlanDocument : IReferencingDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.plan/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".plan.json";

    private readonly IReadOnlyList<Finding> _readingFindings;

    internal AssessmentPlanDocument(SourceDocument source, AssessmentPlan? plan, bool isWhole, PlanPlaces places, IReadOnlyList<Finding> readingFindings)
    {
        Source = source;
        Readable = plan;
        IsWhole = isWhole;
        // A code that is named twice is read all the same; of parts of one id nobody knows which is meant.
        Plan = readingFindings.All(f => f.Descriptor == FindingCatalogue.RepeatedReference) && plan?.Parts.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() == plan?.Parts.Count ? plan : null;
        Places = places;
        _readingFindings = readingFindings;
        References = new DocumentReferences(plan?.Standards ?? [], plan?.Parts.SelectMany(p => places.Ksbs[p]) ?? [], plan is not null && DocumentReferences.IsReadableBeside(readingFindings), Read)
        {
            Options = plan?.Parts.Where(p => p.Option is not null).Select(p => (p.Option!, places.Options[p])).ToArray() ?? [],
        };
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The plan; null where any of it could not be read, or two of its parts have one id: nothing is judged by half a plan.</summary>
    public AssessmentPlan? Plan { get; }

    /// <inheritdoc/>
    public DocumentReferences References { get; }

    /// <summary>What could be read of the plan, for the checks.</summary>
    internal AssessmentPlan? Readable { get; }

    /// <summary>Whether the whole text is JSON. Where it is not, what is missing may stand after the error.</summary>
    internal bool IsWhole { get; }

    internal PlanPlaces Places { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static AssessmentPlanDocument Read(string path, string text) => AssessmentPlanDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>The canonical text of a plan.</summary>
    public static string Write(AssessmentPlan plan) => AssessmentPlanDocumentWriter.Write(plan ?? throw new ArgumentNullException(nameof(plan)));

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    public IReadOnlyList<Finding> Check(StandardCatalogue known) =>
        StandardDocument.Ordered(Source, PlanCheck.OfReading(this, _readingFindings, known ?? throw new ArgumentNullException(nameof(known))).Concat(PlanCheck.Check(this, known)));
}
