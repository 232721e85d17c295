using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// A requirement that applies only when another is met, or unless another is met. Otherwise it does not apply; where nobody can tell the
/// condition, nobody can tell this. A condition that is not yet met does not hold yet.
/// </summary>
/// <remarks>A condition is a guard: fulfilling it can bring a requirement into force that was not there before.</remarks>
public sealed partial class ConditionalRequirement : Requirement
{
    private readonly bool _isConditionSensitive;
    private readonly bool _mayConditionName;

    internal ConditionalRequirement(string id, string sentence, Requirement condition, Requirement then, bool isUnless, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Condition = condition ?? throw new ArgumentNullException(nameof(condition));
        Then = then ?? throw new ArgumentNullException(nameof(then));
        IsUnless = isUnless;
        Children = [condition, then];
        _isConditionSensitive = condition.All.Any(c => c.IsSensitive);
        _mayConditionName = condition.All.Any(c => c.MayName);
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

        // What no day brings into force need not be judged: nobody is shown it.
        var then = IsOut(condition.Verdict) && condition.Timeline.NeverChanges(context.AsOf) ? null : Then.Assess(context);
        var timeline = then is null ? LeafTimeline.Of(Verdict.DoesNotApply, null, null, isSensitive: false) : (Timeline)new ConditionalTimeline(condition.Timeline, then.Timeline, IsUnless);

        // Nobody need do what is not asked, nor bring about a condition only to be asked more; and a condition that does not hold is no failure.
        RequirementReport[] shown = condition.Verdict switch
        {
            Verdict.CannotTell => [condition],
            Verdict.Met => IsUnless ? [] : [condition, then!],
            _ => IsUnless ? [then!] : [],
        };
        return RequirementReport.OfOthers(this, timeline, Explanation(condition, then, context.IsNameless), context.AsOf, shown);
    }

    private string Explanation(RequirementReport condition, RequirementReport? then, bool isNameless)
    {
        var holds = condition.Verdict switch
        {
            Verdict.Met => "The condition holds",
            Verdict.CannotTell => then!.Verdict != Verdict.DoesNotApply ? "Nobody can tell whether the condition holds" : "What would be asked does not apply either way",
            Verdict.NotYetDue => "The condition does not hold yet",
            _ => "The condition does not hold",
        };

        // Why a condition holds that is kept from some readers is said where it can be withheld: in its own report.
        return _isConditionSensitive || (_mayConditionName && isNameless) || condition.Verdict == Verdict.CannotTell ? holds : $"{holds}: {condition.Outcome.Explanation}";
    }

    private protected override Outcome Judge(AssessmentContext context) => throw new NotSupportedException();

    private protected override void WriteChildren(JsonWriter json)
    {
        WriteChild(json, "if", Condition);
        WriteChild(json, "then", Then);
    }
}
