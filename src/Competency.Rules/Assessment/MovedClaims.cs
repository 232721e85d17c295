namespace Competency.Rules;

/// <summary>Claims of versions that the learner has left by a transfer plan: history, but for offers on which nobody has decided.</summary>
internal sealed class MovedClaims
{
    private readonly StandardId _standard;
    private readonly Dictionary<StandardId, ILookup<KsbCode, KsbCode>> _pending = [];

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
                if (from != standard && !moved._pending.ContainsKey(from))
                {
                    var pending = to == standard ? moves.Latest(m => m.From == from && m.To == to)!.Pending : [];
                    moved._pending.Add(from, pending.ToLookup(p => p.Old, p => p.New));
                    reached.Enqueue(from);
                }
            }
        }

        return moved._pending.Count == 0 ? null : moved;
    }

    /// <summary>
    /// The KSBs of the version that is judged for which a claim counts, or might yet; null for a claim under another standard or version from which no
    /// transfer leads, of which nobody has said for which it might.
    /// </summary>
    public IEnumerable<KsbCode>? KsbsOf(Claim claim) =>
        _pending.TryGetValue(claim.Standard, out var offers) ? offers[claim.Ksb]
            : claim.Standard == _standard ? [claim.Ksb] : null;
}
