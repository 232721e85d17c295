using Competency.Text;

namespace Competency.Notation;

/// <summary>What stands as an item of a list of references and is none, but was surely meant as one: <c>S1O</c>, <c>K 1</c>, <c>Duty O</c>, a number alone.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
/// <param name="lines">Its lines.</param>
/// <param name="references">What in it reads as a reference.</param>
internal sealed class ProseMistakes(string text, NotationText words, ProseLines lines, ProseReferences references)
{
    // The longest code, or "Duty" and its number.
    private const int MaxWord = 7;

    // Longer than any words that people put beside a code.
    private const int MaxParenthesised = 1000;

    /// <summary>The end of the list that goes on behind a reference, with what in it is misspelt.</summary>
    /// <param name="last">The end of the reference.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="isSure">Whether the place holds references and nothing else.</param>
    /// <param name="holdsNumbers">Whether a number alone was meant as one.</param>
    /// <param name="label">What the references are.</param>
    public int EndOfList(int last, int end, bool isSure, bool holdsNumbers, NotationLabel label = NotationLabel.Ksbs)
    {
        var from = last;
        while (true)
        {
            last = EndOfRange(last, end, isSure);
            var next = isSure && BehindWords(last, ref end) is > 0 and var item ? item : references.Next(last, ref end);
            var behind = next < end ? EndOfItem(next, end, from, isSure, holdsNumbers, label) : -1;
            if (behind < 0)
            {
                return last;
            }

            last = behind;
            end = lines.LineEnd(last, end);
        }
    }

    /// <summary>Where the next item begins behind words in parentheses beside a reference, <c>K1 (words), K2</c>, over the end of the line too; -1 where none does.</summary>
    private int BehindWords(int last, ref int end)
    {
        var open = words.SkipBlanks(words.SkipEmphasis(last));
        if (open >= end || text[open] != '(')
        {
            return -1;
        }

        var close = words.IndexOf(')', open, MaxParenthesised);
        var line = end;
        while (line < close && lines.Continuation(line) is > 0 and var below)
        {
            line = lines.LineEnd(below);
        }

        if (close < 0 || line < close || words.HoldsCode(SourceSpan.FromBounds(open, close)))
        {
            return -1;
        }

        var next = references.Next(close + 1, ref line);
        if (next >= line || !IsParted(words.BackOverBlanks(next)) || !references.IsCodeLike(next, anyCase: true))
        {
            return -1;
        }

        end = line;
        return next;
    }

    private int EndOfItem(int at, int end, int from, bool isSure, bool holdsNumbers, NotationLabel label)
    {
        if (references.IsCodeLike(at, anyCase: true))
        {
            return references.Run(at, end, anyCase: true).Span.End;
        }

        if (holdsNumbers)
        {
            var duties = label == NotationLabel.Duties ? EndOfDuties(at, end) : references.EndOfDutiesAndCodes(at, end);
            if (duties > at)
            {
                return duties;
            }
        }

        return EndOfMistake(at, end, from, isSure) is > 0 and var mistake ? mistake : holdsNumbers ? EndOfNumber(at, end) : -1;
    }

    /// <summary>The end of a misspelt reference that is an item of a list by itself; -1 where none stands.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="from">Where the list begins.</param>
    /// <param name="isSure">Whether the place holds references and nothing else: elsewhere <c>BI</c> is a word, and only what nobody writes otherwise was meant as one.</param>
    public int EndOfMistake(int at, int end, int from, bool isSure)
    {
        if (at >= end || !NotationText.IsWordCharacter(text[at]) || words.Word(at) is not { Length: <= MaxWord } word)
        {
            return -1;
        }

        var mistake = NotationMistake.Of(words, word);
        var isInParts = mistake.Span.End > word.End;
        if ((mistake.Suggestion is null && !isInParts) || mistake.Span.End > end)
        {
            return -1;
        }

        if (!isInParts && words.Slice(word).Any(TextFolding.IsDigit))
        {
            // "S1O" is no word of any language.
            return word.End;
        }

        var isPlain = isInParts || isSure || words.Slice(word).Skip(1).All(c => c == 'l');
        return isPlain && IsBegun(at, from) && IsEnded(mistake.Span.End, end) ? mistake.Span.End : -1;
    }

    /// <summary>The end of a number that is an item of a list by itself, as in <c>K1, 12</c>; -1 where none stands. In <c>K1, 12 hours</c> it is none, nor in <c>Duties: 24/7</c>.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="from">Where the item of a list begins whose words may be the number: nothing parts it from the bullet.</param>
    public int EndOfNumber(int at, int end, int from = -1)
    {
        if (at >= end || !NotationText.IsWordCharacter(text[at]))
        {
            return -1;
        }

        var word = words.Word(at);
        return references.IsNumber(word) && (at == from || IsParted(words.BackOverBlanks(at))) && IsEnded(word.End, end) && !(word.End < end && text[word.End] == '/') ? word.End : -1;
    }

    /// <summary>The end of <c>D1, D7</c>, <c>Duty 2</c>, <c>Duty4</c>, and of numbers where one comes first; where it begins, if none stands there.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="from">Where the item of a list begins.</param>
    public int EndOfDuties(int at, int end, int from = -1)
    {
        var last = at;
        var isNumbered = at < end && NotationText.IsWordCharacter(text[at]) && references.IsNumber(words.Word(at));
        for (var next = at; next < end && NotationText.IsWordCharacter(text[next]); next = references.Next(last, ref end))
        {
            var behind = references.EndOfDuty(next, end) is > 0 and var duty ? duty
                : references.IsNumberedDuty(words.Word(next)) ? words.Word(next).End
                : isNumbered ? EndOfNumber(next, end, from)
                : -1;
            if (behind < 0)
            {
                break;
            }

            last = behind;
        }

        return last;
    }

    /// <summary>The end of <c>K1-</c>, where a dash says that a range was meant, and of <c>K1-K1O</c>.</summary>
    public int EndOfRange(int last, int end, bool isSure)
    {
        if (last >= end || !TextFolding.IsDash(text[last]))
        {
            return last;
        }

        return isSure && IsEnded(last + 1, end) ? last + 1 : EndOfMistake(last + 1, end, last + 1, isSure) is > 0 and var behind ? behind : last;
    }

    /// <summary>Whether what begins at a place is parted from what stands before it, or follows a reference at once.</summary>
    private bool IsBegun(int at, int from)
    {
        var before = words.BackOverBlanks(at);
        while (before > from && text[before - 1] is '(' or '[')
        {
            before = words.BackOverBlanks(before - 1);
        }

        return before <= from || text[before - 1] == '/' || IsParted(before);
    }

    private bool IsParted(int before) =>
        before > 0 && (text[before - 1] is ':' or '\uFF1A' || (text[before - 1] != '/' && NotationText.IsParting(text[before - 1]))
            || (before > 3 && string.CompareOrdinal(text, before - 3, "and", 0, 3) == 0 && !NotationText.IsWordCharacter(text[before - 4])));

    /// <summary>Whether what ends at a place is parted from what follows it.</summary>
    public bool IsEnded(int at, int end)
    {
        while (at < end && (TextFolding.IsWhiteSpace(text[at]) || TextFolding.IsInvisible(text[at]) || text[at] is '*' or '_' or '`' or ')' or ']'))
        {
            at++;
        }

        return at >= end || text[at] == '|' || NotationText.IsParting(text[at])
            || (text[at] == '.' && (at + 1 >= end || TextFolding.IsWhiteSpace(text[at + 1])))
            || (NotationText.IsWordCharacter(text[at]) && references.IsJoint(words.Word(at)));
    }
}
