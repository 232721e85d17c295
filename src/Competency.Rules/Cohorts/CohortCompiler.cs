namespace Competency.Rules;

/// <summary>Makes the nodes of a cohort, and gathers the columns that they need: each once, however many nodes look at it.</summary>
internal sealed class CohortCompiler(StandardLayout layout)
{
    /// <summary>What a column of numbers holds where nothing is known.</summary>
    public const int Unknown = int.MinValue;

    private readonly List<CohortNode> _nodes = [];

    public StandardLayout Layout { get; } = layout;

    public List<CohortColumn> Flags { get; } = [];

    public List<CohortColumn> Numbers { get; } = [];

    public IReadOnlyList<CohortNode> Nodes => _nodes;

    /// <summary>Makes the node of a requirement, after those within it.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="isReason">Whether it decides and is no condition.</param>
    /// <returns>Its place.</returns>
    public int Add(Requirement requirement, bool isReason)
    {
        var within = _nodes.Count;
        var node = requirement.TryCompile(this, isReason) ?? Judged(requirement);
        node.IsReason = isReason && _nodes.Count == within;
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    public int Flag(string name, string meaning) => Column(Flags, new CohortColumn(name, CohortColumnKind.Flag, meaning, Absent: 0));

    public int Number(string name, string meaning) => Column(Numbers, new CohortColumn(name, CohortColumnKind.Number, meaning, Unknown));

    public int Option() => Number("option", "The place of the learner's option among the standard's, from 1; 0 for none of them");

    public int Start() => Number("start", "The original start, as a day number");

    public int NotBegun() => Flag("not-begun", "Whether the episodes are complete up to the day, so that without a start learning had not begun");

    public int Reach(int months) => Number($"months-{months}", $"The first day after {LearningDuration.Months(months)} of learning, as a day number; {int.MaxValue} where time alone does not bring it");

    public static void FillOption(CohortColumns columns, int index, int column, AssessmentContext context)
    {
        if (column < 0)
        {
            return;
        }

        var options = context.Standard.Options;
        var place = 0;
        for (var i = 0; i < options.Count && place == 0; i++)
        {
            place = ReferenceEquals(options[i], context.Option) ? i + 1 : 0;
        }

        columns.SetNumber(column, index, place);
    }

    public static void FillStart(CohortColumns columns, int index, int start, int notBegun, AssessmentContext context)
    {
        columns.SetNumber(start, index, context.OriginalStart?.DayNumber ?? Unknown);
        columns.SetFlag(notBegun, index, context.IsComplete(context.Episodes));
    }

    private static int Column(List<CohortColumn> columns, CohortColumn column)
    {
        var at = columns.FindIndex(c => c.Name == column.Name);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add(column);
        }

        return at;
    }

    private JudgedNode Judged(Requirement requirement)
    {
        var first = Flags.Count;
        for (var bit = 0; bit < 3; bit++)
        {
            Flags.Add(new CohortColumn($"{requirement.Id}.{bit}", CohortColumnKind.Verdict, $"Bit {bit} of the number of the verdict on: {requirement.Sentence}", Absent: 0));
        }

        return new JudgedNode(requirement, first);
    }
}
