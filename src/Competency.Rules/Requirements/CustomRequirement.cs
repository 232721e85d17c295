using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// The last resort: a rule in code, known to reports and policies by its name only. It must give the same outcome for the same context:
/// no clock, no chance, no environment. What it throws becomes CannotTell with the fault, for that learner only.
/// </summary>
public sealed class CustomRequirement : Requirement
{
    private readonly Func<AssessmentContext, Outcome> _judge;

    internal CustomRequirement(string id, string name, string sentence, Func<AssessmentContext, Outcome> judge, bool isSensitive, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Name = Bounded.Text(name, "A rule in code has a name.", nameof(name));
        _judge = judge ?? throw new ArgumentNullException(nameof(judge));
        IsSensitive = isSensitive;
    }

    /// <summary>The name of the rule in code.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string Kind => "custom";

    /// <inheritdoc/>
    public override bool IsSensitive { get; }

    /// <inheritdoc/>
    internal override bool MayName => true;

    /// <summary>Whether both ask the same rule and keep it from the same readers.</summary>
    internal bool IsSameRuleAs(CustomRequirement other) => _judge == other._judge && IsSensitive == other.IsSensitive;

    private protected override Outcome Judge(AssessmentContext context) => _judge(context);

    private protected override void WriteParameters(JsonWriter json) => json.Member("name", Name).Member("sensitive", IsSensitive ? true : (bool?)null);
}
