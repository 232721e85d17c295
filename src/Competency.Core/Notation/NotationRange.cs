using Competency.Text;

namespace Competency.Notation;

/// <summary>The end of a range of codes.</summary>
internal static class NotationRange
{
    /// <summary><c>-K20</c>, <c> – K20</c>, <c>-20</c>, <c> to K20</c>.</summary>
    /// <param name="text">The field.</param>
    /// <param name="behind">The place behind the first code.</param>
    /// <param name="first">The first code.</param>
    /// <param name="last">The last code.</param>
    /// <param name="span">Where it stands.</param>
    public static bool TryEnd(NotationText text, int behind, KsbCode first, out KsbCode last, out SourceSpan span)
    {
        last = default;
        span = default;
        var at = text.SkipEmphasis(text.SkipBlanks(behind));
        var isTight = false;
        if (at < text.Length && TextFolding.IsDash(text[at]))
        {
            isTight = at == behind && text.NumberBehindDash(behind) > 0;
            at++;
        }
        else if (at > behind && at + 2 < text.Length && TextFolding.EqualsIgnoreCase(text.Slice(new SourceSpan(at, 2)), "to") && !NotationText.IsWordCharacter(text[at + 2]))
        {
            at += 2;
        }
        else
        {
            return false;
        }

        at = text.SkipEmphasis(text.SkipBlanks(at));
        if (at >= text.Length || !NotationText.IsWordCharacter(text[at]))
        {
            return false;
        }

        span = text.Word(at);
        if (text.TryCode(span, out last))
        {
            return true;
        }

        // "K1-10" is a range; "K2 – 5 whys" is a code with words beside it.
        if (isTight && NotationText.TryNumber(text.Slice(span), KsbCode.MaxNumber, out var number))
        {
            last = new KsbCode(first.Kind, number);
            return true;
        }

        return false;
    }
}
