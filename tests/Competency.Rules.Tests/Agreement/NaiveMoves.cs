namespace Competency.Rules.Tests.Agreement;

/// <summary>
/// Which statement leads to which by some moves, found by trying every chain of statements of different versions: whether each step holds or is offered, and nobody rejected any statement
/// of it for a later one.
/// </summary>
internal sealed class NaiveMoves(StandardId standard, IReadOnlyList<StandardMove> moves)
{
    // In the order of their days; of one day in that of recording, and then of the list.
    private readonly StandardMove[] _moves = [.. moves.OrderBy(m => m.On).ThenBy(m => m.Recorded)];

    private StandardId[] Versions => [.. _moves.SelectMany(m => new[] { m.From, m.To }).Distinct()];

    /// <summary>Whether moves lead from a version to that which is judged.</summary>
    public bool IsLeft(StandardId version) => version != standard && Chains(version, standard).Any(c => c.Zip(c.Skip(1)).All(s => _moves.Any(m => m.From == s.First && m.To == s.Second)));

    /// <summary>The last day up to one on which the learner came to a version.</summary>
    public DateOnly CameTo(StandardId version, DateOnly day) => _moves.Where(m => m.To == version && m.On <= day).Select(m => m.On).DefaultIfEmpty().Max();

    /// <summary>2 where evidence for one is evidence for the other, 1 where that is offered, 0 where neither; and over how many steps.</summary>
    public (int Says, int Steps) Leads(StandardId from, KsbCode old, StandardId to, KsbCode now) => Chains(from, to)
        .SelectMany(c => Statements(c, [(from, old)], (to, now)))
        .Select(s => (Says: s.Zip(s.Skip(1)).Min(p => Says(p.First, p.Second)), Steps: s.Count - 1))
        .Where(s => s.Says > 0)
        .OrderByDescending(s => s.Says).ThenBy(s => s.Steps).FirstOrDefault();

    /// <summary>Every way of going over versions, none twice, and the one that is judged only at the end.</summary>
    private IEnumerable<StandardId[]> Chains(StandardId from, StandardId to) => from == to ? [] : Arrangements([.. Versions.Where(v => v != from && v != to && v != standard)]).Select(between => (StandardId[])[from, .. between, to]);

    private static IEnumerable<StandardId[]> Arrangements(StandardId[] of) => of.SelectMany(first => Arrangements([.. of.Where(v => v != first)]).Select(rest => (StandardId[])[first, .. rest])).Prepend([]);

    private IEnumerable<List<(StandardId, KsbCode)>> Statements(StandardId[] chain, List<(StandardId, KsbCode)> sofar, (StandardId Standard, KsbCode Ksb) last)
    {
        if (sofar.Count == chain.Length)
        {
            return sofar[^1] == last ? [sofar] : [];
        }

        return _moves.Where(m => m.To == chain[sofar.Count]).SelectMany(m => m.Carried.Concat(m.Pending).Concat(m.Decisions.Select(d => new KsbLink(d.Old, d.New)))).Select(l => l.New).Distinct()
            .Select(k => (chain[sofar.Count], k))
            .Where(s => Says(sofar[^1], s) > 0 && sofar.All(b => !IsRejected(b, s)))
            .SelectMany(s => Statements(chain, [.. sofar, s], last));
    }

    private bool IsRejected((StandardId Standard, KsbCode Ksb) old, (StandardId Standard, KsbCode Ksb) now) => Said(old, now) == false;

    private int Says((StandardId Standard, KsbCode Ksb) old, (StandardId Standard, KsbCode Ksb) now) => Said(old, now) switch
    {
        true => 2,
        false => 0,
        _ => Last(old, now)?.Pending.Contains(new KsbLink(old.Ksb, now.Ksb)) == true ? 1 : 0,
    };

    private bool? Said((StandardId Standard, KsbCode Ksb) old, (StandardId Standard, KsbCode Ksb) now) =>
        Last(old, now)?.Carried.Contains(new KsbLink(old.Ksb, now.Ksb)) == true ? true
        : Between(old, now).SelectMany(m => m.Decisions).LastOrDefault(d => d.Old == old.Ksb && d.New == now.Ksb)?.IsApproved;

    // One that names no statement but in decisions takes the place of none.
    private StandardMove? Last((StandardId Standard, KsbCode Ksb) old, (StandardId Standard, KsbCode Ksb) now) => Between(old, now).LastOrDefault(m => m.Carried.Count + m.Pending.Count > 0);

    private IEnumerable<StandardMove> Between((StandardId Standard, KsbCode Ksb) old, (StandardId Standard, KsbCode Ksb) now) => _moves.Where(m => m.From == old.Standard && m.To == now.Standard);
}
