using Competency.Text;

namespace Competency.Notation;

/// <summary>Labelled lists on one line: <c>KSBs: K1, S4</c>, <c>**Duties:** D1, D7</c>.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
/// <param name="lines">Its lines.</param>
/// <param name="references">What in it reads as a reference.</param>
/// <param name="mistakes">What in it was meant as one.</param>
/// <param name="fields">Where the places go.</param>
internal sealed class ProseLabelled(string text, NotationText words, ProseLines lines, ProseReferences references, ProseMistakes mistakes, List<ProseField> fields)
{
    // The most words that part a list of references, "Level 3:".
    private const int MaxCaption = 3;

    /// <summary>Reads a list.</summary>
    /// <param name="word">The first word of the label.</param>
    /// <param name="value">The place behind its colon.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="label">The label, without look-alikes.</param>
    /// <param name="beneath">The list that can stand beneath: none where words stand behind the references of this line.</param>
    /// <param name="isProse">Whether words stand in place of the list: codes among them are references where the label is sure.</param>
    /// <returns>The place to go on at.</returns>
    public int Read(SourceSpan word, int value, int end, string label, out ProseList beneath, out bool isProse)
    {
        (beneath, isProse) = (default, false);
        var kind = NotationLabels.Of(label);
        var isSure = NotationLabels.IsSure(label);
        var holdsNumbers = isSure || kind == NotationLabel.Duties;
        var (first, last, isFirst) = (word.Start, 0, true);
        var at = value;
        if (NotationLabels.MayHeadOther(label) && HoldsOther(value, end))
        {
            return value;
        }

        while (at < end)
        {
            if (!NotationText.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }

            var next = words.Word(at);
            if (EndOfReference(at, end, value, label) is > 0 and var behind)
            {
                first = first < 0 ? at : first;
                at = last = behind;
            }
            else if (isFirst && isSure && EndOfCaption(value, at, end) is > 0 and var caption)
            {
                TellLookAlikes(first, label, value);
                (at, first) = (caption, -1);
                continue;
            }
            else if (EndsList(next, end))
            {
                break;
            }
            else if (isFirst && holdsNumbers && mistakes.EndOfNumber(at, end) is > 0 and var number)
            {
                // A mistake where references follow, else how many they are.
                at = number;
                continue;
            }
            else if (isFirst && !(isSure && IsShort(next)))
            {
                // "Skills: communication": the label of something else.
                isProse = isSure;
                return isSure ? at : next.End;
            }
            else
            {
                if (last > 0 && kind == NotationLabel.Duties && references.IsNumber(next))
                {
                    // In "D1, 12 hours, D3" the number is no duty, and would be read as one between two.
                    Add(first, last, isBehindLabel: first == word.Start, kind);
                    (first, last) = (-1, 0);
                }

                at = Math.Max(next.End, last);
            }

            isFirst = false;
        }

        if (last > 0)
        {
            last = mistakes.EndOfList(last, end, isSure, holdsNumbers, kind);
            Add(first, last, isBehindLabel: first == word.Start, kind);
        }

        var holdsAll = last > 0 && lines.IsTrailing(last, lines.LineEnd(last, end));
        beneath = isFirst && at >= end ? new ProseList(kind, isSure) : holdsAll ? new ProseList(kind, IsSure: false, GoesOn: true) : default;
        if (last == 0 && beneath.IsOpen)
        {
            TellLookAlikes(first, label, value);
        }

        return Math.Max(at, last);
    }

    /// <summary>Look-alikes in the label are told where nothing stands beside it, too.</summary>
    private void TellLookAlikes(int first, string label, int value)
    {
        if (first >= 0 && words.Slice(new SourceSpan(first, label.Length)) != label)
        {
            fields.Add(ProseField.Of(text, SourceSpan.FromBounds(first, value)));
        }
    }

    /// <summary>Whether a list holds words of other kinds with digits, <c>Skills: HTML5, CSS3, S3</c>, up to the end of its sentence.</summary>
    private bool HoldsOther(int at, int end)
    {
        while (at < end && text[at] is not ('(' or '|' or ';') && !(text[at] == '.' && (at + 1 >= end || TextFolding.IsWhiteSpace(text[at + 1]))))
        {
            if (!NotationText.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }

            var word = words.Word(at);
            if (words.LabelAt(word, end, out _) is not null)
            {
                return false;
            }

            if (references.IsOtherNumbered(word, end) && mistakes.EndOfMistake(at, end, at, isSure: false) < 0)
            {
                return true;
            }

            at = words.EndOfPart(word);
        }

        return false;
    }

    /// <summary>The place behind words with a colon that part of the references stands behind, <c>KSBs: Core: K1</c>, <c>- Level 3: K1</c>; -1 where none stand.</summary>
    /// <param name="from">Where the list begins.</param>
    /// <param name="at">Where the words begin.</param>
    /// <param name="end">Where the line ends.</param>
    public int EndOfCaption(int from, int at, int end)
    {
        if (text.IndexOf('|', from, at - from) >= 0)
        {
            return -1;
        }

        for (var count = 0; count < MaxCaption && at < end && NotationText.IsWordCharacter(text[at]); count++)
        {
            var word = words.Word(at);
            if (references.IsCodeLike(at, anyCase: true) || references.IsQualifier(word, end) || words.LabelAt(word, end, out _) is not null)
            {
                return -1;
            }

            at = words.SkipEmphasis(words.SkipBlanks(word.End));
            if (at + 1 < end && text[at] == ':' && !NotationText.IsWordCharacter(text[at + 1]))
            {
                return at + 1;
            }
        }

        return -1;
    }

    private void Add(int first, int last, bool isBehindLabel, NotationLabel label) =>
        fields.Add(ProseField.Of(text, SourceSpan.FromBounds(first, last), isBehindLabel ? NotationLabel.None : label));

    /// <summary>The end of what is a reference or was meant as one; -1 for another word.</summary>
    private int EndOfReference(int at, int end, int value, string label)
    {
        var word = words.Word(at);
        var kind = NotationLabels.Of(label);
        if (references.IsQualifier(word, end))
        {
            return references.EndOfQualified(word, end);
        }

        // "Skills: duty 3 months" is about something else.
        if (references.EndOfDuty(at, end) is > 0 and var behindDuty && (NotationLabels.IsSure(label) || kind == NotationLabel.Duties || text[at] == 'D'))
        {
            return behindDuty;
        }

        return EndsList(word, end) ? -1
            : references.IsLikeReference(word) && !(NotationLabels.MayHeadOther(label) && references.IsOtherNumbered(word, end)) ? words.EndOfPart(word)
            : kind == NotationLabel.Duties && mistakes.EndOfNumber(at, end) is > 0 and var number ? number
            : mistakes.EndOfMistake(at, end, value, NotationLabels.IsSure(label));
    }

    /// <summary>A word as short as a code, in capitals: a mistake or an abbreviation, but no prose.</summary>
    private bool IsShort(SourceSpan word) => word.Length <= 4 && words.Slice(word).All(c => c is >= 'A' and <= 'Z');

    /// <summary>Whether a word is another label, such as <c>Method:</c>, and no code with its statement, <c>K2: Brakes</c>, nor a weight.</summary>
    public bool EndsList(SourceSpan word, int end)
    {
        var at = words.SkipEmphasis(word.End);
        return !(word.Start > 0 && text[word.Start - 1] == ':') && ((at < end && text[at] == ':' && !references.IsLikeReference(word)) || words.LabelAt(word, end, out _) is not null);
    }
}
