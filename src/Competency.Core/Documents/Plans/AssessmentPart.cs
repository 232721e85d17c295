namespace Competency.Documents.Plans;

/// <summary>A method of an end-point assessment, or an outcome of a reformed plan, and the KSBs that it assesses.</summary>
/// <param name="id">The id within the plan.</param>
/// <param name="ksbs">What it assesses, in KSB notation, as written.</param>
sealed partial class AssessmentPart(string id, IEnumerable<string> ksbs)
{
    /// <summary>The id within the plan.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>What it assesses, in KSB notation, as written.</summary>
    public IReadOnlyList<string> Ksbs { get; } = Frozen.List(ksbs ?? throw new ArgumentNullException(nameof(ksbs)));

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The option whose learners it assesses, by id or title; null for all.</summary>
    public string? Option { get; init; }

    /// <summary>Title or id.</summary>
    public override string ToString() => Title ?? Id;
}
