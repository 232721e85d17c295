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

    /// <summary>KSB1003 for what other strings of the same list name already.</summary>
    /// <param name="seen">What they name; what this one names is added.</param>
    internal IEnumerable<NotationProblem> RepeatsOf(HashSet<string> seen)
    {
        var before = new HashSet<string>(seen, StringComparer.Ordinal);
        foreach (var reference in References)
        {
            var again = reference.Names.Where(before.Contains).ToArray();
            seen.UnionWith(reference.Names);
            if (again.Length > 0)
            {
                yield return NotationProblem.Repeated(reference, again);
            }
        }
    }

    /// <summary>The codes of all references, each once, in the order of codes.</summary>
    public IReadOnlyList<KsbCode> Codes => Frozen.Sorted(References.SelectMany(r => r.Codes));

    /// <summary>The numbers of all duties, each once, ascending.</summary>
    public IReadOnlyList<int> Duties => Frozen.List(References.Where(r => r.IsDuty).Select(r => r.Duty).Distinct().OrderBy(d => d));
}
