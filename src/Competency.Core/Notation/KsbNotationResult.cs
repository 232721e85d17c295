namespace Competency.Notation;

/// <summary>What a field of references holds: the references that could be read, and what is wrong with the rest.</summary>
sealed partial class KsbNotationResult
{
    internal KsbNotationResult(IReadOnlyList<KsbReference> references, IReadOnlyList<NotationProblem> problems)
    {
        References = references;
        Problems = problems;
    }

    /// <summary>The references, in the order of the text, repeats included.</summary>
    public IReadOnlyList<KsbReference> References { get; }

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<NotationProblem> Problems { get; }

    /// <summary>Whether everything could be read. A repeated code is no obstacle.</summary>
    public bool IsReadable => Problems.All(p => p.Descriptor == Findings.FindingCatalogue.RepeatedReference);

    /// <summary>Whether there are references and nothing else, but what was surely meant to be one: <c>K01</c>, a Cyrillic К1, <c>K9-K3</c>.</summary>
    internal bool IsOfReferencesAlone => References.Count + Problems.Count > 0 && Problems.All(p => p.IsOfKsb);

    /// <summary>KSB1003 for what other strings of the same list name already.</summary>
    /// <param name="seen">What they name; what this one names is added.</param>
    internal IEnumerable<NotationProblem> RepeatsOf(HashSet<ReferenceName> seen)
    {
        foreach (var reference in References)
        {
            var again = reference.Names.Where(seen.Contains).ToArray();
            if (again.Length > 0)
            {
                yield return NotationProblem.Repeated(reference, again);
            }
        }

        // Behind the loop: what this string repeats of itself its own reading has told.
        seen.UnionWith(References.SelectMany(r => r.Names));
    }

    /// <summary>The codes of all references, whatever standard they name, each once, in the order of codes. See <see cref="CodesOf(OccupationalStandard)"/>.</summary>
    public IReadOnlyList<KsbCode> Codes => Frozen.Sorted(References.SelectMany(r => r.Codes));

    /// <summary>
    /// The codes that the references name in one standard, each once, in the order of codes: those without qualifier and those qualified by it.
    /// A duty stands for the KSBs that it maps; what is of another standard, and what the standard lacks, is left out.
    /// </summary>
    public IReadOnlyList<KsbCode> CodesOf(OccupationalStandard standard)
    {
        if (standard is null)
        {
            throw new ArgumentNullException(nameof(standard));
        }

        return Frozen.Sorted(References.SelectMany(r => CodesOf(r, standard)));
    }

    /// <summary>The same of one reference.</summary>
    internal static IEnumerable<KsbCode> CodesOf(KsbReference reference, OccupationalStandard standard) =>
        reference.IsOf(standard.Id)
            ? (reference.IsDuty ? standard.FindDuty(reference.Duty)?.Ksbs ?? [] : reference.Codes).Where(standard.Contains)
            : [];

    /// <summary>The numbers of all duties, each once, ascending.</summary>
    public IReadOnlyList<int> Duties => Frozen.List(References.Where(r => r.IsDuty).Select(r => r.Duty).Distinct().OrderBy(d => d));
}
