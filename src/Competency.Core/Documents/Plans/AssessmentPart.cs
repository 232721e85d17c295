using System.Globalization;
using Competency.Notation;

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

    /// <summary>What it assesses of one standard, in KSB notation: what names another is left out, and no standard is named.</summary>
    public string KsbsOf(StandardId standard)
    {
        var references = Ksbs.SelectMany(k => KsbNotation.Parse(k).References).Where(r => r.IsOf(standard)).ToArray();
        var duties = references.Where(r => r.IsDuty).Select(r => r.Duty).Distinct().OrderBy(d => d).Select(d => $"Duty{d.ToString(CultureInfo.InvariantCulture)}");
        return string.Join(", ", duties.Prepend(KsbNotation.Format(references.SelectMany(r => r.Codes))).Where(t => t.Length > 0));
    }

    /// <summary>Title or id.</summary>
    public override string ToString() => Title ?? Id;
}
