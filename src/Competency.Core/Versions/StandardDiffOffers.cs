namespace Competency.Versions;

// What could stand for a withdrawn statement. No code fix offers it: a reference cannot follow two statements.
sealed partial class StandardDiff
{
    /// <summary>
    /// The statements of the new version that are much like a withdrawn one, most alike first: a near duplicate that was taken away stands there
    /// under another code. For a person to look at; none for a code that is not withdrawn.
    /// </summary>
    /// <param name="oldCode">A code of the old version.</param>
    public IReadOnlyList<KsbChange> OffersFor(KsbCode oldCode) => Of(oldCode) is not { Kind: ChangeKind.Withdrawn, Old: { } old } ? [] :
    [
        .. New.Ksbs.Where(n => n.Kind == old.Kind)
            .Select(n => new KsbChange(ChangeKind.Reworded, old, n, StatementMatcher.Similarity(old.Text, n.Text)))
            .Where(c => c.Similarity >= StatementMatcher.LeastSimilarity)
            .OrderByDescending(c => c.Similarity),
    ];
}
