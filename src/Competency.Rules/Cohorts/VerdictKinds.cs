namespace Competency.Rules;

/// <summary>Verdicts other than met, as a set.</summary>
[Flags]
internal enum VerdictKinds
{
    None = 0,
    NotMet = 1,
    CannotTell = 2,
    NotYetDue = 4,
    DoesNotApply = 8,
    All = NotMet | CannotTell | NotYetDue | DoesNotApply,
}
