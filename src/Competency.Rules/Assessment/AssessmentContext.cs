using System.Diagnostics.CodeAnalysis;

namespace Competency.Rules;

/// <summary>What a requirement judges by: the learner as things stood and were known, the standard, the option, and the two days.</summary>
public sealed class AssessmentContext
{
    [ThreadStatic]
    private static AssessmentContext? _spare;

    private Learner _given;
    private StandardLayout _layout;
    private LedgersAsKnown? _ledgers;
    private Learner? _known;
    private LearningTime? _time;
    private KsbAchievement? _ksbs;
    private KsbStandings? _standings;
    private ClaimIndex? _index;
    private MovedEvidence? _moved;
    private KeptReport? _reports;

    internal AssessmentContext(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt) => Begin(learner, standard, asOf, knownAt);

    /// <summary>A context for a verdict alone, which nobody keeps; give it back with <see cref="Return"/>.</summary>
    internal static AssessmentContext Rent(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt)
    {
        if (_spare is not { } context)
        {
            return new AssessmentContext(learner, standard, asOf, knownAt);
        }

        _spare = null;
        context.Begin(learner, standard, asOf, knownAt);
        return context;
    }

    /// <summary>Gives a context back. One that a rule was judged by in full is let go: the rule, or what it said, may hold on to it.</summary>
    internal static void Return(AssessmentContext context)
    {
        if (context._reports is not null || context._known is not null || context._ksbs is not null)
        {
            return;
        }

        (context._given, context._layout, context._ledgers, context._time) = (null!, null!, null, null);
        (context._standings, context._index, context._moved, context.Option, context.OptionChoice) = (null, null, null, null, null);
        _spare = context;
    }

    [MemberNotNull(nameof(_given), nameof(_layout))]
    private void Begin(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt)
    {
        _given = learner;
        _layout = ClaimIndex.Kept(learner.Claims)?.Layout is { } layout && ReferenceEquals(layout.Standard, standard) ? layout : StandardLayout.Of(standard);
        AsOf = asOf;
        KnownAt = knownAt;
        RulesOf = asOf;
        if (_layout.HasOptions)
        {
            OptionChoice = Options.Latest();
            Option = OptionText is { } option ? standard.FindOption(option) : null;
        }
    }

    /// <summary>The learner with nothing in it that held or was recorded too late: see <see cref="Learner.AsKnown"/>.</summary>
    public Learner Learner => _known ??= _given.AsKnown(AsOf, KnownAt);

    /// <summary>The learner with all that is recorded, also what was replaced or holds only later.</summary>
    internal Learner Given => _given;

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard => _layout.Standard;

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>The day by which they were recorded.</summary>
    public DateOnly KnownAt { get; private set; }

    /// <summary>The day whose parameters apply: that of assessment, but while it is asked what a later parameter brings.</summary>
    internal DateOnly RulesOf { get; set; }

    /// <summary>Whether the standard has options, so that without the learner's choice nobody knows which KSBs are in force.</summary>
    public bool HasOptions => _layout.HasOptions;

    /// <summary>The learner's option; null where the standard has none, or the learner's choice is missing or names none of them.</summary>
    public StandardOption? Option { get; private set; }

    /// <summary>The original start; null where no episode of learning is recorded, or the first went on from one that is not: after a transfer, a redundancy, a return.</summary>
    public DateOnly? OriginalStart => Time.Start;

    /// <summary>Whether learning surely has not begun: none is recorded, and the record is complete. A start that is not known otherwise is unknown.</summary>
    internal bool HasNotBegun => Time.First is null && IsComplete(Episodes);

    /// <summary>How far each KSB has got.</summary>
    public KsbAchievement Ksbs => _ksbs ??= new KsbAchievement(Index, Standings, AsOf, KnownAt);

    /// <summary>The same by position.</summary>
    internal KsbStandings Standings => _standings ??= Index.On(_given.Claims, AsOf, KnownAt);

