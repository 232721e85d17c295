using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>The KSBs that are asked, for everyone or by option, as planes of achieved KSBs.</summary>
internal sealed class KsbsNode : CohortNode
{
    private readonly List<KsbsSelection> _selections = [];
    private readonly int _option;
    private readonly int _complete;

    // Of everybody, where there are no options and anything is asked.
    private readonly KsbsSelection? _ofAll;

    public KsbsNode(KsbsAchievedRequirement requirement, CohortCompiler compiler)
        : base(requirement)
    {
        var layout = compiler.Layout;
        _complete = compiler.ClaimsComplete = compiler.Flag("claims-complete", "Whether all decisions on evidence up to the day are recorded");
        _option = layout.HasOptions ? compiler.Option() : -1;
        if (_option < 0)
        {
            Add(requirement, compiler, option: null, number: 0);
            _ofAll = _selections.Count > 0 ? _selections[0] : null;
            return;
        }

        for (var i = 0; i < layout.Standard.Options.Count; i++)
        {
            Add(requirement, compiler, layout.Standard.Options[i], number: i + 1);
        }
    }

    private void Add(KsbsAchievedRequirement requirement, CohortCompiler compiler, StandardOption? option, int number)
    {
        if (requirement.Mask(compiler.Layout, option, knowsKsbsInForce: true) is not { } mask)
        {
            return;
        }

        var positions = new int[mask.Codes.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = compiler.Layout.PositionOf(mask.Codes[i]);
        }

        _selections.Add(new KsbsSelection(
            compiler,
            option is null ? compiler.Nodes.Count : -1,
            positions,
            requirement.AtLeast.Of(positions.Length),
            option is null ? -1 : compiler.AtLeast(_option, number),
            option is null ? -1 : compiler.AtLeast(_option, number + 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override VerdictKinds Judge(CohortGroup group, JudgedNodes before, VerdictPlanes verdicts) =>
        // Most sets are asked of everybody.
        _ofAll is not { } all || all.Asked > all.Count || group.HasElsewhere ? JudgeEach(group, verdicts)
        : group.IsSetForAll(_complete) ? VerdictKinds.NotMet
        : VerdictKinds.InDoubt;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private VerdictKinds JudgeEach(CohortGroup group, VerdictPlanes verdicts)
    {
        for (var i = 0; i < CohortGroup.Blocks; i++)
        {
            group.MoveTo(i);

            // Who has no option, or one of which nothing is asked, or not so much as is asked: nobody can tell.
            var (notMet, told) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            foreach (var selection in _selections)
            {
                if (selection.Asked <= selection.Count)
                {
                    var chosen = selection.IsOption < 0 ? Vector512<ulong>.AllBitsSet : group.Is(selection.IsOption) & ~group.Is(selection.IsLaterOption);
                    var lack = group.Lack(selection)[i];
                    var isCertain = group.Flag(_complete) & group.LackEvenSo(selection)[i];
                    notMet |= chosen & isCertain & lack;
                    told |= chosen & (isCertain | ~lack);
                }
            }

            verdicts.Set(i, notMet, ~told);
        }

        return verdicts.Among(VerdictKinds.NotMet | VerdictKinds.CannotTell);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(_complete, index, context.IsComplete(context.Claims));
        CohortCompiler.FillOption(columns, index, _option, context);
    }
}
