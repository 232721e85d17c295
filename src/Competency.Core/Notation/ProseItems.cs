using Competency.Text;

namespace Competency.Notation;

/// <summary>Items of the list beneath a label: bullets and numbers that begin with a reference, and lines that are nothing else.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
/// <param name="lines">Its lines.</param>
/// <param name="references">What in it reads as a reference.</param>
/// <param name="mistakes">What in it was meant as one.</param>
/// <param name="fields">Where the places go.</param>
internal sealed class ProseItems(string text, NotationText words, ProseLines lines, ProseReferences references, ProseMistakes mistakes, List<ProseField> fields)
{
    /// <summary>Reads an item.</summary>
    /// <param name="list">The list.</param>
    /// <param name="at">Where its words begin.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="isItem">Whether a bullet or a number stands before it; otherwise it holds references alone.</param>
    /// <param name="behind">The place behind what was read; left as it is where nothing was.</param>
    public bool TryRead(ProseList list, int at, int end, bool isItem, ref int behind)
    {
        if (at >= end || !NotationText.IsWordCharacter(text[at]))
        {
            return false;
        }

        var last = list.Label == NotationLabel.Duties ? EndOfDuties(at, end, isItem) : EndOfKsbs(list.IsSure, at, end, isItem);
        if (last < 0)
        {
            return false;
        }

        behind = last;
        fields.Add(ProseField.Of(text, SourceSpan.FromBounds(at, last), list.Label == NotationLabel.Duties ? NotationLabel.Duties : NotationLabel.None));
        return true;
    }

    /// <summary>The end of the duties of an item; -1 where none stand there, as in "- 12 weeks".</summary>
    private int EndOfDuties(int at, int end, bool isItem)
    {
        if (!isItem)
        {
            return -1;
        }

        var word = words.Word(at);
        var last = references.IsQualifier(word, end) ? references.Run(at, end, anyCase: true).Span.End : mistakes.EndOfDuties(at, end, from: at);
        last = last == at ? mistakes.EndOfMistake(at, end, at, isSure: false)
            : mistakes.EndOfList(last, lines.LineEnd(last, end), isSure: true, holdsNumbers: true, NotationLabel.Duties);
        return last > at && references.IsNumber(word) && !IsAlone(last, end) ? -1 : last;
    }

    /// <summary>The end of the references of an item, and of what is written like one beneath <c>KSBs:</c>; -1 where none stand there.</summary>
    private int EndOfKsbs(bool isSure, int at, int end, bool isItem)
    {
        var word = words.Word(at);
        if (references.EndOfDutiesAndCodes(at, end) is var duties && duties > at)
        {
            return isItem || IsAlone(words.SkipEmphasis(duties), end) ? EndOfList(duties, end, isSure) : -1;
        }

        if (references.IsCodeLike(at, anyCase: true) || references.IsQualifier(word, end))
        {
            if (references.AreAlone(at, end))
            {
                return EndOfList(end, end, isSure);
            }

            var (run, _, isQualified, _, mayBeStorage) = references.Run(at, end, anyCase: true);
            var isStorage = mayBeStorage && !isQualified && !isSure && references.IsOfStorage(at, end);
            return !isStorage && (isItem || IsAlone(words.SkipEmphasis(run.End), end)) ? EndOfList(Math.Max(run.End, at + 1), end, isSure) : -1;
        }

        if (!isItem || !isSure)
        {
            return -1;
        }

        return TextFolding.IsLetter(text[at]) && references.IsLikeReference(word) ? words.EndOfPart(word)
            : mistakes.EndOfMistake(at, end, at, isSure: true) is > 0 and var mistake ? EndOfList(mistake, end, isSure: true)
            : -1;
    }

    private int EndOfList(int last, int end, bool isSure) => mistakes.EndOfList(last, lines.LineEnd(last, end), isSure, holdsNumbers: isSure);

    /// <summary>Whether nothing follows on the line, or on the one below on which it goes on.</summary>
    private bool IsAlone(int last, int end) => lines.IsTrailing(last, lines.LineEnd(last, end));
}
