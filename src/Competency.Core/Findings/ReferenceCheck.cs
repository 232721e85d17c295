using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>Whether references name KSBs that exist: the one judge for C#, documents, tool and library.</summary>
static partial class ReferenceCheck
{
    /// <summary>Judges the references of one text.</summary>
    /// <param name="references">What the text holds.</param>
    /// <param name="inForce">The standards in force where it stands. Several are in force for cohorts on several versions, and a code must be in each. With none, unqualified codes are not judged.</param>
    /// <param name="known">Every standard that is known.</param>
    /// <returns>What is wrong, the notation's own problems included, in the order of the text.</returns>
    public static IReadOnlyList<NotationProblem> Check(KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known)
    {
        return Frozen.List(references.Problems.Concat(Missing(references, inForce, known)).OrderBy(p => p.Span.Start));
    }

    /// <summary>What references name that is not there; nothing of how they are written.</summary>
    internal static IEnumerable<NotationProblem> Missing(KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known) =>
        references.References.SelectMany(r => r.Qualifier.HasValue ? Qualified(r, inForce, known) : OfEach(r, inForce).Take(1));

    /// <summary>What one of several standards lacks; what another of them would lack is not offered for it.</summary>
    private static IEnumerable<NotationProblem> OfEach(KsbReference reference, IReadOnlyList<OccupationalStandard> standards) =>
        standards.SelectMany(s => Missing(reference, s))
            .Select(p => p.Suggestion is { } meant && KsbCode.TryParse(meant, out var code) && !standards.All(s => s.Contains(code) || s.Unread.MayHold(code)) ? p.WithoutOffer() : p);

    /// <summary>KSB1007 for the id of a standard that is not known, or null.</summary>
    public static NotationProblem? CheckStandard(StandardId id, SourceSpan span, StandardCatalogue known) =>
        known.Find(id) is not null ? null : Unknown(id.Reference, id.Version, span, known);

    /// <summary>KSB1008 for a packed value that is none of a standard's codes, or null.</summary>
    internal static NotationProblem? CheckValue(long value, OccupationalStandard standard)
    {
        foreach (var ksb in standard.Ksbs)
        {
            if (ksb.Code.Value == value)
            {
                return null;
            }
        }

        var (kind, number) = (value >> 12, value & 0xFFF);
        if (kind is >= 1 and <= 6 && number != 0 && standard.Unread.MayHold(KsbCode.FromValue((ushort)value)))
        {
            return null;
        }

        var name = kind is >= 1 and <= 6 && number != 0 ? $", which would be {((KsbKind)kind).Prefix()}{number}," : "";
        return new NotationProblem(FindingCatalogue.NoSuchKsbValue, default, $"The value {value}{name} is no KSB of {Named(standard)}; name a member of the enum", null);
    }

    /// <summary>KSB1008 for members combined by an operator.</summary>
    internal static NotationProblem CombinedValues(OccupationalStandard standard) =>
        new(FindingCatalogue.NoSuchKsbValue, default, $"KSBs of {standard.Id} are no flags: combined, they are another KSB or none; list them, or use Set(...)", null);

    /// <summary>KSB1007 for a text that should be the id of a standard and is not.</summary>
    internal static NotationProblem NotAStandard(string text, SourceSpan span, StandardCatalogue known)
    {
        var meant = StandardReference.TryParse(text, out var reference) && known.VersionsOf(reference) is { Count: > 0 } versions
            ? versions[versions.Count - 1].Id.ToString()
            : Similarity.Nearest(text, known.All.Select(s => s.Id.ToString()));
        return new NotationProblem(
            FindingCatalogue.UnknownStandard,
            span,
            $"'{TextFolding.OnOneLine(text)}' {(LookAlikes.Mend(text) is null ? "is" : $"holds the look-alike {LookAlikes.DescribeFirst(text)} and is")} not the id of a standard, which is a reference and a version such as ST0583@1.2" + (meant is null ? "" : $"; did you mean {meant}?"),
            meant);
    }

    /// <summary>
    /// The same for what is checked beside the standard's own document: what names a statement that nobody could read there is right, and what is
    /// wrong is told there. The notation's own problems offer nothing that is not there.
    /// </summary>
    internal static IEnumerable<NotationProblem> CheckBeside(KsbNotationResult references, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known, bool isOfRequirement = false) =>
        Check(references, inForce, known).Where(p => !p.IsOfUnread).Select(p => OfferCheck.Beside(p, inForce, known, isOfRequirement));

