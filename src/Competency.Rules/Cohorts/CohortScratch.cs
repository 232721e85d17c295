namespace Competency.Rules;

/// <summary>What a thread needs to judge blocks of a cohort: of no use to anybody afterwards but the next one who judges, for whom a cohort keeps it.</summary>
internal sealed class CohortScratch
{
    /// <summary>Makes room for it.</summary>
    public CohortScratch(Cohort cohort)
    {
        Judged = new JudgedNodes(cohort.Nodes.Length, cohort.Compiler.PlanesOfAnswers);
        HeldBack = new HeldBack(cohort.Nodes, cohort.Reasons);
        Counter = new CohortCounter(cohort, HeldBack);
        Part = new AlignedWords((VerdictPlanes.NumberBits + cohort.Reasons.Length) * CohortPlane.WordsOfPart);
    }

    /// <summary>The verdicts of all nodes, and what came of reading a group.</summary>
    public JudgedNodes Judged { get; }

    /// <summary>Whom each requirement holds back.</summary>
    public HeldBack HeldBack { get; }

    /// <summary>Counts, and has nothing left when its counts were moved.</summary>
    public CohortCounter Counter { get; }

    /// <summary>What is kept of a part, plane by plane: it goes to memory that is far away in one piece when the part is done.</summary>
    public AlignedWords Part { get; }
}
