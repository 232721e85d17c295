using Competency.Text;

namespace Competency.Notation;

/// <summary>
/// Finds in prose the places that surely hold KSB references: labelled lists, parentheses that hold codes alone, runs of codes, qualified
/// references, and lines that a code heads. What may be something else (a heading <c>B1.</c>, "S3 lifecycle rules", criterion P1) is left.
/// </summary>
internal sealed class KsbProse
{
    // Longer than any list of codes that people put in parentheses.
    private const int MaxParenthesised = 1000;

    private static readonly Dictionary<int, int> NoLinks = [];

    private readonly string _text;
    private readonly NotationText _words;
    private readonly ProseReferences _references;
    private readonly ProseLines _lines;
    private readonly ProseHeads _heads;
    private readonly List<ProseField> _fields = [];
    private readonly IReadOnlyDictionary<int, int> _links;
    private readonly ProseMistakes _mistakes;
    private readonly ProseLabelled _labelled;
    private readonly ProseItems _items;
    private readonly bool _linesAreHeaded;
    private ProseList _list;

    // Behind "KSBs: all of" codes are references, whatever words stand around them.
    private bool _isBehindSureLabel;

    // Whether the line before this one is a label or an item of its list.
    private bool _isBelow;

    // In an item beneath "KSBs:" that begins with a code, "see also K5" refers to another.
    private bool _isInSureItem;

    private KsbProse(string text, IReadOnlyDictionary<int, int> links)
    {
        _text = text;
        _links = links;
        _words = new NotationText(text);
        _lines = new ProseLines(text, _words);
        _references = new ProseReferences(text, _words, _lines);
        _heads = new ProseHeads(text, _words, _lines, _references);
        _mistakes = new ProseMistakes(text, _words, _lines, _references);
        _labelled = new ProseLabelled(text, _words, _lines, _references, _mistakes, _fields);
        _items = new ProseItems(text, _words, _lines, _references, _mistakes, _fields);
        _linesAreHeaded = _heads.AreThere();
    }

    /// <summary>The places, in the order of the text. Each is read by itself, as a field of references.</summary>
    /// <param name="text">The prose.</param>
    /// <param name="links">Where the words of links end, by where they begin; null where the prose has none.</param>
    public static IReadOnlyList<ProseField> Fields(string text, IReadOnlyDictionary<int, int>? links = null)
    {
        var prose = new KsbProse(WithoutAddresses(text), links ?? NoLinks);
        prose.Read();
        return prose._fields;
    }

