using System.Collections.ObjectModel;

namespace Competency;

/// <summary>Lists that nobody can change after they were made.</summary>
internal static class Frozen
{
    public static IReadOnlyList<T> List<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? [] : new ReadOnlyCollection<T>(array);
    }

    /// <summary>Each code once, in the order of codes.</summary>
    public static IReadOnlyList<KsbCode> Sorted(IEnumerable<KsbCode> codes)
    {
        var array = codes.Distinct().ToArray();
        Array.Sort(array);
        return List(array);
    }
}
