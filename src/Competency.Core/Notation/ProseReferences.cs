using Competency.Text;

namespace Competency.Notation;

/// <summary>What in prose reads as a reference, and the runs in which references follow one another.</summary>
/// <param name="text">The prose.</param>
/// <param name="words">Its words.</param>
/// <param name="lines">Its lines.</param>
internal sealed class ProseReferences(string text, NotationText words, ProseLines lines)
{
    // How far around a code it is asked what the text is about.
    private const int MaxNear = 300;

    // Where one of these stands, S3 is a service for storage, and so may be what is listed with it.
    private static readonly string[] OfStorage = ["aws", "amazon", "bucket", "buckets", "lifecycle", "glacier"];

    /// <summary>The run that begins at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="anyCase">Whether <c>k1</c> is a code.</param>
    public ProseRun Run(int at, int end, bool anyCase)
    {
        var (codes, isQualified, isBehavioursOnly) = (0, false, true);
        var (isSkillsOnly, hasS3) = (true, false);
        var last = at;
        for (var next = at; next < end;)
        {
            var word = words.Word(next);
            if (IsQualifier(word, end))
            {
                isQualified = true;
                last = Math.Max(last, EndOfQualified(word, end));
                codes++;
            }
            else if (IsCodeLike(next, anyCase))
            {
                codes++;
                isBehavioursOnly &= TextFolding.ToUpperAscii(LookAlikes.ToAscii(text[next])) == 'B';
                isSkillsOnly &= text[next] == 'S';
                hasS3 |= IsS3(word);
                last = words.EndOfPart(word);
            }
            else if (!IsRangeNumber(word, last))
            {
                break;
            }
            else
            {
                last = word.End;
                codes++;
            }

            next = Next(last, ref end);
            if (next >= end || !NotationText.IsWordCharacter(text[next]) || (!anyCase && IsRenumbered(word, next)))
            {
                break;
            }
        }

        return new ProseRun(SourceSpan.FromBounds(at, last), codes, isQualified, isBehavioursOnly, MayBeStorage: isSkillsOnly && hasS3);
    }

    /// <summary>"S11 became S10", with <c>to</c> between: what runs backwards or across kinds is a range to nobody who writes words.</summary>
    private bool IsRenumbered(SourceSpan first, int next)
    {
        var joint = words.SkipEmphasis(words.SkipBlanks(words.SkipEmphasis(first.End)));
        return joint < next && NotationText.IsWordCharacter(text[joint]) && words.Slice(words.Word(joint)) == "to"
            && words.TryCode(first, out var from) && words.TryCode(words.Word(next), out var to) && (from.Kind != to.Kind || from > to);
    }

    /// <summary>The 10 of <c>K1-10</c>.</summary>
    private bool IsRangeNumber(SourceSpan word, int last) =>
        words.NumberBehindDash(last) == word.Start && word.Length <= 4 && words.Slice(word).All(TextFolding.IsDigit);

    /// <summary>Where what follows a reference begins: on the next line of the paragraph, where a comma or the like joins the two.</summary>
    /// <param name="last">The end of the reference.</param>
    /// <param name="end">Where the line ends; then where the next one does, if it begins there.</param>
    public int Next(int last, ref int end)
    {
        var next = SkipJoints(last, end);
        if (next < end || lines.Continuation(end) is not (> 0 and var below))
        {
            return next;
        }

        var endBelow = lines.LineEnd(below);
        next = SkipJoints(below, endBelow);
        if (next >= endBelow || !NotationText.IsWordCharacter(text[next]) || !(lines.IsBreak(end) || IsJoined(last, end) || IsJoined(below, next)))
        {
            return end;
        }

        end = endBelow;
        return next;
    }

