using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// Names as people write them: of qualifications, kinds of evidence, persons, employers. Case makes no difference, nor blanks at the ends or twice, nor what nobody sees, no-break
/// spaces and soft hyphens, nor whether an accent stands in its letter or after it.
/// </summary>
internal static class WrittenName
{
    /// <summary>Whether two names are one.</summary>
    public static bool IsSame(string left, string right) => TextFolding.IsSameName(left, right);

    /// <summary>The same text for all that are one name, and for no others.</summary>
    public static string Key(string name) => TextFolding.FoldName(name);
}
