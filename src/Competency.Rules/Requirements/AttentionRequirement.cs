using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// A requirement with something that must be signed or seen to beside it. The verdict is that of the requirement alone; while it is met
/// and the other is not, the report calls for attention and lists what is to be done.
/// </summary>
public sealed partial class AttentionRequirement : Requirement
{
    private readonly bool _isRequirementSensitive;
    private readonly bool _mayRequirementName;

    internal AttentionRequirement(string id, string sentence, Requirement requirement, Requirement signed, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Requirement = requirement ?? throw new ArgumentNullException(nameof(requirement));
        Signed = signed ?? throw new ArgumentNullException(nameof(signed));
        Children = [requirement, signed];
        _isRequirementSensitive = requirement.All.Any(r => r.IsSensitive);
        _mayRequirementName = requirement.All.Any(r => r.MayName);
        IsSensitive = signed.All.Any(r => r.IsSensitive);
        MayName = signed.All.Any(r => r.MayName);
    }

    /// <summary>What decides.</summary>
    public Requirement Requirement { get; }

    /// <summary>What must be seen to and holds nobody up.</summary>
    public Requirement Signed { get; }

    /// <summary>What decides, then what must be seen to.</summary>
    public override IReadOnlyList<Requirement> Children { get; }

    /// <inheritdoc/>
    public override string Kind => "attention";

    /// <summary>What must be seen to is told in this requirement's own words, and is as sensitive.</summary>
    public override bool IsSensitive { get; }

    /// <inheritdoc/>
    internal override bool MayName { get; }

    internal override RequirementReport Assess(AssessmentContext context)
    {
        var decides = Requirement.Assess(context);
        var signed = Signed.Assess(context);
        var isOutstanding = decides.Verdict == Verdict.Met && signed.Verdict is not (Verdict.Met or Verdict.DoesNotApply);
        // Why a requirement decides so that is kept from some readers is said where it can be withheld: in its own report.
        var why = _isRequirementSensitive || (_mayRequirementName && context.IsNameless) ? $"The verdict is that of '{Requirement.Sentence}'" : decides.Outcome.Explanation;
        var outcome = Outcome.Combined(decides.Verdict, why) with
        {
            // Who signed is said where nobody need sign any more.
            FactsWhenRead = signed.Verdict == Verdict.Met ? () => signed.All.SelectMany(r => r.Outcome.Facts) : null,
            Attention = isOutstanding ? [$"Still to be seen to: {Signed.Sentence} ({signed.Outcome.Explanation})"] : [],
            Actions = isOutstanding ? [.. signed.All.SelectMany(r => r.Outcome.Actions).DistinctBy(a => a.Key)] : [],
        };
        return RequirementReport.OfOthers(this, decides.Timeline, outcome, context.AsOf, [decides]);
    }

    private protected override Outcome Judge(AssessmentContext context) => throw new NotSupportedException();

    private protected override void WriteChildren(JsonWriter json)
    {
        WriteChild(json, "requirement", Requirement);
        WriteChild(json, "signed", Signed);
    }
}
