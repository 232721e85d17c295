using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>Reads one field of references from left to right. Each method reads one thing and leaves <c>_at</c> behind it.</summary>
internal sealed class KsbNotationParser(string text)
{
    private readonly List<KsbReference> _references = [];
    private readonly List<NotationProblem> _problems = [];
    private readonly HashSet<string> _seen = [];
    private int _at;
    private bool _duties;

    public KsbNotationResult Parse()
    {
        while (SkipSeparators())
        {
            if (IsWordCharacter(text[_at]))
            {
                ReadWord();
            }
            else
            {
                ReadUnexpectedCharacters();
            }
        }

        return new KsbNotationResult(_references.ToArray(), _problems.ToArray());
    }

    // --- words -----------------------------------------------------------------------------------------------------------------

    private void ReadWord()
    {
        var word = Word(_at);
        if (TryReadLabel(word) || TryReadQualified(word) || TryReadDuty(word, default, null, default) || IsConjunction(word))
        {
            return;
        }

        if (TryCode(word, out var code))
        {
            _at = word.End;
            ReadRest(code, word, default, null, default);
            return;
        }

        ReadMalformed(word);
    }

    /// <summary><c>KSBs:</c>, <c>Knowledge:</c>, <c>Duties:</c>: says what the references after it are.</summary>
    private bool TryReadLabel(SourceSpan word)
    {
        var label = Label(Slice(word));
        if (label == FieldLabel.None)
        {
            return false;
        }

        var at = SkipEmphasis(SkipBlanks(word.End));
        if (at >= text.Length || text[at] != ':')
        {
            return false;
        }

        _duties = label == FieldLabel.Duties;
        _at = at + 1;
        return true;
    }

    /// <summary><c>ST0499:K9</c>, <c>ST0499@1.3:S4-S6</c>, <c>ST0499:Duty4</c>. A qualifier holds for the one reference that follows its colon.</summary>
    private bool TryReadQualified(SourceSpan word)
    {
        if (!StandardReference.TryParse(Slice(word), out var reference))
        {
            return false;
        }

        StandardVersion? version = null;
        var end = word.End;
        if (end < text.Length && text[end] == '@')
        {
            var versionEnd = end + 1;
            while (versionEnd < text.Length && (TextFolding.IsDigit(text[versionEnd]) || (text[versionEnd] == '.' && versionEnd + 1 < text.Length && TextFolding.IsDigit(text[versionEnd + 1]))))
            {
                versionEnd++;
            }

            if (!StandardVersion.TryParse(text.Substring(end + 1, versionEnd - end - 1), out var parsed))
            {
                var wrong = SourceSpan.FromBounds(word.Start, versionEnd);
                Malformed(wrong, $"'{Slice(wrong)}' names no version; write {reference}@1.2", null);
                _at = versionEnd < text.Length && text[versionEnd] == ':' ? versionEnd + 1 : versionEnd;
                return true;
            }

            version = parsed;
            end = versionEnd;
        }

        var qualifier = SourceSpan.FromBounds(word.Start, end);
        if (end >= text.Length || text[end] != ':' || end + 1 >= text.Length || !IsWordCharacter(text[end + 1]))
        {
            Malformed(qualifier, $"'{Slice(qualifier)}' names a standard but no KSB of it; write {Slice(qualifier)}:K1", null);
            _at = end < text.Length && text[end] == ':' ? end + 1 : end;
            return true;
        }

        var target = Word(end + 1);
        if (TryReadDuty(target, reference, version, qualifier))
        {
            return true;
        }

        if (TryCode(target, out var code))
        {
            _at = target.End;
            ReadRest(code, target, reference, version, qualifier);
            return true;
        }

        _at = target.Start;
        ReadMalformed(target);
        return true;
    }

