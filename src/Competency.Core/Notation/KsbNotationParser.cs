using Competency.Findings;
using Competency.Text;

namespace Competency.Notation;

/// <summary>Reads one field of references from left to right. Each method reads one thing and leaves <c>_at</c> behind it.</summary>
internal sealed class KsbNotationParser(string field, NotationLabel label = NotationLabel.None)
{
    private readonly NotationText _text = new(field);
    private readonly List<KsbReference> _references = [];
    private readonly List<NotationProblem> _problems = [];
    private readonly HashSet<ReferenceName> _seen = [];
    private int _at;
    private SourceSpan? _prose;
    private string? _proseMessage;
    private Read _before;
    private Read _last;
    private bool _duties = label == NotationLabel.Duties;

    public KsbNotationResult Parse()
    {
        while ((_at = _text.SkipSeparators(_at)) < _text.Length)
        {
            (_before, _last) = (_last, Read.Other);
            if (NotationText.IsWordCharacter(_text[_at]))
            {
                ReadWord();
            }
            else
            {
                ReadUnexpectedCharacters();
            }
        }

        EndProse();
        return new KsbNotationResult(_references.ToArray(), _problems.ToArray());
    }

    // --- words -----------------------------------------------------------------------------------------------------------------

    private void ReadWord()
    {
        var word = _text.Word(_at);

        // A code first: it can be nothing else, and nearly every word is one.
        if (_text.TryCode(word, out var code))
        {
            _at = word.End;
            ReadRest(code, word, default, null, default);
            return;
        }

        if (TryReadLabel(word) || TryReadQualified(word) || TryReadDuty(word, default, null, default) || IsConjunction(word))
        {
            return;
        }

        ReadMistake(word);
    }

    /// <summary><c>KSBs:</c>, <c>KSBs covered:</c>, <c>Knowledge:</c>, <c>Duties:</c>: says what the references after it are.</summary>
    private bool TryReadLabel(SourceSpan word)
    {
        if (_text.LabelAt(word, _text.Length, out var value) is not { } words)
        {
            return false;
        }

        var span = new SourceSpan(word.Start, words.Length);
        if (_text.Slice(span) is var written && written != words)
        {
            Problem(FindingCatalogue.MalformedNotation, span, NotationLabels.NotPlain(written, words), words);
        }

        _duties = NotationLabels.Of(words) == NotationLabel.Duties;
        _at = value;
        return true;
    }

    /// <summary><c>ST0499:K9</c>, <c>ST0499@1.3:S4-S6</c>, <c>ST0499:Duty4</c>. A qualifier holds for the one reference that follows its colon.</summary>
    private bool TryReadQualified(SourceSpan word)
    {
        if (!StandardReference.TryParse(_text.Slice(word), out var reference))
        {
            return false;
        }

        StandardVersion? version = null;
        var end = word.End;
        if (end < _text.Length && _text[end] == '@')
        {
            var versionEnd = end + 1;
            while (versionEnd < _text.Length && (TextFolding.IsDigit(_text[versionEnd]) || (_text[versionEnd] == '.' && versionEnd + 1 < _text.Length && TextFolding.IsDigit(_text[versionEnd + 1]))))
            {
                versionEnd++;
            }

            if (!StandardVersion.TryParse(_text.Slice(SourceSpan.FromBounds(end + 1, versionEnd)), out var parsed))
            {
                var wrong = SourceSpan.FromBounds(word.Start, versionEnd);
                Malformed(wrong, $"'{_text.Slice(wrong)}' names no version; write {reference}@1.2", null);
                _at = versionEnd < _text.Length && _text[versionEnd] == ':' ? versionEnd + 1 : versionEnd;
                return true;
            }

            version = parsed;
            end = versionEnd;
        }

        var qualifier = SourceSpan.FromBounds(word.Start, end);
        if (NotationQualifier.Apart(field, _text, qualifier) is { } apart)
        {
            Problem(apart);
            _at = apart.Span.End;
            _last = Read.WrongCode;
            return true;
        }

        if (end >= _text.Length || _text[end] != ':' || end + 1 >= _text.Length || !NotationText.IsWordCharacter(_text[end + 1]))
        {
            Malformed(qualifier, $"'{_text.Slice(qualifier)}' names a standard but no KSB of it; write {_text.Slice(qualifier)}:K1", null);
            _at = end < _text.Length && _text[end] == ':' ? end + 1 : end;
            return true;
        }

        var target = _text.Word(end + 1);
        if (TryReadDuty(target, reference, version, qualifier))
        {
            return true;
        }

        if (_text.TryCode(target, out var code))
        {
            _at = target.End;
            ReadRest(code, target, reference, version, qualifier);
            return true;
        }

        _at = target.Start;
        ReadMistake(target);
        return true;
    }

