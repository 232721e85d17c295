using Competency.Documents;

namespace Competency.Tool.Files;

/// <summary>The names of standards' files in a folder.</summary>
/// <param name="written">The standards that are about to be written there, of each version its own.</param>
/// <param name="beside">The documents that are there.</param>
internal sealed class StandardFileNames(IEnumerable<StandardId> written, IReadOnlyList<StandardDocument> beside)
{
    private readonly Dictionary<StandardReference, int> _versions = written.GroupBy(i => i.Reference).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The file that has the standard already, else <c>ST0583.standard.json</c>, with the version where several stand there.</summary>
    public string Of(StandardId id)
    {
        if (beside.FirstOrDefault(d => d.Standard!.Id == id) is { } same)
        {
            return Path.GetFileName(same.Source.Path);
        }

        var isOnly = _versions.GetValueOrDefault(id.Reference) <= 1 && beside.All(d => d.Standard!.Id.Reference != id.Reference);
        return (isOnly ? $"{id.Reference}" : $"{id.Reference}-{id.Version}") + StandardDocument.FileSuffix;
    }
}
