namespace Competency.Rules.Tests.Agreement;

/// <summary>A learner as events.</summary>
internal static class Tracked
{
    /// <summary>The learner before the first event.</summary>
    public static Learner Begin(Learner learner) => new(learner.Id, learner.Standard)
    {
        Name = learner.Name,
        BirthDate = learner.BirthDate,
        Claims = Empty(learner.Claims),
        Episodes = Empty(learner.Episodes),
        Employments = Empty(learner.Employments),
        Plans = Empty(learner.Plans),
        Options = Empty(learner.Options),
        Hours = Empty(learner.Hours),
        PriorLearning = Empty(learner.PriorLearning),
        Moves = Empty(learner.Moves),
        StartingPoints = Empty(learner.StartingPoints),
        Facts = Empty(learner.Facts),
        Certificates = Empty(learner.Certificates),
        Exemptions = Empty(learner.Exemptions),
        Choices = Empty(learner.Choices),
        Attempts = Empty(learner.Attempts),
        Declarations = Empty(learner.Declarations),
        Portfolios = Empty(learner.Portfolios),
    };

    /// <summary>What was recorded, in the order in which it was: of a claim each decision by itself.</summary>
    public static LedgerEntry[] Events(Learner learner) =>
    [
        .. learner.Claims.Entries.SelectMany(c => c.Decisions.Select(d => new Claim(c.Evidence, c.Standard, c.Ksb, d) { EvidenceKind = c.EvidenceKind })).Cast<LedgerEntry>()
            .Concat(learner.Episodes.Entries).Concat(learner.Employments.Entries).Concat(learner.Plans.Entries).Concat(learner.Options.Entries)
            .Concat(learner.Hours.Entries).Concat(learner.PriorLearning.Entries).Concat(learner.StartingPoints.Entries).Concat(learner.Moves.Entries).Concat(learner.Facts.Entries).Concat(learner.Certificates.Entries).Concat(learner.Exemptions.Entries)
            .Concat(learner.Choices.Entries).Concat(learner.Attempts.Entries).Concat(learner.Declarations.Entries).Concat(learner.Portfolios.Entries)
            .OrderBy(e => e.Recorded),
    ];

    private static Ledger<T> Empty<T>(Ledger<T> ledger)
        where T : LedgerEntry => new([], ledger.Completeness);
}
