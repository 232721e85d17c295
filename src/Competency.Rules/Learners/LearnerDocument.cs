using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// A <c>*.learners.json</c> document: learner records, and what is wrong with it. A learner of whom anything could not be read is not given
/// at all: nothing is judged on half a record.
/// </summary>
public sealed class LearnerDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.learners/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".learners.json";

    internal LearnerDocument(SourceDocument source, IReadOnlyList<LearnerRecord> records, IReadOnlyList<Finding> findings)
    {
        Source = source;
        Records = records;
        Findings = findings;
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The records in the order of the text, those that cannot be judged included.</summary>
    public IReadOnlyList<LearnerRecord> Records { get; }

    /// <summary>The learners that can be judged.</summary>
    public IEnumerable<Learner> Learners => Records.Select(r => r.Learner).OfType<Learner>();

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="known">The standards that are known: a record on another one is wrong (KSB1007), as is a code that its standard does not have (KSB1001).</param>
    public static LearnerDocument Read(string path, string text, StandardCatalogue known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return new LearnerDocumentReader(new SourceDocument(path, text), known).Read();
    }

    /// <summary>The canonical text of some learners: reading it gives the same records.</summary>
    public static string Write(IEnumerable<Learner> learners)
    {
        ArgumentNullException.ThrowIfNull(learners);
        return LearnerDocumentWriter.Write(learners);
    }
}
