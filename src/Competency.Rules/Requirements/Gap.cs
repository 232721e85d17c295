using Competency.Text;

namespace Competency.Rules;

/// <summary>A fact without which nobody can tell, and what to do about it.</summary>
/// <param name="Fact">The fact, as the report names it.</param>
/// <param name="Action">What to do.</param>
internal sealed record Gap(string Fact, OutstandingAction Action)
{
    /// <summary>The day on which the apprenticeship was first begun. It is not yet where learning has not begun, and lies before what is recorded where that went on from another.</summary>
    public static Gap OriginalStart(AssessmentContext context) => Record("original-start", "the original start",
        context.HasNotBegun ? "Begin to learn, and record the first episode"
        : context.Time.First is { } first ? $"Record the first episode of learning: that of {Said.Date(first)} went on from one before it"
        : "Record the first episode of learning");

    /// <summary>The day of birth.</summary>
    public static Gap BirthDate { get; } = Record("birth-date", "the day of birth", "Record the day of birth");

    /// <summary>The learner's option.</summary>
    public static Gap Option { get; } = Record("option", "the learner's option", "Record which option of the standard the learner takes");

    /// <summary>Something that a ledger should say.</summary>
    public static Gap Record(string key, string fact, string text) => new(fact, new OutstandingAction("record:" + key, text, ActionBy.Provider, ActionStage.Records));

    /// <summary>A setting of the policy, or something in the standard's document.</summary>
    public static Gap Setting(string key, string fact, string text) => new(fact, new OutstandingAction("setting:" + key, text, ActionBy.PolicyOwner, ActionStage.Settings));

    /// <summary>The level of a certificate that is held.</summary>
    public static Gap Level(string subject, Certificate certificate) =>
        Record($"level:{subject}:{certificate.Pointer}", $"the level of the certificate of {subject} of {IsoDate.Format(certificate.On)}", $"Record the level of the certificate of {subject} of {IsoDate.Format(certificate.On)}");

    /// <summary>A ledger that nobody called complete up to the day of assessment.</summary>
    /// <param name="ledger">The ledger, as the learner record names it.</param>
    /// <param name="what">What it holds, in words.</param>
    /// <param name="context">The day.</param>
    public static Gap Completeness(string ledger, string what, AssessmentContext context)
    {
        var day = IsoDate.Format(context.AsOf);
        return Record("complete:" + ledger, $"whether the record of {what} is complete up to {day} ({ledger})", $"Record all {what} up to {day} and say that the record is complete");
    }

    /// <summary>Nobody can tell which of some numbers applies, for want of the original start.</summary>
    public static Outcome StartDecides(string which, AssessmentContext context) =>
        CannotTell($"The original start decides which {which} applies, and {(context.HasNotBegun ? "no learning had begun" : "is not recorded")}", OriginalStart(context));

    /// <summary>Nobody can tell, for want of some facts.</summary>
    public static Outcome CannotTell(string explanation, params IEnumerable<Gap> gaps)
    {
        var all = gaps.ToArray();
        return Outcome.CannotTell(explanation, all.Select(g => g.Fact)) with { Actions = [.. all.Select(g => g.Action)] };
    }
}
