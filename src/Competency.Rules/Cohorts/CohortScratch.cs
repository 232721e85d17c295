namespace Competency.Rules;

/// <summary>What a thread needs to judge blocks of a cohort: of no use to anybody afterwards but the next one who judges, for whom a cohort keeps it.</summary>
internal sealed class CohortScratch(Cohort cohort)
{
    /// <summary>What came of reading a group.</summary>
    public AlignedWords Answers { get; } = new(CohortGroup.WordsOfAnswers(cohort.Compiler));

    /// <summary>The verdicts of all nodes.</summary>
    public JudgedNodes Judged { get; } = new(cohort.Nodes.Length);

    /// <summary>Whom each requirement holds back.</summary>
    public HeldBack HeldBack { get; } = new(cohort.Nodes, cohort.Reasons);

    /// <summary>Counts, and has nothing left when its counts were moved.</summary>
    public CohortCounter Counter { get; } = new(cohort);

    /// <summary>The numbers of the policy's verdicts, of the blocks of a part: bit by bit.</summary>
    public AlignedWords[] NumberBits { get; } = [.. Enumerable.Range(0, VerdictPlanes.NumberBits).Select(_ => new AlignedWords(CohortResult.BlocksOfPart * VerdictPlanes.Words))];
}
