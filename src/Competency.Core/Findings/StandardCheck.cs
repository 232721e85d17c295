using System.Runtime.CompilerServices;
using Competency.Documents;
using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>What can be wrong with a standard document by itself, once it has been read.</summary>
internal static class StandardCheck
{
    public static IEnumerable<Finding> Check(StandardDocument document)
    {
        if (document.Standard is not { } standard || !document.IsWhole)
        {
            return [];
        }

        return (document.Places.Unread.LacksCodes ? [] : UnknownKsbs(document, standard))
            .Concat(UnmappedKsbs(document, standard))
            .Concat(DutiesWithoutKnowledgeOrSkill(document, standard))
            .Concat(document.Places.Unread.LacksCodes ? [] : Gaps(document, standard))
            .Concat(RepeatedStatements(document, standard))
            .Concat(ContradictoryLevels(document, standard))
            .Concat(LookAlikeCharacters(document, standard));
    }

    /// <summary>KSB2001, at the code within the field.</summary>
    private static IEnumerable<Finding> UnknownKsbs(StandardDocument document, OccupationalStandard standard)
    {
        var owners = document.Places.DutyKsbs.Select(d => (Name: $"Duty {d.Key.Number}", References: d.Value))
            .Concat(document.Places.QualificationKsbs.Select(q => (Name: $"The qualification '{q.Key.Title}'", References: q.Value)));
        foreach (var (name, placed) in owners)
        {
            foreach (var references in placed)
            {
                foreach (var reference in references.Result.References)
                {
                    foreach (var (code, span) in UnknownCodes(document, standard, reference))
                    {
                        var nearest = CodeSuggestion.For(code, standard);
                        yield return new Finding(
                            FindingCatalogue.DutyMapsUnknownKsb,
                            $"{name} maps {code}, which {standard.Id} does not define" + (nearest is null ? "" : $"; did you mean {nearest}?"),
                            document.Source.Locate(references.Value.SpanWithin(span)))
                        {
                            Suggestion = reference.IsRange ? null : nearest?.ToString(),
                        };
                    }
                }
            }
        }
    }

    /// <summary>The first code of a reference that the standard lacks: one finding a reference is enough to mend it.</summary>
    private static IEnumerable<(KsbCode Code, SourceSpan Span)> UnknownCodes(StandardDocument document, OccupationalStandard standard, Notation.KsbReference reference) =>
        reference.Codes.Where(c => !standard.Contains(c) && !document.Places.Unread.CodesWithoutText.ContainsKey(c)).Take(1)
            .Select(c => (c, c == reference.First ? reference.FirstSpan : c == reference.Last ? reference.LastSpan : reference.Span));

    /// <summary>KSB2002. A standard without duties maps nothing at all and is not complained of.</summary>
    private static IEnumerable<Finding> UnmappedKsbs(StandardDocument document, OccupationalStandard standard)
    {
        if (standard.Duties.Count == 0)
        {
            yield break;
        }

        var mapped = new HashSet<KsbCode>(standard.Duties.SelectMany(d => d.Ksbs));
        foreach (var ksb in standard.Ksbs.Where(k => !mapped.Contains(k.Code)))
        {
            yield return Defect(document, FindingCatalogue.UnmappedKsb, document.Places.Ksbs[ksb.Code], $"{ksb.Code} of {standard.Id} is mapped by no duty");
        }
    }

    /// <summary>KSB2003.</summary>
    private static IEnumerable<Finding> DutiesWithoutKnowledgeOrSkill(StandardDocument document, OccupationalStandard standard) =>
        standard.Duties
            .Where(d => d.Ksbs.All(c => c.Kind is KsbKind.Behaviour))
            .Select(d => Defect(document, FindingCatalogue.DutyWithoutKnowledgeOrSkill, document.Places.Duties[d],
                $"Duty {d.Number} of {standard.Id} has no knowledge and no skill" + (d.Ksbs.Count == 0 ? "; it maps nothing" : "")));

    /// <summary>KSB2005, at the code behind the gap.</summary>
    private static IEnumerable<Finding> Gaps(StandardDocument document, OccupationalStandard standard)
    {
        var withoutText = document.Places.Unread.CodesWithoutText;
        foreach (var kind in standard.DefinedCodes.GroupBy(c => c.Kind))
        {
            var before = 0;
            foreach (var code in kind.OrderBy(c => c))
            {
                if (code.Number > before + 1)
                {
                    var missing = KsbNotation.Format(Enumerable.Range(before + 1, code.Number - before - 1).Select(n => new KsbCode(kind.Key, n)));
                    var place = document.Places.Ksbs.TryGetValue(code, out var span) ? span : withoutText[code];
                    yield return Defect(document, FindingCatalogue.GapInNumbering, place, $"The numbering of {standard.Id} leaves out {missing}, before {code}");
                }

                before = code.Number;
            }
        }
    }

