namespace Competency.Rules;

/// <summary>The option of a learner who moved, in the words of the version that is judged: a choice is one of the version that the learner was on.</summary>
internal static class MovedOption
{
    /// <summary>What a choice says in a version: as it was written, but where moves that came after it say how it is written there. Null where it is one of another version, from which none leads there.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="standard">The version that is judged.</param>
    /// <param name="programme">The version that the learner is on.</param>
    /// <param name="moves">The moves as known.</param>
    public static string? In(OptionChoice choice, StandardId standard, StandardId programme, Ledger<StandardMove> moves)
    {
        var ordered = InOrder(moves, programme);
        var after = ordered.FindIndex(m => IsBefore(choice, m));
        var version = after > 0 ? ordered[after - 1].To : after == 0 ? ordered[0].From : ordered.Count > 0 ? ordered[^1].To : standard;
        if (version == standard || after < 0)
        {
            return version == standard ? choice.Option : null;
        }

        // What a plan says of the two versions directly goes before what follows from others.
        var direct = ordered.FindLast(m => m.From == version && m.To == standard);
        if (direct is not null)
        {
            return Written(choice.Option, direct, ordered);
        }

        var option = choice.Option;
        foreach (var move in ordered.Skip(after))
        {
            if (move.From == version)
            {
                (version, option) = (move.To, Written(option, move, ordered));
                if (version == standard)
                {
                    return option;
                }
            }
        }

        return null;
    }

    /// <summary>How an option is written after a move. One that only decides on offers says it as those between the same versions before it.</summary>
    private static string Written(string option, StandardMove move, List<StandardMove> moves) =>
        moves.FindLast(m => m.From == move.From && m.To == move.To && m.Options.Count > 0)?.Options.FirstOrDefault(o => WrittenName.IsSame(o.Old, option))?.New ?? option;

    /// <summary>Whether a choice is one of the version that a move left: it held before, or was recorded before and holds only later.</summary>
    private static bool IsBefore(OptionChoice choice, StandardMove move) => choice.On < move.On || choice.Recorded < move.On;

    /// <summary>The moves by day; of one day each after that which led to where it begins, for in which order a database gives rows of one day is nothing that is known.</summary>
    private static List<StandardMove> InOrder(Ledger<StandardMove> moves, StandardId programme)
    {
        var ordered = new List<StandardMove>();
        foreach (var day in moves.ByDay(_ => true).GroupBy(m => m.On))
        {
            var left = day.ToList();
            while (left.Count > 0)
            {
                var next = ordered.Count == 0 ? null : left.Find(m => m.From == ordered[^1].To);
                // Who went there and back ends where it began.
                next ??= left.Find(m => !left.Exists(o => o.To == m.From)) ?? left.Find(m => m.From == programme) ?? left[0];
                ordered.Add(next);
                left.Remove(next);
            }
        }

        return ordered;
    }
}
