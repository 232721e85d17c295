namespace Competency.Rules;

/// <summary>What a requirement judges by: the learner as things stood and were known, the standard, the option, and the two days.</summary>
public sealed class AssessmentContext
{
    private readonly Learner _given;
    private readonly StandardLayout _layout;
    private Learner? _known;
    private LearningTime? _time;
    private KsbAchievement? _ksbs;
    private KsbStandings? _standings;
    private Dictionary<Requirement, RequirementReport>? _reports;

    internal AssessmentContext(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt)
    {
        _given = learner;
        _layout = StandardLayout.Of(standard);
        AsOf = asOf;
        KnownAt = knownAt;
        if (_layout.HasOptions)
        {
            OptionChoice = Options.Latest();
            Option = OptionChoice is null ? null : standard.FindOption(OptionChoice.Option);
        }
    }

    /// <summary>The learner with nothing in it that held or was recorded too late: see <see cref="Learner.AsKnown"/>.</summary>
    public Learner Learner => _known ??= _given.AsKnown(AsOf, KnownAt);

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard => _layout.Standard;

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The day by which they were recorded.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>Whether the standard has options, so that without the learner's choice nobody knows which KSBs are in force.</summary>
    public bool HasOptions => _layout.HasOptions;

    /// <summary>The learner's option; null where the standard has none, or the learner's choice is missing or names none of them.</summary>
    public StandardOption? Option { get; }

    /// <summary>The original start; null where no episode of learning is recorded.</summary>
    public DateOnly? OriginalStart => Time.Start;

    /// <summary>How far each KSB has got.</summary>
    public KsbAchievement Ksbs => _ksbs ??= new KsbAchievement(_given.Claims, _layout, AsOf, KnownAt);

    /// <summary>The same by position.</summary>
    internal KsbStandings Standings => _standings ??= ClaimIndex.Of(_given.Claims, _layout).On(_given.Claims, AsOf, KnownAt);

    /// <summary>Whether it is known which KSBs are in force.</summary>
    public bool KnowsKsbsInForce => !HasOptions || Option is not null;

    internal OptionChoice? OptionChoice { get; }

    internal StandardLayout Layout => _layout;

    internal LearningTime Time => _time ??= LearningTime.Of(Episodes);

    /// <summary>The state on the day of assessment; null in a gap, or where no start is known.</summary>
    internal EpisodeKind? StateNow => Time.StateOn(AsOf);

    // What does not change from one day to the next, and the ledgers as they were known: for verdicts alone nobody need copy the learner.
    internal string LearnerId => _given.Id;

    internal string? LearnerName => _given.Name;

    internal StandardId Programme => _given.Standard;

    internal DateOnly? BirthDate => _given.BirthDate;

    /// <summary>As they are for completeness; their entries are those of <see cref="Ksbs"/>.</summary>
    internal Ledger<Claim> Claims => _given.Claims;

    internal Ledger<Episode> Episodes => _given.Episodes.IsWhollyKnown(AsOf, KnownAt) ? _given.Episodes : Learner.Episodes;

    internal Ledger<Employment> Employments => _given.Employments.IsWhollyKnown(AsOf, KnownAt) ? _given.Employments : Learner.Employments;

    internal Ledger<TrainingPlan> Plans => _given.Plans.IsWhollyKnown(AsOf, KnownAt) ? _given.Plans : Learner.Plans;

    internal Ledger<OptionChoice> Options => _given.Options.IsWhollyKnown(AsOf, KnownAt) ? _given.Options : Learner.Options;

    internal Ledger<HoursEntry> Hours => _given.Hours.IsWhollyKnown(AsOf, KnownAt) ? _given.Hours : Learner.Hours;

    internal Ledger<PriorLearning> PriorLearning => _given.PriorLearning.IsWhollyKnown(AsOf, KnownAt) ? _given.PriorLearning : Learner.PriorLearning;

    internal Ledger<Certificate> Certificates => _given.Certificates.IsWhollyKnown(AsOf, KnownAt) ? _given.Certificates : Learner.Certificates;

    internal Ledger<Declaration> Declarations => _given.Declarations.IsWhollyKnown(AsOf, KnownAt) ? _given.Declarations : Learner.Declarations;

    internal Ledger<PortfolioSubmission> Portfolios => _given.Portfolios.IsWhollyKnown(AsOf, KnownAt) ? _given.Portfolios : Learner.Portfolios;

    /// <summary>Whether the reasons are being made, after which nobody asks again.</summary>
    internal bool IsExplaining { get; set; }

    /// <summary>The report of a requirement that had to be judged in full for its verdict; null for none.</summary>
    internal RequirementReport? ReportOf(Requirement requirement) => _reports?.GetValueOrDefault(requirement);

    internal void Keep(RequirementReport report)
    {
        if (!IsExplaining)
        {
            (_reports ??= [])[report.Requirement] = report;
        }
    }

    /// <summary>Whether absence in a ledger of <see cref="Learner"/> is <em>no</em> rather than <em>unknown</em>.</summary>
    public bool IsComplete<T>(Ledger<T> ledger)
        where T : LedgerEntry
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.IsComplete(AsOf, KnownAt);
    }
}
