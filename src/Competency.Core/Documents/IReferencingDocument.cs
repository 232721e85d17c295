using Competency.Findings;
using Competency.Text;

namespace Competency.Documents;

/// <summary>A document that refers to KSBs: a mapping, a policy or an assessment plan.</summary>
partial interface IReferencingDocument
{
    /// <summary>The text that was read.</summary>
    SourceDocument Source { get; }

    /// <summary>Its references, and the standards that they are of.</summary>
    DocumentReferences References { get; }

    /// <summary>Everything that is wrong with the document, in the order of the text.</summary>
    /// <param name="known">The standards that are known.</param>
    IReadOnlyList<Finding> Check(StandardCatalogue known);
}