    /// <summary><c>Duty 4</c> and <c>Duty4</c> anywhere; <c>D4</c> and <c>4</c> only after the label <c>Duties:</c>, for D1 is also a grading criterion.</summary>
    private bool TryReadDuty(SourceSpan word, StandardReference qualifier, StandardVersion? version, SourceSpan qualifierSpan)
    {
        var written = Slice(word);
        var end = word.End;
        string digits;
        if (StartsWith(written, "Duty"))
        {
            digits = written.Substring(4);
            if (digits.Length == 0)
            {
                var number = SkipBlanks(end);
                if (number < text.Length && TextFolding.IsDigit(text[number]))
                {
                    var next = Word(number);
                    digits = Slice(next);
                    end = next.End;
                }
            }
        }
        else if (_duties && StartsWith(written, "D"))
        {
            digits = written.Substring(1);
        }
        else if (_duties)
        {
            digits = written;
        }
        else
        {
            return false;
        }

        if (!TryNumber(digits, OccupationDuty.MaxNumber, out var duty))
        {
            return false;
        }

        _at = end;
        var span = SourceSpan.FromBounds(qualifier.HasValue ? qualifierSpan.Start : word.Start, end);
        Add(new KsbReference(span, default, default, SourceSpan.FromBounds(word.Start, end), SourceSpan.FromBounds(word.Start, end), duty)
        {
            Qualifier = qualifier,
            QualifierVersion = version,
            QualifierSpan = qualifierSpan,
            Annotation = ReadAnnotation(),
        });
        return true;
    }

    private bool IsConjunction(SourceSpan word)
    {
        if (!TextFolding.EqualsIgnoreCase(Slice(word), "and") || _references.Count == 0)
        {
            return false;
        }

        _at = word.End;
        return true;
    }

    // --- after a code ----------------------------------------------------------------------------------------------------------

    /// <summary>What can follow a code: the end of a range, an annotation, or nothing.</summary>
    private void ReadRest(KsbCode first, SourceSpan firstSpan, StandardReference qualifier, StandardVersion? version, SourceSpan qualifierSpan)
    {
        var last = first;
        var lastSpan = firstSpan;
        if (TryRangeEnd(first, out var end, out var endSpan))
        {
            _at = endSpan.End;
            (last, lastSpan) = (end, endSpan);
        }
        else if (TryReadSubCode(first, firstSpan))
        {
            return;
        }

        var span = SourceSpan.FromBounds(qualifier.HasValue ? qualifierSpan.Start : firstSpan.Start, lastSpan.End);
        if (first.Kind != last.Kind)
        {
            Problem(FindingCatalogue.BadRange, span, $"The range {first}-{last} runs across kinds, from {first.Kind.Name()} to {last.Kind.Name()}; write two ranges", null);
            return;
        }

        if (first > last)
        {
            Problem(FindingCatalogue.BadRange, span, $"The range {first}-{last} runs backwards; did you mean {last}-{first}?", Slice(qualifierSpan) + (qualifier.HasValue ? ":" : "") + $"{last}-{first}");
            return;
        }

        Add(new KsbReference(span, first, last, firstSpan, lastSpan, 0)
        {
            Qualifier = qualifier,
            QualifierVersion = version,
            QualifierSpan = qualifierSpan,
            Annotation = ReadAnnotation(),
        });
    }

    /// <summary><c>-K20</c>, <c> – K20</c>, <c>-20</c>, <c> to K20</c>.</summary>
    private bool TryRangeEnd(KsbCode first, out KsbCode last, out SourceSpan span)
    {
        last = default;
        span = default;
        var at = SkipEmphasis(SkipBlanks(_at));
        var isTight = false;
        if (at < text.Length && TextFolding.IsDash(text[at]))
        {
            isTight = at == _at && at + 1 < text.Length && TextFolding.IsDigit(text[at + 1]);
            at++;
        }
        else if (at > _at && at + 2 < text.Length && TextFolding.EqualsIgnoreCase(text.Substring(at, 2), "to") && !IsWordCharacter(text[at + 2]))
        {
            at += 2;
        }
        else
        {
            return false;
        }

        at = SkipEmphasis(SkipBlanks(at));
        if (at >= text.Length || !IsWordCharacter(text[at]))
        {
            return false;
        }

        span = Word(at);
        if (TryCode(span, out last))
        {
            return true;
        }

        // "K1-10" is a range; "K2 – 5 whys" is a code with words beside it.
        if (isTight && TryNumber(Slice(span), KsbCode.MaxNumber, out var number))
        {
            last = new KsbCode(first.Kind, number);
            return true;
        }

        return false;
    }

