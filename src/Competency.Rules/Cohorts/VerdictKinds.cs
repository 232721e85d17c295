namespace Competency.Rules;

/// <summary>Verdicts other than met, as a set.</summary>
[Flags]
internal enum VerdictKinds
{
    None = 0,
    NotMet = 1 << VerdictPlanes.NotMetAt,
    CannotTell = 1 << VerdictPlanes.CannotTellAt,
    NotYetDue = 1 << VerdictPlanes.NotYetDueAt,
    DoesNotApply = 1 << VerdictPlanes.DoesNotApplyAt,

    /// <summary>
    /// The planes of NotMet say who lacks something, and nothing else is written: whoever lacks it does not meet it if all decisions on evidence are recorded, and nobody can tell of the others. One bit for two
    /// verdicts; by itself, never among others.
    /// </summary>
    InDoubt = 1 << VerdictPlanes.Number,
    All = NotMet | CannotTell | NotYetDue | DoesNotApply,
}
