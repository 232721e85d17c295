using Competency.Text;

namespace Competency.Interchange.Reading;

/// <summary>Who publishes what is imported, and what their pages print about it.</summary>
internal static class Publishers
{
    /// <summary>The publisher of occupational standards, since 2025; the pages of its predecessors are now its own.</summary>
    public const string SkillsEngland = "Skills England";

    /// <summary><c>Crown copyright © 2024</c> of a line that goes on to name the licence.</summary>
    public static string CopyrightLine(string text)
    {
        var line = TextFolding.OnOneLine(text);
        var stop = line.IndexOf(". ", StringComparison.Ordinal);
        return TextFolding.Trim(stop < 0 ? line : line[..stop]).TrimEnd('.');
    }
}