    /// <summary>KSB2006, at the second.</summary>
    private static IEnumerable<Finding> RepeatedStatements(StandardDocument document, OccupationalStandard standard)
    {
        // Folding is dear, and hardly two statements have so much as the same letters.
        foreach (var alike in standard.Ksbs.GroupBy(k => (k.Kind, LettersOf(k.Text))).Where(g => g.Skip(1).Any()))
        {
            var first = new Dictionary<string, KsbCode>(StringComparer.Ordinal);
            foreach (var ksb in alike)
            {
                var words = TextFolding.FoldStatement(ksb.Text);
                if (first.TryGetValue(words, out var twin))
                {
                    yield return Defect(document, FindingCatalogue.RepeatedStatement, document.Places.Ksbs[ksb.Code], $"{ksb.Code} of {standard.Id} says the same as {twin}");
                }
                else
                {
                    first.Add(words, ksb.Code);
                }
            }
        }
    }

    /// <summary>A hash of the ASCII letters and digits of a text in lower case: of two texts that fold to one it is the same.</summary>
    [MethodImpl(HotLoop.Options)]
    private static int LettersOf(string text)
    {
        var hash = 17;
        foreach (var c in text)
        {
            var folded = TextFolding.ToLower(c);
            if (TextFolding.IsLetter(folded) || TextFolding.IsDigit(folded))
            {
                hash = unchecked((hash * 31) + folded);
            }
        }

        return hash;
    }

    /// <summary>KSB2008: <c>(Level 4)</c> in the title beside level 5.</summary>
    private static IEnumerable<Finding> ContradictoryLevels(StandardDocument document, OccupationalStandard standard) =>
        from qualification in standard.Qualifications
        where qualification.Level is not null
        let titled = LevelOfTitle(qualification.Title)
        where titled is not null && titled != qualification.Level
        select Defect(document, FindingCatalogue.ContradictoryLevel, document.Places.QualificationLevels[qualification],
            $"The qualification '{TextFolding.OnOneLine(qualification.Title)}' of {standard.Id} is given level {qualification.Level}, and its title says level {titled}");

    /// <summary>The one level that a title names, as in <c>Diploma (Level 4)</c>; null where it names none, or several.</summary>
    private static int? LevelOfTitle(string title)
    {
        int? level = null;
        for (var at = title.IndexOf("level", StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf("level", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var digit = at + 5;
            while (digit < title.Length && TextFolding.IsWhiteSpace(title[digit]))
            {
                digit++;
            }

            if (digit < title.Length && title[digit] is >= '1' and <= '8' && (digit + 1 == title.Length || !TextFolding.IsDigit(title[digit + 1])))
            {
                if (level is not null && level != title[digit] - '0')
                {
                    return null;
                }

                level = title[digit] - '0';
            }
        }

        return level;
    }

    /// <summary>KSB2009, at the word. Publishers' text too: whoever imports it can mend it.</summary>
    private static IEnumerable<Finding> LookAlikeCharacters(StandardDocument document, OccupationalStandard standard)
    {
        foreach (var ksb in standard.Ksbs.Where(k => !TextFolding.IsAscii(k.Text)))
        {
            foreach (var (start, word) in MixedWords(ksb.Text))
            {
                yield return new Finding(
                    FindingCatalogue.LookAlikeCharacters,
                    $"The word '{word}' of {ksb.Code} holds the look-alike {LookAlikes.DescribeFirst(word)}",
                    document.Source.Locate(document.Places.Texts[ksb.Code].SpanWithin(new SourceSpan(start, word.Length))))
                {
                    Suggestion = LookAlikes.Mend(word),
                };
            }
        }
    }

    /// <summary>Words that hold ASCII letters and look-alikes of them side by side.</summary>
    private static IEnumerable<(int Start, string Word)> MixedWords(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            var (plain, alike) = (false, false);
            while (at < text.Length && TextFolding.IsWordCharacter(text[at]))
            {
                plain |= TextFolding.IsLetter(text[at]);
                alike |= LookAlikes.ToAscii(text[at]) != text[at];
                at++;
            }

            if (plain && alike)
            {
                yield return (start, text.Substring(start, at - start));
            }
        }
    }

    /// <summary>A defect of published text is information, for the publisher alone can mend it; in a document of one's own it is a warning.</summary>
    private static Finding Defect(StandardDocument document, FindingDescriptor descriptor, SourceSpan span, string message) =>
        new(descriptor, message, document.Source.Locate(span))
        {
            Severity = document.Standard?.Source?.Publisher is null ? descriptor.Severity : FindingSeverity.Information,
        };
}
