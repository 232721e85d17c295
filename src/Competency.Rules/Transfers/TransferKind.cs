namespace Competency.Rules;

/// <summary>What a transfer does with the evidence for a statement.</summary>
public enum TransferKind
{
    /// <summary>The new version has the same statement, under the same code or another: claims go over with it.</summary>
    Carried,

    /// <summary>The statement was reworded, or another could stand for it: offered, and carried only where a person says so.</summary>
    NeedsReview,

    /// <summary>Only the new version has the statement: there is no evidence to carry.</summary>
    New,

    /// <summary>Only the old version has the statement: its claims stay in the record as history.</summary>
    Withdrawn,
}
