using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Learners from the tables of a platform.</summary>
public static class LearnerStream
{
    /// <summary>
    /// Joins one query of learners with one query a table, all of them ordered alike, as by <c>ORDER BY learner_id</c>: each is read once from
    /// front to back, and one learner is in memory at a time.
    /// </summary>
    /// <param name="learners">The learners, each once.</param>
    /// <param name="tables">The rows of the tables, in the order of the learners; within a learner in any order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidDataException">A table has a row of a learner that the first query does not give, or in another order: its rows would be lost.</exception>
    public static async IAsyncEnumerable<LearnerRecord> Join(
        IAsyncEnumerable<LearnerBuilder> learners,
        IEnumerable<IAsyncEnumerable<LearnerRow>> tables,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(tables);
        var open = new List<Table>();
        try
        {
            foreach (var table in tables)
            {
                var rows = new Table(table.GetAsyncEnumerator(cancellationToken));
                open.Add(rows);
                await rows.NextAsync().ConfigureAwait(false);
            }

            await foreach (var learner in learners.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (var table in open)
                {
                    await table.TakeAsync(learner).ConfigureAwait(false);
                }

                yield return learner.Build();
            }

            if (open.FirstOrDefault(t => t.Row is not null) is { Row: { } left })
            {
                throw new InvalidDataException($"A row of learner '{Text.TextFolding.OnOneLine(left.LearnerId)}' was not taken: the learner is not among those read, or the tables are not ordered as the learners are.");
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

    /// <summary>A table read from front to back.</summary>
    private sealed class Table(IAsyncEnumerator<LearnerRow> rows) : IAsyncDisposable
    {
        /// <summary>The row that is next; null at the end.</summary>
        public LearnerRow? Row { get; private set; }

        public async ValueTask NextAsync() => Row = await rows.MoveNextAsync().ConfigureAwait(false) ? rows.Current : null;

        /// <summary>Gives a learner its rows.</summary>
        public async ValueTask TakeAsync(LearnerBuilder learner)
        {
            while (Row is { } row && row.LearnerId == learner.Id)
            {
                try
                {
                    row.Add(learner);
                }
                catch (ArgumentException problem)
                {
                    learner.Wrong(LearnerBuilder.Said(problem));
                }

                await NextAsync().ConfigureAwait(false);
            }
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
