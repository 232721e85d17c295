namespace Competency.Rules;

/// <summary>Makes the nodes of a cohort, and gathers the columns that they need: each once, however many nodes look at it.</summary>
/// <remarks>A fresh process waits for it while the runtime compiles what it calls, method by method: fields are looked at rather than properties, here and in what it makes.</remarks>
internal sealed class CohortCompiler(StandardLayout layout)
{
    /// <summary>What a column of numbers holds where nothing is known.</summary>
    public const int Unknown = int.MinValue;

    public readonly StandardLayout Layout = layout;

    public readonly List<CohortNode> Nodes = [];

    public readonly List<CohortColumn> Flags = [];

    public readonly List<CohortColumn> Numbers = [];

    /// <summary>The comparisons of numbers that nodes look at.</summary>
    public readonly List<CohortComparison> Comparisons = [];

    /// <summary>The sets of KSBs that nodes look at.</summary>
    public readonly List<KsbsSelection> Selections = [];

    /// <summary>The flag by which it is certain that a learner lacks KSBs: see <see cref="VerdictKinds.InDoubt"/>. For requirements over KSBs, which set it; -1 without them.</summary>
    public int ClaimsComplete = -1;

    // The conditions above what is made now, outermost first. Not by a collection expression, for which the runtime would compile two methods more.
    private CohortGate[] _gates = new CohortGate[0];

    /// <summary>Makes the node of a requirement, after those within it.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="isReason">Whether it decides and is no condition.</param>
    /// <returns>Its place.</returns>
    public int Add(Requirement requirement, bool isReason)
    {
        var within = Nodes.Count;
        var node = requirement.TryCompile(this, isReason) ?? Judged(requirement);
        node.Stand(isReason, isByItself: Nodes.Count == within, _gates);
        Nodes.Add(node);
        var place = Nodes.Count - 1;
        if (requirement is QuantifiedRequirement { Quantifier: not Quantifier.All })
        {
            // What it offers was made before it, and its place is known only now.
            for (var i = within; i < place; i++)
            {
                Nodes[i].StandUnder(new CohortGate(place, CohortGateKind.Choice));
            }
        }

        return place;
    }

    /// <summary>Makes the node of what is asked under a condition.</summary>
    /// <param name="gate">The condition, of which the node is made.</param>
    /// <param name="requirement">What is asked.</param>
    /// <param name="isReason">Whether it decides and is no condition.</param>
    /// <returns>Its place.</returns>
    public int AddUnder(CohortGate gate, Requirement requirement, bool isReason)
    {
        var above = _gates;
        _gates = CohortGate.With(above, gate);
        var place = Add(requirement, isReason);
        _gates = above;
        return place;
    }

    public int Flag(string name, string meaning) => Column(Flags, new CohortColumn(name, CohortColumnKind.Flag, meaning, Absent: 0));

    public int Number(string name, string meaning) => Column(Numbers, new CohortColumn(name, CohortColumnKind.Number, meaning, Unknown));

    public int Option()
    {
        LooksAtOptions = true;
        return Number("option", "The place of the learner's option among the standard's, from 1; 0 for none of them");
    }

    /// <summary>How many planes it takes to keep what comes of reading a group: of each comparison, and of each set of KSBs twice.</summary>
    public int PlanesOfAnswers => (Comparisons.Count + (2 * Selections.Count)) * CohortGroup.Blocks;

    /// <summary>Says of each set of KSBs where its planes stand, when nothing more will be asked for.</summary>
    public void LayOut()
    {
        var at = (Nodes.Count * JudgedNodes.PlanesOfNode) + (Comparisons.Count * CohortGroup.Blocks);
        for (var i = 0; i < Selections.Count; i++)
        {
            var selection = Selections[i];
            selection.LackAt = selection.Node >= 0 ? JudgedNodes.NotMetAt(selection.Node) : at;
            selection.LackEvenSoAt = at + CohortGroup.Blocks;
            at += 2 * CohortGroup.Blocks;
        }
    }

    /// <summary>Whether a requirement looks at the learner's option.</summary>
    public bool LooksAtOptions { get; private set; }

    public int Start() => Number("start", "The original start, as a day number");

    public int NotBegun() => Flag("not-begun", "Whether the episodes are complete up to the day, so that without a start learning had not begun");

    public int Reach(int months) => Number($"months-{months}", $"The first day after {LearningDuration.Months(months)} of learning, as a day number; {int.MaxValue} where time alone does not bring it");

    /// <summary>Has the numbers of a column compared with another.</summary>
    /// <returns>The place of the answer: see <see cref="CohortGroup.Is"/>.</returns>
    public int AtLeast(int column, int number) => Comparison(column, number, isFromDay: false);

    /// <summary>Has the days of a column compared with one that lies some days after that on which things are to hold.</summary>
    /// <returns>The place of the answer: see <see cref="CohortGroup.Is"/>.</returns>
    public int AtLeastDay(int column, int daysAfter) => Comparison(column, daysAfter, isFromDay: true);

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
        columns.SetFlag(notBegun, index, context.HasNotBegun);
    }

    private static int Column(List<CohortColumn> columns, CohortColumn column)
    {
        var at = columns.Count - 1;
        while (at >= 0 && columns[at].Name != column.Name)
        {
            at--;
        }

        if (at < 0)
        {
            at = columns.Count;
            columns.Add(column);
        }

        return at;
    }

    private int Comparison(int column, int number, bool isFromDay)
    {
        for (var place = 0; place < Comparisons.Count; place++)
        {
            if (Comparisons[place].Is(column, number, isFromDay))
            {
                return place;
            }
        }

        Comparisons.Add(new CohortComparison(column, number, isFromDay));
        return Comparisons.Count - 1;
    }

    private JudgedNode Judged(Requirement requirement)
    {
        var first = Flags.Count;
        for (var bit = 0; bit < 3; bit++)
        {
            Flags.Add(new CohortColumn($"{requirement.Id}.{bit}", CohortColumnKind.Verdict, $"Bit {bit} of the verdict on: {requirement.Sentence}", Absent: 0));
        }

        return new JudgedNode(requirement, first);
    }
}
