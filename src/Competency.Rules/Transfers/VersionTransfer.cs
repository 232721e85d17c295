using Competency.Versions;

namespace Competency.Rules;

/// <summary>
/// A plan for moving a learner from one version of a standard to another: which evidence goes over with its statement, what a person must look
/// at, what is new, and what stays as history. Nothing moves until it is applied.
/// </summary>
public sealed class VersionTransfer
{
    private readonly Dictionary<KsbLink, TransferItem> _links;

    // Under the version that is left, with what came there from others.
    private readonly ILookup<KsbCode, Claim> _claims;

    private VersionTransfer(StandardDiff difference, Learner learner)
    {
        Difference = difference;
        Learner = learner;
        var known = learner.AsKnown(DateOnly.MaxValue, DateOnly.MaxValue);
        _claims = (MovedEvidence.To(difference.Old.Id, known.Moves, known.Claims)?.Claims ?? known.Claims.Entries)
            .Where(c => c.Standard == difference.Old.Id).ToLookup(c => c.Ksb);
        Items = [.. MakeItems()];
        _links = Items.Where(i => i is { Old: not null, New: not null }).ToDictionary(i => new KsbLink(i.Old!.Value, i.New!.Value));
    }

    /// <summary>What became of the standard.</summary>
    public StandardDiff Difference { get; }

    /// <summary>The learner as planned for; not changed.</summary>
    public Learner Learner { get; }

    /// <summary>Every statement of either version, those of the old in its order, then the new ones; after a withdrawn one what could stand for it.</summary>
    public IReadOnlyList<TransferItem> Items { get; }

    /// <summary>Whether all statements, duties and options are the same: everything transfers, the same KSBs are in force for the learner, and nobody need look.</summary>
    public bool IsEquivalent => Difference.IsEquivalent;

    /// <summary>The offers that matter to this learner: accepted evidence that carries over only if a person says so.</summary>
    public IEnumerable<TransferItem> ToReview => Items.Where(i => i is { Kind: TransferKind.NeedsReview, HasAccepted: true });

    /// <summary>Plans a move.</summary>
    /// <param name="old">The version that is left.</param>
    /// <param name="new">The version that is taken.</param>
    /// <param name="learner">A learner on the old version, or one who was moved to the new and on whom further decisions were made.</param>
    /// <exception cref="ArgumentException">The learner is on neither version, or both are one.</exception>
    public static VersionTransfer Plan(OccupationalStandard old, OccupationalStandard @new, Learner learner)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        ArgumentNullException.ThrowIfNull(learner);
        if (old.Id == @new.Id)
        {
            throw new ArgumentException($"Both versions are {old.Id}.", nameof(@new));
        }

