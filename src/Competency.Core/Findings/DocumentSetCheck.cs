using Competency.Documents;

namespace Competency.Findings;

/// <summary>What can be wrong with several standard documents together.</summary>
static partial class DocumentSetCheck
{
    /// <summary>KSB2010: two documents with one id, or of one type name. Reported at the second, by path.</summary>
    public static IReadOnlyList<Finding> Check(IEnumerable<StandardDocument> documents)
    {
        var findings = new List<Finding>();
        var byId = new Dictionary<StandardId, StandardDocument>();
        var byName = new Dictionary<string, StandardDocument>();
        foreach (var document in documents.Where(d => d.Standard is not null).OrderBy(d => d.Source.Path, StringComparer.Ordinal))
        {
            var standard = document.Standard!;
            var name = TypeName.Of(standard);
            if (byId.TryGetValue(standard.Id, out var twin))
            {
                var content = twin.Standard!.Fingerprint == standard.Fingerprint ? "with the same content; remove one" : "with different content";
                findings.Add(new Finding(FindingCatalogue.ConflictingDocuments, $"{standard.Id} is defined by {twin.Source.Path} too, {content}", document.Source.Locate(document.Places.Reference)));
                continue;
            }

            byId.Add(standard.Id, document);
            if (byName.TryGetValue(name, out var namesake))
            {
                findings.Add(new Finding(
                    FindingCatalogue.ConflictingDocuments,
                    $"{standard.Id} and {namesake.Standard!.Id} ({namesake.Source.Path}) both claim the type name {name}; give one another \"typeName\", or none for {TypeName.Default(standard.Id)}",
                    document.Source.Locate(document.Places.TypeName)));
                continue;
            }

            byName.Add(name, document);
        }

        return Frozen.List(findings);
    }
}
