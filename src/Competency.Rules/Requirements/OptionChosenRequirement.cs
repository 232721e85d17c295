using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>The learner's option is a certain one: a guard for what only one option asks.</summary>
public sealed partial class OptionChosenRequirement : Requirement
{
    internal OptionChosenRequirement(string id, string sentence, string option, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation) => Option = Bounded.Text(option, "An option has an id or a title.", nameof(option));

    /// <summary>The option's id or title, as <see cref="OccupationalStandard.FindOption"/> knows it.</summary>
    public string Option { get; }

    /// <inheritdoc/>
    public override string Kind => "optionIs";

    private protected override void WriteParameters(JsonWriter json) => json.Member("option", Option);

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (context.Standard.FindOption(Option) is not { } asked)
        {
            return Gap.CannotTell($"The policy names the option '{Option}', which {context.Standard.Id} does not have",
                Gap.Setting("option", $"which option of {context.Standard.Id} is meant", $"Name an option that {context.Standard.Id} has"));
        }

        return context.Option is not { } option ? Gap.CannotTell("No option is recorded", Gap.Option)
            : option.Id == asked.Id ? Outcome.Met($"The option is {option}")
            : Outcome.NotMet($"The option is {option}", $"the option {asked}");
    }
}