        return learner.Standard == old.Id || learner.Standard == @new.Id
            ? new VersionTransfer(StandardDiff.Between(old, @new), learner)
            : throw new ArgumentException($"The learner is on {learner.Standard}, neither on {old.Id} nor on {@new.Id}.", nameof(learner));
    }

    /// <summary>Applies the plan: the learner on the new version, with what carries over counting there and the old claims kept as history.</summary>
    /// <param name="decisions">
    /// What people decided on the offers. What nobody decided stays open, and reports say so. What was decided when the plan was applied before stands, and need not be said again; a
    /// rejection of what was approved before takes back what was carried by it.
    /// </param>
    /// <param name="on">The day of the transfer: from it on the evidence counts under the new version.</param>
    /// <param name="by">Who applies it.</param>
    /// <param name="recorded">The day on which it is recorded; null for <paramref name="on"/>.</param>
    /// <exception cref="ArgumentException">A decision names a KSB that its version does not have, one that carries over by itself, a pair twice, was made after the transfer, or is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is <c>default</c>: it was never set.</exception>
    public VersionTransferResult Apply(IEnumerable<TransferDecision> decisions, DateOnly on, string by, DateOnly? recorded = null)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        _ = Bounded.Text(by, "A transfer names who applies it.", nameof(by));
        _ = Bounded.Day(on, nameof(on));
        var given = Checked(decisions, on);
        var entered = Bounded.Day(recorded, nameof(recorded)) ?? on;
        var decided = DecidedBefore(on, entered);
        foreach (var decision in given)
        {
            decided[decision.Key] = decision.Value;
        }

        var move = new StandardMove(on, Difference.Old.Id, Difference.New.Id)
        {
            Recorded = entered,
            By = by,
            IsEquivalent = IsEquivalent,
            Carried = [.. _links.Where(l => l.Value.Kind == TransferKind.Carried).Select(l => l.Key)],
            Options = [.. NewOptions()],
            Decisions = [.. given.Values],
            Pending = [.. _links.Where(l => l.Value.Kind == TransferKind.NeedsReview && !decided.ContainsKey(l.Key)).Select(l => l.Key)],
        };
        var moved = Learner.On(Difference.New.Id).With(move);
        var items = Items.Select(i => new TransferRecordItem(i.Kind, i.Old, i.New, Math.Round(i.Change.Similarity, 2)) { Evidence = i.Evidence, Decision = Decision(i, decided) })
            .Concat(decided.Values.Where(d => !_links.ContainsKey(new KsbLink(d.Old, d.New))).Select(Explicit));
        var record = new TransferRecord(Learner.Id, Difference.Old.Id, Difference.New.Id, on, by)
        {
            OldFingerprint = Difference.Old.Fingerprint,
            NewFingerprint = Difference.New.Fingerprint,
            Recorded = entered,
            Items = [.. items],
        };
        return new VersionTransferResult(this, moved, record);
    }

    private IEnumerable<TransferItem> MakeItems()
    {
        foreach (var change in Difference.Ksbs)
        {
            yield return Item(KindOf(change.Kind), change);
            if (change.Kind == ChangeKind.Withdrawn)
            {
                foreach (var offer in Difference.OffersFor(change.Old!.Code))
                {
                    yield return Item(TransferKind.NeedsReview, offer);
                }
            }
        }
    }

    private TransferItem Item(TransferKind kind, KsbChange change)
    {
        var claims = change.Old is null ? [] : _claims[change.Old.Code];
        var accepted = claims.GroupBy(c => c.Evidence, StringComparer.Ordinal).Any(g => g.Aggregate((ClaimDecision?)null, (d, c) => c.InForce(d))!.Kind is ClaimDecisionKind.Accepted or ClaimDecisionKind.AcceptedInPart);
        return new TransferItem(kind, change, EvidenceOf(claims), accepted);
    }

    private static string[] EvidenceOf(IEnumerable<Claim> claims) => [.. claims.Select(c => c.Evidence).Distinct().Order(StringComparer.Ordinal)];

    private static TransferKind KindOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Carried or ChangeKind.Renumbered => TransferKind.Carried,
        ChangeKind.Reworded => TransferKind.NeedsReview,
        ChangeKind.New => TransferKind.New,
        _ => TransferKind.Withdrawn,
    };

    /// <summary>What was decided when the plan was applied before; of two decisions on a pair the later.</summary>
    private Dictionary<KsbLink, TransferDecision> DecidedBefore(DateOnly on, DateOnly recorded)
    {
        var decided = new Dictionary<KsbLink, TransferDecision>();
        foreach (var move in Learner.Moves.AsKnown(on, recorded).Entries.Where(m => m.From == Difference.Old.Id && m.To == Difference.New.Id).OrderBy(m => m.On).ThenBy(m => m.Recorded))
        {
            foreach (var decision in move.Decisions)
            {
                decided[new KsbLink(decision.Old, decision.New)] = decision;
            }
        }

        return decided;
    }

    /// <summary>
    /// How choices that were made on the old version are written on the new one, or on one after it. The same option may have another id there; and an option that does not go over stands for one
    /// of its title, should there be any, and never for another that has its id: for none until somebody chooses.
    /// </summary>
    private IEnumerable<OptionLink> NewOptions()
    {
        foreach (var change in Difference.Options.Where(o => o.Old is not null))
        {
            var option = change.Old!;
            var now = change is { Kind: ChangeKind.Carried or ChangeKind.Renumbered } ? change.New : null;
            foreach (var name in new[] { option.Id, option.Title }.OfType<string>())
            {
                var written = now is not null ? now.Id
                    : option.Title is { } title && Difference.New.FindOption(title) is null ? title
                    : OptionLink.NoneOf(option, Difference.Old.Id);
                if (now is not null ? Difference.New.FindOption(name) != now : name != written)
                {
                    yield return new OptionLink(name, written);
                }
            }
        }
    }

    private Dictionary<KsbLink, TransferDecision> Checked(IEnumerable<TransferDecision> decisions, DateOnly on)
    {
        var decided = new Dictionary<KsbLink, TransferDecision>();
        foreach (var decision in decisions)
        {
            var link = decision is null ? throw new ArgumentException("A decision is null.", nameof(decisions)) : new KsbLink(decision.Old, decision.New);
            var problem = !Difference.Old.Contains(decision.Old) ? $"{Difference.Old.Id} has no {decision.Old}"
                : !Difference.New.Contains(decision.New) ? $"{Difference.New.Id} has no {decision.New}"
                : _links.TryGetValue(link, out var item) && item.Kind == TransferKind.Carried ? $"{link} carries over by itself"
                : decision.On > on ? $"The decision on {link} of {Said.Date(decision.On)} was made after the transfer"
                : decided.TryAdd(link, decision) ? null
                : $"{link} is decided twice";
            if (problem is not null)
            {
                throw new ArgumentException(problem + ".", nameof(decisions));
            }
        }

        return decided;
    }

    private static TransferDecision? Decision(TransferItem item, Dictionary<KsbLink, TransferDecision> decided) =>
        item is { Kind: TransferKind.NeedsReview, Old: { } old, New: { } now } ? decided.GetValueOrDefault(new KsbLink(old, now)) : null;

    private TransferRecordItem Explicit(TransferDecision decision) =>
        new(TransferKind.NeedsReview, decision.Old, decision.New, 0) { IsExplicit = true, Decision = decision, Evidence = EvidenceOf(_claims[decision.Old]) };
}
