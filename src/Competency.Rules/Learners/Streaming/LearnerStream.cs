using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Learners from the tables of a platform.</summary>
public static class LearnerStream
{
    /// <summary>Joins queries that are ordered by the ids' characters (<see cref="StringComparer.Ordinal"/>).</summary>
    /// <inheritdoc cref="Join(IAsyncEnumerable{LearnerBuilder}, IEnumerable{IAsyncEnumerable{LearnerRow}}, IComparer{string}, CancellationToken)"/>
    public static IAsyncEnumerable<LearnerRecord> Join(IAsyncEnumerable<LearnerBuilder> learners, IEnumerable<IAsyncEnumerable<LearnerRow>> tables, CancellationToken cancellationToken = default) =>
        Join(learners, tables, StringComparer.Ordinal, cancellationToken);

    /// <summary>
    /// Joins one query of learners with one query a table, all of them ordered alike, as by <c>ORDER BY learner_id</c>: each is read once from
    /// front to back, and one learner is in memory at a time. A learner who is given twice is judged by neither record.
    /// </summary>
    /// <param name="learners">The learners, each once.</param>
    /// <param name="tables">The rows of the tables, in the order of the learners; within a learner in any order.</param>
    /// <param name="order">The order of ids in all of them, by which it is known that rows would be lost before anybody is judged without them. Ids that are equal by it are one learner's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">
    /// A table has a row of a learner that the first query does not give, a query is in another order or gives null, or a record is made already: rows would be lost. Where it is a table, a learner who was given out before may
    /// lack rows: nothing of this reading can be relied on.
    /// </exception>
    public static async IAsyncEnumerable<LearnerRecord> Join(
        IAsyncEnumerable<LearnerBuilder> learners,
        IEnumerable<IAsyncEnumerable<LearnerRow>> tables,
        IComparer<string> order,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(order);
        var open = new List<Table>();
        try
        {
            foreach (var table in tables)
            {
                var rows = new Table((table ?? throw new ArgumentException($"Table {Said.Number(open.Count + 1)} is null.", nameof(tables))).GetAsyncEnumerator(cancellationToken), order, open.Count + 1);
                open.Add(rows);
                await rows.NextAsync().ConfigureAwait(false);
            }

            // Given out when it is known that the next is another.
            LearnerBuilder? before = null;
            await foreach (var learner in learners.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                // A source that does not look at it is stopped all the same.
                cancellationToken.ThrowIfCancellationRequested();
                ThrowIfUnfit(learner, before);
                if (before is not null)
                {
                    Compare(before, learner, order);
                    yield return before.Build();
                }

                foreach (var table in open)
                {
                    await table.TakeAsync(learner, cancellationToken).ConfigureAwait(false);
                }

                before = learner;
            }

            foreach (var table in open)
            {
                table.ThrowIfLeft(before: null);
            }

            if (before is not null)
            {
                yield return before.Build();
            }
        }
        finally
        {
            foreach (var table in open)
            {
                await table.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static void ThrowIfUnfit(LearnerBuilder? learner, LearnerBuilder? before)
    {
        if (learner is null)
        {
            throw new InvalidDataException($"Instead of the learner {(before is null ? "that comes first" : $"after '{Shown(before.Id)}'")} the query gives null.");
        }

        if (learner.IsBuilt)
        {
            throw new InvalidDataException($"The record of learner '{Shown(learner.Id)}' is made already, and takes no rows: whoever reads again gives new builders.");
        }
    }

    /// <summary>Looks at two learners of whom one came after the other.</summary>
    private static void Compare(LearnerBuilder before, LearnerBuilder learner, IComparer<string> order)
    {
        switch (order.Compare(before.Id, learner.Id))
        {
            case > 0:
                throw new InvalidDataException($"Learner '{Shown(learner.Id)}' comes after '{Shown(before.Id)}', which is not the order by which the tables are joined: read all of them in that order, or give the order in which they are read.");
            case 0:
                // Two records of one learner are two halves of one: neither is judged.
                foreach (var half in new[] { before, learner })
                {
                    half.Wrong("The learner is given twice; what is known of one learner stands in one record");
                }

                break;
            default:
                break;
        }
    }

    private static string Shown(string id) => Text.TextFolding.OnOneLine(id);

    /// <summary>A table read from front to back.</summary>
    private sealed class Table(IAsyncEnumerator<LearnerRow> rows, IComparer<string> order, int number) : IAsyncDisposable
    {
        // The next; null at the end.
        private LearnerRow? _row;
        private int _read;

        public async ValueTask NextAsync()
        {
            var isLeft = await rows.MoveNextAsync().ConfigureAwait(false);
            _read++;
            _row = !isLeft ? null
                : rows.Current ?? throw new InvalidDataException($"Row {Said.Number(_read)} of table {Said.Number(number)} is null: it would be lost, and so would what comes after it.");
        }

        /// <summary>Gives a learner its rows.</summary>
        public async ValueTask TakeAsync(LearnerBuilder learner, CancellationToken cancellationToken)
        {
            ThrowIfLeft(learner.Id);
            while (_row is { } row && order.Compare(row.LearnerId, learner.Id) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                learner.Take(row.Add, $", row {Said.Number(_read)} of table {Said.Number(number)}", cancellationToken);
                await NextAsync().ConfigureAwait(false);
            }
        }

        /// <summary>Refuses to go on where the next row is of a learner who would have come before another.</summary>
        /// <param name="before">The other; null where nobody comes any more.</param>
        public void ThrowIfLeft(string? before)
        {
            if (_row is { } left && (before is null || order.Compare(left.LearnerId, before) < 0))
            {
                throw new InvalidDataException($"A row of learner '{Shown(left.LearnerId)}' was not taken: the learner is not among those read, or the tables are not ordered as the learners are.");
            }
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
