using System.Runtime.Intrinsics;

namespace Competency.Rules;

/// <summary>A requirement as it is judged over a block of 512 learners. Immutable; shared by all threads.</summary>
internal abstract class CohortNode(Requirement requirement)
{
    public Requirement Requirement { get; } = requirement;

    /// <summary>Whether it is judged by itself, decides, and is no condition: of such it is counted whom they hold back.</summary>
    public bool IsReason { get; set; }

    /// <summary>The verdicts of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">The verdicts of the nodes that stand before this one, those within it among them.</param>
    public abstract VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before);

    /// <summary>Fills a learner's place in the columns of this node.</summary>
    public virtual void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
    }
}

/// <summary>The same for everybody on a day.</summary>
internal sealed class SameForAllNode(Requirement requirement, Func<DateOnly, Verdict> on) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => VerdictPlanes.Of(on(block.Columns.AsOf));
}

/// <summary>All of, any of, at least a number of others.</summary>
internal sealed class QuantifiedNode(QuantifiedRequirement requirement, int[] counted) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => requirement.Quantifier switch
    {
        Quantifier.All => VerdictPlanes.AllOf(before, counted),
        Quantifier.Any => VerdictPlanes.AnyOf(before, counted),
        _ => VerdictPlanes.AtLeast(requirement.Count, before, counted),
    };
}

/// <summary>One that applies where, or unless, another is met.</summary>
internal sealed class ConditionalNode(ConditionalRequirement requirement, int condition, int then) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) =>
        VerdictPlanes.Conditional(before[condition], before[then], requirement.IsUnless);
}

/// <summary>One that decides, beside what must be seen to.</summary>
internal sealed class AttentionNode(AttentionRequirement requirement, int decides) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => before[decides];
}

/// <summary>
/// One that columns cannot decide: each learner is judged by itself when the columns are filled, and what came of it is a column. Some kinds know learners
/// of whom a column says enough.
/// </summary>
/// <param name="requirement">The requirement.</param>
/// <param name="firstBit">The first of three columns, of the bits of the verdict's number.</param>
internal sealed class JudgedNode(Requirement requirement, int firstBit) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before) => VerdictPlanes.OfNumberBits(
        block.Flag(firstBit),
        block.Flag(firstBit + 1),
        block.Flag(firstBit + 2));

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        Set(columns, index, Requirement.Decide(context, out var wasJudgedInFull));
        if (wasJudgedInFull)
        {
            columns.SetFellBack(index);
        }
    }

    public void Set(CohortColumns columns, int index, Verdict verdict)
    {
        for (var bit = 0; bit < 3; bit++)
        {
            columns.SetFlag(firstBit + bit, index, (((int)verdict >> bit) & 1) != 0);
        }
    }
}

/// <summary>The KSBs that are asked, for everyone or by option, as planes of achieved KSBs.</summary>
internal sealed class KsbsNode : CohortNode
{
    private readonly KsbsAchievedRequirement _requirement;
    private readonly (int Option, int[] Positions, int Asked)[] _selections;
    private readonly int _option;
    private readonly int _complete;
    private readonly bool _isTold;

    public KsbsNode(KsbsAchievedRequirement requirement, CohortCompiler compiler)
        : base(requirement)
    {
        var layout = compiler.Layout;
        _requirement = requirement;
        _complete = compiler.Flag("claims-complete", "Whether all decisions on evidence up to the day are recorded");
        _option = layout.HasOptions ? compiler.Option() : -1;
        StandardOption?[] options = layout.HasOptions ? [.. layout.Standard.Options] : [null];
        _selections = [.. options.Select((o, i) => (i + 1, Mask: requirement.Mask(layout, o, knowsKsbsInForce: true))).Where(s => s.Mask is not null)
            .Select(s => (s.Item1, s.Mask!.Codes.Select(layout.PositionOf).ToArray(), requirement.AtLeast.Of(s.Mask.Codes.Length)))];
        _isTold = _selections.Length > 0;
    }

    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        if (!_isTold)
        {
            return VerdictPlanes.Of(Verdict.CannotTell);
        }

        if (_option < 0)
        {
            return Judge(block, _selections[0]);
        }

        // Who has no option, or one of which nothing is asked, is not in any of the planes: nobody can tell.
        VerdictPlanes verdicts = default;
        var told = Vector512<ulong>.Zero;
        foreach (var selection in _selections)
        {
            var chosen = block.Is(_option, selection.Option);
            verdicts = verdicts.Or(Judge(block, selection).Within(chosen));
            told |= chosen;
        }

