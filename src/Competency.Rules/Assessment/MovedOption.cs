namespace Competency.Rules;

/// <summary>The option of a learner who moved, in the words of the version that is judged: a choice is one of the version that the learner was on.</summary>
internal static class MovedOption
{
    /// <summary>What a choice says in a version: as it was written, but where moves that came after it say how it is written there.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="standard">The version that is judged.</param>
    /// <param name="moves">The moves as known.</param>
    public static string In(OptionChoice choice, StandardId standard, Ledger<StandardMove> moves)
    {
        StandardMove[] ordered = [.. moves.ByDay(_ => true)];
        var after = Array.FindIndex(ordered, m => IsBefore(choice, m));
        if (after < 0)
        {
            return choice.Option;
        }

        var (version, option) = (after > 0 ? ordered[after - 1].To : ordered[after].From, choice.Option);
        foreach (var move in ordered.AsSpan(after))
        {
            if (version == standard)
            {
                break;
            }

            if (move.From == version)
            {
                version = move.To;
                option = move.Options.FirstOrDefault(o => WrittenName.IsSame(o.Old, option))?.New ?? option;
            }
        }

        return version == standard ? option : choice.Option;
    }

    /// <summary>Whether a choice is one of the version that a move left: it held before, or was recorded before and holds only later.</summary>
    private static bool IsBefore(OptionChoice choice, StandardMove move) => choice.On < move.On || choice.Recorded < move.Recorded;
}
