namespace Competency.Rules;

/// <summary>What came of one requirement, and of those within it.</summary>
public sealed class RequirementReport
{
    internal RequirementReport(Requirement requirement, Outcome outcome, DateOnly? earliestDate, IReadOnlyList<RequirementReport> children, bool isWithheld = false)
    {
        Requirement = requirement;
        Outcome = outcome;
        EarliestDate = earliestDate;
        Children = children;
        IsWithheld = isWithheld;
    }

    /// <summary>The requirement.</summary>
    public Requirement Requirement { get; }

    /// <summary>The verdict, why, and what it rests on.</summary>
    public Outcome Outcome { get; }

    /// <summary>The verdict.</summary>
    public Verdict Verdict => Outcome.Verdict;

    /// <summary>The first day on which it holds, all else unchanged: the day of assessment where it is met; null where no day can be named.</summary>
    public DateOnly? EarliestDate { get; }

    /// <summary>The last day on which it holds; null where it holds without end or does not hold.</summary>
    public DateOnly? MetUntil => Outcome.MetUntil;

    /// <summary>The reports of the requirements within it, in their order.</summary>
    public IReadOnlyList<RequirementReport> Children { get; }

    /// <summary>Whether the facts, the reason and the sources are kept from this reader.</summary>
    public bool IsWithheld { get; }

    /// <summary>This report and those within it, outermost first.</summary>
    public IEnumerable<RequirementReport> All => Children.SelectMany(c => c.All).Prepend(this);

    /// <summary>The report of a requirement within this one, by its id; null where there is none.</summary>
    public RequirementReport? Find(string id) => All.FirstOrDefault(r => r.Requirement.Id == id);

    /// <summary>The same without what <see cref="Requirement.IsSensitive"/> keeps from others.</summary>
    internal RequirementReport Redacted() => Requirement.IsSensitive
        ? new RequirementReport(Requirement, Outcome.Withheld(Requirement), EarliestDate, [], isWithheld: true)
        : new RequirementReport(Requirement, Outcome, EarliestDate, [.. Children.Select(c => c.Redacted())]);

    /// <summary>Verdict and id, as in <c>NotMet: ksbs</c>.</summary>
    public override string ToString() => $"{Verdict}: {Requirement.Id}";
}
