using Competency.Text;

namespace Competency.Notation;

/// <summary>The characters of one field of references: what is a word, what parts words, and what a word looks like.</summary>
internal sealed class NotationText(string text)
{
    // The longest word of a label, with some to spare.
    private const int MaxLabelWord = 12;

    // The most words of a label that people make themselves, "KSBs addressed this week".
    private const int MaxOwnLabel = 5;

    public int Length => text.Length;

    public char this[int at] => text[at];

    public string Slice(SourceSpan span) => text.Substring(span.Start, span.Length);

    public int IndexOf(char c, int at, int within) => text.IndexOf(c, at, Math.Min(within, text.Length - at));

    /// <summary>The next character that says something, or the end.</summary>
    public int SkipSeparators(int at)
    {
        while (at < text.Length && ((IsSeparator(text[at]) && !IsEllipsis(at)) || IsBullet(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>One of several full stops in a row: <c>K1..K5</c> is meant as a range, and must not be read as two codes.</summary>
    public bool IsEllipsis(int at) => text[at] == '.' && ((at > 0 && text[at - 1] == '.') || (at + 1 < text.Length && text[at + 1] == '.'));

    /// <summary>A dash that begins a line, as in a list of bullets.</summary>
    private bool IsBullet(int at)
    {
        if (!TextFolding.IsDash(text[at]) || at + 1 >= text.Length || !TextFolding.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        var before = at - 1;
        while (before >= 0 && TextFolding.IsWhiteSpace(text[before]) && !TextFolding.IsLineEnd(text[before]))
        {
            before--;
        }

        return before < 0 || TextFolding.IsLineEnd(text[before]);
    }

    public int SkipBlanks(int at)
    {
        while (at < text.Length && !TextFolding.IsLineEnd(text[at]) && (TextFolding.IsWhiteSpace(text[at]) || TextFolding.IsInvisible(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>The number behind a dash that stands close to a code, the 10 of <c>K1-10</c>; -1 where none does.</summary>
    /// <param name="last">The end of the code.</param>
    public int NumberBehindDash(int last)
    {
        var at = last + 1;
        while (at < text.Length && TextFolding.IsInvisible(text[at]))
        {
            at++;
        }

        return at < text.Length && TextFolding.IsDash(text[last]) && TextFolding.IsDigit(text[at]) ? at : -1;
    }

    public int SkipEmphasis(int at)
    {
        while (at < text.Length && text[at] is '*' or '_' or '`')
        {
            at++;
        }

        return at;
    }

    /// <summary>The place behind the last character before a place that is neither blank nor emphasis.</summary>
    public int BackOverBlanks(int at)
    {
        while (at > 0 && (TextFolding.IsWhiteSpace(text[at - 1]) || TextFolding.IsInvisible(text[at - 1]) || text[at - 1] is '*' or '_' or '`'))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a character parts the items of a list.</summary>
    public static bool IsParting(char c) => c is ',' or ';' or '/' or '&' or '+' or '\u2022' or '\u00B7' or '\uFF0C' or '\uFF1B' or '\u3001';

    public static bool IsSeparator(char c) =>
        TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c) || IsParting(c) || c is '|' or '[' or ']' or '(' or ')' or '{' or '}' or '.' or '*' or '_' or '`' or '#';

    public static bool IsWordCharacter(char c) => TextFolding.IsWordCharacter(c);

    public SourceSpan Word(int start)
    {
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        return SourceSpan.FromBounds(start, end);
    }

    /// <summary>The end of a word, and of the part (<c>K3.1</c>) that is written behind it.</summary>
    public int EndOfPart(SourceSpan word)
    {
        var at = word.End;
        while (at + 1 < text.Length && text[at] == '.' && TextFolding.IsDigit(text[at + 1]))
        {
            at = Word(at + 1).End;
        }

        return at;
    }

    /// <summary>The label that begins with a word, of one word or two, <c>KSBs:</c> or <c>KSB references:</c>, without its look-alikes; null where none does.</summary>
    /// <param name="word">The word.</param>
    /// <param name="end">Where the line ends, or the list.</param>
    /// <param name="value">The place behind the colon.</param>
    public string? LabelAt(SourceSpan word, int end, out int value)
    {
        value = word.End;
        var last = word.End;
        for (int words = 1, length = word.Length; words <= 2 && length <= MaxLabelWord; words++)
        {
            last = SkipPlural(last);
            var at = SkipEmphasis(SkipBlanks(last));
            if (at >= end)
            {
                return null;
            }

            if (IsColon(at))
            {
                var written = Slice(SourceSpan.FromBounds(word.Start, last));
                if ((NotationLabels.Known(written) == NotationLabel.None ? NotationLabels.Meant(written) : written) is { } label)
                {
                    value = at + 1;
                    return label;
                }

                break;
            }

            if (!IsWordCharacter(text[at]))
            {
                break;
            }

            (last, length) = (Word(at).End, Word(at).Length);
        }

        return BeginsSentence(word.Start) ? OwnLabelAt(word, end, ref value) : null;
    }

    /// <summary>A label of several words of which one is KSB, <c>KSBs (core):</c>, <c>KSBs to be covered:</c>.</summary>
    private string? OwnLabelAt(SourceSpan word, int end, ref int value)
    {
        var (at, last) = (word.Start, word.End);
        var (first, second) = (-1, -1);
        for (var words = 0; at < end; at++)
        {
            if (IsColon(at))
            {
                var written = Slice(SourceSpan.FromBounds(word.Start, last));
                value = at + 1;

                // "Mapped KSBs covered:" ends with a label that is known.
                var endsWithKnown = IsKnown(first, last) || IsKnown(second, last);
                return !endsWithKnown && NotationLabels.Of(written) == NotationLabel.Ksbs ? written : null;
            }

            if (IsWordCharacter(text[at]))
            {
                var next = Word(at);
                if (++words > MaxOwnLabel || IsCodeLike(next, anyCase: true))
                {
                    return null;
                }

                last = SkipPlural(next.End);
                (first, second) = (second, at);
                at = last - 1;
            }
            else if (text[at] is ')' or ']')
            {
                last = at + 1;
            }
            else if (TextFolding.IsLineEnd(text[at]) || !(TextFolding.IsWhiteSpace(text[at]) || TextFolding.IsInvisible(text[at]) || TextFolding.IsDash(text[at]) || text[at] is '*' or '_' or '(' or '[' or '/' or '&'))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsKnown(int start, int end) => start >= 0 && NotationLabels.Known(Slice(SourceSpan.FromBounds(start, end))) != NotationLabel.None;

    private bool IsColon(int at) => text[at] is ':' or '\uFF1A';

    /// <summary>Passes over the end of <c>KSB(s)</c> and <c>KSB's</c>.</summary>
    private int SkipPlural(int at)
    {
        if (at + 1 < text.Length && text[at] is '\'' or '\u2019' && text[at + 1] is 's' or 'S' && Word(at + 1).Length == 1)
        {
            return at + 2;
        }

        return at + 2 < text.Length && text[at] == '(' && text[at + 1] is 's' or 'S' && text[at + 2] == ')' ? at + 3 : at;
    }

    /// <summary>Whether a word is the first of its line, item or sentence.</summary>
    private bool BeginsSentence(int at)
    {
        while (at > 0 && !TextFolding.IsLineEnd(text[at - 1]) && (TextFolding.IsWhiteSpace(text[at - 1]) || TextFolding.IsInvisible(text[at - 1]) || text[at - 1] is '*' or '_' or '`'))
        {
            at--;
        }

        return at == 0 || TextFolding.IsLineEnd(text[at - 1]) || TextFolding.IsDash(text[at - 1]) || text[at - 1] is '.' or '!' or '?' or ';' or '|' or '#' or '>' or '+' or '(' or '[' or ']' or '\u2022' or '\u00B7';
    }

    /// <summary>
    /// The label that a line is by itself, without a colon, as a heading has it: <c>## KSBs</c>, <c>**Duties**</c>; without its look-alikes, null where it is none.
    /// What heads words as well as codes, such as <c>Skills</c>, is none.
    /// </summary>
    /// <param name="at">Where its words begin.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="written">The words as they are written.</param>
    public string? LabelAlone(int at, int end, out SourceSpan written)
    {
        while (end > at && (text[end - 1] is '#' or '*' or '_' || TextFolding.IsWhiteSpace(text[end - 1]) || TextFolding.IsInvisible(text[end - 1])))
        {
            end--;
        }

        written = SourceSpan.FromBounds(at, Math.Max(at, end));
        if (written.Length is 0 or > (2 * MaxLabelWord) + 1)
        {
            return null;
        }

        var words = Slice(written);
        if (!words.All(c => IsWordCharacter(c) || TextFolding.IsWhiteSpace(c)))
        {
            return null;
        }

        var label = NotationLabels.Known(words) == NotationLabel.None ? NotationLabels.Meant(words) : words;
        return label is not null && (NotationLabels.IsSure(label) || NotationLabels.Of(label) == NotationLabel.Duties) ? label : null;
    }

    public bool TryCode(SourceSpan word, out KsbCode code) => KsbCode.TryParse(text, word.Start, word.End, out code);

    /// <summary>A code, or what only fails to be one by its number or by a look-alike: <c>K01</c>, a Cyrillic К1.</summary>
    public bool IsCodeLike(SourceSpan word, bool anyCase)
    {
        if (word.Length is < 2 or > 7)
        {
            return false;
        }

        var written = LookAlikes.Mend(Slice(word)) ?? Slice(word);
        var letters = LettersOfNumbered(written);
        return letters is > 0 and <= 3 && KsbKinds.FromPrefix(written.Substring(0, letters)) != KsbKind.None && (anyCase || written.Take(letters).All(c => c is >= 'A' and <= 'Z'));
    }

    /// <summary>How many letters a word begins with, where digits follow them and nothing else; -1 for another word.</summary>
    public static int LettersOfNumbered(string word)
    {
        var letters = word.TakeWhile(TextFolding.IsLetter).Count();
        return letters < word.Length && word.Skip(letters).All(TextFolding.IsDigit) ? letters : -1;
    }

    public bool StartsReference(int at)
    {
        at = SkipEmphasis(SkipBlanks(at));
        return at < text.Length && IsWordCharacter(text[at]) && Word(at) is var word
               && (TryCode(word, out _) || StandardReference.TryParse(Slice(word), out _));
    }

    /// <summary>Whether any word is a code, or was meant to be one.</summary>
    public bool HoldsCode(SourceSpan span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (IsWordCharacter(text[at]))
            {
                var word = Word(at);
                if (IsCodeLike(word, anyCase: true))
                {
                    return true;
                }

                at = word.End;
            }
        }

        return false;
    }

    public static bool TryNumber(string digits, int max, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 4 || digits[0] == '0' || !digits.All(TextFolding.IsDigit))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number <= max;
    }
}