    /// <summary><c>Duty 4</c> and <c>Duty4</c> anywhere; <c>D4</c> and <c>4</c> only after the label <c>Duties:</c>, for D1 is also a grading criterion.</summary>
    private bool TryReadDuty(SourceSpan word, StandardReference qualifier, StandardVersion? version, SourceSpan qualifierSpan)
    {
        var written = _text.Slice(word);
        var end = word.End;
        string digits;
        if (StartsWith(written, "Duty"))
        {
            digits = written.Substring(4);
            if (digits.Length == 0)
            {
                var number = _text.SkipBlanks(end);
                if (number < _text.Length && TextFolding.IsDigit(_text[number]))
                {
                    var next = _text.Word(number);
                    digits = _text.Slice(next);
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

        if (!NotationText.TryNumber(digits, OccupationDuty.MaxNumber, out var duty))
        {
            return false;
        }

        _at = end;
        var span = SourceSpan.FromBounds(qualifier.HasValue ? qualifierSpan.Start : word.Start, end);
        var annotated = _at;
        Add(new KsbReference(span, default, default, SourceSpan.FromBounds(word.Start, end), SourceSpan.FromBounds(word.Start, end), duty)
        {
            Qualifier = qualifier,
            QualifierVersion = version,
            QualifierSpan = qualifierSpan,
            Annotation = ReadAnnotation(),
            Weight = NotationAnnotation.WeightOf(_text, annotated, _at),
        });
        if (NotationAnnotation.MistakenWeight(_text, annotated, _at) is { } mistaken)
        {
            Problem(mistaken);
        }

        return true;
    }

    /// <summary><c>K4 and K5</c>; <c>to</c> only beside a code that could not be read, for between two that could it makes a range.</summary>
    private bool IsConjunction(SourceSpan word)
    {
        var isJoint = TextFolding.EqualsIgnoreCase(_text.Slice(word), "and")
            ? _references.Count > 0 || _before == Read.WrongCode || (_prose is { } prose && _text.SkipBlanks(prose.End) == word.Start && _text.StartsReference(word.End))
            : TextFolding.EqualsIgnoreCase(_text.Slice(word), "to") && IsBesideWrongCode(word);
        _at = isJoint ? word.End : _at;
        return isJoint;
    }

    /// <summary>Whether something joins two codes of which one is wrong: that one is told, and not what joins them.</summary>
    private bool IsBesideWrongCode(SourceSpan joint)
    {
        var at = _text.SkipSeparators(joint.End);
        if (_before == Read.Other || at >= _text.Length || !NotationText.IsWordCharacter(_text[at]))
        {
            return false;
        }

        var next = _text.Word(at);
        return _text.TryCode(next, out _) ? _before == Read.WrongCode : NotationMistake.Of(_text, next).IsOfCode;
    }

    // --- after a code ----------------------------------------------------------------------------------------------------------

    /// <summary>What can follow a code: the end of a range, an annotation, or nothing.</summary>
    private void ReadRest(KsbCode first, SourceSpan firstSpan, StandardReference qualifier, StandardVersion? version, SourceSpan qualifierSpan)
    {
        var last = first;
        var lastSpan = firstSpan;
        if (NotationRange.TryEnd(_text, _at, first, out var end, out var endSpan))
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
            _last = Read.WrongCode;
            return;
        }

        if (first > last)
        {
            Problem(FindingCatalogue.BadRange, span, $"The range {first}-{last} runs backwards", _text.Slice(qualifierSpan) + (qualifier.HasValue ? ":" : "") + $"{last}-{first}", $"did you mean {last}-{first}?");
            _last = Read.WrongCode;
            return;
        }

        var annotated = _at;
        Add(new KsbReference(span, first, last, firstSpan, lastSpan, 0)
        {
            Qualifier = qualifier,
            QualifierVersion = version,
            QualifierSpan = qualifierSpan,
            Annotation = ReadAnnotation(),
            Weight = NotationAnnotation.WeightOf(_text, annotated, _at),
        });
        if (NotationAnnotation.MistakenWeight(_text, annotated, _at) is { } mistaken)
        {
            Problem(mistaken);
        }
    }

    /// <summary><c>K3.1</c>: standards have no sub-codes, so nobody can say what it means.</summary>
    private bool TryReadSubCode(KsbCode code, SourceSpan span)
    {
        var end = _text.EndOfPart(SourceSpan.FromBounds(span.Start, _at));
        if (end == _at)
        {
            return false;
        }

        var whole = SourceSpan.FromBounds(span.Start, end);
        _at = end;
        Malformed(whole, $"'{_text.Slice(whole)}' is a part of a KSB, and published standards number no parts", code.ToString(), $"write {code}");
        _last = Read.WrongCode;
        return true;
    }

    private SourceSpan ReadAnnotation() => NotationAnnotation.Read(_text, _at, out _at);

    // --- what is wrong ---------------------------------------------------------------------------------------------------------

    private void ReadMistake(SourceSpan word)
    {
        var mistake = NotationMistake.Of(_text, word);
        _at = mistake.Span.End;
        Malformed(mistake.Span, mistake.Fault, mistake.Suggestion, mistake.Offer);
        if (mistake.IsOfCode)
        {
            _last = Read.WrongCode;
        }
    }

    private void ReadUnexpectedCharacters()
    {
        var start = _at;
        while (_at < _text.Length && !NotationText.IsWordCharacter(_text[_at]) && (!NotationText.IsSeparator(_text[_at]) || _text.IsEllipsis(_at)))
        {
            _at++;
        }

        var span = SourceSpan.FromBounds(start, _at);
        if (span.Length == 1 && TextFolding.IsDash(_text[start]) && IsBesideWrongCode(span))
        {
            return;
        }

        var hint = _text[start] is '.' or '\u2026' or '~' or '>' ? "; a range is written K1-K5" : "";
        Malformed(span, $"'{_text.Slice(span)}' does not belong in a list of KSB references{hint}", null);
    }

    private void Malformed(SourceSpan span, string fault, string? suggestion, string? offer = null)
    {
        if (suggestion is not null)
        {
            Problem(FindingCatalogue.MalformedNotation, span, fault, suggestion, offer);
            return;
        }

        // Prose in a field of references is one mistake, not one a word; it is told when it ends.
        if (_prose is { } prose && _text.SkipBlanks(prose.End) == span.Start)
        {
            _prose = SourceSpan.FromBounds(prose.Start, span.End);
            _proseMessage = null;
        }
        else
        {
            EndProse();
            (_prose, _proseMessage) = (span, fault);
        }
    }

    private void EndProse()
    {
        if (_prose is not { } span)
        {
            return;
        }

        _prose = null;
        var words = span.Length <= 60 ? TextFolding.OnOneLine(_text.Slice(span)) : TextFolding.OnOneLine(_text.Slice(new SourceSpan(span.Start, 57))) + "...";
        _problems.Add(new NotationProblem(FindingCatalogue.MalformedNotation, span, _proseMessage ?? $"'{words}' is not a KSB reference such as K1, S2-S5 or B4", null));
    }

    private void Problem(FindingDescriptor descriptor, SourceSpan span, string fault, string? suggestion, string? offer = null)
    {
        Problem(new NotationProblem(descriptor, span, fault, suggestion, offer));
    }

    private void Problem(NotationProblem problem)
    {
        EndProse();
        _problems.Add(problem);
    }

    private void Add(KsbReference reference)
    {
        _last = Read.Code;
        _references.Add(reference);
        var again = reference.Names.Where(n => !_seen.Add(n)).ToArray();
        if (again.Length > 0)
        {
            EndProse();
            _problems.Add(NotationProblem.Repeated(reference, again));
        }
    }

    private static bool StartsWith(string word, string prefix) =>
        word.Length >= prefix.Length && TextFolding.EqualsIgnoreCase(word.Substring(0, prefix.Length), prefix);

    /// <summary>What has been read at one place.</summary>
    private enum Read
    {
        Other,
        Code,
        WrongCode,
    }
}
