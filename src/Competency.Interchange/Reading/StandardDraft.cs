using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>
/// A standard as far as its source was read. <see cref="Finish"/> makes the standard of it, or says what is missing; whatever it makes
/// can be read again by Core.
/// </summary>
internal sealed class StandardDraft(ImportContext context)
{
    private readonly Dictionary<KsbCode, KsbStatement> _ksbs = [];
    private readonly Dictionary<int, OccupationDuty> _duties = [];

    public StandardReference? Reference { get; set; }

    public SourceSpan ReferencePlace { get; set; }

    public StandardVersion? Version { get; set; }

    public SourceSpan VersionPlace { get; set; }

    /// <summary>What stands where the version belongs and is none, as it is written; null where nothing does.</summary>
    public (string Written, SourceSpan Place)? UnreadVersion { get; set; }

    public string? Title { get; set; }

    public KeyInformation KeyInformation { get; set; } = KeyInformation.None;

    public List<StandardOption> Options { get; } = [];

    public List<Qualification> Qualifications { get; } = [];

    public PublicationSource? Source { get; set; }

    public IReadOnlyCollection<KsbStatement> Ksbs => _ksbs.Values;

    public IReadOnlyCollection<OccupationDuty> Duties => _duties.Values;

    /// <summary>Adds a statement. Of two with one code the first is kept, and the other is said to be lost.</summary>
    public void Add(KsbStatement ksb, SourceSpan place)
    {
        if (_ksbs.TryAdd(ksb.Code, ksb))
        {
            return;
        }

        var twin = _ksbs[ksb.Code].Fingerprint == ksb.Fingerprint ? "in the same words" : $"in other words ('{PlainText.Shown(ksb.Text)}')";
        context.NotHeld(place, $"{ksb.Code} stands a second time, {twin}; the first is kept");
    }

    /// <summary>Adds a duty. Of two with one number the first is kept, and the other is said to be lost.</summary>
    public void Add(OccupationDuty duty, SourceSpan place)
    {
        if (!_duties.TryAdd(duty.Number, duty))
        {
            context.NotHeld(place, $"Duty {duty.Number} stands a second time ('{PlainText.Shown(duty.Text)}'); the first is kept");
        }
    }

    /// <param name="whole">The place of the standard in the source, for what is missing.</param>
    /// <param name="name">What the standard is called in messages before its reference is known; starts a sentence.</param>
    public OccupationalStandard? Finish(SourceSpan whole, string name)
    {
        var options = context.Options;
        Agree(Reference, options.Reference, ReferencePlace, "reference", name);
        Agree(Version, options.Version, VersionPlace, "version", name);
        var reference = Reference ?? options.Reference;
        var version = Version ?? options.Version;
        var title = options.Title ?? Title;
        if (options.Title is not null && Title is not null && options.Title != Title)
        {
            context.NotHeld(null, $"The source's title is '{PlainText.Shown(Title)}'; the given one is held");
        }

        var missing = new List<string>();
        if (reference is null)
        {
            missing.Add("its reference (--reference ST0583)");
        }

        if (version is null && UnreadVersion is { } unread)
        {
            context.Problem(unread.Place, $"{name} says that its version is '{PlainText.Shown(unread.Written)}', which is no version such as 1.2 (--version 1.2)");
        }
        else if (version is null)
        {
            missing.Add("its version (--version 1.2)");
        }

        if (string.IsNullOrWhiteSpace(title))
        {
            missing.Add("its title (--title \"Mammography associate\")");
        }

        if (missing.Count > 0)
        {
            context.Problem(whole, $"{name} does not say {string.Join(" and ", missing)}");
        }

        if (_ksbs.Count == 0)
        {
            context.Problem(whole, $"{name} has no knowledge, skill or behaviour statement that could be read");
        }

        if (context.HasProblems)
        {
            return null;
        }

        ReportGaps();
        if (Options.Count > 0 && _duties.Count > 0 && _duties.Values.All(d => d.IsCore))
        {
            context.Guessed(null, $"The source names {Options.Count} {(Options.Count == 1 ? "option" : "options")} and does not say which duties belong to {(Options.Count == 1 ? "it" : "them")}; all duties are held as core duties");
        }

        var id = new StandardId(reference!.Value, version!.Value);
        return new OccupationalStandard(id, title!, _ksbs.Values.OrderBy(k => k.Code))
        {
            TypeName = ChooseTypeName(id, title!),
            KeyInformation = KeyInformation,
            Options = Options,
            Duties = _duties.Values.OrderBy(d => d.Number).ToArray(),
            Qualifications = Qualifications,
            Source = Source,
        };
    }

    private void Agree<T>(T? ofSource, T? given, SourceSpan place, string what, string name)
        where T : struct, IEquatable<T>
    {
        if (ofSource is { } said && given is { } wanted && !said.Equals(wanted))
        {
            context.Problem(place, $"{name} says that its {what} is {said}; {wanted} was given. Give another source, or leave the {what} out");
        }
    }

    /// <summary>A gap is either the publisher's or a statement that was not recognised: a person must know of it.</summary>
    private void ReportGaps()
    {
        var gaps = _ksbs.Keys.GroupBy(c => c.Kind)
            .SelectMany(g => Enumerable.Range(1, g.Max(c => c.Number)).Select(n => new KsbCode(g.Key, n)))
            .Where(c => !_ksbs.ContainsKey(c)).ToArray();
        if (gaps.Length > 0)
        {
            context.NotHeld(null, $"No statement was found for {KsbNotation.Format(gaps)}, which the numbering leaves out");
        }

        var dutyGaps = Enumerable.Range(1, _duties.Count == 0 ? 0 : _duties.Keys.Max()).Where(n => !_duties.ContainsKey(n)).ToArray();
        if (dutyGaps.Length > 0)
        {
            context.NotHeld(null, $"No duty was found with the number {string.Join(", ", dutyGaps)}, which the numbering leaves out");
        }
    }

    /// <summary>Written once and kept: code that names the type must not break when a title is reworded.</summary>
    private string? ChooseTypeName(StandardId id, string title)
    {
        if (context.Options.Existing is { } existing && existing.Id.Reference == id.Reference)
        {
            return existing.TypeName;
        }

        if (context.TypeNames.TryGet(id, out var same))
        {
            return same;
        }

        var name = TypeName.FromTitle(title);
        if (name is null)
        {
            context.Guessed(null, $"No type name can be made of the title; the type is named {TypeName.Default(id)}");
            return null;
        }

        if (context.TypeNames.OwnerOf(name) is not { } owner)
        {
            return name;
        }

        // AutocareTechnician_1_3: another version, or another standard of that title, has the plain name.
        var versioned = $"{name}_{id.Version.Major}_{id.Version.Minor}";
        if (context.TypeNames.OwnerOf(versioned) is not null)
        {
            versioned = TypeName.Default(id);
        }

        context.Guessed(null, $"The type is named {versioned}, for {owner} has the name {name} already");
        return versioned;
    }
}
