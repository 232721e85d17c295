namespace Competency.Rules;

/// <summary>Refuses a value of an enum that is none of its members: nothing could be judged by it, and no file could hold it.</summary>
internal static class Defined
{
    /// <summary>The value, where it is a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static T Of<T>(T value, string parameter)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(parameter, value, $"There is no such {typeof(T).Name}.");

    /// <inheritdoc cref="Of{T}(T, string)"/>
    public static T? Of<T>(T? value, string parameter)
        where T : struct, Enum => value is { } given ? Of(given, parameter) : null;
}
