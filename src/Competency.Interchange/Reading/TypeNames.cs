using Competency.Documents;

namespace Competency.Interchange.Reading;

/// <summary>Which standard has which type name: all that is kept of a standard once it is imported.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<StandardId, string?> _names = [];
    private readonly Dictionary<string, StandardId> _owners = new(StringComparer.Ordinal);

    public TypeNames(IEnumerable<OccupationalStandard> standards)
    {
        foreach (var standard in standards)
        {
            Add(standard);
        }
    }

    /// <summary>Of several standards of one id, and of several with one name, the first counts.</summary>
    public void Add(OccupationalStandard standard)
    {
        if (_names.TryAdd(standard.Id, standard.TypeName))
        {
            _owners.TryAdd(TypeName.Of(standard), standard.Id);
        }
    }

    /// <summary>The name that a standard has; null where its document says none.</summary>
    public bool TryGet(StandardId id, out string? name) => _names.TryGetValue(id, out name);

    /// <summary>The standard that has a name.</summary>
    public StandardId? OwnerOf(string name) => _owners.TryGetValue(name, out var owner) ? owner : null;
}
