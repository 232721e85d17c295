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
    /// A table has a row of a learner that the first query does not give, or one of the queries is in another order: rows would be lost. Where it is a table, a learner who was given out before may
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
                var rows = new Table(table.GetAsyncEnumerator(cancellationToken), order);
                open.Add(rows);
                await rows.NextAsync().ConfigureAwait(false);
            }

            // Given out when it is known that the next is another.
            LearnerBuilder? before = null;
            await foreach (var learner in learners.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (before is not null)
                {
                    Compare(before, learner, order);
                    yield return before.Build();
                }

                foreach (var table in open)
                {
                    await table.TakeAsync(learner).ConfigureAwait(false);
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
    private sealed class Table(IAsyncEnumerator<LearnerRow> rows, IComparer<string> order) : IAsyncDisposable
    {
        // The next; null at the end.
        private LearnerRow? _row;

        public async ValueTask NextAsync() => _row = await rows.MoveNextAsync().ConfigureAwait(false) ? rows.Current : null;

        /// <summary>Gives a learner its rows.</summary>
        public async ValueTask TakeAsync(LearnerBuilder learner)
        {
            ThrowIfLeft(learner.Id);
            while (_row is { } row && order.Compare(row.LearnerId, learner.Id) == 0)
            {
                learner.Take(row.Add);
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
