namespace Competency.Rules.Tests.Agreement;

/// <summary>
/// Judges KSBs in the plainest way, without any of the library's logic about claims: by what is accepted under this version, what is offered from one that was
/// left, and whether anything is accepted under one that was not.
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

        // Each item by the last of its decisions that were known, those of one day in the order of recording and then of the list.
        var accepted = learner.Claims.Entries
            .GroupBy(c => (c.Standard, c.Ksb, c.Evidence))
            .Where(g => g.SelectMany(c => c.Decisions).Where(d => d.On <= asOf && d.Recorded <= knownAt).OrderBy(d => d.On).ThenBy(d => d.Recorded).LastOrDefault()?.Kind == ClaimDecisionKind.Accepted)
            .Select(g => (g.Key.Standard, g.Key.Ksb))
            .ToArray();
        var achieved = accepted.Where(a => a.Standard == standard.Id).Select(a => a.Ksb).ToHashSet();
        var moves = learner.Moves.AsKnown(asOf, knownAt).Entries.Where(m => m.To == standard.Id).OrderBy(m => m.On).ThenBy(m => m.Recorded).ToArray();
        var isFree = accepted.Any(a => a.Standard != standard.Id && moves.All(m => m.From != a.Standard));
        var offered = accepted.Where(a => moves.Any(m => m.From == a.Standard))
            .SelectMany(a => moves.Last(m => m.From == a.Standard).Pending.Where(p => p.Old == a.Ksb).Select(p => p.New))
            .ToHashSet();

        var has = asked.Count(achieved.Contains);
        var open = asked.Count(c => !achieved.Contains(c) && (isFree || offered.Contains(c)));
        mayBeCarried = open > 0;
        return has >= enough ? Verdict.Met
            : has + open < enough && learner.Claims.IsComplete(asOf, knownAt) ? Verdict.NotMet
            : Verdict.CannotTell;
    }
}
