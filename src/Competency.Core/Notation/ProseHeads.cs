using Competency.Text;

namespace Competency.Notation;

/// <summary>Lines of prose that a code heads, <c>K1: …</c>, as in a list of KSBs.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
/// <param name="lines">Its lines.</param>
/// <param name="references">What in it reads as a reference.</param>
internal sealed class ProseHeads(string text, NotationText words, ProseLines lines, ProseReferences references)
{
    /// <summary>
    /// Whether lines begin with codes as in a list of them: not where others begin with <c>A1</c> or <c>P1</c>, which number something else, nor
    /// where all are behaviours, for <c>B1</c> alone is a heading.
    /// </summary>
    public bool AreThere()
    {
        var isHeaded = false;
        for (var start = 0; start < text.Length;)
        {
            var end = lines.LineEnd(start);
            var at = lines.SkipPrefix(start, end, out _, out _);
            at = lines.SkipNumber(at, end) is >= 0 and var number ? number : at;
            if (at < end && NotationText.IsWordCharacter(text[at]))
            {
                var word = words.Word(at);
                if (IsHeadedByCode(at, end, out _))
                {
                    isHeaded |= TextFolding.ToUpperAscii(text[at]) != 'B';
                }
                else if (references.IsLikeReference(word) && !references.IsCodeLike(at, anyCase: false) && !references.IsQualifier(word, end) && TextFolding.IsLetter(text[at]) && text[at] is >= 'A' and <= 'Z')
                {
                    return false;
                }
            }

            start = end + 1;
        }

        return isHeaded;
    }

    /// <summary><c>K1: …</c>, <c>**K1:** …</c>, <c>## K1</c>, <c>- K2 – Business impact</c>, <c>1. K1: …</c>, <c>K2 (Version Control)</c>, a row parted by tabs.</summary>
    public bool IsHeadedByCode(int at, int end, out int headEnd)
    {
        headEnd = at;
        if (!references.IsCodeLike(at, anyCase: false))
        {
            return false;
        }

        var word = words.Word(at);
        headEnd = word.End;
        var next = words.SkipEmphasis(word.End);
        var far = words.SkipBlanks(next);

        // Blanks stand in place of the address of a link: "- [K1](k1.md): words".
        if (words.SkipEmphasis(far) is var colon && colon < end && text[colon] == ':')
        {
            return true;
        }

        if (far >= end)
        {
            // Nothing else on the line: sure only as a heading or a bullet.
            var start = at;
            while (start > 0 && !TextFolding.IsLineEnd(text[start - 1]))
            {
                start--;
            }

            lines.SkipPrefix(start, end, out var isBullet, out var isHeading);
            return isBullet || isHeading;
        }

        return (text[next] == '\t' && !words.StartsReference(far))
            || (far > next && text[far] == '(' && IsWordNoReference(Math.Min(far + 1, end - 1), end))
            || (far > next && far + 1 < end && TextFolding.IsDash(text[far]) && TextFolding.IsWhiteSpace(text[far + 1]) && !words.StartsReference(far + 1));
    }

    private bool IsWordNoReference(int at, int end) =>
        TextFolding.IsLetter(text[at]) && !references.IsCodeLike(at, anyCase: false) && !references.IsQualifier(words.Word(at), end);
}
