namespace Competency.Rules;

/// <summary>What a thread needs to judge blocks of a cohort: of no use to anybody afterwards but the next one who judges, for whom a cohort keeps it.</summary>
internal sealed class CohortScratch(Cohort cohort)
{
    /// <summary>The verdicts of all nodes, and what came of reading a group.</summary>
    public JudgedNodes Judged { get; } = new(cohort.Nodes.Length, cohort.Compiler.PlanesOfAnswers);

    /// <summary>Brings the group that is judged next.</summary>
    public ReadAhead Ahead { get; } = new();

    /// <summary>Whom each requirement holds back.</summary>
    public HeldBack HeldBack { get; } = new(cohort.Nodes, cohort.Reasons);

    /// <summary>Counts, and has nothing left when its counts were moved.</summary>
    public CohortCounter Counter { get; } = new(cohort);

    /// <summary>What is kept of a part, plane by plane: it goes to memory that is far away in one piece when the part is done.</summary>
    public AlignedWords Part { get; } = new((VerdictPlanes.NumberBits + cohort.Reasons.Length) * CohortPlane.WordsOfPart);
}
