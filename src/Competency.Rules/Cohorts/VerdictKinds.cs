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
    All = NotMet | CannotTell | NotYetDue | DoesNotApply,
}