        return verdicts with { CannotTell = verdicts.CannotTell | ~told };
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(_complete, index, context.IsComplete(context.Claims));
        CohortCompiler.FillOption(columns, index, _option, context);
    }

    private VerdictPlanes Judge(CohortBlock block, (int Option, int[] Positions, int Asked) selection)
    {
        if (selection.Asked > selection.Positions.Length)
        {
            return VerdictPlanes.Of(Verdict.CannotTell);
        }

        var achieved = block.Columns.AchievedPlanes(block.Index);
        var elsewhere = block.Columns.HasElsewhere ? block.Columns.ElsewherePlanes(block.Index) : default;
        var isMet = Enough(achieved, default, selection.Positions, selection.Asked);
        var mayBe = elsewhere.IsEmpty ? isMet : Enough(achieved, elsewhere, selection.Positions, selection.Asked);
        var complete = block.Flag(_complete);
        var isNot = ~isMet & ~mayBe & complete;
        return new(isMet, Vector512<ulong>.Zero, isNot, ~isMet & ~isNot);
    }

    /// <summary>Who has at least so many of some KSBs.</summary>
    private static Vector512<ulong> Enough(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, ReadOnlySpan<int> positions, int asked)
    {
        if (asked == positions.Length)
        {
            var all = Vector512<ulong>.AllBitsSet;
            foreach (var position in positions)
            {
                all &= At(achieved, elsewhere, position);
            }

            return all;
        }

        // A number in binary for each learner, its bits one plane above the other.
        Span<Vector512<ulong>> sum = stackalloc Vector512<ulong>[13];
        sum.Clear();
        foreach (var position in positions)
        {
            var carry = At(achieved, elsewhere, position);
            for (var bit = 0; bit < sum.Length && carry != Vector512<ulong>.Zero; bit++)
            {
                var both = sum[bit] & carry;
                sum[bit] ^= carry;
                carry = both;
            }
        }

        // From the highest bit down: more already, or as much so far.
        var (more, same) = (Vector512<ulong>.Zero, Vector512<ulong>.AllBitsSet);
        for (var bit = sum.Length - 1; bit >= 0; bit--)
        {
            if (((asked >> bit) & 1) == 0)
            {
                more |= same & sum[bit];
                same &= ~sum[bit];
            }
            else
            {
                same &= sum[bit];
            }
        }

        return more | same;
    }

    private static Vector512<ulong> At(ReadOnlySpan<ulong> achieved, ReadOnlySpan<ulong> elsewhere, int position)
    {
        var at = position * VerdictPlanes.Words;
        var plane = PlaneMath.Plane(achieved.Slice(at, VerdictPlanes.Words));
        return elsewhere.IsEmpty ? plane : plane | PlaneMath.Plane(elsewhere.Slice(at, VerdictPlanes.Words));
    }
}

/// <summary>Something that holds until a day: a certificate, a declaration.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="until">The column of the last day.</param>
/// <param name="absent">The column that says that absence is no.</param>
internal sealed class HeldUntilNode(Requirement requirement, int until, int absent) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var isHeld = block.AtLeast(until, block.Day);
        var isNot = ~isHeld & block.Flag(absent);
        return new(isHeld, Vector512<ulong>.Zero, isNot, ~isHeld & ~isNot);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var verdict = Requirement.Decide(context);
        columns.SetNumber(until, index, verdict == Verdict.Met ? int.MaxValue : CohortCompiler.Unknown);
        columns.SetFlag(absent, index, verdict == Verdict.NotMet);
    }
}

/// <summary>Hours above or below a minimum.</summary>
internal sealed class HoursNode(OffTheJobHoursRequirement requirement, int margin, int isNotMet) : CohortNode(requirement)
{
    /// <summary>Beyond it the number of hours makes no difference, and its hundredths would not fit.</summary>
    private const decimal Most = 10_000_000;

    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var numbers = margin;
        var isMet = block.AtLeast(numbers, 0);
        var isNot = ~isMet & block.Flag(isNotMet);
        return new(isMet, Vector512<ulong>.Zero, isNot, ~isMet & ~isNot);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        var (verdict, above) = requirement.Margin(context);
        columns.SetNumber(margin, index, above is { } hours ? (int)decimal.Floor(Math.Clamp(hours, -Most, Most) * 100) : CohortCompiler.Unknown);
        columns.SetFlag(isNotMet, index, verdict == Verdict.NotMet);
    }
}

