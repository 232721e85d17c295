namespace Competency.Rules;

/// <summary>Adds entries to the ledgers of a learner.</summary>
public static class LearnerEntries
{
    /// <summary>The learner with further entries, each at the end of the ledger of its kind. What was said of a ledger's completeness stands.</summary>
    /// <param name="learner">The learner; not changed.</param>
    /// <param name="entries">The entries, of any kinds.</param>
    /// <exception cref="ArgumentException">An entry has the id of another, or replaces one that is not there.</exception>
    public static Learner With(this Learner learner, params IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(entries);
        var added = entries.ToArray();
        return learner with
        {
            Claims = Add(learner.Claims, added),
            Episodes = Add(learner.Episodes, added),
            Employments = Add(learner.Employments, added),
            Plans = Add(learner.Plans, added),
            Options = Add(learner.Options, added),
            Hours = Add(learner.Hours, added),
            PriorLearning = Add(learner.PriorLearning, added),
            StartingPoints = Add(learner.StartingPoints, added),
            Moves = Add(learner.Moves, added),
            Facts = Add(learner.Facts, added),
            Certificates = Add(learner.Certificates, added),
            Exemptions = Add(learner.Exemptions, added),
            Choices = Add(learner.Choices, added),
            Attempts = Add(learner.Attempts, added),
            Declarations = Add(learner.Declarations, added),
            Portfolios = Add(learner.Portfolios, added),
        };
    }

    private static Ledger<T> Add<T>(Ledger<T> ledger, LedgerEntry[] entries)
        where T : LedgerEntry
    {
        var added = entries.OfType<T>().ToArray();
        return added.Length == 0 ? ledger : new Ledger<T>([.. ledger.Entries, .. added], ledger.Completeness);
    }
}
