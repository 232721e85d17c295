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
                var content = twin.Standard!.Fingerprint == standard.Fingerprint ? "with the same content; remove one, or if a build copied it, add its folder to DefaultItemExcludes" : "with different content";
                findings.Add(new Finding(FindingCatalogue.ConflictingDocuments, $"{standard.Id} is defined by {FileName(twin)} too, {content}", document.Source.Locate(document.Places.Reference)));
                continue;
            }

            if (byName.TryGetValue(name, out var namesake))
            {
                findings.Add(new Finding(
                    FindingCatalogue.ConflictingDocuments,
                    $"{standard.Id} and {namesake.Standard!.Id} ({FileName(namesake)}) both claim the type name {name}; give one another \"typeName\", or none for {TypeName.Default(standard.Id)}",
                    document.Source.Locate(document.Places.TypeName)));
                continue;
            }

            // Who loses claims nothing, as in the generator: a third document is not pushed out by one that is not generated.
            byId.Add(standard.Id, document);
            byName.Add(name, document);
        }

        return Frozen.List(findings);
    }

    /// <summary>KSB2010: a document whose id a referenced assembly defines with different content.</summary>
    public static IReadOnlyList<Finding> CheckAgainst(IEnumerable<StandardDocument> documents, IEnumerable<OccupationalStandard> referenced)
    {
        var others = referenced.ToArray();
        return Frozen.List(
            from document in documents
            where document.Standard is not null
            from other in others
            where other.Id == document.Standard!.Id && !other.Equals(document.Standard)
            select new Finding(
                FindingCatalogue.ConflictingDocuments,
                $"{other.Id} is defined by a referenced assembly too, with different content",
                document.Source.Locate(document.Places.Reference)));
    }

    /// <summary>KSB2010 for two referenced assemblies that define one id with different content. It stands in no file of the project.</summary>
    internal static IReadOnlyList<Finding> CheckReferenced(IEnumerable<OccupationalStandard> referenced) => Frozen.List(
        from standards in referenced.GroupBy(s => s.Id)
        where standards.Select(s => s.Fingerprint).Distinct().Count() > 1
        select new Finding(FindingCatalogue.ConflictingDocuments, $"Two referenced assemblies define {standards.Key} with different content; which of them counts, nobody can say", location: null));

    private static string FileName(StandardDocument document)
    {
        // The name alone: the build knows absolute paths, the tool relative ones, and the message must be the same in both.
        var path = document.Source.Path;
        return path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
    }
}
