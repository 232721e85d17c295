using Competency.Versions;

namespace Competency.Rules;

/// <summary>
/// A plan for moving a learner from one version of a standard to another: which evidence goes over with its statement, what a person must look
/// at, what is new, and what stays as history. Nothing moves until it is applied.
/// </summary>
public sealed class VersionTransfer
{
    /// <summary>The role in which somebody takes an approval back, and with it what was carried.</summary>
    private const string TakingBack = "took back the approval of the transfer";

    /// <summary>The role in which somebody approves that what was taken back goes over again.</summary>
    private const string Approving = "approved the transfer";

    private readonly Dictionary<KsbLink, TransferItem> _links;

    private VersionTransfer(StandardDiff difference, Learner learner)
    {
        Difference = difference;
        Learner = learner;
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

        var pending = ToReview.Select(i => new KsbLink(i.Old!.Value, i.New!.Value)).Where(l => !decided.ContainsKey(l)).ToArray();
        var links = _links.Where(l => l.Value.Kind == TransferKind.Carried).Select(l => (Link: l.Key, By: by))
            .Concat(decided.Values.Where(d => d.IsApproved).Select(d => (Link: new KsbLink(d.Old, d.New), d.By)))
            .OrderBy(l => l.Link.Old).ThenBy(l => l.Link.New);
        var rejected = decided.Values.Where(d => !d.IsApproved).ToDictionary(d => new KsbLink(d.Old, d.New));
        var ways = links.SelectMany(l => Evidence(l.Link, l.By)).GroupBy(e => (e.Evidence, e.Link.New)).Select(g => ToCarry([.. g]).ToArray()).ToArray();
        Claim[] carried = [.. TakenBack(rejected, on, entered), .. ways.SelectMany(w => w).SelectMany(w => Carry(w, on, entered))];
        carried = [.. carried, .. ways.SelectMany(w => Again(w.MaxBy(e => e.Standing), carried, on, entered))];
        var move = new StandardMove(on, Difference.Old.Id, Difference.New.Id) { Recorded = entered, By = by, Decisions = [.. given.Values], Pending = pending };
        var moved = Learner.On(Difference.New.Id).With([.. carried, move, .. NewOption(on, entered), .. Portfolios(on, entered)]);
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
        var claims = change.Old is null ? [] : OldClaims(change.Old.Code).ToArray();
        var accepted = claims.GroupBy(c => c.Evidence, StringComparer.Ordinal).Any(g => Standing(g) == KsbStanding.Achieved);
        return new TransferItem(kind, change, [.. claims.Select(c => c.Evidence).Distinct().Order(StringComparer.Ordinal)], accepted);
    }

