namespace Competency.Rules;

/// <summary>Where the standard has options, the learner has chosen one of them. Without it nobody can tell which KSBs are in force.</summary>
public sealed partial class OptionRequirement : Requirement
{
    internal OptionRequirement(string id, string sentence, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "option";

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (!context.HasOptions)
        {
            return Outcome.DoesNotApply($"{context.Layout.IdText} has no options");
        }

        var offered = Said.Fact("options", string.Join(", ", context.Standard.Options));
        return (context.Option, context.OptionChoice) switch
        {
            ({ } option, { } choice) => Outcome.Met($"The option is {option}") with { Facts = [Said.Fact("option", option.ToString(), choice.Pointer)] },
            (_, { } choice) => Gap.CannotTell($"'{context.OptionText}' is none of the standard's options", Gap.Option) with { Facts = [offered] },
            _ => Gap.CannotTell("No option is recorded", Gap.Option) with { Facts = [offered] },
        };
    }
}
