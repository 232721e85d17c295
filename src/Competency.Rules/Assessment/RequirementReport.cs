namespace Competency.Rules;

/// <summary>What came of one requirement, and of those within it.</summary>
public sealed class RequirementReport
{
    private readonly DateOnly _asOf;
    private readonly RequirementReport[] _children;

    // This one and all within it.
    private readonly int _count;

    private RequirementReport(Requirement requirement, Outcome outcome, Timeline timeline, DateOnly asOf, RequirementReport[] children, bool isWithheld)
    {
        _asOf = asOf;
        _children = children;
        _count = 1;
        foreach (var child in children)
        {
            _count += child._count;
        }

        Timeline = timeline;
        Requirement = requirement;
        (EarliestDate, var metUntil) = isWithheld ? (null, null) : timeline.DatesFrom(asOf, outcome.Verdict);
        Outcome = outcome.WithDates(EarliestDate, metUntil);
        Children = children.Length == 0 ? [] : Array.AsReadOnly(children);
        IsWithheld = isWithheld;
    }

    /// <summary>The report of a requirement that is judged by itself.</summary>
    internal static RequirementReport OfLeaf(Requirement requirement, Outcome outcome, AssessmentContext context)
    {
        var today = outcome.AsOf(context.AsOf);
        return new RequirementReport(requirement, today, LeafTimeline.Of(today, context.Keeps(requirement)), context.AsOf, [], isWithheld: false);
    }

    /// <summary>The report of a requirement over others.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="timeline">Its verdict over time.</param>
    /// <param name="explanation">Why it is what it is on the day of assessment.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="children">The reports that are shown.</param>
    internal static RequirementReport OfOthers(Requirement requirement, Timeline timeline, string explanation, DateOnly asOf, RequirementReport[] children) =>
        OfOthers(requirement, timeline, Outcome.Combined(timeline.On(asOf), explanation), asOf, children);

    /// <inheritdoc cref="OfOthers(Requirement, Timeline, string, DateOnly, RequirementReport[])"/>
    internal static RequirementReport OfOthers(Requirement requirement, Timeline timeline, Outcome outcome, DateOnly asOf, RequirementReport[] children) =>
        new(requirement, outcome, timeline, asOf, children, isWithheld: false);

    /// <summary>The requirement.</summary>
    public Requirement Requirement { get; }

    /// <summary>The verdict, why, and what it rests on.</summary>
    public Outcome Outcome { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict => Outcome.Verdict;

    /// <summary>The first day on which it holds, all else unchanged: the day of assessment where it is met; null where no day can be named, and where it is withheld.</summary>
    public DateOnly? EarliestDate { get; }

    /// <summary>The last day from <see cref="EarliestDate"/> on which it holds without a pause; null where it holds without end or does not hold.</summary>
    public DateOnly? MetUntil => Outcome.MetUntil;

    /// <summary>The reports of the requirements within it, in their order.</summary>
    public IReadOnlyList<RequirementReport> Children { get; }

    /// <summary>Whether the facts, the reason and the sources are kept from this reader.</summary>
    public bool IsWithheld { get; }

    /// <summary>This report and those within it, outermost first.</summary>
    public IEnumerable<RequirementReport> All
    {
        get
        {
            var all = new RequirementReport[_count];
            var at = 0;
            AddTo(all, ref at);
            return Array.AsReadOnly(all);
        }
    }

    /// <summary>The report of a requirement within this one, by its id; null where there is none.</summary>
    public RequirementReport? Find(string id) => All.FirstOrDefault(r => r.Requirement.Id == id);

    private void AddTo(RequirementReport[] all, ref int at)
    {
        all[at++] = this;
        foreach (var child in _children)
        {
            child.AddTo(all, ref at);
        }
    }

    /// <summary>Its verdict over time.</summary>
    internal Timeline Timeline { get; }

    /// <summary>
    /// The same without what <see cref="Requirement.IsSensitive"/> keeps from others. The dates of what holds others are found again, so that
    /// none of them tells the date of a withheld one.
    /// </summary>
    /// <remarks>That no day can be named for the whole is not said to others: it would tell of the days that are withheld.</remarks>
    internal RequirementReport Redacted(RedactionLevel level) => Requirement.IsSensitive || (level == RedactionLevel.Anonymous && Requirement.MayName)
        ? new RequirementReport(Requirement, Outcome.Withheld(Requirement), Timeline.Redacted(), _asOf, [], isWithheld: true)
        : new RequirementReport(Requirement, Requirement is QuantifiedRequirement ? Outcome with { Attention = [] } : Outcome, Timeline.Redacted(), _asOf, Array.ConvertAll(_children, c => c.Redacted(level)), isWithheld: false);

    /// <summary>Verdict and id, as in <c>NotMet: ksbs</c>.</summary>
    public override string ToString() => $"{Verdict}: {Requirement.Id}";
}
