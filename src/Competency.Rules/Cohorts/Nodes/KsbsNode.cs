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
        _complete = compiler.Flag("claims-complete", "Whether all decisions on evidence up to the day are recorded");
        _option = layout.HasOptions ? compiler.Option() : -1;
        if (_option < 0)
        {
            Add(requirement, compiler, option: null, number: 0);
            _ofAll = _selections.FirstOrDefault();
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
            positions,
            requirement.AtLeast.Of(positions.Length),
            option is null ? -1 : compiler.AtLeast(_option, number),
            option is null ? -1 : compiler.AtLeast(_option, number + 1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before, out VerdictPlanes verdicts)
    {
        if (_ofAll is not null)
        {
            Judge(block, _ofAll, out verdicts);
            return;
        }

        if (_selections.Count == 0)
        {
            verdicts = VerdictPlanes.Of(Verdict.CannotTell);
            return;
        }

        // Who has no option, or one of which nothing is asked, is not in any of the planes: nobody can tell.
        verdicts = default;
        var told = Vector512<ulong>.Zero;
        foreach (var selection in _selections)
        {
            var chosen = block.Is(selection.IsOption) & ~block.Is(selection.IsLaterOption);
            Judge(block, selection, out var ofOption);
            verdicts = verdicts.Or(ofOption.Within(chosen));
            told |= chosen;
        }

        verdicts = verdicts with { CannotTell = verdicts.CannotTell | ~told };
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(_complete, index, context.IsComplete(context.Claims));
        CohortCompiler.FillOption(columns, index, _option, context);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Judge(CohortBlock block, KsbsSelection selection, out VerdictPlanes verdicts)
    {
        if (selection.Asked > selection.Count)
        {
            verdicts = VerdictPlanes.Of(Verdict.CannotTell);
            return;
        }

        var isMet = block.HasEnough(selection);
        var mayBe = block.MayHaveEnough(selection);
        var complete = block.Flag(_complete);
        var isNot = ~isMet & ~mayBe & complete;
        verdicts = new(isMet, Vector512<ulong>.Zero, isNot, ~isMet & ~isNot);
    }
}