    private static TransferKind KindOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Carried or ChangeKind.Renumbered => TransferKind.Carried,
        ChangeKind.Reworded => TransferKind.NeedsReview,
        ChangeKind.New => TransferKind.New,
        _ => TransferKind.Withdrawn,
    };

    private IEnumerable<Claim> OldClaims(KsbCode ksb) => Learner.Claims.Entries.Where(c => c.Standard == Difference.Old.Id && c.Ksb == ksb);

    /// <summary>The evidence items that a link carries, and how far each has got with the old statement.</summary>
    private IEnumerable<(string Evidence, KsbLink Link, string By, KsbStanding Standing)> Evidence(KsbLink link, string by) =>
        OldClaims(link.Old).GroupBy(c => c.Evidence, StringComparer.Ordinal).Select(g => (g.Key, link, by, Standing(g)));

    private static KsbStanding Standing(IEnumerable<Claim> claims) => claims.Aggregate((ClaimDecision?)null, (d, c) => c.InForce(d))!.Kind switch
    {
        ClaimDecisionKind.Accepted => KsbStanding.Achieved,
        ClaimDecisionKind.Submitted => KsbStanding.AwaitingDecision,
        ClaimDecisionKind.AcceptedInPart => KsbStanding.AcceptedInPart,
        ClaimDecisionKind.Referred => KsbStanding.Referred,
        ClaimDecisionKind.Overturned => KsbStanding.Overturned,
        _ => KsbStanding.NoEvidence,
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

    /// <summary>What goes back that was carried by an approval which has been taken back: each item as withdrawn under the new version, by whom it was rejected.</summary>
    private IEnumerable<Claim> TakenBack(Dictionary<KsbLink, TransferDecision> rejected, DateOnly on, DateOnly recorded)
    {
        foreach (var (link, decision) in rejected)
        {
            foreach (var item in Learner.Claims.Entries.Where(c => IsCarriedBy(c, link)).GroupBy(c => c.Evidence, StringComparer.Ordinal))
            {
                // What an assessor decided under the new version since was not carried, and stands.
                if (Standing(item) != KsbStanding.NoEvidence && InForceOn(item.Key, link.New, []) is var inForce && item.Any(c => c.Decisions.Any(d => ReferenceEquals(d, inForce))))
                {
                    yield return new Claim(item.Key, Difference.New.Id, link.New, new ClaimDecision(ClaimDecisionKind.Withdrawn, on) { Recorded = recorded, By = decision.By, Role = TakingBack })
                    {
                        Title = Claim.LastSaid(item, c => c.Title),
                        EvidenceKind = Claim.LastSaid(item, c => c.EvidenceKind),
                        CarriedFrom = new ClaimOrigin(Difference.Old.Id, link.Old, on) { Recorded = recorded, By = decision.By },
                    };
                }
            }
        }
    }

    /// <summary>
    /// Of the statements of which an item goes over to one, those from which it does. Where two old statements lead to one, it is the one with which the item got furthest: taken
    /// together, a referral from the other would undo it. But what was achieved by an acceptance that was carried before, and was taken back since, is taken back.
    /// </summary>
    private IEnumerable<(string Evidence, KsbLink Link, string By, KsbStanding Standing)> ToCarry((string Evidence, KsbLink Link, string By, KsbStanding Standing)[] ways)
    {
        var furthest = ways.OrderByDescending(e => e.Standing).First();
        return ways.Where(e => e.Link == furthest.Link || (e.Standing != KsbStanding.Achieved && CarriedBefore(e.Link, e.Evidence).ToArray() is { Length: > 0 } before && Standing(before) == KsbStanding.Achieved));
    }

    /// <summary>The claims of an item under the new version that were carried by a link.</summary>
    private IEnumerable<Claim> CarriedBefore(KsbLink link, string evidence) => Learner.Claims.Entries.Where(c => c.Evidence == evidence && IsCarriedBy(c, link));

    private bool IsCarriedBy(Claim claim, KsbLink link) =>
        claim.Standard == Difference.New.Id && claim.Ksb == link.New && claim.CarriedFrom is { } from && from.Standard == Difference.Old.Id && from.Ksb == link.Old;

    /// <summary>
    /// An item of which something else that was carried stands in the way: it was taken back, or went over from another statement with a later decision and got less far. What is in force under
    /// the old version, as of now, for the decisions that were carried are older.
    /// </summary>
    private IEnumerable<Claim> Again((string Evidence, KsbLink Link, string By, KsbStanding Standing) way, Claim[] carried, DateOnly on, DateOnly recorded)
    {
        var link = way.Link;
        var old = OldClaims(link.Old).Where(c => c.Evidence == way.Evidence).ToArray();
        var decided = old.Aggregate((ClaimDecision?)null, (d, c) => c.InForce(d))!.Kind;
        var there = Learner.Claims.Entries.Concat(carried).Where(c => c.Standard == Difference.New.Id && c.Ksb == link.New && c.Evidence == way.Evidence).ToArray();
        var inForce = InForceOn(way.Evidence, link.New, carried);
        if (inForce is { Kind: ClaimDecisionKind.Withdrawn, Role: TakingBack }
            || (inForce is not null && IsFurther(decided, inForce.Kind) && there.Any(c => c.CarriedFrom is { } from && from.Standard == Difference.Old.Id && from.Ksb != link.Old && c.Decisions.Any(d => ReferenceEquals(d, inForce)))))
        {
            var now = on > inForce.On ? on : inForce.On;
            yield return new Claim(way.Evidence, Difference.New.Id, link.New, new ClaimDecision(decided, now) { Recorded = recorded, By = way.By, Role = Approving })
            {
                Title = Claim.LastSaid(old, c => c.Title),
                EvidenceKind = Claim.LastSaid(old, c => c.EvidenceKind),
                CarriedFrom = new ClaimOrigin(Difference.Old.Id, link.Old, on) { Recorded = recorded, By = way.By },
            };
        }
    }

    /// <summary>Whether an item got further by a decision than by another that went over from another statement: it is accepted, or at least in part where nobody accepted it at all.</summary>
    private static bool IsFurther(ClaimDecisionKind decided, ClaimDecisionKind than) =>
        (decided == ClaimDecisionKind.Accepted && than != decided) || (decided == ClaimDecisionKind.AcceptedInPart && than is ClaimDecisionKind.Submitted or ClaimDecisionKind.Referred);

    /// <summary>The decision in force on an item under the new version; null for none.</summary>
    private ClaimDecision? InForceOn(string evidence, KsbCode ksb, Claim[] carried) =>
        Learner.Claims.Entries.Concat(carried).Where(c => c.Standard == Difference.New.Id && c.Ksb == ksb && c.Evidence == evidence).Aggregate((ClaimDecision?)null, (d, c) => c.InForce(d));

    /// <summary>The claims of one item under the new version, with the decisions that were not carried before: a plan can be applied again.</summary>
    private IEnumerable<Claim> Carry((string Evidence, KsbLink Link, string By, KsbStanding Standing) carried, DateOnly on, DateOnly recorded)
    {
        var link = carried.Link;
        var origin = new ClaimOrigin(Difference.Old.Id, link.Old, on) { Recorded = recorded, By = carried.By };

        // Each that went over stands for one: what was decided, undone and decided again on one day is three.
        var there = CarriedBefore(link, carried.Evidence).SelectMany(c => c.Decisions.Select(Content)).ToList();
        foreach (var claim in OldClaims(link.Old).Where(c => c.Evidence == carried.Evidence))
        {
            var decisions = claim.Decisions.Where(d => !there.Remove(Content(d))).ToArray();
            if (decisions.Length > 0)
            {
                yield return new Claim(claim.Evidence, Difference.New.Id, link.New, decisions) { Title = claim.Title, EvidenceKind = claim.EvidenceKind, CarriedFrom = origin };
            }
        }
    }

    /// <summary>What a decision says, whether its day of recording was written or is the usual one.</summary>
    private static (ClaimDecisionKind, DateOnly, DateOnly, string?, string?) Content(ClaimDecision decision) => (decision.Kind, decision.On, decision.Recorded, decision.By, decision.Role);

    /// <summary>
    /// The learner's option by its id in the new version, where the same option has another there. Where the new version gives the id to an option of another title, the choice is
    /// written by the title that was chosen: it stands for the option of that title, or for none until somebody chooses.
    /// </summary>
    private IEnumerable<OptionChoice> NewOption(DateOnly on, DateOnly recorded)
    {
        var choices = Learner.Options.AsKnown(on, recorded);
        if (choices.Latest() is not { } choice || Difference.Old.FindOption(choice.Option) is not { } option || IsOfNewVersion(choice, on, recorded))
        {
            return [];
        }

        var change = Difference.Options.Single(o => o.Old == option);
        var there = Difference.New.FindOption(choice.Option);
        return change is { Kind: ChangeKind.Carried or ChangeKind.Renumbered, New: { } now }
            ? there == now ? [] : [new OptionChoice(on, now.Id) { Recorded = recorded }]
            : there is null || option.Title is not { } title || there == Difference.New.FindOption(title) ? [] : [new OptionChoice(on, title) { Recorded = recorded }];
    }

    /// <summary>Whether a choice was made under the new version, where the plan is applied again: the last move before it led there. Who has left it since, and comes again, chose elsewhere.</summary>
    private bool IsOfNewVersion(OptionChoice choice, DateOnly on, DateOnly recorded) =>
        Learner.Moves.AsKnown(on, recorded).Entries.Where(m => m.On <= choice.On).OrderBy(m => m.On).ThenBy(m => m.Recorded).LastOrDefault()?.To == Difference.New.Id;

    /// <summary>
    /// The portfolios that were handed in, under the new version: between equivalent ones everything goes over, and what was corrected or withdrawn since it went over is so there
    /// too. Between others somebody must look at what they cover, and hands them in again.
    /// </summary>
    private IEnumerable<PortfolioSubmission> Portfolios(DateOnly on, DateOnly recorded)
    {
        if (!IsEquivalent)
        {
            return [];
        }

        return new MovedPortfolios(Learner.Portfolios, Difference.Old.Id, Difference.New.Id, Items.Where(i => i.Kind == TransferKind.Carried).ToDictionary(i => i.Old!.Value, i => i.New!.Value)).ToAdd(on, recorded);
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
        new(TransferKind.NeedsReview, decision.Old, decision.New, 0) { IsExplicit = true, Decision = decision, Evidence = [.. OldClaims(decision.Old).Select(c => c.Evidence).Distinct().Order(StringComparer.Ordinal)] };
}