    private ClaimIndex Index => _index ??= Moves.Items.IsEmpty || !StatementLinks.Lead(Standard.Id, Moves) ? ClaimIndex.Of(_given.Claims, _layout)
        : ClaimIndex.OfMoved(_given.Claims, _given.Moves.IsWhollyKnown(AsOf, KnownAt) && _given.Claims.IsWhollyKnown(AsOf, KnownAt) ? _given.Moves : null, _layout, () => Moved!);

    /// <summary>The evidence of a learner who moved to the standard, as it stands there; null for any other learner.</summary>
    internal MovedEvidence? Moved => _given.Moves.Items.IsEmpty ? null
        : (_moved ??= MovedEvidence.To(Standard.Id, Moves, _given.Claims.AsKnown(AsOf, KnownAt)) ?? MovedEvidence.None) is var moved && ReferenceEquals(moved, MovedEvidence.None) ? null
        : moved;

    /// <summary>Whether it is known which KSBs are in force.</summary>
    public bool KnowsKsbsInForce => !HasOptions || Option is not null;

    internal OptionChoice? OptionChoice { get; private set; }

    /// <summary>What the choice says in this version; null for none.</summary>
    internal string? OptionText => OptionChoice is null || _given.Moves.Items.IsEmpty ? OptionChoice?.Option : MovedOption.In(OptionChoice, Standard.Id, Programme, Moves);

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

    internal Ledger<Episode> Episodes => _given.Episodes.IsWhollyKnown(AsOf, KnownAt) ? _given.Episodes : (_ledgers ??= new()).Episodes ??= _given.Episodes.AsKnown(AsOf, KnownAt);

    internal Ledger<StandardMove> Moves => _given.Moves.IsWhollyKnown(AsOf, KnownAt) ? _given.Moves : (_ledgers ??= new()).Moves ??= _given.Moves.AsKnown(AsOf, KnownAt);

    internal Ledger<Employment> Employments => _given.Employments.IsWhollyKnown(AsOf, KnownAt) ? _given.Employments : (_ledgers ??= new()).Employments ??= _given.Employments.AsKnown(AsOf, KnownAt);

    internal Ledger<TrainingPlan> Plans => _given.Plans.IsWhollyKnown(AsOf, KnownAt) ? _given.Plans : (_ledgers ??= new()).Plans ??= _given.Plans.AsKnown(AsOf, KnownAt);

    internal Ledger<OptionChoice> Options => _given.Options.IsWhollyKnown(AsOf, KnownAt) ? _given.Options : (_ledgers ??= new()).Options ??= _given.Options.AsKnown(AsOf, KnownAt);

    internal Ledger<HoursEntry> Hours => _given.Hours.IsWhollyKnown(AsOf, KnownAt) ? _given.Hours : (_ledgers ??= new()).Hours ??= _given.Hours.AsKnown(AsOf, KnownAt);

    internal Ledger<PriorLearning> PriorLearning => _given.PriorLearning.IsWhollyKnown(AsOf, KnownAt) ? _given.PriorLearning : (_ledgers ??= new()).PriorLearning ??= _given.PriorLearning.AsKnown(AsOf, KnownAt);

    internal Ledger<Certificate> Certificates => _given.Certificates.IsWhollyKnown(AsOf, KnownAt) ? _given.Certificates : (_ledgers ??= new()).Certificates ??= _given.Certificates.AsKnown(AsOf, KnownAt);

    internal Ledger<Declaration> Declarations => _given.Declarations.IsWhollyKnown(AsOf, KnownAt) ? _given.Declarations : (_ledgers ??= new()).Declarations ??= _given.Declarations.AsKnown(AsOf, KnownAt);