    /// <summary><c>K3.1</c>: standards have no sub-codes, so nobody can say what it means.</summary>
    private bool TryReadSubCode(KsbCode code, SourceSpan span)
    {
        if (_at + 1 >= text.Length || text[_at] != '.' || !TextFolding.IsDigit(text[_at + 1]))
        {
            return false;
        }

        var end = _at;
        while (end + 1 < text.Length && text[end] == '.' && TextFolding.IsDigit(text[end + 1]))
        {
            end = Word(end + 1).End;
        }

        var whole = SourceSpan.FromBounds(span.Start, end);
        _at = end;
        Malformed(whole, $"'{Slice(whole)}' is a part of a KSB, and published standards number no parts; write {code}", code.ToString());
        return true;
    }

    /// <summary>
    /// What is written beside a reference: <c> – Business impact</c>, <c> (Version Control)</c>, <c>:main:40</c>, <c>: the statement</c>. It ends
    /// with the line, at a semicolon, or at a comma before the next code.
    /// </summary>
    private SourceSpan ReadAnnotation()
    {
        var at = SkipEmphasis(_at);
        if (at + 1 < text.Length && text[at] == ':' && IsWordCharacter(text[at + 1]))
        {
            var weight = at;
            while (weight < text.Length && (IsWordCharacter(text[weight]) || text[weight] is ':' or '%' or '.'))
            {
                weight++;
            }

            var written = SourceSpan.FromBounds(at + 1, weight);
            if (!HoldsCode(written))
            {
                _at = weight;
                return written;
            }

            return default;
        }

        if (at < text.Length && text[at] == ':')
        {
            return ReadTextAnnotation(at + 1);
        }

        var next = SkipBlanks(at);
        if (next < text.Length && text[next] == '(')
        {
            return ReadParenthesised(next);
        }

        if (next > at && next + 1 < text.Length && TextFolding.IsDash(text[next]) && TextFolding.IsWhiteSpace(text[next + 1]))
        {
            return ReadTextAnnotation(next + 1);
        }

        // A row copied from a table: the columns behind the code are words beside it, unless they are references.
        return at < text.Length && text[at] == '\t' && next < text.Length && IsWordCharacter(text[next]) && !StartsReference(next)
            ? ReadTextAnnotation(next)
            : default;
    }

    private SourceSpan ReadParenthesised(int open)
    {
        var close = text.IndexOf(')', open);
        var inside = close < 0 ? default : SourceSpan.FromBounds(open + 1, close);

        // Parentheses that hold codes are separators: the codes are references.
        if (close < 0 || HoldsCode(inside))
        {
            return default;
        }

        _at = close + 1;
        return inside;
    }

    private SourceSpan ReadTextAnnotation(int start)
    {
        start = SkipBlanks(start);
        var end = start;
        while (end < text.Length && !TextFolding.IsLineEnd(text[end]) && text[end] != ';' && !(text[end] == ',' && StartsReference(end + 1)))
        {
            end++;
        }

        var written = SourceSpan.FromBounds(start, end);
        if (HoldsCode(written))
        {
            // "K2 - see also K5": whether K5 is a reference, nobody can say; the words before it are reported.
            return default;
        }

        _at = end;
        return written;
    }

    // --- what is wrong ---------------------------------------------------------------------------------------------------------

