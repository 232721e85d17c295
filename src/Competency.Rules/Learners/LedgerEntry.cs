using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// One thing that is recorded about a learner: when it held and when it was recorded. The two differ where something is entered late or
/// corrected, and an auditor asks for both: how things stood, and what was known when somebody signed.
/// </summary>
public abstract record LedgerEntry
{
    /// <summary>An entry of a ledger; of no other kinds than those that a learner has ledgers for.</summary>
    private protected LedgerEntry(DateOnly on) => On = on;

    /// <summary>The day from which it held.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <c>default</c>, a day that was never set.</exception>
    public DateOnly On { get; init => field = Bounded.Day(value, nameof(On)); }

    /// <summary>The day on which it was recorded; <see cref="On"/> unless said otherwise.</summary>
    public DateOnly Recorded { get => field == default ? On : field; init; }

    /// <summary>An id within its ledger, by which reports name it and a later entry can replace it; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>The id of an earlier entry of the same ledger that was wrong and whose place this one takes once it is recorded; null for none. Of several corrections of one entry the one recorded last stands.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether this entry only takes back the one that it <see cref="Replaces"/> and says nothing of its own.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The id, or the day where there is none: how a report points at the entry.</summary>
    internal string Pointer => Id ?? IsoDate.Format(On);

    /// <summary>What in it contradicts itself, in a sentence without a closing full stop, so that no ledger takes it; null for nothing.</summary>
    internal virtual string? Mistake => null;

    /// <summary>Whether it is in force beside another that stands before it in the list: the later by day, then by recording, then by place.</summary>
    internal bool IsInForceBeside(LedgerEntry earlier) => On > earlier.On || (On == earlier.On && Recorded >= earlier.Recorded);

    /// <summary>The last day on which anything in it held, and the last on which anything in it was recorded.</summary>
    internal virtual (DateOnly On, DateOnly Recorded) LastChange => (On, Recorded);

    /// <summary>The entry as it stood on one day, knowing what had been recorded by another; null where it was not there yet.</summary>
    internal virtual LedgerEntry? AsKnown(DateOnly asOf, DateOnly knownAt) => On <= asOf && Recorded <= knownAt ? this : null;
}
