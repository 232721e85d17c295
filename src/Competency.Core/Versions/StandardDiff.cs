namespace Competency.Versions;

/// <summary>
/// What became of a standard's statements, duties and options from one version to another. A statement is recognised by the publisher's
/// GUID; else by its words, however often they stand in the list; else by the likeness of its words, under the best one-to-one assignment.
/// </summary>
sealed partial class StandardDiff
{
    private readonly Dictionary<KsbCode, KsbChange> _byOldCode;

    private StandardDiff(OccupationalStandard old, OccupationalStandard @new, IReadOnlyList<KsbChange> ksbs, IReadOnlyList<DutyChange> duties, IReadOnlyList<OptionChange> options)
    {
        Old = old;
        New = @new;
        Ksbs = ksbs;
        Duties = duties;
        Options = options;
        _byOldCode = ksbs.Where(k => k.Old is not null).ToDictionary(k => k.Old!.Code);
    }

    /// <summary>The old version.</summary>
    public OccupationalStandard Old { get; }

    /// <summary>The new version.</summary>
    public OccupationalStandard New { get; }

    /// <summary>Every statement of either version once: those of the old in its order, then the new ones.</summary>
    public IReadOnlyList<KsbChange> Ksbs { get; }

    /// <summary>Every duty of either version once: those of the old in its order, then the new ones.</summary>
    public IReadOnlyList<DutyChange> Duties { get; }

    /// <summary>Every option of either version once: those of the old in its order, then the new ones.</summary>
    public IReadOnlyList<OptionChange> Options { get; }

    /// <summary>
    /// Whether every statement, duty and option is carried and none is new or withdrawn: one mapping serves both versions, and the same KSBs are in
    /// force for whoever takes an option.
    /// </summary>
    public bool IsEquivalent => Ksbs.All(k => k.Kind == ChangeKind.Carried) && Duties.All(d => d.IsCarried) && Options.All(o => o.Kind == ChangeKind.Carried);

    /// <summary>Whether fewer than half of the old statements went over with their words: the new version is another list, and no mapping can follow.</summary>
    public bool IsRewrite => Old.Ksbs.Count > 0 && 2 * (Count(ChangeKind.Carried) + Count(ChangeKind.Renumbered)) < Old.Ksbs.Count;

    /// <summary>What became of the statement with a code of the old version; null where the old version has no such code.</summary>
    public KsbChange? Of(KsbCode oldCode) => _byOldCode.TryGetValue(oldCode, out var change) ? change : null;

    /// <summary>How many statements changed in a way.</summary>
    public int Count(ChangeKind kind) => Ksbs.Count(k => k.Kind == kind);

    /// <summary>Compares two versions, or two standards.</summary>
    public static StandardDiff Between(OccupationalStandard old, OccupationalStandard @new)
    {
        var ksbs = Frozen.List(CompareKsbs(old ?? throw new ArgumentNullException(nameof(old)), @new ?? throw new ArgumentNullException(nameof(@new))));
        var options = Frozen.List(CompareOptions(old, @new));
        return new StandardDiff(old, @new, ksbs, Frozen.List(CompareDuties(old, @new, ksbs, options)), options);
    }

    /// <summary>The word of a kind of change, for people and for JSON.</summary>
    internal static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Carried => "carried",
        ChangeKind.Renumbered => "renumbered",
        ChangeKind.Reworded => "reworded",
        ChangeKind.New => "new",
        _ => "withdrawn",
    };

    private static IEnumerable<KsbChange> CompareKsbs(OccupationalStandard old, OccupationalStandard @new)
    {
        var pairs = StatementMatcher.Match(
            old.Ksbs.Select(k => new StatementMatcher.Item(k.Id, k.Text, (int)k.Kind)).ToArray(),
            @new.Ksbs.Select(k => new StatementMatcher.Item(k.Id, k.Text, (int)k.Kind)).ToArray());
        return pairs.Select(p =>
        {
            var (before, after) = (p.Old < 0 ? null : old.Ksbs[p.Old], p.New < 0 ? null : @new.Ksbs[p.New]);
            return new KsbChange(KindOf(p, before?.Code == after?.Code), before, after, p.Similarity);
        });
    }

    private static IEnumerable<DutyChange> CompareDuties(OccupationalStandard old, OccupationalStandard @new, IReadOnlyList<KsbChange> ksbs, IReadOnlyList<OptionChange> options)
    {
        var newCode = ksbs.Where(k => k.Old is not null && k.New is not null).ToDictionary(k => k.Old!.Code, k => k.New!.Code);
        var newOption = options.Where(o => o.Old is not null).GroupBy(o => o.Old!.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().New?.Id, StringComparer.Ordinal);
        var pairs = StatementMatcher.Match(
            old.Duties.Select(d => new StatementMatcher.Item(d.Id, d.Text, 0)).ToArray(),
            @new.Duties.Select(d => new StatementMatcher.Item(d.Id, d.Text, 0)).ToArray());
        foreach (var pair in pairs)
        {
            var (before, after) = (pair.Old < 0 ? null : old.Duties[pair.Old], pair.New < 0 ? null : @new.Duties[pair.New]);
            var mapped = new HashSet<KsbCode>((before?.Ksbs ?? []).Where(newCode.ContainsKey).Select(c => newCode[c]));
            var now = new HashSet<KsbCode>(after?.Ksbs ?? []);
            yield return new DutyChange(
                KindOf(pair, before?.Number == after?.Number),
                before,
                after,
                pair.Similarity,
                before is null || after is null ? [] : Frozen.Sorted(now.Where(c => !mapped.Contains(c))),
                before is null || after is null ? [] : Frozen.Sorted(before.Ksbs.Where(c => !newCode.TryGetValue(c, out var code) || !now.Contains(code))),
                before is null || after is null ? [] : Frozen.List(after.Options.Except(before.Options.Select(Followed).OfType<string>())),
                before is null || after is null ? [] : Frozen.List(before.Options.Distinct().Where(o => Followed(o) is not { } id || !after.Options.Contains(id))));
        }

        // An option that the old version does not define can only be itself.
        string? Followed(string option) => newOption.TryGetValue(option, out var id) ? id : option;
    }

    private static IEnumerable<OptionChange> CompareOptions(OccupationalStandard old, OccupationalStandard @new)
    {
        // An option's id can be a short name of the document's own, or a position: its title says first which it is.
        var pairs = StatementMatcher.Match(
            old.Options.Select(o => new StatementMatcher.Item(o.Id, o.ToString(), 0)).ToArray(),
            @new.Options.Select(o => new StatementMatcher.Item(o.Id, o.ToString(), 0)).ToArray(),
            isTextFirst: true);
        return pairs.Select(p =>
        {
            var (before, after) = (p.Old < 0 ? null : old.Options[p.Old], p.New < 0 ? null : @new.Options[p.New]);
            return new OptionChange(KindOf(p, string.Equals(before?.Id, after?.Id, StringComparison.OrdinalIgnoreCase)), before, after);
        });
    }

    private static ChangeKind KindOf(StatementMatcher.Pair pair, bool isSamePlace) =>
        pair.Old < 0 ? ChangeKind.New
        : pair.New < 0 ? ChangeKind.Withdrawn
        : !pair.IsSameText ? ChangeKind.Reworded
        : isSamePlace ? ChangeKind.Carried
        : ChangeKind.Renumbered;
}
