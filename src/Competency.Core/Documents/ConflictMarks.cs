namespace Competency.Documents;

/// <summary>
/// The lines that git leaves around what two branches wrote differently. The line between the two, <c>=======</c>, is none by itself: Markdown
/// underlines a heading so.
/// </summary>
internal static class ConflictMarks
{
    /// <summary>How many characters of such a line are the mark.</summary>
    public const int Length = 7;

    /// <summary>Whether a line that begins here opens or closes a conflict.</summary>
    public static bool Begin(string text, int start) => Are("<<<<<<< ", text, start) || Are(">>>>>>> ", text, start);

    private static bool Are(string marks, string text, int start) => string.CompareOrdinal(text, start, marks, 0, marks.Length) == 0;
}
