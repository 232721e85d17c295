using Competency.Text;

namespace Competency;

/// <summary>
/// What the document of a standard holds and nobody could read. It is told there (KSB2007); elsewhere, what names it is not to be called unknown.
/// </summary>
internal sealed class UnreadParts
{
    /// <summary>Whether statements were left out because they could not be read.</summary>
    public bool LacksKsbs { get; set; }

    /// <summary>Whether the code of such a statement could not be read: a code that seems unknown may be its.</summary>
    public bool LacksCodes { get; set; }

    /// <summary>The codes of such statements, as far as they could be read: what names one of them is right.</summary>
    public Dictionary<KsbCode, SourceSpan> CodesWithoutText { get; } = [];

    /// <summary>Whether a duty was left out whose number could not be read: a number that seems unknown may be its.</summary>
    public bool LacksNumbers { get; set; }

    /// <summary>The numbers of the duties that were left out, as far as they could be read.</summary>
    public HashSet<int> DutiesWithoutText { get; } = [];

    /// <summary>Whether an option was left out: a name that seems unknown may be its.</summary>
    public bool LacksOptions { get; set; }

    /// <summary>Whether every statement and duty was read, so that they can be counted.</summary>
    public bool IsCountable => !LacksKsbs && !LacksNumbers && DutiesWithoutText.Count == 0;

    /// <summary>Whether a code may be that of a statement that was left out.</summary>
    public bool MayHold(KsbCode code) => LacksCodes || CodesWithoutText.ContainsKey(code);

    /// <summary>Whether a number may be that of a duty that was left out.</summary>
    public bool MayHoldDuty(int number) => LacksNumbers || DutiesWithoutText.Contains(number);
}
