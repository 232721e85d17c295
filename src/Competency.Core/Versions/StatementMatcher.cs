using Competency.Text;

namespace Competency.Versions;

/// <summary>Finds for each text of one list its counterpart in another.</summary>
internal static class StatementMatcher
{
    /// <summary>Texts that share fewer words than this are taken for two statements, not for one that was reworded.</summary>
    public const double LeastSimilarity = 0.6;

    // Comparing all with all grows with the product of the lists; beyond this the rest is told as new and withdrawn. Real standards have 142 statements.
    private const int MostComparisons = 250_000;

    /// <summary>A text, its id where it has one, and the group in which its counterpart is looked for first.</summary>
    public readonly struct Item(string? id, string text, int group)
    {
        public string? Id { get; } = id;

        public string Text { get; } = text;

        public int Group { get; } = group;
    }

    /// <summary>Places in the two lists; -1 where there is no counterpart.</summary>
    public readonly struct Pair(int old, int @new, bool isSameText, double similarity)
    {
        public int Old { get; } = old;

        public int New { get; } = @new;

        public bool IsSameText { get; } = isSameText;

        public double Similarity { get; } = similarity;
    }

    /// <summary>Every item of either list once: the old in their order, then the new ones without counterpart.</summary>
    /// <param name="old">The one list.</param>
    /// <param name="new">The other.</param>
    /// <param name="isTextFirst">Whether the same text says more than the same id, which can be a position.</param>
    public static IReadOnlyList<Pair> Match(IReadOnlyList<Item> old, IReadOnlyList<Item> @new, bool isTextFirst = false)
    {
        var oldPrints = old.Select(o => TextFolding.FoldStatement(o.Text)).ToArray();
        var newPrints = @new.Select(n => TextFolding.FoldStatement(n.Text)).ToArray();
        var counterpart = Enumerable.Repeat(-1, old.Count).ToArray();
        var taken = new bool[@new.Count];

        if (isTextFirst)
        {
            MatchBy(i => $"{old[i].Id} {oldPrints[i]}", i => $"{@new[i].Id} {newPrints[i]}");
            MatchBy(i => oldPrints[i], i => newPrints[i]);
        }

        MatchBy(i => old[i].Id, i => @new[i].Id);
        MatchBy(i => $"{old[i].Group} {oldPrints[i]}", i => $"{@new[i].Group} {newPrints[i]}");
        MatchBy(i => oldPrints[i], i => newPrints[i]);
        foreach (var group in old.Select(o => o.Group).Distinct().ToArray())
        {
            MatchAlike(
                Enumerable.Range(0, old.Count).Where(i => counterpart[i] < 0 && old[i].Group == group).ToArray(),
                Enumerable.Range(0, @new.Count).Where(i => !taken[i] && @new[i].Group == group).ToArray());
        }

        return
        [
            .. counterpart.Select((n, o) => n < 0
                ? new Pair(o, -1, false, 0)
                : new Pair(o, n, oldPrints[o] == newPrints[n], oldPrints[o] == newPrints[n] ? 1 : Words.Of(oldPrints[o]).Similarity(Words.Of(newPrints[n])))),
            .. Enumerable.Range(0, @new.Count).Where(n => !taken[n]).Select(n => new Pair(-1, n, false, 0)),
        ];

        // The first with the first of one key, the second with the second: real standards repeat statements.
        void MatchBy(Func<int, string?> oldKey, Func<int, string?> newKey)
        {
            var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
            for (var n = 0; n < @new.Count; n++)
            {
                if (!taken[n] && newKey(n) is { Length: > 0 } key)
                {
                    if (!waiting.TryGetValue(key, out var queue))
                    {
                        waiting.Add(key, queue = new Queue<int>());
                    }

                    queue.Enqueue(n);
                }
            }

            for (var o = 0; o < old.Count; o++)
            {
                if (counterpart[o] < 0 && oldKey(o) is { Length: > 0 } key && waiting.TryGetValue(key, out var queue) && queue.Count > 0)
                {
                    counterpart[o] = queue.Dequeue();
                    taken[counterpart[o]] = true;
                }
            }
        }

        void MatchAlike(int[] olds, int[] news)
        {
            if (olds.Length == 0 || news.Length == 0 || (long)olds.Length * news.Length > MostComparisons)
            {
                return;
            }

            var oldWords = olds.Select(o => Words.Of(oldPrints[o])).ToArray();
            var newWords = news.Select(n => Words.Of(newPrints[n])).ToArray();
            var likeness = new double[olds.Length, news.Length];
            for (var o = 0; o < olds.Length; o++)
            {
                for (var n = 0; n < news.Length; n++)
                {
                    var alike = oldWords[o].Similarity(newWords[n]);
                    likeness[o, n] = alike >= LeastSimilarity ? alike : 0;
                }
            }

            var assigned = Assignment.Best(likeness);
            for (var o = 0; o < olds.Length; o++)
            {
                if (assigned[o] >= 0 && likeness[o, assigned[o]] > 0)
                {
                    counterpart[olds[o]] = news[assigned[o]];
                    taken[news[assigned[o]]] = true;
                }
            }
        }
    }

    /// <summary>How alike the words of two texts are, 0 to 1.</summary>
    public static double Similarity(string left, string right) => Words.Of(TextFolding.FoldStatement(left)).Similarity(Words.Of(TextFolding.FoldStatement(right)));

    /// <summary>The words of a text with their counts.</summary>
    private readonly struct Words
    {
        private readonly Dictionary<string, int> _counts;
        private readonly int _total;

        private Words(Dictionary<string, int> counts, int total)
        {
            _counts = counts;
            _total = total;
        }

        public static Words Of(string folded)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            var total = 0;
            var start = -1;
            for (var i = 0; i <= folded.Length; i++)
            {
                var isWord = i < folded.Length && TextFolding.IsWordCharacter(folded[i]);
                if (isWord && start < 0)
                {
                    start = i;
                }
                else if (!isWord && start >= 0)
                {
                    var word = folded.Substring(start, i - start);
                    counts[word] = counts.TryGetValue(word, out var count) ? count + 1 : 1;
                    total++;
                    start = -1;
                }
            }

            return new Words(counts, total);
        }

        /// <summary>Twice the shared words over all words (Sørensen–Dice), 0 to 1.</summary>
        public double Similarity(Words other)
        {
            if (_total + other._total == 0)
            {
                return 0;
            }

            var shared = 0;
            foreach (var word in _counts)
            {
                if (other._counts.TryGetValue(word.Key, out var count))
                {
                    shared += Math.Min(count, word.Value);
                }
            }

            return 2.0 * shared / (_total + other._total);
        }
    }
}
