using System.Collections;
using System.Collections.Immutable;

namespace Competency.Rules;

/// <summary>Lists that nobody can change: a copy of what was given, or the same where nobody could change that either.</summary>
internal static class Unchanging
{
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T> given) => given switch
    {
        { Count: 0 } => [],
        ImmutableArray<T> or Single<T> => given,
        { Count: 1 } => One(given[0]),
        _ => ImmutableArray.CreateRange(given),
    };

    /// <summary>A list of one.</summary>
    public static IReadOnlyList<T> One<T>(T item) => new Single<T>(item);

    public static IReadOnlyList<T> List<T>(IEnumerable<T> given) => given is IReadOnlyList<T> list ? List(list) : List<T>(given.ToArray());

    /// <summary>A list of one, as most are.</summary>
    private sealed class Single<T>(T item) : IReadOnlyList<T>
    {
        public int Count => 1;

        public T this[int index] => index == 0 ? item : throw new ArgumentOutOfRangeException(nameof(index), index, "The list holds one item.");

        public IEnumerator<T> GetEnumerator()
        {
            yield return item;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
