namespace Competency.Rules;

/// <summary>What a requirement found: the verdict, why, and what it rests on.</summary>
public sealed record Outcome
{
    private Outcome(Verdict verdict, string explanation)
    {
        Verdict = verdict;
        Explanation = explanation ?? throw new ArgumentNullException(nameof(explanation));
    }

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; private init; }

    /// <summary>Why, in a sentence without a closing full stop.</summary>
    public string Explanation { get; private init; }

    /// <summary>What is missing, such as <c>no evidence: K4, S12</c>; null where nothing is.</summary>
    public string? Shortfall { get; init; }

    /// <summary>The facts that nobody has recorded and without which nobody can tell. Named for every CannotTell but a fault.</summary>
    public IReadOnlyList<string> MissingFacts { get; init => field = Unchanging.List(value); } = [];

    /// <summary>The facts used.</summary>
    public IReadOnlyList<ReportedFact> Facts
    {
        get => field ??= Unchanging.List(FactsWhenRead?.Invoke() ?? []);
        init => field = Unchanging.List(value);
    }

    /// <summary>Makes <see cref="Facts"/> when somebody reads them: of many learners only the verdict is looked at.</summary>
    internal Func<IEnumerable<ReportedFact>>? FactsWhenRead { private get; init; }

    /// <summary>What a reader should know although it does not change the verdict, in sentences without a closing full stop.</summary>
    public IReadOnlyList<string> Attention { get; init => field = Unchanging.List(value); } = [];

    /// <summary>The sources of the values used, beside the requirement's own.</summary>
    public IReadOnlyList<Citation> Citations { get; init => field = Unchanging.List(value); } = [];

    /// <summary>What somebody has to do.</summary>
    public IReadOnlyList<OutstandingAction> Actions { get; init => field = Unchanging.List(value); } = [];

    /// <summary>The first day on which it will hold, all else unchanged; given for NotYetDue, null for others.</summary>
    public DateOnly? HoldsFrom { get; private init; }

    /// <summary>The last day on which it holds, of one that holds or will; null where it holds without end, or does not hold.</summary>
    public DateOnly? MetUntil { get; init; }

    /// <summary>It is met.</summary>
    public static Outcome Met(string explanation) => new(Verdict.Met, explanation);

    /// <summary>It is met, by facts that are made when somebody reads them.</summary>
    internal static Outcome Met(string explanation, Func<IEnumerable<ReportedFact>> facts) => new(Verdict.Met, explanation) { FactsWhenRead = facts };

    /// <summary>It is not met.</summary>
    /// <param name="explanation">Why.</param>
    /// <param name="shortfall">What is missing.</param>
    public static Outcome NotMet(string explanation, string shortfall) => new(Verdict.NotMet, explanation) { Shortfall = shortfall };

    /// <summary>Whether after <see cref="MetUntil"/> nobody can tell, since the record is not said to be complete in what could take its place; otherwise it is not met then.</summary>
    internal bool IsUnknownAfter { get; init; }

    /// <summary>The last day on which nobody can tell, of one of which nobody can tell today or after <see cref="MetUntil"/>: it is not met then. Null for no end.</summary>
    internal DateOnly? UnknownUntil { get; init; }

    /// <summary>The last day on which it is known not to be met, where nobody can tell from then on; null for no end.</summary>
    internal DateOnly? NotMetUntil { get; init; }

    /// <summary>It will be met by the passing of time.</summary>
    /// <param name="explanation">Why.</param>
    /// <param name="holdsFrom">The first day on which it will hold.</param>
    public static Outcome NotYetDue(string explanation, DateOnly holdsFrom) => new(Verdict.NotYetDue, explanation) { HoldsFrom = holdsFrom };

    /// <summary>Nobody can tell.</summary>
    /// <param name="explanation">Why.</param>
    /// <param name="missing">The facts that are missing; at least one.</param>
    /// <exception cref="ArgumentException">No fact is named.</exception>
    public static Outcome CannotTell(string explanation, params IEnumerable<string> missing)
    {
        var outcome = new Outcome(Verdict.CannotTell, explanation) { MissingFacts = [.. missing] };
        return outcome.MissingFacts.Count > 0 ? outcome : throw new ArgumentException("Say which fact is missing.", nameof(missing));
    }

    /// <summary>It does not apply.</summary>
    public static Outcome DoesNotApply(string explanation) => new(Verdict.DoesNotApply, explanation);

    /// <summary>
    /// The outcome as it stands on the day of assessment, whatever a rule made of its dates: what has expired is not met, and what was to hold
    /// from a day that has come is met.
    /// </summary>
    internal Outcome AsOf(DateOnly asOf) => Verdict switch
    {
        Verdict.NotYetDue when MetUntil < HoldsFrom => this with
        {
            Verdict = Verdict.NotMet,
            Explanation = $"{Explanation}; it ends on {Said.Date(MetUntil.Value)}, before it begins on {Said.Date(HoldsFrom.Value)}",
            Shortfall = Shortfall ?? $"ends on {Said.Date(MetUntil.Value)}, before it begins",
            HoldsFrom = null,
            MetUntil = null,
            Actions = [], // whoever waits waits in vain
        },
        Verdict.Met or Verdict.NotYetDue when MetUntil < asOf => this with
        {
            Verdict = Verdict.NotMet,
            Explanation = $"{Explanation}; it held until {Said.Date(MetUntil.Value)} only",
            Shortfall = Shortfall ?? $"expired on {Said.Date(MetUntil.Value)}",
            HoldsFrom = null,
            MetUntil = null,
        },
        Verdict.NotYetDue when HoldsFrom <= asOf => this with { Verdict = Verdict.Met, HoldsFrom = null, Shortfall = null, Actions = [] },
        _ => this,
    };

    /// <summary>The same with other dates.</summary>
    internal Outcome WithDates(DateOnly? earliest, DateOnly? metUntil)
    {
        var holdsFrom = Verdict == Verdict.NotYetDue ? earliest : null;
        return holdsFrom == HoldsFrom && metUntil == MetUntil ? this : this with { HoldsFrom = holdsFrom, MetUntil = metUntil };
    }

    /// <summary>The verdict without dates, facts and reasons; of the actions only that something is to be done, and nothing of what is met: that some of it waits to be signed would tell by what.</summary>
    internal Outcome Withheld(Requirement requirement) => new(Verdict, "The reason is kept from this reader")
    {
        Actions = Actions.Count == 0 || Verdict == Verdict.Met ? [] : [new OutstandingAction($"withheld:{requirement.Id}", $"See to what is left out here: {requirement.Sentence}", ActionBy.Provider, ActionStage.Certificates)],
    };

    internal static Outcome Fault(Exception fault) => new(Verdict.CannotTell, $"The rule failed on this learner: {Said.Fault(fault)}")
    {
        Actions = [new OutstandingAction("fault", "Report the failed rule to whoever maintains the policy", ActionBy.PolicyOwner, ActionStage.Settings)],
    };

    /// <summary>The same, of something that is met from the day on from which another is, whatever nobody can tell until then.</summary>
    internal Outcome MetWith(Outcome other) => this with { HoldsFrom = other.HoldsFrom };

    /// <summary>The outcome of a requirement over others.</summary>
    internal static Outcome Combined(Verdict verdict, string explanation) => new(verdict, explanation);
}
