namespace Competency.Rules;

/// <summary>Claims of versions that the learner has left by a transfer plan: history, but for offers on which nobody has decided.</summary>
internal sealed class MovedClaims
{
    private readonly Dictionary<StandardId, ILookup<KsbCode, KsbCode>> _pending = [];

    private MovedClaims()
    {
    }

    /// <summary>The versions from which transfers lead to one, over others too; null where none does.</summary>
    public static MovedClaims? To(StandardId standard, Ledger<StandardMove> moves)
    {
        if (moves.Items.IsEmpty)
        {
            return null;
        }

        var moved = new MovedClaims();
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

    /// <summary>Whether a claim's version was left; and the KSBs of the version that is judged for which it might yet be carried over.</summary>
    public bool IsMoved(Claim claim, out IEnumerable<KsbCode> pending)
    {
        var isMoved = _pending.TryGetValue(claim.Standard, out var offers);
        pending = isMoved ? offers![claim.Ksb] : [];
        return isMoved;
    }

    /// <summary>The KSBs of the version that is judged for which a claim counts, or might yet.</summary>
    public IEnumerable<KsbCode> KsbsOf(Claim claim) => IsMoved(claim, out var pending) ? pending : [claim.Ksb];
}