    /// <summary>Those of equivalent versions that the learner has left stand under the standard.</summary>
    internal Ledger<PortfolioSubmission> Portfolios => _given.Portfolios.IsWhollyKnown(AsOf, KnownAt) && Moved is null ? _given.Portfolios : (_ledgers ??= new()).Portfolios ??= Here(_given.Portfolios.AsKnown(AsOf, KnownAt));

    internal Ledger<EnglishAndMathsExemption> Exemptions => _given.Exemptions.IsWhollyKnown(AsOf, KnownAt) ? _given.Exemptions : (_ledgers ??= new()).Exemptions ??= _given.Exemptions.AsKnown(AsOf, KnownAt);

    internal Ledger<EnglishAndMathsChoice> Choices => _given.Choices.IsWhollyKnown(AsOf, KnownAt) ? _given.Choices : (_ledgers ??= new()).Choices ??= _given.Choices.AsKnown(AsOf, KnownAt);

    internal Ledger<EnglishAndMathsAttempt> Attempts => _given.Attempts.IsWhollyKnown(AsOf, KnownAt) ? _given.Attempts : (_ledgers ??= new()).Attempts ??= _given.Attempts.AsKnown(AsOf, KnownAt);

    internal Ledger<FactEntry> Facts => _given.Facts.IsWhollyKnown(AsOf, KnownAt) ? _given.Facts : (_ledgers ??= new()).Facts ??= _given.Facts.AsKnown(AsOf, KnownAt);

    private Ledger<PortfolioSubmission> Here(Ledger<PortfolioSubmission> portfolios) =>
        Moved is { } moved ? new Ledger<PortfolioSubmission>(portfolios.Entries.Select(moved.Here), portfolios.Completeness) : portfolios;

    /// <summary>Whether the learner is one without names, so that what can be one is kept.</summary>
    internal bool IsNameless { get; init; }

    /// <summary>Whether what comes of a requirement is kept from readers who may not see all.</summary>
    internal bool Keeps(Requirement requirement) => requirement.IsSensitive || (IsNameless && requirement.MayName);

    /// <summary>Whether the reasons are being made, after which nobody asks again.</summary>
    internal bool IsExplaining { get; set; }

    /// <summary>The report of a requirement that had to be judged in full for its verdict; null for none.</summary>
    internal RequirementReport? ReportOf(Requirement requirement)
    {
        for (var kept = _reports; kept is not null; kept = kept.Before)
        {
            if (ReferenceEquals(kept.Report.Requirement, requirement))
            {
                return kept.Report;
            }
        }

        return null;
    }

    internal void Keep(RequirementReport report)
    {
        if (!IsExplaining)
        {
            _reports = new KeptReport(report, _reports);
        }
    }

    /// <summary>Whether absence in a ledger of <see cref="Learner"/> is <em>no</em> rather than <em>unknown</em>.</summary>
    public bool IsComplete<T>(Ledger<T> ledger)
        where T : LedgerEntry
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.IsComplete(AsOf, KnownAt);
    }

    /// <summary>A report that was made to find a verdict, and those before it.</summary>
    private sealed record KeptReport(RequirementReport Report, KeptReport? Before);

    /// <summary>Ledgers that had to be reduced to what was known.</summary>
    private sealed class LedgersAsKnown
    {
        public Ledger<Episode>? Episodes;

        public Ledger<StandardMove>? Moves;

        public Ledger<Employment>? Employments;

        public Ledger<TrainingPlan>? Plans;

        public Ledger<OptionChoice>? Options;

        public Ledger<HoursEntry>? Hours;

        public Ledger<PriorLearning>? PriorLearning;

        public Ledger<Certificate>? Certificates;

        public Ledger<Declaration>? Declarations;

        public Ledger<PortfolioSubmission>? Portfolios;

        public Ledger<EnglishAndMathsExemption>? Exemptions;

        public Ledger<EnglishAndMathsChoice>? Choices;

        public Ledger<EnglishAndMathsAttempt>? Attempts;

        public Ledger<FactEntry>? Facts;
    }
}
