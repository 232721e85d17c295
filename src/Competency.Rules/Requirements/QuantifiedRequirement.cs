using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>All of, any of, or at least a number of several requirements: see <see cref="VerdictAlgebra"/>.</summary>
public sealed partial class QuantifiedRequirement : Requirement
{
    // As policy documents bound it.
    private const int Most = 999;

    private readonly Requirement[] _children;

    internal QuantifiedRequirement(string id, string sentence, Quantifier quantifier, int count, IEnumerable<Requirement> requirements, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Quantifier = quantifier;
        _children = [.. requirements];
        if (Array.IndexOf(_children, null!) is var missing and >= 0)
        {
            // Such as a static one that stands below the policy that uses it.
            throw new ArgumentException($"The requirement at {missing} of '{id}' is null.", nameof(requirements));
        }

        Children = Array.AsReadOnly(_children);
        if (Children.Count == 0)
        {
            throw new ArgumentException($"'{id}' holds no requirement: nothing must not be met because nothing is asked.", nameof(requirements));
        }

        if (quantifier == Quantifier.AtLeast && (count < 1 || count > Math.Min(Children.Count, Most)))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"'{id}' holds {Children.Count} requirements; a number from 1 to {(Children.Count > Most ? Said.Number(Most) : "that")} can be asked.");
        }

        if (quantifier == Quantifier.AtLeast && Children.Count(c => c.IsCheck) is var checks && count > Children.Count - checks)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"'{id}' asks {count} of {Children.Count} requirements, of which {Said.Count(checks, "is a data check and decides", "are data checks and decide")} nothing: nothing could meet that.");
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
        var children = new RequirementReport[_children.Length];
        var counted = new Timeline[Counted.Length];
        var (at, applicable, met) = (0, 0, 0);
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i] = _children[i].Assess(context);

            // Checks of data are shown and never decide.
            if (!child.Requirement.IsCheck)
            {
                counted[at++] = child.Timeline;
                applicable += child.Verdict == Verdict.DoesNotApply ? 0 : 1;
                met += child.Verdict == Verdict.Met ? 1 : 0;
            }
        }

        var timeline = new QuantifiedTimeline(Quantifier, Count, counted);
        var outcome = Outcome.Combined(timeline.On(context.AsOf), Explanation(met, applicable));

        // Whoever waits must know that waiting alone may not bring it.
        return RequirementReport.OfOthers(this, timeline, outcome.Verdict == Verdict.NotYetDue && timeline.DatesFrom(context.AsOf, outcome.Verdict).Earliest is null
            ? outcome with { Attention = ["No day can be named: what is met today may have ended by the time that what is waited for holds"] }
            : outcome, context.AsOf, children);
    }

    private string Explanation(int met, int applicable)
    {
        if (applicable == 0)
        {
            return "None of these applies";
        }

        var asked = Asked(applicable);
        return Quantifier == Quantifier.All
            ? $"{Said.Number(met)} of {Said.Number(applicable)} met; all are needed"
            : $"{Said.Number(met)} of {Said.Number(applicable)} met; {Said.Number(asked)} {(asked == 1 ? "is" : "are")} needed";
    }

    private protected override Outcome Judge(AssessmentContext context) => throw new NotSupportedException();

    private protected override void WriteParameters(JsonWriter json) => json.Member("count", Quantifier == Quantifier.AtLeast ? Count : (int?)null);
}
