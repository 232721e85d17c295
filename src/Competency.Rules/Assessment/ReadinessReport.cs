namespace Competency.Rules;

/// <summary>
/// The verdict of a policy on one learner, explained: as things stood on one day, knowing what had been recorded by another. The same
/// inputs and engine version give the same bytes.
/// </summary>
public sealed class ReadinessReport
{
    private readonly AssessmentContext _context;
    private RequirementReport? _root;
    private string? _factsDigest;
    private IReadOnlyList<DutyView>? _duties;
    private IReadOnlyList<OutstandingAction>? _outstanding;

    internal ReadinessReport(ReadinessPolicy policy, AssessmentContext context, RequirementReport root, RedactionLevel redaction = RedactionLevel.Full)
        : this(policy, context, root.Verdict)
    {
        _root = root;
        Redaction = redaction;
    }

    /// <summary>A report of which the verdict is found already; the reasons are made when somebody reads them, and are the same whenever that is.</summary>
    internal ReadinessReport(ReadinessPolicy policy, AssessmentContext context, Verdict verdict)
    {
        _context = context;
        Policy = policy;
        Verdict = verdict;
    }

    /// <summary>The policy.</summary>
    public ReadinessPolicy Policy { get; }

    /// <summary>The id of the learner.</summary>
    public string LearnerId => _context.LearnerId;

    /// <summary>The id of the learner, of an anonymous report too: for telling two from one, and never to be shown.</summary>
    internal string Whose { get => field ?? LearnerId; private init; }

    /// <summary>The learner's name; null where none is recorded.</summary>
    public string? LearnerName => _context.LearnerName;

    /// <summary>The standard that was judged against.</summary>
    public OccupationalStandard Standard => _context.Standard;

    /// <summary>The learner's option; null where the standard has none or the choice is not known.</summary>
    public StandardOption? Option => _context.Option;

    /// <summary>The day on which things are to hold.</summary>
    public DateOnly AsOf => _context.AsOf;

    /// <summary>The day by which they were recorded.</summary>
    public DateOnly KnownAt => _context.KnownAt;

    /// <summary>The verdict.</summary>
    public Verdict Verdict { get; }

    /// <summary>The report of the policy's requirement, with those within it.</summary>
    public RequirementReport Root => _root ?? Explain();

    /// <summary>What somebody has to do, in the order in which people would act; one action once, however many requirements wait for it.</summary>
    public IReadOnlyList<OutstandingAction> Outstanding => _outstanding ??= Rules.Outstanding.Of(Root);

    /// <summary>The first day on which the policy is met, all else unchanged; null where the passing of time alone does not bring it.</summary>
    public DateOnly? EarliestDate => Root.EarliestDate;

    /// <summary>The last day from <see cref="EarliestDate"/> on which the policy is met; null where it is met without end, or not met.</summary>
    public DateOnly? MetUntil => Root.MetUntil;

    /// <summary>What the policy did not ask, in words: a verdict claims no more than was judged.</summary>
    public IReadOnlyList<string> NotJudged => Policy.NotJudged;

    /// <summary>The duties in force, seen through their KSBs. A view: no verdict rests on it.</summary>
    public IReadOnlyList<DutyView> Duties => _duties ??= DutyView.Of(_context);

    /// <summary>How far each KSB has got.</summary>
    public KsbAchievement Ksbs => _context.Ksbs;

    /// <summary>How much its reader may see.</summary>
    public RedactionLevel Redaction { get; }

    /// <summary>Whether anything is left out: see <see cref="Redacted"/>.</summary>
    public bool IsRedacted => Redaction != RedactionLevel.Full;

    /// <summary>
    /// The fingerprint of everything that was known of the learner, in whatever order it was entered: two reports with one digest rest on the same facts. Null where the report
    /// is redacted: whoever guesses what is withheld could prove the guess by it.
    /// </summary>
    public string? FactsDigest => IsRedacted ? null : _factsDigest ??= LearnerDigest.Of(_context.Learner);

    /// <summary>
    /// The report for others: verdicts stay; facts, reasons, dates and sources that touch on health, disability or age are left out. Sentences of
    /// requirements are printed as they are, those of sensitive rules of one's own too.
    /// </summary>
    /// <param name="level">How much its reader may see. What is withheld already is never given back.</param>
    /// <remarks>
    /// An anonymous report is made anew from a learner without names and ids, so that no wording of a requirement can hold one. A rule in code
    /// that decides by a name decides by another there.
    /// </remarks>
    public ReadinessReport Redacted(RedactionLevel level = RedactionLevel.ForOthers)
    {
        if (Defined.Of(level, nameof(level)) <= Redaction)
        {
            return this;
        }

        if (level == RedactionLevel.ForOthers)
        {
            return new ReadinessReport(Policy, _context, Root.Redacted(level), level);
        }

        var nameless = new AssessmentContext(AnonymousLearner.Of(_context.Learner, Standard), Standard, AsOf, KnownAt) { IsNameless = true };
        return new ReadinessReport(Policy, nameless, Policy.RequirementFor(Standard).Assess(nameless).Redacted(level), level) { Whose = LearnerId };
    }

