using System.Runtime.CompilerServices;

namespace Competency.Rules;

/// <summary>Hours above or below a minimum.</summary>
internal sealed class HoursNode : CohortNode
{
    /// <summary>Beyond it the number of hours makes no difference, and its hundredths would not fit.</summary>
    private const decimal Most = 10_000_000;

    private readonly OffTheJobHoursRequirement _requirement;
    private readonly int _margin;
    private readonly int _short;
    private readonly int _isMet;

    public HoursNode(OffTheJobHoursRequirement requirement, CohortCompiler compiler)
        : base(requirement)
    {
        _requirement = requirement;
        _margin = compiler.Number(requirement.Id + ".margin", $"Hundredths of an hour above the minimum, rounded down; below 0 where they fall short: {requirement.Sentence}");
        _short = compiler.Flag(requirement.Id + ".short", $"Whether falling short of it is certain: {requirement.Sentence}");
        _isMet = compiler.AtLeast(_margin, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) => verdicts.Set(group.Are(_isMet), group.Flags(_short));

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var (verdict, above) = _requirement.Margin(context);
        columns.SetNumber(_margin, index, above is { } hours ? (int)decimal.Floor(Math.Clamp(hours, -Most, Most) * 100) : CohortCompiler.Unknown);
        columns.SetFlag(_short, index, verdict == Verdict.NotMet);
    }
}
