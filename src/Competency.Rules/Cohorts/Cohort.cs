namespace Competency.Rules;

/// <summary>
/// A policy over many learners of one standard, judged as columns: 4,096 learners at a time, each requirement a comparison that gives a plane of bits, the tree
/// logic over planes. The verdicts are those of <see cref="ReadinessPolicy.Assess"/>. Immutable; safe to share between threads.
/// </summary>
/// <remarks>
/// What columns cannot decide (evidence of a kind or an age or by several assessors, facts of the platform, rules in code, English and maths without a certificate
/// at level 2, portfolios) is judged learner by learner when the columns are filled, and the result says of how many.
/// </remarks>
public sealed class Cohort
{
    // Of those who judged last: as many as judged at once.
    private readonly Stack<CohortScratch> _scratch = [];
    private readonly PlaneParts _parts = new();

    /// <summary>A cohort of a policy and a standard.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="standard">The standard to judge against.</param>
    public Cohort(ReadinessPolicy policy, OccupationalStandard standard)
    {
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        Standard = standard ?? throw new ArgumentNullException(nameof(standard));
        var layout = StandardLayout.Of(standard);
        var compiler = new CohortCompiler(layout);
        compiler.Add(policy.RequirementFor(standard), isReason: true);
        var nodes = compiler.Nodes.ToArray();
        (Layout, Compiler, Nodes) = (layout, compiler, nodes);
        (Reasons, Counted) = ReasonsOf(nodes);
        KsbsByOption = layout.HasOptions ? new KsbsByOption(compiler) : null;
        compiler.LayOut();
        KsbSteps = new KsbSteps(compiler.Selections, layout.Codes.Length);
    }

    /// <summary>The policy.</summary>
    public ReadinessPolicy Policy { get; }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>The columns that it needs beside the KSBs, as a platform fills them.</summary>
    public IReadOnlyList<CohortColumn> Columns =>
        [.. Compiler.Flags.Where(c => c.Kind == CohortColumnKind.Flag), .. Compiler.Numbers, .. Nodes.OfType<JudgedNode>().Select(n => new CohortColumn(n.Requirement.Id, CohortColumnKind.Verdict, n.Requirement.Sentence, Absent: 0))];

    internal StandardLayout Layout { get; }

    internal CohortCompiler Compiler { get; }

    internal CohortNode[] Nodes { get; }

    /// <summary>The places of the nodes of which it is counted whom they hold back.</summary>
    internal int[] Reasons { get; }

    /// <summary>The places of the nodes of which it is counted who has which verdict: those of <see cref="Reasons"/>, and in the end the root.</summary>
    internal int[] Counted { get; }

    /// <summary>The KSBs in force by option; null where everybody is asked for all.</summary>
    internal KsbsByOption? KsbsByOption { get; }

    internal KsbSteps KsbSteps { get; }

    private static (int[] Reasons, int[] Counted) ReasonsOf(CohortNode[] nodes)
    {
        var places = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].IsReason)
            {
                places.Add(i);
            }
        }

        var reasons = places.ToArray();
        if (nodes[^1].IsReason)
        {
            return (reasons, reasons);
        }

        places.Add(nodes.Length - 1);
        return (reasons, places.ToArray());
    }

    /// <summary>
    /// Columns to be filled: with <see cref="CohortColumns.Set(int, Learner)"/> from learners that come one by one, or by a platform. Nothing is known of anybody yet. They
    /// take memory for a whole multiple of 4,096 learners.
    /// </summary>
    /// <param name="count">How many learners there are.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0, or above that of the learners whom columns of this policy can hold, some tens of millions and more; or a day is <c>default</c>.</exception>
    public CohortColumns NewColumns(int count, DateOnly asOf, DateOnly? knownAt = null) => new(this, count, Bounded.Day(asOf, nameof(asOf)), Bounded.Day(knownAt, nameof(knownAt)) ?? asOf);

    /// <summary>The columns of some learners.</summary>
    /// <param name="learners">The learners; results stand in their order.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="options">Threads and progress; null for the default.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">One of them is null: the first such is named, for any number of threads.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public CohortColumns From(IReadOnlyList<Learner> learners, DateOnly asOf, DateOnly? knownAt = null, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learners);
        var columns = NewColumns(learners.Count, asOf, knownAt);
        new CohortWork(columns.Blocks, columns.Count, options ?? CohortOptions.Default, blocksAtOnce: 1).Run(() => columns, (filled, first, end) =>
        {
            for (var i = first * VerdictPlanes.Size; i < Math.Min(end * VerdictPlanes.Size, learners.Count); i++)
            {
                filled.Set(i, learners[i] ?? throw new ArgumentException($"The learner at {i} is null.", nameof(learners)));
            }
        }, static _ => { }, cancellationToken);
        return columns;
    }

    /// <summary>Judges some learners.</summary>
    /// <param name="learners">The learners; results stand in their order.</param>
    /// <param name="asOf">The day on which things are to hold.</param>
    /// <param name="knownAt">The day by which they had been recorded; null for <paramref name="asOf"/>.</param>
    /// <param name="options">Threads and progress; null for the default. Progress is told of the filling of columns, which takes all but a moment.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">One of them is null: the first such is named, for any number of threads.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public CohortResult Judge(IReadOnlyList<Learner> learners, DateOnly asOf, DateOnly? knownAt = null, CohortOptions? options = null, CancellationToken cancellationToken = default) =>
        Judge(From(learners, asOf, knownAt, options, cancellationToken), (options ?? CohortOptions.Default) with { Progress = null }, cancellationToken);

    /// <summary>Judges columns.</summary>
    /// <param name="columns">The columns, all filled.</param>
    /// <param name="options">Threads, progress, and what is kept; null for the default.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The verdicts in the learners' order, the same for any number of threads.</returns>
    /// <exception cref="ArgumentException">The columns are those of another cohort.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public CohortResult Judge(CohortColumns columns, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!ReferenceEquals(columns.Cohort, this))
        {
            throw new ArgumentException("The columns are those of another cohort.", nameof(columns));
        }

        var asked = options ?? CohortOptions.Default;
        var result = new CohortResult(columns, asked.KeepReasons, _parts);
        new CohortWork(columns.Blocks, columns.Count, asked, CohortPlane.BlocksOfPart).Run(
            () => new CohortJudge(columns, TakeScratch(), result, asked.CountKsbs),
            static (judge, first, end) => judge.Run(first, end),
            judge =>
            {
                result.Take(judge.Scratch.Counter);
                GiveBack(judge.Scratch);
            },
            cancellationToken);
        return result;
    }

    private CohortScratch TakeScratch()
    {
        lock (_scratch)
        {
            if (_scratch.TryPop(out var scratch))
            {
                return scratch;
            }
        }

        return new CohortScratch(this);
    }

    private void GiveBack(CohortScratch scratch)
    {
        lock (_scratch)
        {
            _scratch.Push(scratch);
        }
    }
}
