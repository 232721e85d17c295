namespace Competency.Rules;

/// <summary>What a thread needs to judge blocks of a cohort: of no use to anybody afterwards but the next one who judges, for whom a cohort keeps it.</summary>
internal sealed class CohortScratch
{
    /// <summary>Makes room for it.</summary>
    public CohortScratch(Cohort cohort)
    {
        Judged = NewJudged(cohort);
        HeldBack = new HeldBack(cohort.Nodes, cohort.Reasons);
        Counter = new CohortCounter(cohort, HeldBack);
        Part = new AlignedWords((VerdictPlanes.NumberBits + cohort.Reasons.Length) * CohortPlane.WordsOfPart);
    }

    /// <summary>
    /// The verdicts of all nodes, and what came of reading a group: for as many groups as are read before any of them is judged. Each time that memory has to begin anew it is idle for
    /// a while, and so is who waits for it.
    /// </summary>
    public JudgedNodes[] Judged { get; }

    /// <summary>Brings the groups that are read next.</summary>
    public ReadAhead Ahead { get; } = new();

    /// <summary>Whom each requirement holds back.</summary>
    public HeldBack HeldBack { get; }

    /// <summary>Counts, and has nothing left when its counts were moved.</summary>
    public CohortCounter Counter { get; }

    /// <summary>What is kept of a part, plane by plane: it goes to memory that is far away in one piece when the part is done.</summary>
    public AlignedWords Part { get; }

    private static JudgedNodes[] NewJudged(Cohort cohort)
    {
        var judged = new JudgedNodes[CohortColumns.GroupsAtOnce(cohort)];
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = new JudgedNodes(cohort.Nodes.Length, cohort.Compiler.PlanesOfAnswers);
        }

        return judged;
    }
}