/// <summary>A number of months of learning, by the period in which the learner began.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="periods">The months for starts from a day on, oldest first, each with the column of the day after them.</param>
/// <param name="start">The column of the original start.</param>
/// <param name="absent">The column that says that learning had not begun.</param>
/// <param name="excused">The column that says that a reason for less is recorded; -1 where none counts.</param>
/// <param name="whenExcused">What comes of it then, where the months are not complete.</param>
/// <param name="isExcused">Whether a learner has such a reason; null where none counts.</param>
internal sealed class MonthsNode(
    Requirement requirement,
    (int FromDay, int Months, int Reach)[] periods,
    int start,
    int absent,
    int excused,
    Verdict whenExcused,
    Func<AssessmentContext, bool>? isExcused) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var starts = start;
        var hasStart = block.AtLeast(starts, 0);
        var notBegun = block.Flag(absent) & ~hasStart;
        var (met, due, not) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, notBegun);
        var later = Vector512<ulong>.Zero;
        for (var i = periods.Length - 1; i >= 0; i--)
        {
            var from = block.AtLeast(starts, Math.Max(0, periods[i].FromDay));
            var within = from & ~later;
            later = from;
            if (within == Vector512<ulong>.Zero)
            {
                continue;
            }

            var reach = periods[i].Reach;
            var isTold = block.AtLeast(reach, 0) & within;
            var isNever = block.AtLeast(reach, int.MaxValue);
            var isAhead = block.AtLeast(reach, block.Day + 1);
            not |= isTold & isNever;
            due |= isTold & isAhead & ~isNever;
            met |= isTold & ~isAhead;
        }

        var verdicts = new VerdictPlanes(met, due, not, ~(met | due | not));
        if (excused < 0)
        {
            return verdicts;
        }

        var less = block.Flag(excused) & ~met & hasStart & later;
        return verdicts.Within(~less).Or(VerdictPlanes.Of(whenExcused).Within(less));
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        CohortCompiler.FillStart(columns, index, start, absent, context);
        foreach (var (_, months, reach) in periods)
        {
            columns.SetNumber(reach, index, context.OriginalStart is null ? CohortCompiler.Unknown : LearningDuration.ReachNumber(context, months));
        }

        if (excused >= 0)
        {
            columns.SetFlag(excused, index, isExcused!(context));
        }
    }
}

/// <summary>The programme is this one, and the learner has not withdrawn.</summary>
internal sealed class ProgrammeNode(ProgrammeRequirement requirement, int onThis, int withdrawn) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var isOn = block.Flag(onThis);
        var isWithdrawn = block.Flag(withdrawn);
        return new(isOn & ~isWithdrawn, Vector512<ulong>.Zero, isOn & isWithdrawn, ~isOn);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context)
    {
        columns.SetFlag(onThis, index, context.Programme == context.Standard.Id);
        columns.SetFlag(withdrawn, index, context.StateNow == EpisodeKind.Withdrawn);
    }
}

/// <summary>The original start lies between two days.</summary>
internal sealed class StartedNode(StartedBetweenRequirement requirement, int start, int absent) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var starts = start;
        var isKnown = block.AtLeast(starts, 0);
        var isWithin = isKnown & block.AtLeast(starts, requirement.From?.DayNumber ?? 0) & ~block.AtLeast(starts, (requirement.Until?.DayNumber ?? int.MaxValue - 1) + 1);
        return new(isWithin, Vector512<ulong>.Zero, isKnown & ~isWithin, ~isKnown);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillStart(columns, index, start, absent, context);
}

/// <summary>An option is chosen, or a certain one is.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="option">The column of options.</param>
/// <param name="asked">The number of the option that is asked; 0 for any.</param>
internal sealed class OptionNode(Requirement requirement, int option, int asked) : CohortNode(requirement)
{
    public override VerdictPlanes Judge(CohortBlock block, ReadOnlySpan<VerdictPlanes> before)
    {
        var numbers = option;
        var isChosen = block.AtLeast(numbers, 1);
        var isMet = asked == 0 ? isChosen : block.Is(numbers, asked);
        return new(isMet, Vector512<ulong>.Zero, isChosen & ~isMet, ~isChosen);
    }

    public override void Fill(CohortColumns columns, int index, AssessmentContext context) => CohortCompiler.FillOption(columns, index, option, context);
}
