namespace Competency.Rules;

/// <summary>What a thread needs to judge blocks of a cohort: of no use to anybody afterwards but the next one who judges, for whom a cohort keeps it.</summary>
internal sealed class CohortScratch(Cohort cohort)
{
    /// <summary>For each block that is read at once the planes of comparisons, and then two for each selection of KSBs.</summary>
    public AlignedWords Answers { get; } = new(CohortBlock.AtOnce * AnswersOfBlock(cohort.Compiler));

    /// <summary>The verdicts of all nodes.</summary>
    public AlignedWords Judged { get; } = new(cohort.Nodes.Length * 4 * VerdictPlanes.Words);

    /// <summary>Whom each requirement holds back.</summary>
    public HeldBack HeldBack { get; } = new(cohort.Nodes, cohort.Reasons);

    /// <summary>The numbers of the policy's verdicts, of the blocks of a part: bit by bit.</summary>
    public AlignedWords[] NumberBits { get; } = [.. Enumerable.Range(0, VerdictPlanes.NumberBits).Select(_ => new AlignedWords(CohortResult.BlocksOfPart * VerdictPlanes.Words))];

    /// <summary>How many words the answers of a block take.</summary>
    public static int AnswersOfBlock(CohortCompiler compiler) => (compiler.Comparisons.Count + (2 * compiler.Selections.Count)) * VerdictPlanes.Words;
}
