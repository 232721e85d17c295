using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Text;
using Competency.Versions;

namespace Competency.Documents;

/// <summary>What a document refers to, whatever its kind: what a lock watches, and a migration moves.</summary>
sealed partial class DocumentReferences
{
    private readonly Func<string, string, IReferencingDocument> _read;

    internal DocumentReferences(IReadOnlyList<StandardId> standards, IEnumerable<PlacedReferences> texts, bool isReadable, Func<string, string, IReferencingDocument> read)
    {
        Standards = standards;
        Texts = Frozen.List(texts);
        IsReadable = isReadable;
        _read = read;
    }

    /// <summary>The standards that references which name none are of: that of a mapping, those of a policy or plan.</summary>
    public IReadOnlyList<StandardId> Standards { get; }

    /// <summary>Every text of references, each once.</summary>
    public IReadOnlyList<PlacedReferences> Texts { get; }

    /// <summary>Whether all of the document could be read. Of half a document nobody can say what it does not refer to any more.</summary>
    public bool IsReadable { get; }

    /// <summary>Texts that repeat a reference and go where it goes.</summary>
    internal IReadOnlyList<PlacedReferences> Echoes { get; init; } = [];

    /// <summary>The options that the document names, by id or title.</summary>
    internal IReadOnlyList<(string Name, SourceSpan Place)> Options { get; init; } = [];

    /// <summary>Whether the format writes a value in quotes, as JSON does.</summary>
    internal bool QuotesValues { get; init; } = true;

    /// <summary>A value as the format writes it.</summary>
    internal string? Written(string? value) => value is null || !QuotesValues ? value : $"\"{value}\"";

    /// <summary>The standards of the document that are known.</summary>
    internal IReadOnlyList<OccupationalStandard> InForce(StandardCatalogue known) => Standards.Select(known.Find).OfType<OccupationalStandard>().ToArray();

    /// <summary>Whether reading left out no part of a document: a reference that is mistaken is one all the same.</summary>
    internal static bool IsReadableBeside(IEnumerable<Finding> readingFindings) => readingFindings.All(f => f.Descriptor != FindingCatalogue.UnreadableDocument);

    /// <summary>How references are written in one of its texts.</summary>
    internal ReferenceSetting SettingOf(PlacedReferences placed, SourceDocument source) =>
        ReferenceSetting.Of(placed, source, Standards.Count == 0 ? default : Standards[0].Reference);

    /// <summary>The document as it is with another text.</summary>
    internal IReferencingDocument ReadAgain(SourceDocument source, string text) => _read(source.Path, text);

    /// <summary>Reads a policy or a plan by the end of the file's name, and anything else as a mapping. Never throws on its content.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The whole text.</param>
    public static IReferencingDocument Read(string path, string text) =>
        path.EndsWith(PolicyDocument.FileSuffix, StringComparison.OrdinalIgnoreCase) ? PolicyDocument.Read(path, text)
        : path.EndsWith(AssessmentPlanDocument.FileSuffix, StringComparison.OrdinalIgnoreCase) ? AssessmentPlanDocument.Read(path, text)
        : MappingDocument.Read(path, text);
}