    /// <summary>
    /// What would be different on the same day with a change to the learner: a claim accepted, hours recorded, a declaration signed. The report
    /// itself does not change, nor does the learner.
    /// </summary>
    /// <param name="change">The change, made to the learner as known on these days.</param>
    /// <exception cref="InvalidOperationException">The report is redacted: whoever may try what changes it could prove a guess at what is kept. Ask the whole report, and redact both that are compared.</exception>
    public ReportDifference WhatIf(Func<Learner, Learner> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Compared(change(Whole.Known));
    }

    /// <summary>What would be different on the same day with further entries in the learner's ledgers.</summary>
    /// <param name="entries">The entries, of any kinds. What says no day of its recording is taken as recorded on <see cref="KnownAt"/>.</param>
    /// <exception cref="ArgumentException">An entry holds or is recorded after the days of the report, which would not look at it, or claims a KSB that the standard does not have, and would count for nothing.</exception>
    /// <inheritdoc cref="WhatIf(Func{Learner, Learner})" path="/exception"/>
    public ReportDifference WhatIf(params IEnumerable<LedgerEntry> entries)
    {
        var added = entries?.ToArray() ?? throw new ArgumentNullException(nameof(entries));
        if (Array.IndexOf(added, null!) is var missing and >= 0)
        {
            throw new ArgumentException($"The entry at {missing} is null.", nameof(entries));
        }

        if (added.OfType<Claim>().SelectMany(c => c.Decisions).FirstOrDefault(d => d.On > AsOf || d.Recorded > KnownAt) is { } later)
        {
            throw new ArgumentException($"A decision of {Said.Date(later.On)}, recorded on {Said.Date(later.Recorded)}, {NotLookedAt}", nameof(entries));
        }

        if (added.OfType<Claim>().FirstOrDefault(c => c.Standard == Standard.Id && !Standard.Contains(c.Ksb)) is { } unlisted)
        {
            throw new ArgumentException($"'{unlisted.Evidence}' is claimed for {unlisted.Ksb}, which {Standard.Id} does not have: it would count for nothing.", nameof(entries));
        }

        return added.FirstOrDefault(e => e.AsKnown(AsOf, KnownAt) is null) is { } late
            ? throw new ArgumentException($"An entry of {Said.Date(late.On)}, recorded on {Said.Date(late.Recorded)}, {NotLookedAt}", nameof(entries))
            // What was replaced can be replaced again.
            : Compared(Whole._context.Given.With(added.Select(AsRecordedNow)));
    }

    /// <summary>An entry that says no day of its recording, as recorded on the day up to which the report knows: what was recorded since its own day must not stand before it unseen.</summary>
    private LedgerEntry AsRecordedNow(LedgerEntry entry) => entry switch
    {
        Claim claim => new Claim(claim.Evidence, claim.Standard, claim.Ksb, claim.Decisions.Select(d => d.Recorded == d.On ? d with { Recorded = KnownAt } : d)) { Title = claim.Title, EvidenceKind = claim.EvidenceKind },
        _ => entry.Recorded == entry.On ? entry with { Recorded = KnownAt } : entry,
    };

    private string NotLookedAt => $"is not looked at in a report as of {Said.Date(AsOf)}, known at {Said.Date(KnownAt)}.";

    private ReadinessReport Whole => IsRedacted ? throw new InvalidOperationException("A redacted report is not asked what would be different: ask the whole report, and redact both that are compared.") : this;

    private ReportDifference Compared(Learner changed) => ReportDifference.Between(this, Policy.Assess(changed, Standard, AsOf, KnownAt));

    /// <summary>The learner as things stood and were known, for what else is made of a report.</summary>
    internal Learner Known => _context.Learner;

    /// <summary>The report as plain text.</summary>
    public string ToText() => ReportText.Write(this);

    /// <summary>The report as Markdown; what comes from data is escaped.</summary>
    public string ToMarkdown() => ReportMarkdown.Write(this);

    /// <summary>The report as canonical JSON, with the policy and everything by which it can be made again.</summary>
    public string ToJson() => ReportJson.Write(this);

    private RequirementReport Explain()
    {
        _context.IsExplaining = true;
        var root = Policy.RequirementFor(Standard).Assess(_context);
        if (root.Verdict != Verdict)
        {
            throw new InvalidOperationException($"The verdict of '{Policy.Id}' is {Verdict} and its reasons say {root.Verdict}: a defect of Competency.Rules, or a rule in code that does not always say the same.");
        }

        // Whoever reads a report from two threads at once sees one explanation.
        return Interlocked.CompareExchange(ref _root, root, null) ?? root;
    }

    /// <summary>Verdict, policy and learner on one line.</summary>
    public override string ToString() => $"{Verdict}: {Policy.Name}, learner {LearnerId}, {Standard.Id}, as of {Text.IsoDate.Format(AsOf)}";
}
