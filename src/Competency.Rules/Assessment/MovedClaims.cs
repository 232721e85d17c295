namespace Competency.Rules;

/// <summary>Claims of versions that the learner has left by a transfer plan: history, but for offers on which nobody has decided.</summary>
internal sealed class MovedClaims
{
    private readonly StandardId _standard;
    private readonly Dictionary<StandardId, (ILookup<KsbCode, KsbCode> Offers, bool IsDirect)> _left = [];

    private MovedClaims(StandardId standard) => _standard = standard;

    /// <summary>The versions from which transfers lead to one, over others too; null where none does.</summary>
    public static MovedClaims? To(StandardId standard, Ledger<StandardMove> moves)
    {
        if (moves.Items.IsEmpty)
        {
            return null;
        }

        var moved = new MovedClaims(standard);
        var reached = new Queue<StandardId>([standard]);
        while (reached.TryDequeue(out var to))
        {
            foreach (var from in moves.Entries.Where(m => m.To == to).Select(m => m.From).Distinct())
            {
                if (from != standard && !moved._left.ContainsKey(from))
                {
                    var pending = moves.Latest(m => m.From == from && m.To == to)!.Pending;
                    moved._left.Add(from, (pending.ToLookup(p => p.Old, p => p.New), to == standard));
                    reached.Enqueue(from);
                }
            }
        }

        return moved._left.Count == 0 ? null : moved;
    }

    /// <summary>
    /// The KSBs of the version that is judged for which a claim counts, or might yet. Null for one of which nobody has said for which it might: under another standard or version
    /// from which no transfer leads, or offered in a version that the learner has left since, before anybody decided.
    /// </summary>
    public IEnumerable<KsbCode>? KsbsOf(Claim claim)
    {
        if (!_left.TryGetValue(claim.Standard, out var left))
        {
            return claim.Standard == _standard ? [claim.Ksb] : null;
        }

        var offers = left.Offers[claim.Ksb];
        return left.IsDirect || !offers.Any() ? offers : null;
    }
}
