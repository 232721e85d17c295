using System.Diagnostics.CodeAnalysis;
using Competency.Text;

namespace Competency;

/// <summary>
/// One version of a published occupational standard: its duties and its knowledge, skills and behaviours. Immutable, safe to share
/// between threads; equal to another by id and content.
/// </summary>
sealed partial class OccupationalStandard : IEquatable<OccupationalStandard>
{
    private readonly Dictionary<KsbCode, int> _positions;
    private string? _fingerprint;

    /// <summary>Makes a standard from its statements.</summary>
    /// <param name="id">Reference and version.</param>
    /// <param name="title">The title as published.</param>
    /// <param name="ksbs">The statements; their order is the order of sets.</param>
    /// <exception cref="ArgumentException">The id is <c>default</c>, the title is blank, or a code stands twice.</exception>
    public OccupationalStandard(StandardId id, string title, IEnumerable<KsbStatement> ksbs)
    {
        Id = id.HasValue ? id : throw new ArgumentException("A standard has a reference and a version.", nameof(id));
        Title = string.IsNullOrWhiteSpace(title) ? throw new ArgumentException("A standard has a title.", nameof(title)) : title;
        Ksbs = Frozen.List(ksbs ?? throw new ArgumentNullException(nameof(ksbs)));
        _positions = new Dictionary<KsbCode, int>(Ksbs.Count);
        for (var i = 0; i < Ksbs.Count; i++)
        {
            if (_positions.ContainsKey(Ksbs[i].Code))
            {
                throw new ArgumentException($"{Ksbs[i].Code} stands twice in {id}.", nameof(ksbs));
            }

            _positions.Add(Ksbs[i].Code, i);
        }
    }

    /// <summary>Reference and version.</summary>
    public StandardId Id { get; }

    /// <summary>The title as published.</summary>
    public string Title { get; }

    /// <summary>The name of the generated type, or null for the default made from the id, such as <c>ST0583_1_2</c>.</summary>
    /// <exception cref="ArgumentException">No type can have the name.</exception>
    public string? TypeName
    {
        get;
        init => field = value is null || Documents.TypeName.IsValid(value) ? value : throw new ArgumentException($"'{value}' cannot be the name of the generated type.", nameof(value));
    }

    /// <summary>What the publication says about the standard as a whole.</summary>
    public KeyInformation KeyInformation { get; init; } = KeyInformation.None;

    /// <summary>The statements, in the document's order.</summary>
    public IReadOnlyList<KsbStatement> Ksbs { get; }

    /// <summary>The duties; none for a foundation apprenticeship or an apprenticeship unit.</summary>
    /// <exception cref="ArgumentException">A number stands twice.</exception>
    public IReadOnlyList<OccupationDuty> Duties
    {
        get;
        init => field = value.Select(d => d.Number).Distinct().Count() == value.Count ? Frozen.List(value) : throw new ArgumentException("A duty's number stands twice.", nameof(value));
    } = [];

    /// <summary>The options; none where everyone does the same.</summary>
    public IReadOnlyList<StandardOption> Options { get; init => field = Frozen.List(value); } = [];

    /// <summary>The qualifications that the publication names.</summary>
    public IReadOnlyList<Qualification> Qualifications { get; init => field = Frozen.List(value); } = [];

    /// <summary>Where it comes from, or null for a document of one's own.</summary>
    public PublicationSource? Source { get; init; }

    /// <summary>What its document holds beside, and nobody could read. Not part of what it says.</summary>
    internal UnreadParts Unread { get; init; } = new();

    /// <summary>Every code that its document defines, those whose statement could not be read among them.</summary>
    internal IEnumerable<KsbCode> DefinedCodes => Ksbs.Select(k => k.Code).Concat(Unread.CodesWithoutText.Keys).Distinct();

    /// <summary>The statement with a code.</summary>
    /// <exception cref="KeyNotFoundException">The standard has no such code.</exception>
    public KsbStatement this[KsbCode code] =>
        TryGet(code, out var statement) ? statement : throw new KeyNotFoundException(code.HasValue ? $"{Id} has no {code}." : $"{Id} has no KSB without a code: this is default({nameof(KsbCode)}).");

    /// <summary>The fingerprint of the whole content: two documents that say the same have the same, whatever their layout, the name of their type and their source.</summary>
    public string Fingerprint => _fingerprint ??= Versions.Fingerprint.OfContent(Documents.StandardDocumentWriter.Content(this));

    /// <summary>Whether the standard has a code.</summary>
    public bool Contains(KsbCode code) => _positions.ContainsKey(code);

    /// <summary>Finds the statement with a code.</summary>
    public bool TryGet(KsbCode code, [NotNullWhen(true)] out KsbStatement? statement)
    {
        statement = _positions.TryGetValue(code, out var position) ? Ksbs[position] : null;
        return statement is not null;
    }

    /// <summary>Finds the statement with the publisher's GUID.</summary>
    public KsbStatement? FindById(string id) => Ksbs.FirstOrDefault(k => string.Equals(k.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The statements with a fingerprint, in the document's order. Real standards repeat statements, so there can be several.</summary>
    public IEnumerable<KsbStatement> FindByFingerprint(string fingerprint) => Ksbs.Where(k => k.Fingerprint == fingerprint);

    /// <summary>The duty with a number, or null.</summary>
    public OccupationDuty? FindDuty(int number) => Duties.FirstOrDefault(d => d.Number == number);

    /// <summary>
    /// The option with an id or a title, or null: without regard to case, to blanks at the ends, twice or no-break, and to what nobody sees. An id goes before a title, and what is
    /// written alike before what is only read alike.
    /// </summary>
    public StandardOption? FindOption(string idOrTitle) =>
        Options.FirstOrDefault(o => string.Equals(o.Id, idOrTitle, StringComparison.OrdinalIgnoreCase))
        ?? Options.FirstOrDefault(o => string.Equals(o.Title, idOrTitle, StringComparison.OrdinalIgnoreCase))
        ?? (idOrTitle is null ? null : Options.FirstOrDefault(o => TextFolding.IsSameName(o.Id, idOrTitle)) ?? Options.FirstOrDefault(o => o.Title is not null && TextFolding.IsSameName(o.Title, idOrTitle)));

    /// <summary>The place of a code among <see cref="Ksbs"/>, or -1.</summary>
    internal int PositionOf(KsbCode code) => _positions.TryGetValue(code, out var position) ? position : -1;

    /// <summary>
    /// The codes that an apprentice on an option must achieve: those that a core duty or a duty of the option maps, and those that no duty
    /// maps at all. Those that only other options' duties map are left out.
    /// </summary>
    /// <param name="option">The option; null for everyone's, which is all codes where the standard has no options.</param>
    public IEnumerable<KsbCode> CodesInForce(StandardOption? option)
    {
        var mapped = new HashSet<KsbCode>();
        var inForce = new HashSet<KsbCode>();
        foreach (var duty in Duties)
        {
            mapped.UnionWith(duty.Ksbs);
            if (duty.IsCore || (option is not null && duty.Options.Contains(option.Id)))
            {
                inForce.UnionWith(duty.Ksbs);
            }
        }

        return Ksbs.Select(k => k.Code).Where(c => inForce.Contains(c) || !mapped.Contains(c));
    }

    /// <inheritdoc/>
    public bool Equals(OccupationalStandard? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Fingerprint == other.Fingerprint);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OccupationalStandard);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Id and title, as in <c>ST0583@1.2 Mammography associate</c>.</summary>
    public override string ToString() => $"{Id} {Title}";
}
