using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>All of, any of, or at least a number of several requirements: see <see cref="VerdictAlgebra"/>.</summary>
public sealed partial class QuantifiedRequirement : Requirement
{
    internal QuantifiedRequirement(string id, string sentence, Quantifier quantifier, int count, IEnumerable<Requirement> children, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Quantifier = quantifier;
        Children = [.. children];
        if (Children.Count == 0)
        {
            throw new ArgumentException($"'{id}' holds no requirement: nothing must not be met because nothing is asked.", nameof(children));
        }

        if (quantifier == Quantifier.AtLeast && (count < 1 || count > Children.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"'{id}' holds {Children.Count} requirements; a number from 1 to that can be asked.");
        }

        Count = count;
    }

    /// <summary>How many must be met.</summary>
    public Quantifier Quantifier { get; }

    /// <summary>The number of <see cref="Quantifier.AtLeast"/>; 0 for others.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Requirement> Children { get; }

    /// <inheritdoc/>
    public override string Kind => Words.Quantifier.Of(Quantifier);

    internal override RequirementReport Assess(AssessmentContext context)
    {
        var children = new RequirementReport[Children.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Children[i].Assess(context);
        }

        // Checks of data are shown and never decide.
        var counted = children.Where(c => c.Requirement.Basis != RequirementBasis.DataCheck).ToArray();
        var applicable = counted.Where(c => c.Verdict != Verdict.DoesNotApply).ToArray();
        var asked = Quantifier switch
        {
            Quantifier.All => applicable.Length,
            Quantifier.Any => 1,
            _ => Count,
        };
        var met = applicable.Count(c => c.Verdict == Verdict.Met);
        var explanation = applicable.Length == 0 ? "None of these applies" : $"{met} of {applicable.Length} met; {(Quantifier == Quantifier.All ? "all are" : $"{asked} {(asked == 1 ? "is" : "are")}")} needed";
        return RequirementReport.OfOthers(this, new QuantifiedTimeline(Quantifier, Count, [.. counted.Select(c => c.Timeline)]), explanation, context.AsOf, children);
    }

    private protected override Outcome Judge(AssessmentContext context) => throw new NotSupportedException();

    private protected override void WriteParameters(JsonWriter json) => json.Member("count", Quantifier == Quantifier.AtLeast ? Count : (int?)null);
}