    private void Read()
    {
        for (var start = 0; start < _text.Length;)
        {
            var end = ReadLine(start, _lines.LineEnd(start));
            start = end + (end + 1 < _text.Length && _text[end] == '\r' && _text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>Reads a line, and what goes on beneath it. Says where the last line ends that was read.</summary>
    private int ReadLine(int start, int end)
    {
        var isBelow = _isBelow;
        _isBelow = false;
        var at = _lines.SkipPrefix(start, end, out var isBullet, out var isHeading);
        if (_list.GoesOn && (at >= end || isHeading))
        {
            _list = default;
        }

        if (at >= end || _lines.IsUnderline(at, end) || OpensList(at, end, isHeading))
        {
            _isBelow = _list.IsOpen && at < end;
            return end;
        }

        var number = _lines.SkipNumber(at, end);
        var item = isBullet ? _words.SkipEmphasis(at) : number;
        var list = _lines.IsBreak(start - 1) || _lines.Indent(start, end) >= _list.Indent ? _list : default;
        var indent = item < 0 ? 0 : item - start;
        if (item >= 0 && list.IsOpen && list.IsSure && _labelled.EndOfCaption(item, item, end) is > 0 and var caption)
        {
            item = _words.SkipEmphasis(_words.SkipBlanks(caption));
        }

        // "K1 words" on the line below "KSBs:" is an item without a bullet.
        var isItem = item >= 0 || (isBelow && list.IsSure && _references.IsCodeLike(at, anyCase: false));
        var isRead = list.IsOpen && _items.TryRead(_list, item >= 0 ? item : at, end, isItem, ref at);

        // Beneath "KSBs:" and "Duties:" words between two codes do not end the list, nor do further lines of an item.
        var goesOn = isRead || ((list.Label == NotationLabel.Duties || (list.IsOpen && list.IsSure)) && (item >= 0 || TextFolding.IsWhiteSpace(_text[start])));
        (_list, _isBehindSureLabel) = (default, false);
        _isInSureItem = isRead && list.IsSure;
        at = isRead || number < 0 ? at : number;
        if (!isRead && _references.AreAlone(at, end))
        {
            Add(SourceSpan.FromBounds(at, end));
            at = end;
        }
        else if (!isRead && _linesAreHeaded && _heads.IsHeadedByCode(at, end, out var headEnd))
        {
            Add(SourceSpan.FromBounds(at, headEnd));
            at = headEnd;
        }

        while (at != end)
        {
            _isBehindSureLabel &= at < end;
            end = _lines.LineEnd(at, end);
            at = at < end ? ReadAt(at, end) : end;
        }

        if (_list.GoesOn)
        {
            _list = _list with { Indent = indent };
        }
        else if (goesOn && !_list.IsOpen)
        {
            _list = list;
        }

        _isBelow = isRead || _list.IsOpen;
        return end;
    }

    /// <summary>
    /// Whether a line is a label by itself, <c>## KSBs</c>: then the list stands beneath. Beneath a heading that speaks of KSBs among other words
    /// what is written otherwise may be something else.
    /// </summary>
    private bool OpensList(int at, int end, bool isHeading)
    {
        if (_words.LabelAlone(at, end, out var written) is { } label)
        {
            _list = new ProseList(NotationLabels.Of(label), NotationLabels.IsSure(label));
            if (_words.Slice(written) != label)
            {
                Add(written);
            }

            return true;
        }

        if (!isHeading || !SpeaksOfKsbs(at, end))
        {
            return false;
        }

        // "## Imaging (KSBs: K1, K2)" holds its list itself.
        (_list, _isBehindSureLabel) = (default, false);
        var before = _fields.Count;
        while (at < end)
        {
            at = ReadAt(at, end);
        }

        if (_fields.Count == before && !_list.IsOpen)
        {
            _list = new ProseList(NotationLabel.Ksbs, IsSure: false);
        }

        return true;
    }

    private bool SpeaksOfKsbs(int at, int end)
    {
        for (; at < end; at++)
        {
            if (NotationText.IsWordCharacter(_text[at]))
            {
                var word = _words.Word(at);
                if (word.Length is 3 or 4 && NotationLabels.IsSure(_words.Slice(word)))
                {
                    return true;
                }

                at = word.End;
            }
        }

        return false;
    }

    /// <summary>Reads what stands at one place of a line, and says where to go on.</summary>
    private int ReadAt(int at, int end)
    {
        if (_text[at] is '(' or '[')
        {
            return TryReadParentheses(at, end, out var behind) ? behind : at + 1;
        }

        if (!NotationText.IsWordCharacter(_text[at]))
        {
            return at + 1;
        }

        var word = _words.Word(at);
        if (_words.LabelAt(word, end, out var value) is { } label)
        {
            return _labelled.Read(word, value, end, label, out _list, out _isBehindSureLabel);
        }

        if (_references.IsQualifier(word, end) || _references.IsCodeLike(at, anyCase: false))
        {
            return ReadRun(at, end);
        }

        if (_isBehindSureLabel && _references.EndOfDutiesAndCodes(at, end) is var duties && duties > at)
        {
            Add(SourceSpan.FromBounds(at, duties));
            return duties;
        }

        if (_isInSureItem && _words.Slice(word) is "see" or "also" && _words.SkipBlanks(word.End) is var other && other < end && _references.IsCodeLike(other, anyCase: false))
        {
            _isBehindSureLabel = true;
            other = ReadRun(other, end);
            _isBehindSureLabel = false;
            return other;
        }

        // "KSBs: to follow. Method: ..." is about something else.
        _isBehindSureLabel &= !_labelled.EndsList(word, end);
        return word.End;
    }

    // --- parentheses and runs --------------------------------------------------------------------------------------------------

    /// <summary><c>(S4, S13)</c> anywhere, <c>(S4)</c> where nothing follows on the line.</summary>
    private bool TryReadParentheses(int open, int end, out int behind)
    {
        behind = open + 1;
        var close = _text.IndexOf(_text[open] == '(' ? ')' : ']', open, Math.Min(MaxParenthesised, _text.Length - open));
        while (end < close && _lines.Continuation(end) is > 0 and var below)
        {
            end = _lines.LineEnd(below);
        }

        if (close < 0 || end < close)
        {
            return false;
        }

        if (IsOfFormula(open))
        {
            behind = close + 1;
            return true;
        }

        var (codes, start) = (0, open + 1);
        var (isSkillsOnly, hasS3, isLabelled) = (true, false, false);
        for (var at = open + 1; at < close;)
        {
            if (TextFolding.IsLineEnd(_text[at]))
            {
                at = _lines.Continuation(at);
                continue;
            }

            if (!NotationText.IsWordCharacter(_text[at]))
            {
                if (_text[at] is '(' or '[' || (!NotationText.IsSeparator(_text[at]) && !TextFolding.IsDash(_text[at]) && _text[at] != ':'))
                {
                    return false;
                }

                at++;
                continue;
            }

            // "(and K1, K2)": what joins them to the words before is no part of them.
            var word = _words.Word(at);
            start = codes == 0 && _references.IsJoint(word) ? word.End : start;
            if (_references.IsCodeLike(at, anyCase: false))
            {
                codes++;
                isSkillsOnly &= _text[at] == 'S';
                hasS3 |= _references.IsS3(word);
            }
            else if (_words.LabelAt(word, close, out var value) is not null)
            {
                isLabelled = true;
                at = value;
                continue;
            }
            else if (_mistakes.EndOfMistake(at, close, open + 1, isSure: false) is > 0 and var mistake)
            {
                codes++;
                at = mistake;
                continue;
            }
            else if (!_references.IsJoint(word) && !_references.IsQualifier(word, close) && !_references.IsDutyOrEndOfRange(at) && !(isLabelled && _references.IsLikeReference(word)))
            {
                return false;
            }

            at = Math.Max(word.End, _words.EndOfPart(word));
        }

        if (codes == 0 || (codes == 1 && !_lines.IsTrailing(close + 1, end)) || (isSkillsOnly && hasS3 && _references.IsOfStorage(open, end)))
        {
            return false;
        }

        Add(SourceSpan.FromBounds(start, close));
        behind = close + 1;
        return true;
    }

    /// <summary>Whether parentheses are those of <c>=SUM(B1:B10)</c>.</summary>
    private bool IsOfFormula(int open)
    {
        var at = open;
        while (at > 0 && NotationText.IsWordCharacter(_text[at - 1]))
        {
            at--;
        }

        return at < open && at > 0 && _text[at - 1] == '=';
    }

    /// <summary>Two codes or more that follow one another, a range, or a qualified reference; one code alone may be anything.</summary>
    private int ReadRun(int at, int end)
    {
        var (run, codes, isQualified, isBehavioursOnly, mayBeStorage) = _references.Run(at, end, anyCase: false);
        end = _lines.LineEnd(run.End, end);
        var isPath = (run.Start > 0 && _text[run.Start - 1] is '/' or '\\' or '=' or '#' or '@' or '_' or '-')
            || IsFile(run)
            || (run.End < _text.Length && (_text[run.End] is '/' or '\\' or '=' or '_' or '@' || NotationText.IsWordCharacter(_text[run.End])));
        var isLabelled = _isBehindSureLabel && !isPath && !(codes == 1 && mayBeStorage && !_mistakes.IsEnded(run.End, end));
        var isSure = (codes >= 2 && !isBehavioursOnly && !isPath) || isLabelled || IsLinked(run, codes, end);
        if (!isQualified && !(isSure && !(mayBeStorage && _references.IsOfStorage(at, end))))
        {
            return Math.Max(run.End, at + 1);
        }

        var last = isLabelled ? _mistakes.EndOfList(run.End, end, isSure: true, holdsNumbers: true) : run.End;
        Add(SourceSpan.FromBounds(run.Start, last));
        return Math.Max(last, at + 1);
    }

    /// <summary><c>K1/K2.md</c>.</summary>
    private bool IsFile(SourceSpan run) =>
        run.End + 1 < _text.Length && _text[run.End] == '.' && TextFolding.IsLetter(_text[run.End + 1]) && _text.IndexOf('/', run.Start, run.Length) >= 0;

    /// <summary>A link is as sure as parentheses: its words are codes alone, one of them only where nothing follows on the line.</summary>
    private bool IsLinked(SourceSpan run, int codes, int end) =>
        _links.TryGetValue(run.Start, out var linkEnd) && (_lines.IsTrailing(run.End, end) || (codes >= 2 && run.End <= linkEnd));

    private void Add(SourceSpan field) => _fields.Add(ProseField.Of(_text, field));

    /// <summary>Blanks in place of web addresses, so that nothing in them is read.</summary>
    private static string WithoutAddresses(string text)
    {
        char[]? blanked = null;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at, StringComparison.Ordinal))
        {
            blanked ??= text.ToCharArray();

            // Files in a storage service are at S3://bucket/name. Of https the word stays: words say where a list ends.
            var isCode = at > 0 && TextFolding.IsDigit(text[at - 1]);
            while (isCode && at > 0 && NotationText.IsWordCharacter(text[at - 1]))
            {
                at--;
            }

            if (isCode || at == 0 || !NotationText.IsWordCharacter(text[at - 1]))
            {
                // Something stands there: what is before and behind it makes no range.
                blanked[at++] = ';';
            }

            while (at < text.Length && !TextFolding.IsWhiteSpace(text[at]))
            {
                blanked[at++] = ' ';
            }
        }

        return blanked is null ? text : new string(blanked);
    }
}