    private void ReadMalformed(SourceSpan word)
    {
        var written = Slice(word);
        _at = word.End;
        if (LookAlikes.Mend(written) is { } mended && (KsbCode.TryParse(mended, out _) || StandardReference.TryParse(mended, out _)))
        {
            var meant = KsbCode.TryParse(mended, out var code) ? code.ToString() : mended;
            Malformed(word, $"'{written}' holds the look-alike {LookAlikes.DescribeFirst(written)} and is not {meant}; write {meant} in plain letters and digits", meant);
        }
        else if (TryNumber(written, int.MaxValue, out _) || written.All(TextFolding.IsDigit))
        {
            Malformed(word, $"'{written}' is a number without a kind; write K{written}, S{written} or B{written}", null);
        }
        else if (KsbKinds.FromPrefix(written) != KsbKind.None && TryDetachedNumber(word, out var whole, out var attached))
        {
            _at = whole.End;
            Malformed(whole, $"'{Slice(whole)}' is not a KSB code; did you mean {attached}?", attached);
        }
        else if (Nearly(written) is { } meant)
        {
            Malformed(word, $"'{written}' is not a KSB code; did you mean {meant}?", meant);
        }
        else
        {
            Malformed(word, $"'{written}' is not a KSB reference such as K1, S2-S5 or B4", null);
        }
    }

    /// <summary><c>K 1</c> or <c>K-1</c> or <c>K.1</c>.</summary>
    private bool TryDetachedNumber(SourceSpan letters, out SourceSpan whole, out string attached)
    {
        var at = SkipBlanks(letters.End);
        if (at < text.Length && (TextFolding.IsDash(text[at]) || text[at] is '.' or '_'))
        {
            at++;
        }

        whole = default;
        attached = "";
        if (at >= text.Length || !TextFolding.IsDigit(text[at]))
        {
            return false;
        }

        var digits = Word(at);
        if (!KsbCode.TryParse(Slice(letters) + Slice(digits), out var code))
        {
            return false;
        }

        whole = SourceSpan.FromBounds(letters.Start, digits.End);
        attached = code.ToString();
        return true;
    }

    /// <summary>A leading zero, or the letters O, I and l where digits belong.</summary>
    private static string? Nearly(string written)
    {
        var letters = 0;
        while (letters < written.Length && TextFolding.IsLetter(written[letters]) && KsbKinds.FromPrefix(written.Substring(0, letters + 1)) is var kind
               && (kind != KsbKind.None || letters < 2) && !IsMistakenDigit(written, letters))
        {
            letters++;
        }

        if (letters == 0 || letters == written.Length)
        {
            return null;
        }

        var digits = written.Substring(letters).Replace('O', '0').Replace('o', '0').Replace('I', '1').Replace('l', '1').TrimStart('0');
        return KsbCode.TryParse(written.Substring(0, letters) + digits, out var code) ? code.ToString() : null;
    }

    private static bool IsMistakenDigit(string written, int at) =>
        at > 0 && written[at] is 'O' or 'o' or 'I' or 'l' && KsbKinds.FromPrefix(written.Substring(0, at)) != KsbKind.None;

    private void ReadUnexpectedCharacters()
    {
        var start = _at;
        while (_at < text.Length && !IsWordCharacter(text[_at]) && !IsSeparator(text[_at]))
        {
            _at++;
        }

        var span = SourceSpan.FromBounds(start, _at);
        Malformed(span, $"'{Slice(span)}' does not belong in a list of KSB references", null);
    }

    private void Malformed(SourceSpan span, string message, string? suggestion)
    {
        // Prose in a field of references is one mistake, not one a word.
        if (suggestion is null && _problems.Count > 0 && _problems[_problems.Count - 1] is { Suggestion: null } before
            && before.Descriptor == FindingCatalogue.MalformedNotation && SkipBlanks(before.Span.End) == span.Start)
        {
            span = SourceSpan.FromBounds(before.Span.Start, span.End);
            message = $"'{Shortened(TextFolding.OnOneLine(Slice(span)))}' is not a KSB reference such as K1, S2-S5 or B4";
            _problems.RemoveAt(_problems.Count - 1);
        }

        Problem(FindingCatalogue.MalformedNotation, span, message, suggestion);
    }

