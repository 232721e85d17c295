using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>
/// English or maths, by the level of the standard, the age at the original start, the day, and the learner's documented decision. A
/// certificate of the level that is asked settles it, whatever else is unknown.
/// </summary>
public sealed partial class EnglishAndMathsRequirement : Requirement
{
    internal EnglishAndMathsRequirement(string id, string sentence, CoreSubject subject, bool passForEveryone, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Subject = Defined.Of(subject, nameof(subject));
        Held = $"The level that is asked in {Said.Subject(subject)} is held";
        PassForEveryone = passForEveryone;
    }

    /// <summary>The subject.</summary>
    public CoreSubject Subject { get; }

    /// <summary>Whether a regulator or a mandatory qualification asks for a pass of adults too.</summary>
    public bool PassForEveryone { get; }

    /// <summary>What is said where the level that is asked is held.</summary>
    internal string Held { get; }

    /// <inheritdoc/>
    public override string Kind => "englishAndMaths";

    /// <summary>Its facts are age, and adjustments for a disability.</summary>
    public override bool IsSensitive => true;

    private protected override void WriteParameters(JsonWriter json) =>
        json.Member("subject", Words.Subject.Of(Subject)).Member("passForEveryone", PassForEveryone);

    private protected override Outcome Judge(AssessmentContext context)
    {
        var today = new EnglishAndMathsJudge(this, context, context.AsOf, facts: null);
        var outcome = today.Judge();
        return outcome.Verdict == Verdict.NotMet || today.AwaitsRule ? ByLaterRule(context, outcome) ?? UntilLaterRule(context, outcome)
            : outcome.Verdict == Verdict.CannotTell ? UntilLaterRule(context, outcome) : outcome;
    }

    /// <summary>What nobody can tell today and a later rule settles; what is not met today, and by a later rule nobody can tell: of an adult or not, where no day of birth is recorded.</summary>
    private Outcome UntilLaterRule(AssessmentContext context, Outcome today)
    {
        foreach (var day in EnglishParameters.EnglishAndMathsChanges.Where(d => d > context.AsOf))
        {
            switch (today.Verdict, new EnglishAndMathsJudge(this, context, day, facts: null).Judge().Verdict)
            {
                case (Verdict.CannotTell, Verdict.Met):
                    return today.MetWith(Outcome.NotYetDue(today.Explanation, day));
                case (Verdict.NotMet, Verdict.CannotTell):
                    return today with { NotMetUntil = day.AddDays(-1) };
                default:
                    continue;
            }
        }

        return today;
    }

    /// <summary>
    /// Not yet due, where the facts as they are will do by a rule that is known to come; nobody can tell, where they may, by something that is not recorded; null where none
    /// will do.
    /// </summary>
    private Outcome? ByLaterRule(AssessmentContext context, Outcome today)
    {
        Outcome? open = null;
        foreach (var day in EnglishParameters.EnglishAndMathsChanges.Where(d => d > context.AsOf))
        {
            var later = new EnglishAndMathsJudge(this, context, day, facts: null).Judge();
            if (later.Verdict == Verdict.Met)
            {
                return Of(Outcome.NotYetDue(Explained(), day),
                    [OutstandingAction.Wait(day, ActionBy.Provider, $"Wait for the rule on English and maths from {Said.Date(day)}", ":rule"), .. later.Actions]);
            }

            // No other rule that is to come lets anybody pass whom nobody lets pass today: see UnlessHeld.
            if (later.Verdict == Verdict.CannotTell && today.Verdict == Verdict.NotMet && MayHaveDecided(context))
            {
                open ??= Of(Outcome.CannotTell(Explained(), later.MissingFacts), [.. today.Actions, .. later.Actions]);
            }

            string Explained() => $"{today.Explanation}; by the rule from {Said.Date(day)}: {later.Explanation}";

            Outcome Of(Outcome outcome, OutstandingAction[] actions) => outcome with
            {
                FactsWhenRead = () => later.Facts,
                Citations = [.. today.Citations.Concat(later.Citations).Distinct()],
                Attention = [.. today.Attention.Concat(later.Attention).Distinct()],
                Shortfall = today.Shortfall,
                Actions = actions,
            };
        }

        return open;
    }

    /// <summary>Whether the learner decided anything about studying the subject, or may have.</summary>
    private bool MayHaveDecided(AssessmentContext context) => EnglishAndMathsJudge.Decision(context, Subject) is not null || !context.IsComplete(context.Choices);
}
