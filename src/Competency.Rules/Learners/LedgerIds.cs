namespace Competency.Rules;

/// <summary>Whether the ids of a ledger's entries are unique, and each replacement names an entry before it.</summary>
internal static class LedgerIds
{
    /// <summary>The first entry that is wrong, and why; null where all are right.</summary>
    public static (int Index, string Message)? FirstProblem(IReadOnlyList<LedgerEntry> entries)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Replaces is { } replaced && !before.Contains(replaced))
            {
                return (i, $"No entry '{replaced}', which is to be replaced, stands before this one");
            }

            if (entry.IsWithdrawn && entry.Replaces is null)
            {
                return (i, "An entry that takes back another must say which one it replaces");
            }

            // Several claims on one item share its id, and are told apart by their KSB.
            if (entry is not Claim && entry.Id is { } id && !before.Add(id))
            {
                return (i, $"Two entries have the id '{id}'");
            }
        }

        return null;
    }
}
