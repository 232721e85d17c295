using Competency;
using Competency.Documents;
using Competency.Findings;
using Competency.Rules;

namespace LearningPlatform;

/// <summary>Standards as rows of a database: the document's text under its id. Registered as scoped, so that a database context could be taken here.</summary>
internal sealed class DatabaseStandards : IStandardProvider
{
    private static readonly Dictionary<string, string> Rows = new(StringComparer.Ordinal)
    {
        ["AU0001@1.0"] = """
            {
              "document": "competency.standard/1",
              "reference": "AU0001",
              "version": "1.0",
              "title": "Imagined unit",
              "ksbs": [
                { "code": "TK1", "text": "How the unit is used." },
                { "code": "TS1", "text": "Use the unit." },
                { "code": "TS2", "text": "Clean the unit." }
              ]
            }
            """,
    };

    public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken)
    {
        if (!Rows.TryGetValue(id.ToString(), out var text))
        {
            return ValueTask.FromResult<OccupationalStandard?>(null);
        }

        var document = StandardDocument.Read($"standards/{id}", text);
        return document.Findings.Any(f => f.Severity == FindingSeverity.Error)
            ? throw new InvalidDocumentException(document.Findings)
            : ValueTask.FromResult(document.Standard);
    }
}
