namespace Competency.Rules;

/// <summary>What can be said about a requirement. Never a bare yes or no: unknown is not no, and not yet is not no either.</summary>
public enum Verdict
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It is not met, and the passing of time alone will not change that.</summary>
    NotMet,

    /// <summary>It is not met today and will be by the passing of time alone.</summary>
    NotYetDue,

    /// <summary>A fact is missing without which nobody can say; the report names it.</summary>
    CannotTell,

    /// <summary>It does not apply to this learner; it counts neither for nor against.</summary>
    DoesNotApply,
}
