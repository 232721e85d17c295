using System.Collections.Immutable;

namespace Competency.Rules;

/// <summary>Lists that nobody can change: a copy of what was given, or the same where nobody could change that either.</summary>
internal static class Unchanging
{
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T> given) => given.Count == 0 ? [] : given is ImmutableArray<T> ? given : ImmutableArray.CreateRange(given);

    public static IReadOnlyList<T> List<T>(IEnumerable<T> given) => given is IReadOnlyList<T> list ? List(list) : List<T>(given.ToArray());
}
