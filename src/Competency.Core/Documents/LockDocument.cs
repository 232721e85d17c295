using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A <c>competency.lock.json</c> document: the lock that it holds, and what is wrong with it.</summary>
sealed partial class LockDocument
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.lock/1";

    /// <summary>The file's name.</summary>
    public const string FileName = "competency.lock.json";

    internal LockDocument(SourceDocument source, KsbLock? @lock, IReadOnlyList<Finding> findings)
    {
        Source = source;
        Lock = @lock;
        Findings = findings;
    }

    /// <summary>The text that was read.</summary>
    public SourceDocument Source { get; }

    /// <summary>The lock; null where the document is damaged or holds a merge conflict, for by half a lock nothing can be judged and nothing may be written.</summary>
    public KsbLock? Lock { get; }

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Reads a document. Never throws on its content.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static LockDocument Read(string path, string text) => LockDocumentReader.Read(new SourceDocument(path, text));

    /// <summary>The canonical text of a lock.</summary>
    public static string Write(KsbLock @lock) => LockDocumentWriter.Write(@lock ?? throw new ArgumentNullException(nameof(@lock)));

    /// <summary>Whether a path is that of a lock.</summary>
    internal static bool IsLock(string path) => TextFolding.EqualsIgnoreCase(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), FileName);
}