    /// <summary>Whether something that joins references stands between two places; a dash or "to" over the end of a line makes no range.</summary>
    private bool IsJoined(int at, int end)
    {
        for (; at < end; at++)
        {
            if (NotationText.IsParting(text[at]) || (NotationText.IsWordCharacter(text[at]) && words.Word(at).Length == 3))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands between two codes of one run.</summary>
    private int SkipJoints(int at, int end)
    {
        while (at < end)
        {
            var c = text[at];
            if (NotationText.IsWordCharacter(c))
            {
                var word = words.Word(at);
                if (!IsJoint(word))
                {
                    return at;
                }

                at = word.End;
            }
            else if (TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || TextFolding.IsDash(c) || NotationText.IsParting(c) || c is '*' or '_' or '`')
            {
                at++;
            }
            else
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>A code, or what was meant to be one: <c>K01</c>, a Cyrillic К1.</summary>
    public bool IsCodeLike(int at, bool anyCase) => at < text.Length && NotationText.IsWordCharacter(text[at]) && words.IsCodeLike(words.Word(at), anyCase);

    /// <summary><c>ST0499:K9</c> and <c>ST0499@1.3:K9</c>: the reference of a standard with a colon behind it.</summary>
    public bool IsQualifier(SourceSpan word, int end)
    {
        if (word.Length is < 6 or > 7 || !StandardReference.TryParse(words.Slice(word), out _))
        {
            return false;
        }

        var at = word.End;
        if (at < end && text[at] == '@')
        {
            at++;
            while (at < end && at < word.End + 12 && (TextFolding.IsDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }
        }

        if (at + 1 >= end || text[at] != ':')
        {
            return false;
        }

        // With a blank behind its colon it is a mistake, but surely one.
        var target = words.SkipEmphasis(words.SkipBlanks(at + 1));
        return target < end && (IsCodeLike(target, anyCase: target == at + 1) || EndOfDuty(target, end) > 0);
    }

    /// <summary>The end of the code or duty that a qualifier qualifies.</summary>
    public int EndOfQualified(SourceSpan qualifier, int end)
    {
        var colon = text.IndexOf(':', qualifier.End, end - qualifier.End);
        var target = words.SkipEmphasis(words.SkipBlanks(colon + 1));
        return EndOfDuty(target, end) is > 0 and var duty ? duty : words.Word(target).End;
    }

    /// <summary>The end of codes and duties that follow one another, none of which names a standard; where they would begin, if none stands there.</summary>
    public int EndOfUnqualified(int at, int end)
    {
        var last = at;
        for (var next = at; next < end && NotationText.IsWordCharacter(text[next]); next = SkipJoints(last, end))
        {
            var word = words.Word(next);
            var behind = IsCodeLike(next, anyCase: true) ? words.EndOfPart(word) : last > at && IsRangeNumber(word, last) ? word.End : EndOfDuty(next, end);
            if (behind < 0)
            {
                break;
            }

            last = behind;
        }

        return last;
    }

    /// <summary>Whether a line from a place on is references alone, two or more, with words beside them as a field has them: <c>K1 (words), K2 – words</c>.</summary>
    /// <param name="at">The place.</param>
    /// <param name="end">Where the line ends.</param>
    public bool AreAlone(int at, int end)
    {
        if (!IsCodeLike(at, anyCase: false) || text.IndexOf('|', at, end - at) >= 0)
        {
            return false;
        }

        var read = KsbNotation.Parse(text.Substring(at, end - at));
        return read.References.Count > 1 && read.Problems.Count == 0 && !read.References.All(r => r.First.Kind == KsbKind.Behaviour)
            && !(read.References.All(r => r.First.Kind == KsbKind.Skill) && IsOfStorage(at, end));
    }

    /// <summary>Whether a word is <c>Duty4</c>, or the 10 of <c>K1-10</c>: not P1, AM1 or EC2, which name something else.</summary>
    public bool IsDutyOrEndOfRange(int at) => IsDuty(at) || (at > 0 && TextFolding.IsDash(text[at - 1]) && words.Slice(words.Word(at)).All(TextFolding.IsDigit));

    private bool IsDuty(int at) =>
        NotationText.IsWordCharacter(text[at]) && words.Word(at) is { Length: > 4 and <= 7 } word && TextFolding.EqualsIgnoreCase(text.Substring(at, 4), "Duty") && words.Slice(word).Skip(4).All(TextFolding.IsDigit);

    /// <summary>The end of <c>Duty 2</c> or <c>Duty4</c>; -1 where none begins.</summary>
    public int EndOfDuty(int at, int end)
    {
        if (at >= end || !NotationText.IsWordCharacter(text[at]))
        {
            return -1;
        }

        var word = words.Word(at);
        var number = TextFolding.EqualsIgnoreCase(words.Slice(word), "Duty") ? words.SkipBlanks(word.End) : end;
        return IsDuty(at) ? word.End : number < end && TextFolding.IsDigit(text[number]) ? words.Word(number).End : -1;
    }

    /// <summary>Whether a word is a number alone, as duties have them.</summary>
    public bool IsNumber(SourceSpan word) => word.Length <= 3 && words.Slice(word).Select(LookAlikes.ToAscii).All(TextFolding.IsDigit);

    /// <summary>The end of <c>Duty 2, K1, Duty4</c>: duties, and what runs on behind them; where it begins, if no duty stands there.</summary>
    public int EndOfDutiesAndCodes(int at, int end)
    {
        var last = at;
        for (var next = at; EndOfDuty(next, end) is > 0 and var behind; next = Next(last, ref end))
        {
            last = behind;
            var code = Next(last, ref end);
            if (code < end && IsCodeLike(code, anyCase: true))
            {
                last = Run(code, end, anyCase: true).Span.End;
                end = lines.LineEnd(last, end);
            }
        }

        return last;
    }

    /// <summary>Whether a word is <c>D1</c>, as duties are written behind their label.</summary>
    public bool IsNumberedDuty(SourceSpan word) => NotationText.LettersOfNumbered(words.Slice(word)) == 1 && TextFolding.ToUpperAscii(text[word.Start]) == 'D';

    /// <summary>Whether a word joins two codes.</summary>
    public bool IsJoint(SourceSpan word) => word.Length is 2 or 3 && words.Slice(word) is "and" or "to";

    /// <summary>Whether a word can be the name of a service for storage.</summary>
    public bool IsS3(SourceSpan word) => word.Length == 2 && words.Slice(word) == "S3";

    /// <summary>Whether the text around a place is about storage.</summary>
    public bool IsOfStorage(int at, int end)
    {
        var start = at;
        end = Math.Min(end, at + MaxNear);
        while (start > 0 && start > at - MaxNear && !TextFolding.IsLineEnd(text[start - 1]))
        {
            start--;
        }

        for (var word = start; word < end;)
        {
            if (!NotationText.IsWordCharacter(text[word]))
            {
                word++;
                continue;
            }

            var span = words.Word(word);
            if (span.Length <= 9 && OfStorage.Contains(TextFolding.ToLower(words.Slice(span))))
            {
                return true;
            }

            word = span.End;
        }

        return false;
    }

    /// <summary>Whether a word has letters and digits as codes have them, and is none: what is listed with it is something else, HTML5, EC2 or criteria.</summary>
    public bool IsOtherNumbered(SourceSpan word, int end) =>
        NotationText.LettersOfNumbered(words.Slice(word)) > 0 && !IsCodeLike(word.Start, anyCase: true) && !IsDuty(word.Start) && !StandardReference.TryParse(words.Slice(word), out _)
            && EndOfDuty(word.Start, end) < 0;

    /// <summary>Letters and digits as codes have them, whatever the letters: within a labelled list it is a reference or a mistake.</summary>
    public bool IsLikeReference(SourceSpan word)
    {
        if (word.Length > 12)
        {
            return false;
        }

        return NotationText.LettersOfNumbered(LookAlikes.Mend(words.Slice(word)) ?? words.Slice(word)) is var letters
            && (letters is > 0 and <= 4 || (letters == 0 && word.Start > 0 && TextFolding.IsDash(text[word.Start - 1])));
    }
}
