namespace Competency.Rules.Tests.Agreement;

/// <summary>
/// Judges KSBs in the plainest way, without any of the library's logic about claims: by what is accepted under this version, or under one that was left for a statement that leads here,
/// what is offered, and whether anything is accepted under a version that was not left.
/// </summary>
internal static class NaiveKsbs
{
    /// <summary>The verdict; null where it is not known which KSBs are asked, or more are asked than there are.</summary>
    public static Verdict? Judge(KsbsAchievedRequirement requirement, World world, StandardOption? option, out bool mayBeCarried)
    {
        var (learner, standard, asOf, knownAt) = (world.Learner, world.Standard, world.AsOf, world.KnownAt);
        mayBeCarried = false;
        var asked = standard.CodesInForce(option)
            .Where(c => requirement.Ksbs?.Codes.Contains(c) != false && (requirement.Kinds.Count == 0 || requirement.Kinds.Contains(c.Kind)))
            .ToArray();
        var enough = requirement.AtLeast.Of(asked.Length);
        if (asked.Length == 0 || enough > asked.Length || (option is null && standard.Options.Count > 0))
        {
            return null;
        }

        var (achieved, offered, isFree) = Standing(learner, standard.Id, asked, asOf, knownAt);
        var has = asked.Count(achieved.Contains);
        var open = asked.Count(c => !achieved.Contains(c) && (isFree || offered.Contains(c)));
        mayBeCarried = open > 0;
        return has >= enough ? Verdict.Met
            : has + open < enough && learner.Claims.IsComplete(asOf, knownAt) ? Verdict.NotMet
            : Verdict.CannotTell;
    }

    /// <summary>Of some KSBs those that are achieved and those that are offered; and whether anything is accepted of which nobody has said for what it stands.</summary>
    public static (HashSet<KsbCode> Achieved, HashSet<KsbCode> Offered, bool IsFree) Standing(Learner learner, StandardId standard, IReadOnlyList<KsbCode> asked, DateOnly asOf, DateOnly knownAt)
    {
        var moves = new NaiveMoves(standard, learner.Moves.AsKnown(asOf, knownAt).Entries);
        var items = learner.Claims.Entries.Where(c => c.Decisions.Any(d => d.On <= asOf && d.Recorded <= knownAt)).GroupBy(c => c.Evidence).Select(g => g.GroupBy(c => (c.Standard, c.Ksb)).ToDictionary(c => c.Key, c => c.ToArray())).ToArray();

        // By the last of the decisions that were known, those of one day in the order of recording, then of the versions to which the learner came, then of the way and of the list.
        bool IsAccepted(IEnumerable<Claim> claims) => LastOf(claims)?.Decision.Kind == ClaimDecisionKind.Accepted;
        (Claim Claim, ClaimDecision Decision)? LastOf(IEnumerable<Claim> claims) => claims.SelectMany(c => c.Decisions, (c, d) => ((Claim Claim, ClaimDecision Decision)?)(c, d))
            .Where(d => d!.Value.Decision.On <= asOf && d.Value.Decision.Recorded <= knownAt)
            .OrderBy(d => d!.Value.Decision.On).ThenBy(d => d!.Value.Decision.Recorded).ThenBy(d => moves.CameTo(d!.Value.Claim.Standard, d.Value.Decision.On))
            .LastOrDefault();

        // From each statement from which the item comes, and that is not on the way from another, the claims on the way. What counts in any case is on the way of what is offered.
        IEnumerable<Claim[]> Ways(Dictionary<(StandardId Standard, KsbCode Ksb), Claim[]> item, KsbCode ksb, int says)
        {
            var leading = item.Keys.Where(k => k.Standard != standard && Says(k, ksb) > 0).ToArray();
            var ways = leading.Where(l => Says(l, ksb) == says).Select(l => leading.Where(o => o == l
                || (moves.Leads(l.Standard, l.Ksb, o.Standard, o.Ksb).Says is var way && Says(o, ksb) >= says && (way == 2 || (way == 1 && Says(o, ksb) == 2 && says == 1)))).ToHashSet()).ToArray();
            return ways.Where(w => !ways.Any(w.IsProperSubsetOf)).Select(w => w
                .OrderByDescending(k => moves.Leads(k.Standard, k.Ksb, standard, ksb).Steps).ThenBy(k => k.Standard).ThenBy(k => k.Ksb)
                .SelectMany(k => item[k]).ToArray());
        }

        int Says((StandardId Standard, KsbCode Ksb) statement, KsbCode ksb) => moves.Leads(statement.Standard, statement.Ksb, standard, ksb).Says;
        Claim[] Own(Dictionary<(StandardId Standard, KsbCode Ksb), Claim[]> item, KsbCode ksb) => item.GetValueOrDefault((standard, ksb)) ?? [];
        var achieved = asked.Where(ksb => items.Any(item => Ways(item, ksb, says: 2).DefaultIfEmpty([]).Any(w => IsAccepted(w.Concat(Own(item, ksb)))))).ToHashSet();
        var isFree = items.SelectMany(i => i).Any(c => c.Key.Standard != standard && !moves.IsLeft(c.Key.Standard) && IsAccepted(c.Value));
        var offered = asked.Where(ksb => items.Any(item => Ways(item, ksb, says: 1).Any(w => LastOf(w.Concat(Own(item, ksb))) is { } last && last.Claim.Standard != standard && Says((last.Claim.Standard, last.Claim.Ksb), ksb) == 1 && last.Decision.Kind == ClaimDecisionKind.Accepted))).ToHashSet();
        return (achieved, offered, isFree);
    }
}
