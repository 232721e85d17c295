namespace Competency.Rules;

/// <summary>
/// What is known about one learner on one programme: when it held, and when it was recorded. Immutable. A ledger that is not given is
/// unknown: nothing is recorded, and nobody said that there is nothing; null is refused.
/// </summary>
public sealed record Learner
{
    /// <summary>A learner.</summary>
    /// <param name="id">The id by which the record is found again; not empty.</param>
    /// <param name="standard">The standard and version of the programme.</param>
    public Learner(string id, StandardId standard)
    {
        Id = Bounded.Text(id, "A learner has an id.", nameof(id));
        Standard = standard.HasValue ? standard : throw new ArgumentException("A programme has a standard and a version.", nameof(standard));
    }

    /// <summary>The id by which the record is found again.</summary>
    public string Id { get; }

    /// <summary>The standard and version of the programme.</summary>
    public StandardId Standard { get; private init; }

    /// <summary>The name to print; null to print none.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public string? Name { get; init => field = Bounded.Name(value, nameof(Name)); }

    /// <summary>The day of birth; null where it is not known.</summary>
    public DateOnly? BirthDate { get; init => field = Bounded.Day(value, nameof(BirthDate)); }

    /// <summary>Evidence claimed against KSBs, and the decisions on it.</summary>
    public Ledger<Claim> Claims { get; init => field = value ?? throw NoLedger(nameof(Claims)); } = Ledger<Claim>.Unknown;

    // Beside the claims in memory too: every verdict on KSBs looks at both.
    /// <summary>Transfers from one version of a standard to another.</summary>
    public Ledger<StandardMove> Moves { get; init => field = value ?? throw NoLedger(nameof(Moves)); } = Ledger<StandardMove>.Unknown;

    /// <summary>States of the apprenticeship: learning, breaks, transfers, the end.</summary>
    public Ledger<Episode> Episodes { get; init => field = value ?? throw NoLedger(nameof(Episodes)); } = Ledger<Episode>.Unknown;

    /// <summary>Employers.</summary>
    public Ledger<Employment> Employments { get; init => field = value ?? throw NoLedger(nameof(Employments)); } = Ledger<Employment>.Unknown;

    /// <summary>Training plans.</summary>
    public Ledger<TrainingPlan> Plans { get; init => field = value ?? throw NoLedger(nameof(Plans)); } = Ledger<TrainingPlan>.Unknown;

    /// <summary>Choices of the standard's option.</summary>
    public Ledger<OptionChoice> Options { get; init => field = value ?? throw NoLedger(nameof(Options)); } = Ledger<OptionChoice>.Unknown;

    /// <summary>Hours of training.</summary>
    public Ledger<HoursEntry> Hours { get; init => field = value ?? throw NoLedger(nameof(Hours)); } = Ledger<HoursEntry>.Unknown;

    /// <summary>Recognised prior learning.</summary>
    public Ledger<PriorLearning> PriorLearning { get; init => field = value ?? throw NoLedger(nameof(PriorLearning)); } = Ledger<PriorLearning>.Unknown;

    /// <summary>Starting-point assessments: how much of each KSB was there before learning.</summary>
    public Ledger<StartingPoint> StartingPoints { get; init => field = value ?? throw NoLedger(nameof(StartingPoints)); } = Ledger<StartingPoint>.Unknown;

    /// <summary>Certificates.</summary>
    public Ledger<Certificate> Certificates { get; init => field = value ?? throw NoLedger(nameof(Certificates)); } = Ledger<Certificate>.Unknown;

    /// <summary>Adjustments of English and maths for a learning difficulty or disability.</summary>
    public Ledger<EnglishAndMathsExemption> Exemptions { get; init => field = value ?? throw NoLedger(nameof(Exemptions)); } = Ledger<EnglishAndMathsExemption>.Unknown;

    /// <summary>Decisions about studying English and maths.</summary>
    public Ledger<EnglishAndMathsChoice> Choices { get; init => field = value ?? throw NoLedger(nameof(Choices)); } = Ledger<EnglishAndMathsChoice>.Unknown;

    /// <summary>Attempts at English and maths.</summary>
    public Ledger<EnglishAndMathsAttempt> Attempts { get; init => field = value ?? throw NoLedger(nameof(Attempts)); } = Ledger<EnglishAndMathsAttempt>.Unknown;

    /// <summary>What people declared.</summary>
    public Ledger<Declaration> Declarations { get; init => field = value ?? throw NoLedger(nameof(Declarations)); } = Ledger<Declaration>.Unknown;

    /// <summary>What the platform knows beside all this, by name: see <see cref="Fact{T}"/>.</summary>
    public Ledger<FactEntry> Facts { get; init => field = value ?? throw NoLedger(nameof(Facts)); } = Ledger<FactEntry>.Unknown;

    /// <summary>Portfolios handed in.</summary>
    public Ledger<PortfolioSubmission> Portfolios { get; init => field = value ?? throw NoLedger(nameof(Portfolios)); } = Ledger<PortfolioSubmission>.Unknown;

    /// <summary>
    /// The learner as things stood on one day, knowing what had been recorded by another. What is recorded later changes nothing in it,
    /// so that an earlier report can be made again to the letter.
    /// </summary>
    /// <param name="asOf">The day on which things held.</param>
    /// <param name="knownAt">The day by which they had been recorded.</param>
    public Learner AsKnown(DateOnly asOf, DateOnly knownAt) => this with
    {
        Claims = Claims.AsKnown(asOf, knownAt),
        Episodes = Episodes.AsKnown(asOf, knownAt),
        Employments = Employments.AsKnown(asOf, knownAt),
        Plans = Plans.AsKnown(asOf, knownAt),
        Options = Options.AsKnown(asOf, knownAt),
        Hours = Hours.AsKnown(asOf, knownAt),
        PriorLearning = PriorLearning.AsKnown(asOf, knownAt),
        StartingPoints = StartingPoints.AsKnown(asOf, knownAt),
        Moves = Moves.AsKnown(asOf, knownAt),
        Certificates = Certificates.AsKnown(asOf, knownAt),
        Exemptions = Exemptions.AsKnown(asOf, knownAt),
        Choices = Choices.AsKnown(asOf, knownAt),
        Attempts = Attempts.AsKnown(asOf, knownAt),
        Declarations = Declarations.AsKnown(asOf, knownAt),
        Facts = Facts.AsKnown(asOf, knownAt),
        Portfolios = Portfolios.AsKnown(asOf, knownAt),
    };

    private static ArgumentNullException NoLedger(string ledger) => new(ledger, $"A ledger that is not known is Ledger<T>.Unknown, not null: '{ledger}'.");

    /// <summary>The learner on another version. Entries that meant the KSBs of the programme without saying so say it.</summary>
    internal Learner On(StandardId standard) => this with
    {
        Standard = standard,
        PriorLearning = new Ledger<PriorLearning>([.. PriorLearning.Entries.Select(e => e with { Standard = e.Standard ?? Standard })], PriorLearning.Completeness),
        StartingPoints = new Ledger<StartingPoint>([.. StartingPoints.Entries.Select(e => e with { Standard = e.Standard ?? Standard })], StartingPoints.Completeness),
    };
}
