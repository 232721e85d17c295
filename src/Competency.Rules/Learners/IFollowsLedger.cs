namespace Competency.Rules;

/// <summary>Something that follows from the entries of a ledger and can go on with it, without a look at the entries before.</summary>
/// <typeparam name="T">The kind of entry.</typeparam>
internal interface IFollowsLedger<in T>
    where T : LedgerEntry
{
    /// <summary>What follows from the ledger with one entry more; null where that must be worked out anew.</summary>
    object? With(T entry);
}
