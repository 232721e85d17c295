using System.Collections;

namespace Competency.Rules;

/// <summary>Which entries of a ledger have been corrected by others: of all corrections of one entry, and of those of its corrections, one stands.</summary>
internal static class Corrections
{
    /// <summary>The places of the entries in whose place another stands.</summary>
    /// <param name="entries">The entries; each stands after the one that it replaces.</param>
    /// <param name="knownAt">The day by which a correction was recorded.</param>
    public static BitArray Replaced<T>(ReadOnlySpan<T> entries, DateOnly knownAt)
        where T : LedgerEntry
    {
        var (replaced, places, firsts) = (new BitArray(entries.Length), new Dictionary<string, int>(StringComparer.Ordinal), new int[entries.Length]);

        // By the entry that was corrected first: the correction that stands in its place.
        var standing = new Dictionary<int, int>();
        for (var place = 0; place < entries.Length; place++)
        {
            var entry = entries[place];
            var corrected = entry.Replaces is { } id ? places[id] : -1;
            firsts[place] = corrected < 0 ? place : firsts[corrected];
            if (entry.Id is not null)
            {
                places.Add(entry.Id, place);
            }

            if (corrected < 0 || entry.Recorded > knownAt)
            {
                continue;
            }

            // Of those between the two one may not be recorded yet.
            var first = firsts[place];
            replaced[corrected] = replaced[first] = true;
            if (!standing.TryGetValue(first, out var other))
            {
                standing.Add(first, place);
            }
            else if (entry.Recorded >= entries[other].Recorded || IsCorrectionOf(entries, places, place, other))
            {
                replaced[other] = true;
                standing[first] = place;
            }
            else
            {
                replaced[place] = true;
            }
        }

        return replaced;
    }

    /// <summary>Whether an entry replaces another, or one that replaces it.</summary>
    private static bool IsCorrectionOf<T>(ReadOnlySpan<T> entries, Dictionary<string, int> places, int place, int other)
        where T : LedgerEntry
    {
        while (place > other && entries[place].Replaces is { } id)
        {
            place = places[id];
        }

        return place == other;
    }
}
