using Competency.Notation;
using Competency.Text;

namespace Competency.Findings;

/// <summary>Whether references are of the option that is chosen where they stand (KSB1009): the one judge for C#, documents, tool and library.</summary>
static partial class OptionCheck
{
    /// <summary>KSB1009 for an option that a standard does not have, or null.</summary>
    /// <param name="written">The option's id or title, as written.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="span">Where it is written.</param>
    public static NotationProblem? CheckName(string written, OccupationalStandard standard, SourceSpan span)
    {
        if (standard is null)
        {
            throw new ArgumentNullException(nameof(standard));
        }

        if (standard.FindOption(written) is not null || standard.Unread.LacksOptions)
        {
            return null;
        }

        var names = standard.Options.Select(o => o.ToString()).ToArray();

        // What a string literal would have to escape is no suggestion.
        var meant = Similarity.Nearest(written, names.Concat(standard.Options.Select(o => o.Id)).Where(n => n.All(c => c >= ' ' && c is not ('"' or '\\'))));
        return new NotationProblem(
            FindingCatalogue.NotInOption,
            span,
            $"'{TextFolding.OnOneLine(written)}' is not an option of {standard.Id}, {(names.Length == 0 ? "which has none" : $"which has {string.Join(", ", names.Select(n => $"'{TextFolding.OnOneLine(n)}'"))}")}"
            + (meant is null ? "" : $"; did you mean '{TextFolding.OnOneLine(meant)}'?"),
            meant);
    }

    /// <summary>KSB1009 for references to KSBs and duties that are in force for other options alone.</summary>
    /// <param name="references">What a text holds. What names another standard is passed over, and so is what the standard lacks (KSB1001).</param>
    /// <param name="standard">The standard in force.</param>
    /// <param name="option">The option, one of the standard's.</param>
    public static IReadOnlyList<NotationProblem> Check(KsbNotationResult references, OccupationalStandard standard, StandardOption option)
    {
        if (references is null || standard is null || option is null)
        {
            throw new ArgumentNullException(references is null ? nameof(references) : standard is null ? nameof(standard) : nameof(option));
        }

        var inForce = new HashSet<KsbCode>(standard.CodesInForce(option));
        return Frozen.List(references.References
            .Where(r => r.IsOf(standard.Id))
            .Select(r => r.IsDuty ? OfDuty(r, standard, option) : OfCodes(r, standard, option, inForce))
            .OfType<NotationProblem>());
    }

    private static NotationProblem? OfDuty(KsbReference reference, OccupationalStandard standard, StandardOption option) =>
        standard.FindDuty(reference.Duty) is { IsCore: false } duty && !duty.Options.Contains(option.Id)
            ? Problem(reference.FirstSpan, $"Duty {duty.Number} is", standard, option, duty.Options)
            : null;

    private static NotationProblem? OfCodes(KsbReference reference, OccupationalStandard standard, StandardOption option, HashSet<KsbCode> inForce)
    {
        var foreign = reference.Codes.Where(c => standard.Contains(c) && !inForce.Contains(c)).ToArray();
        if (foreign.Length == 0)
        {
            return null;
        }

        var span = foreign.Length > 1 ? reference.Span : foreign[0] == reference.First ? reference.FirstSpan : foreign[0] == reference.Last ? reference.LastSpan : reference.Span;
        var owners = standard.Duties.Where(d => d.Ksbs.Any(foreign.Contains)).SelectMany(d => d.Options).Distinct();
        return Problem(span, $"{KsbNotation.Format(foreign)} {(foreign.Length == 1 ? "is" : "are")}", standard, option, owners);
    }

    private static NotationProblem Problem(SourceSpan span, string what, OccupationalStandard standard, StandardOption option, IEnumerable<string> owners) => new(
        FindingCatalogue.NotInOption,
        span,
        $"{what} not in the option '{TextFolding.OnOneLine(option.ToString())}' of {standard.Id}, but in {string.Join(" and ", owners.Select(id => $"'{TextFolding.OnOneLine(standard.FindOption(id)?.ToString() ?? id)}'"))}",
        suggestion: null);
}
