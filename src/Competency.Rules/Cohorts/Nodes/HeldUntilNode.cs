using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Something that holds until a day: a certificate, a declaration.</summary>
internal sealed class HeldUntilNode : CohortNode
{
    private readonly int _until;
    private readonly int _absent;
    private readonly int _isHeld;

    /// <summary>The node of such a requirement, which names its columns.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="compiler">Gathers the columns.</param>
    /// <param name="what">What holds, in words.</param>
    public HeldUntilNode(Requirement requirement, CohortCompiler compiler, string what)
        : base(requirement)
    {
        _until = compiler.Number(requirement.Id + ".until", $"The last day on which {what} counts, as a day number: {requirement.Sentence}");
        _absent = compiler.Flag(requirement.Id + ".absent", $"Whether its absence is certain: {requirement.Sentence}");
        _isHeld = compiler.AtLeastDay(_until, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) => verdicts.Set(group.Are(_isHeld), group.Flags(_absent));

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var verdict = Requirement.Decide(context);
        columns.SetNumber(_until, index, verdict == Verdict.Met ? int.MaxValue : CohortCompiler.Unknown);
        columns.SetFlag(_absent, index, verdict == Verdict.NotMet);
    }
}
