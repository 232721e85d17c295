namespace Competency.CSharp;

/// <summary>Some characters of a file and what stands in their place.</summary>
/// <param name="path">The file.</param>
/// <param name="start">How many UTF-16 code units stand before them.</param>
/// <param name="length">How many they are.</param>
/// <param name="text">What stands in their place.</param>
public sealed class MovedText(string path, int start, int length, string text)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>How many UTF-16 code units stand before the characters.</summary>
    public int Start { get; } = start;

    /// <summary>How many characters they are.</summary>
    public int Length { get; } = length;

    /// <summary>What stands in their place.</summary>
    public string Text { get; } = text;
}
