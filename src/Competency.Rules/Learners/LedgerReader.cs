using Competency.Documents;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Reads the ledgers of one record.</summary>
internal sealed class LedgerReader
{
    private readonly DocumentObject _entry;
    private readonly OccupationalStandard? _programme;
    private readonly DateOnly? _completeAsAt;

    public LedgerReader(DocumentObject entry, OccupationalStandard? programme)
    {
        _entry = entry;
        _programme = programme;
        _completeAsAt = entry.Date("completeAsAt");
    }

    public Ledger<T> Ledger<T>(string name, Func<DocumentObject, LedgerEntry?> read)
        where T : LedgerEntry => Ledger<T>(name, (item, _) => [read(item)]);

    /// <summary>A ledger; without a statement of its own the record's <c>completeAsAt</c> is said of it too, even where it is absent.</summary>
    public Ledger<T> Ledger<T>(string name, Func<DocumentObject, OccupationalStandard?, IEnumerable<LedgerEntry?>> read)
        where T : LedgerEntry
    {
        var entries = new List<T>();
        var places = new List<DocumentObject>();
        var statements = new List<Completeness>();
        if (_entry.Object(name) is { } ledger)
        {
            statements.AddRange(ReadCompleteness(ledger));
            foreach (var item in ledger.Objects("entries"))
            {
                // Claims have all that in their decisions.
                var recording = typeof(T) == typeof(Claim) ? null : new Recording(item);
                foreach (var entry in read(item, _programme).OfType<T>())
                {
                    entries.Add(recording is null ? entry : recording.Of(entry));
                    places.Add(item);
                }

                item.Done();
            }

            ledger.Done();
        }

        if (statements.Count == 0 && _completeAsAt is { } asAt)
        {
            statements.Add(new Completeness(asAt));
        }

        if (LedgerIds.FirstProblem(entries) is { } problem)
        {
            var place = places[problem.Index];
            place.Wrong(place.SpanOf(place.Has("replaces") ? "replaces" : "id"), TextFolding.OnOneLine(problem.Message));
            return Rules.Ledger<T>.Unknown;
        }

        return new Ledger<T>(entries, statements);
    }

    private static IEnumerable<Completeness> ReadCompleteness(DocumentObject ledger)
    {
        var statements = new List<Completeness>();
        if (ledger.Date("completeAsAt") is { } asAt)
        {
            statements.Add(new Completeness(asAt));
        }

        foreach (var item in ledger.Objects("completeness"))
        {
            var day = item.Date("asAt", isRequired: true);
            var recorded = item.Date("recorded");
            item.Done();
            if (day is not null)
            {
                statements.Add(new Completeness(day.Value) { Recorded = recorded ?? day.Value });
            }
        }

        return statements;
    }

    /// <summary>When an entry was recorded, and which other one it corrects: the fields that entries of every ledger share.</summary>
    private sealed class Recording(DocumentObject entry)
    {
        private readonly DateOnly? _recorded = entry.Date("recorded");
        private readonly string? _id = entry.NotBlank("id");
        private readonly string? _replaces = entry.NotBlank("replaces");
        private readonly bool _isWithdrawn = entry.Boolean("withdrawn") ?? false;

        public T Of<T>(T read)
            where T : LedgerEntry => (T)(read with { Recorded = _recorded ?? read.On, Id = _id, Replaces = _replaces, IsWithdrawn = _isWithdrawn });
    }
}
