using Competency.Findings;

namespace Competency.Rules;

/// <summary>
/// Makes a learner of rows that come in any order, as tables give them. For one thread, and one learner.
/// </summary>
/// <remarks>
/// Entries are put in the order of their recording, then of their days, then of their ids; of rows that are alike in all three the later one stands.
/// </remarks>
public sealed class LearnerBuilder
{
    // Each with its place among all rows.
    private readonly List<(int Place, LedgerEntry Entry)> _entries = [];
    private readonly List<Finding> _problems = [];
    private readonly Dictionary<Type, List<Completeness>> _completeness = [];
    private readonly List<Completeness> _completeAll = [];
    private readonly Dictionary<(string Evidence, StandardId Standard, KsbCode Ksb), List<DecisionRow>> _claims = [];
    private int _places;
    private LearnerRecord? _record;

    /// <summary>Begins a learner.</summary>
    /// <param name="id">The id by which the record is found again; not empty.</param>
    /// <param name="standard">The standard and version of the programme.</param>
    /// <exception cref="ArgumentException">The id is empty, or the standard <c>default</c>.</exception>
    public LearnerBuilder(string id, StandardId standard)
    {
        Id = new Learner(id, standard).Id;
        Standard = standard;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The standard and version of the programme.</summary>
    public StandardId Standard { get; }

    /// <summary>The name to print; null to print none.</summary>
    public string? Name { get; set; }

    /// <summary>The day of birth; null where it is not known.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Whether the record is made, so that nothing more can be added.</summary>
    internal bool IsBuilt => _record is not null;

    /// <summary>Adds an entry to the ledger of its kind.</summary>
    /// <exception cref="InvalidOperationException">The record is made already.</exception>
    public LearnerBuilder Add(LedgerEntry entry)
    {
        ThrowIfBuilt();
        _entries.Add((_places++, entry ?? throw new ArgumentNullException(nameof(entry))));
        return this;
    }

    /// <summary>Adds one decision on one evidence item and one KSB: a row of a table of decisions. Rows of one claim are gathered.</summary>
    /// <remarks>What a row says of the item is known from the day of the row on, and from its recording: a kind that came with a later decision changes no earlier report.</remarks>
    /// <param name="evidence">The id of the evidence item.</param>
    /// <param name="ksb">The KSB.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="standard">The standard and version of the KSB; null for that of the programme.</param>
    /// <param name="title">What the item is; null where this row does not say.</param>
    /// <param name="evidenceKind">What kind of evidence it is; null where this row does not say.</param>
    public LearnerBuilder Decide(string evidence, KsbCode ksb, ClaimDecision decision, StandardId? standard = null, string? title = null, string? evidenceKind = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ThrowIfBuilt();
        var key = (evidence, standard ?? Standard, ksb);
        if (!_claims.TryGetValue(key, out var rows))
        {
            _claims.Add(key, rows = []);
        }

        rows.Add(new DecisionRow(_places++, decision, title, evidenceKind));
        return this;
    }

    /// <summary>Says that a ledger is complete: within it absence is <em>no</em>.</summary>
    /// <typeparam name="T">The kind of entry whose ledger it is.</typeparam>
    /// <param name="asAt">The day up to which nothing is missing.</param>
    /// <param name="recorded">The day on which it was said; null for <paramref name="asAt"/>.</param>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no kind of entry.</exception>
    public LearnerBuilder CompleteAsAt<T>(DateOnly asAt, DateOnly? recorded = null)
        where T : LedgerEntry
    {
        ThrowIfBuilt();
        if (typeof(T).IsAbstract)
        {
            throw new ArgumentException($"No ledger holds entries of any kind: name one, or leave {nameof(T)} out for all.");
        }

        if (!_completeness.TryGetValue(typeof(T), out var statements))
        {
            _completeness.Add(typeof(T), statements = []);
        }

        statements.Add(new Completeness(asAt) { Recorded = recorded ?? asAt });
        return this;
    }

    /// <summary>Says that every ledger is complete of which nothing else is said.</summary>
    /// <param name="asAt">The day up to which nothing is missing.</param>
    /// <param name="recorded">The day on which it was said; null for <paramref name="asAt"/>.</param>
    public LearnerBuilder CompleteAsAt(DateOnly asAt, DateOnly? recorded = null)
    {
        ThrowIfBuilt();
        _completeAll.Add(new Completeness(asAt) { Recorded = recorded ?? asAt });
        return this;
    }

    /// <summary>Says that something is wrong with a row, in a sentence without a closing full stop: nobody is judged on half a record.</summary>
    public LearnerBuilder Wrong(string message) => Wrong(message, place: "");

    /// <summary>The record: the learner, or what is wrong with the rows. Nothing is thrown on what was added. It is made once, and nothing can be added to it then.</summary>
    public LearnerRecord Build() => _record ??= Make();

    private LearnerRecord Make()
    {
        foreach (var (key, rows) in _claims)
        {
            // What was said only later of an item is a claim of its own: two claims of one item on one KSB are one.
            foreach (var part in IsSaidAtOnce(rows, r => r.Title) && IsSaidAtOnce(rows, r => r.EvidenceKind) ? [rows] : rows.ConvertAll(r => (List<DecisionRow>)[r]))
            {
                Take(b => b._entries.Add((part[^1].Place, new Claim(key.Evidence, key.Standard, key.Ksb, part.Select(r => r.Decision).OrderBy(d => d.On).ThenBy(d => d.Recorded))
                {
                    Title = part.Select(r => r.Title).FirstOrDefault(t => t is not null),
                    EvidenceKind = part.Select(r => r.EvidenceKind).FirstOrDefault(k => k is not null),
                })));
            }
        }

        _claims.Clear();
        _entries.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        var learner = new Learner(Id, Standard)
        {
            Name = Name,
            BirthDate = BirthDate,
            Claims = Ledger<Claim>(),
            Episodes = Ledger<Episode>(),
            Employments = Ledger<Employment>(),
            Plans = Ledger<TrainingPlan>(),
            Options = Ledger<OptionChoice>(),
            Hours = Ledger<HoursEntry>(),
            PriorLearning = Ledger<PriorLearning>(),
            StartingPoints = Ledger<StartingPoint>(),
            Moves = Ledger<StandardMove>(),
            Facts = Ledger<FactEntry>(),
            Certificates = Ledger<Certificate>(),
            Exemptions = Ledger<EnglishAndMathsExemption>(),
            Choices = Ledger<EnglishAndMathsChoice>(),
            Attempts = Ledger<EnglishAndMathsAttempt>(),
            Declarations = Ledger<Declaration>(),
            Portfolios = Ledger<PortfolioSubmission>(),
        };
        return new LearnerRecord(Id, _problems.Count == 0 ? learner : null, [.. _problems]);
    }

    /// <summary>Takes what a row adds; what it throws costs the record, but for what it throws because the reading is stopped.</summary>
    /// <param name="add">Adds it.</param>
    /// <param name="place">Where the row stands, as it follows the learner in a message; empty where it stands nowhere.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal void Take(Action<LearnerBuilder> add, string place = "", CancellationToken cancellationToken = default)
    {
        try
        {
            add(this);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException && !(problem is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            Wrong(Said.Problem(problem), place);
        }
    }

    private LearnerBuilder Wrong(string message, string place)
    {
        _problems.Add(new Finding(FindingCatalogue.UnreadableDocument, $"Learner '{Text.TextFolding.OnOneLine(Id)}'{place}: {message}", location: null));
        return this;
    }

    /// <summary>Whether rows agree in what they say, and one says it that is not later than any other.</summary>
    private static bool IsSaidAtOnce(List<DecisionRow> rows, Func<DecisionRow, string?> what)
    {
        var said = rows.Where(r => what(r) is not null).ToArray();
        return said.Length == 0 || (said.All(r => what(r) == what(said[0])) && said.Any(r => rows.TrueForAll(o => r.Decision.On <= o.Decision.On && r.Decision.Recorded <= o.Decision.Recorded)));
    }

    private void ThrowIfBuilt()
    {
        if (IsBuilt)
        {
            throw new InvalidOperationException($"The record of learner '{Text.TextFolding.OnOneLine(Id)}' is made already: begin another.");
        }
    }

    private Ledger<T> Ledger<T>()
        where T : LedgerEntry
    {
        var entries = ReplacedFirst([.. _entries.Select(e => e.Entry).OfType<T>().OrderBy(e => e.Recorded).ThenBy(e => e.On).ThenBy(e => e.Id, StringComparer.Ordinal)]);
        try
        {
            return new Ledger<T>(entries, _completeness.TryGetValue(typeof(T), out var said) ? said : _completeAll);
        }
        catch (ArgumentException problem)
        {
            Wrong(Said.Problem(problem));
            return Rules.Ledger<T>.Unknown;
        }
    }

    /// <summary>The same with each entry after the one that it replaces: of two recordings of one day nobody can order them by anything else.</summary>
    private static List<T> ReplacedFirst<T>(T[] entries)
        where T : LedgerEntry
    {
        if (Array.TrueForAll(entries, e => e.Replaces is null))
        {
            return [.. entries];
        }

        var (ordered, ids) = (new List<T>(entries.Length), new HashSet<string>(StringComparer.Ordinal));
        var waiting = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Put(entry);
        }

        // What replaces nothing that is there, or another in a circle, the ledger refuses.
        return [.. ordered, .. waiting.Values.SelectMany(w => w)];

        void Put(T entry)
        {
            var ready = new Queue<T>([entry]);
            while (ready.TryDequeue(out var next))
            {
                if (next.Replaces is { } replaced && !ids.Contains(replaced))
                {
                    (waiting.TryGetValue(replaced, out var others) ? others : waiting[replaced] = []).Add(next);
                    continue;
                }

                ordered.Add(next);
                if (next.Id is { } id && ids.Add(id) && waiting.Remove(id, out var waited))
                {
                    waited.ForEach(ready.Enqueue);
                }
            }
        }
    }

    /// <summary>A row of a table of decisions, and its place among all rows.</summary>
    private sealed record DecisionRow(int Place, ClaimDecision Decision, string? Title, string? EvidenceKind);
}
