using Competency.Text;

namespace Competency.Documents.Tables;

/// <summary>The marks in a matrix of items and KSBs.</summary>
internal static class CellMark
{
    /// <summary>Whether a cell says yes or no; null where it says neither.</summary>
    public static bool? Of(string cell) => TextFolding.ToLower(TextFolding.Trim(cell).Trim('\uFE0F', '*', '_', '`', '[', ']', ' ')) switch
    {
        "x" or "1" or "y" or "yes" or "true" or "\u2713" or "\u2714" or "\u2611" or "\u2705" or "\u2022" or "\u25CF" or "\u25A0" => true,
        "" or "0" or "n" or "no" or "false" or "-" or "\u2013" or "\u2014" or "\u2717" or "\u2718" or "\u2610" or "\u274C" or "n/a" => false,
        _ => null,
    };

    /// <summary>The mark that something which only looks like one was meant to be, or null.</summary>
    public static string? Meant(string cell) => cell is "\u0445" or "\u0425" or "\u03C7" or "\u03A7" or "\u00D7" or "\uFF58" or "\uFF38" or "\u2715" or "\u2716" ? "x" : null;
}
