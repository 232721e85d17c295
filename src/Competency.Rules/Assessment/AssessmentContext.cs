namespace Competency.Rules;

/// <summary>What a requirement judges by: the learner as things stood and were known, the standard, the option, and the two days.</summary>
public sealed class AssessmentContext
{
    private LearningTime? _time;
    private KsbAchievement? _ksbs;

    internal AssessmentContext(Learner learner, OccupationalStandard standard, DateOnly asOf, DateOnly knownAt)
    {
        Learner = learner.AsKnown(asOf, knownAt);
        Standard = standard;
        AsOf = asOf;
        KnownAt = knownAt;
        HasOptions = standard.Options.Count > 0 || standard.Duties.Any(d => !d.IsCore);
        OptionChoice = Learner.Options.Latest();
        Option = OptionChoice is null ? null : standard.FindOption(OptionChoice.Option);
    }

    /// <summary>The learner with nothing in it that held or was recorded too late: see <see cref="Learner.AsKnown"/>.</summary>
    public Learner Learner { get; }

    /// <summary>The standard.</summary>
    public OccupationalStandard Standard { get; }

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The day by which they were recorded.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>Whether the standard has options, so that without the learner's choice nobody knows which KSBs are in force.</summary>
    public bool HasOptions { get; }

    /// <summary>The learner's option; null where the standard has none, or the learner's choice is missing or names none of them.</summary>
    public StandardOption? Option { get; }

    /// <summary>The original start; null where no episode of learning is recorded.</summary>
    public DateOnly? OriginalStart => Time.Start;

    /// <summary>How far each KSB has got.</summary>
    public KsbAchievement Ksbs => _ksbs ??= new KsbAchievement(Learner, Standard);

    /// <summary>Whether it is known which KSBs are in force.</summary>
    public bool KnowsKsbsInForce => !HasOptions || Option is not null;

    internal OptionChoice? OptionChoice { get; }

    internal LearningTime Time => _time ??= new LearningTime(Learner, AsOf);

    /// <summary>Whether absence in a ledger of <see cref="Learner"/> is <em>no</em> rather than <em>unknown</em>.</summary>
    public bool IsComplete<T>(Ledger<T> ledger)
        where T : LedgerEntry
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.IsComplete(AsOf, KnownAt);
    }
}