    private static IEnumerable<NotationProblem> Qualified(KsbReference reference, IReadOnlyList<OccupationalStandard> inForce, StandardCatalogue known)
    {
        var versions = Matching(known.All, reference);
        if (versions.Count == 0)
        {
            return [Unknown(reference.Qualifier, reference.QualifierVersion, reference.QualifierSpan, known)];
        }

        if (inForce.Count == 0)
        {
            // Any known version will do: which one is meant, nothing says.
            return versions.Any(s => !Missing(reference, s).Any()) ? [] : Missing(reference, versions[versions.Count - 1]);
        }

        var matching = Matching(inForce, reference);
        return matching.Count > 0
            ? OfEach(reference, matching).Take(1)
            : [new NotationProblem(FindingCatalogue.NotOfStandardInForce, reference.QualifierSpan, $"{reference} is not of the standard in force here, {string.Join(" and ", inForce.Select(s => s.Id))}", null)];
    }

    private static IReadOnlyList<OccupationalStandard> Matching(IEnumerable<OccupationalStandard> standards, KsbReference reference) =>
        standards.Where(s => reference.IsOf(s.Id)).ToArray();

    private static IEnumerable<NotationProblem> Missing(KsbReference reference, OccupationalStandard standard)
    {
        if (reference.IsDuty)
        {
            if (standard.FindDuty(reference.Duty) is not null)
            {
                yield break;
            }

            if (standard.Unread.MayHoldDuty(reference.Duty))
            {
                yield return Unread($"Duty {reference.Duty} is not among the duties", reference.FirstSpan, standard);
            }
            else
            {
                var last = standard.Duties.Count == 0 ? "which has no duties" : $"which has {standard.Duties.Count} {(standard.Duties.Count == 1 ? "duty" : "duties")}, up to Duty {standard.Duties.Max(d => d.Number)}";
                yield return new NotationProblem(FindingCatalogue.UnknownCode, reference.FirstSpan, $"Duty {reference.Duty} is not in {Named(standard)}, {last}", null);
            }

            yield break;
        }

        var lacking = reference.Codes.Where(c => !standard.Contains(c)).ToArray();
        var missing = lacking.Where(c => !standard.Unread.MayHold(c)).ToArray();
        if (missing.Length == 0)
        {
            if (lacking.Length > 0)
            {
                yield return Unread($"{KsbNotation.Format(lacking)} {(lacking.Length == 1 ? "is" : "are")} not among the statements", reference.Span, standard);
            }

            yield break;
        }

        var span = missing.Length > 1 ? reference.Span : missing[0] == reference.First ? reference.FirstSpan : missing[0] == reference.Last ? reference.LastSpan : reference.Span;
        var meant = span == reference.Span && reference.IsRange ? null : CodeSuggestion.For(missing[0], standard)?.ToString();
        if (reference.IsRange && missing[missing.Length - 1] == reference.Last && standard.Contains(reference.First))
        {
            // A range that runs past the end of the list: its end is what is wrong.
            span = reference.LastSpan;
            meant = new KsbCode(reference.Last.Kind, missing[0].Number - 1).ToString();
        }

        yield return new NotationProblem(
            FindingCatalogue.UnknownCode,
            span,
            $"{KsbNotation.Format(missing)} {(missing.Length == 1 ? "is" : "are")} not in {Named(standard)}, {Extent(missing[0].Kind, standard)}",
            meant,
            meant is null ? null : $"did you mean {meant}?");
    }

    private static NotationProblem Unread(string what, SourceSpan span, OccupationalStandard standard) =>
        new(FindingCatalogue.UnknownCode, span, $"{what} of {Named(standard)} that could be read; mend its document first", null) { IsOfUnread = true };

    private static NotationProblem Unknown(StandardReference reference, StandardVersion? version, SourceSpan span, StandardCatalogue known)
    {
        var versions = known.VersionsOf(reference);
        var name = version is null ? reference.ToString() : new StandardId(reference, version.Value).ToString();
        if (versions.Count > 0)
        {
            var latest = versions[versions.Count - 1].Id;
            return new NotationProblem(FindingCatalogue.UnknownStandard, span, $"{name} is not known here; known of {reference}: {string.Join(", ", versions.Select(s => s.Id.Version))}", latest.ToString());
        }

        var names = known.All.Select(s => version is null ? s.Id.Reference.ToString() : s.Id.ToString());

        // References are of six or seven characters, and any two of them look alike: only a slip of the pen is meant.
        var nearest = Similarity.Nearest(name, names) is { } near && Similarity.EditDistance(name, near) <= 2 ? near : null;
        var hint = nearest is not null ? $"; did you mean {nearest}?" : known.All.Count == 0 ? "; no standard document is known at all" : $"; known: {string.Join(", ", known.All.Take(5).Select(s => s.Id))}";
        return new NotationProblem(FindingCatalogue.UnknownStandard, span, $"No document of the standard {name} is known here{hint}", nearest);
    }

    private static string Named(OccupationalStandard standard) => $"{standard.Id} ({TextFolding.OnOneLine(standard.Title)})";

    private static string Extent(KsbKind kind, OccupationalStandard standard)
    {
        var codes = standard.DefinedCodes.Where(c => c.Kind == kind).ToArray();
        return codes.Length == 0 ? $"which has no {kind.Name()} statements" : $"which has {KsbNotation.Format(codes)}";
    }
}
