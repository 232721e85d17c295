using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// A requirement that applies only when another is met, or unless another is met. Otherwise it does not apply; where nobody can tell the
/// condition, nobody can tell this. A condition that is not yet met does not hold yet.
/// </summary>
/// <remarks>A condition is a guard: fulfilling it can bring a requirement into force that was not there before.</remarks>
public sealed partial class ConditionalRequirement : Requirement
{
    internal ConditionalRequirement(string id, string sentence, Requirement condition, Requirement then, bool isUnless, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Condition = condition ?? throw new ArgumentNullException(nameof(condition));
        Then = then ?? throw new ArgumentNullException(nameof(then));
        IsUnless = isUnless;
        Children = [condition, then];
    }

    /// <summary>When the other applies, or when it does not.</summary>
    public Requirement Condition { get; }

    /// <summary>What is asked then.</summary>
    public Requirement Then { get; }

    /// <summary>Whether the other applies unless the condition is met.</summary>
    public bool IsUnless { get; }

    /// <summary>The condition, then what is asked.</summary>
    public override IReadOnlyList<Requirement> Children { get; }

    /// <inheritdoc/>
    public override string Kind => IsUnless ? "unless" : "when";

    internal override RequirementReport Assess(AssessmentContext context)
    {
        var condition = Condition.Assess(context);
        var then = Then.Assess(context);
        // Why a sensitive condition holds is kept where it can be withheld: in its own report.
        var why = Condition.All.Any(c => c.IsSensitive) ? "" : $": {condition.Outcome.Explanation}";
        var explanation = condition.Verdict switch
        {
            Verdict.Met => $"The condition holds{why}",
            Verdict.CannotTell when then.Verdict != Verdict.DoesNotApply => "Nobody can tell whether the condition holds",
            Verdict.CannotTell => "What would be asked does not apply either way",
            Verdict.NotYetDue => $"The condition does not hold yet{why}",
            _ => $"The condition does not hold{why}",
        };

        // Nobody need do what is not asked, nor bring about a condition only to be asked more; and a condition that does not hold is no failure.
        IReadOnlyList<RequirementReport> shown = condition.Verdict switch
        {
            Verdict.CannotTell => [condition],
            Verdict.Met => IsUnless ? [] : [condition, then],
            _ => IsUnless ? [then] : [],
        };
        return RequirementReport.OfOthers(this, new ConditionalTimeline(condition.Timeline, then.Timeline, IsUnless), explanation, context.AsOf, shown);
    }

    private protected override Outcome Judge(AssessmentContext context) => throw new NotSupportedException();

    private protected override void WriteChildren(JsonWriter json)
    {
        WriteChild(json, "if", Condition);
        WriteChild(json, "then", Then);
    }
}