    private void Problem(FindingDescriptor descriptor, SourceSpan span, string message, string? suggestion) =>
        _problems.Add(new NotationProblem(descriptor, span, message, suggestion));

    private void Add(KsbReference reference)
    {
        _references.Add(reference);
        var qualifier = reference.Qualifier.HasValue ? Slice(reference.QualifierSpan) + ":" : "";
        var names = reference.IsDuty ? [$"Duty {reference.Duty}"] : reference.Codes.Select(c => c.ToString());
        var again = names.Where(n => !_seen.Add(qualifier + n)).ToArray();
        if (again.Length > 0)
        {
            var what = again.Length == 1 ? again[0] : $"{again[0]} to {again[again.Length - 1]}";
            Problem(FindingCatalogue.RepeatedReference, reference.Span, $"{what} {(again.Length == 1 ? "is" : "are")} named here already", null);
        }
    }

    // --- characters ------------------------------------------------------------------------------------------------------------

    private enum FieldLabel
    {
        None,
        Ksbs,
        Duties,
    }

    private static FieldLabel Label(string word) => AsciiLower(word) switch
    {
        "ksb" or "ksbs" or "code" or "codes" or "knowledge" or "skill" or "skills" or "behaviour" or "behaviours" or "covers" => FieldLabel.Ksbs,
        "duty" or "duties" => FieldLabel.Duties,
        _ => FieldLabel.None,
    };

    private static string AsciiLower(string word) => new(word.Select(TextFolding.ToLower).ToArray());

    /// <summary>Moves to the next character that says something; false at the end.</summary>
    private bool SkipSeparators()
    {
        while (_at < text.Length && (IsSeparator(text[_at]) || IsBullet(_at)))
        {
            _at++;
        }

        return _at < text.Length;
    }

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

    private int SkipBlanks(int at)
    {
        while (at < text.Length && !TextFolding.IsLineEnd(text[at]) && (TextFolding.IsWhiteSpace(text[at]) || TextFolding.IsInvisible(text[at])))
        {
            at++;
        }

        return at;
    }

    private int SkipEmphasis(int at)
    {
        while (at < text.Length && text[at] is '*' or '_' or '`')
        {
            at++;
        }

        return at;
    }

    private static bool IsSeparator(char c) =>
        TextFolding.IsWhiteSpace(c) || TextFolding.IsInvisible(c)
        || c is ',' or ';' or '/' or '|' or '[' or ']' or '(' or ')' or '{' or '}' or '.' or '&' or '+' or '*' or '_' or '`' or '#' or '\u2022' or '\u00B7' or '\uFF0C' or '\uFF1B' or '\u3001';

    private static bool IsWordCharacter(char c) => TextFolding.IsLetter(c) || TextFolding.IsDigit(c) || (c > '\u007F' && char.IsLetterOrDigit(c)) || char.IsSurrogate(c);

    private SourceSpan Word(int start)
    {
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        return SourceSpan.FromBounds(start, end);
    }

    private string Slice(SourceSpan span) => text.Substring(span.Start, span.Length);

    private bool TryCode(SourceSpan word, out KsbCode code) => KsbCode.TryParse(Slice(word), out code);

    private bool StartsReference(int at)
    {
        at = SkipEmphasis(SkipBlanks(at));
        return at < text.Length && IsWordCharacter(text[at]) && Word(at) is var word
               && (TryCode(word, out _) || StandardReference.TryParse(Slice(word), out _));
    }

    private bool HoldsCode(SourceSpan span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (IsWordCharacter(text[at]))
            {
                var word = Word(at);
                if (TryCode(word, out _))
                {
                    return true;
                }

                at = word.End;
            }
        }

        return false;
    }

    private static bool StartsWith(string word, string prefix) =>
        word.Length >= prefix.Length && TextFolding.EqualsIgnoreCase(word.Substring(0, prefix.Length), prefix);

    private static bool TryNumber(string digits, int max, out int number)
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

    private static string Shortened(string words) => words.Length <= 60 ? words : words.Substring(0, 57) + "...";
}
