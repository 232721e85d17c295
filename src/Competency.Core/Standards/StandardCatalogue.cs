namespace Competency;

/// <summary>The standards that are known in one place: a compilation, a folder, a program. Several versions of one can be in it.</summary>
sealed partial class StandardCatalogue
{
    private readonly Dictionary<StandardId, OccupationalStandard> _byId = [];

    /// <summary>A catalogue of some standards. Of two with one id the first is taken: that they differ is reported where they are read (KSB2010).</summary>
    /// <exception cref="ArgumentException">A standard is null.</exception>
    public StandardCatalogue(IEnumerable<OccupationalStandard> standards)
    {
        foreach (var standard in standards ?? throw new ArgumentNullException(nameof(standards)))
        {
            if (standard is null)
            {
                throw new ArgumentException("A standard is null.", nameof(standards));
            }

            if (!_byId.ContainsKey(standard.Id))
            {
                _byId.Add(standard.Id, standard);
            }
        }

        All = Frozen.List(_byId.Values.OrderBy(s => s.Id));
    }

    /// <summary>Every standard, by reference and version.</summary>
    public IReadOnlyList<OccupationalStandard> All { get; }

    /// <summary>The standard with an id, or null.</summary>
    public OccupationalStandard? Find(StandardId id) => _byId.TryGetValue(id, out var standard) ? standard : null;

    /// <summary>Every known version of a reference, oldest first.</summary>
    public IReadOnlyList<OccupationalStandard> VersionsOf(StandardReference reference) =>
        Frozen.List(All.Where(s => s.Id.Reference == reference));
}
