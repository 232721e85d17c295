namespace Competency.Rules;

/// <summary>Whether a ledger can hold some entries: none contradicts itself, their ids are unique, and each replacement names an entry before it.</summary>
internal static class LedgerIds
{
    /// <summary>The first entry that is wrong, and why; null where all are right.</summary>
    public static (int Index, string Message)? FirstProblem(IReadOnlyList<LedgerEntry> entries)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (Take(entries[i], before) is { } problem)
            {
                return (i, problem);
            }
        }

        return null;
    }

    /// <summary>Takes the id of an entry; what is wrong with the entry where it is not taken.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The ids of the entries before it.</param>
    public static string? Take(LedgerEntry entry, HashSet<string> before)
    {
        if (entry.Mistake is { } mistake)
        {
            return mistake;
        }

        if (entry.Replaces is { } replaced && !before.Contains(replaced))
        {
            return $"No entry '{replaced}', which is to be replaced, stands before this one";
        }

        if (entry.IsWithdrawn && entry.Replaces is null)
        {
            return "An entry that takes back another must say which one it replaces";
        }

        // Several claims on one item share its id, and are told apart by their KSB.
        return entry is not Claim && entry.Id is { } id && !before.Add(id) ? $"Two entries have the id '{id}'" : null;
    }
}
