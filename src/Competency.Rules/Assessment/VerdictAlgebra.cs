namespace Competency.Rules;

/// <summary>
/// How verdicts combine. One rule: an at-least-<em>n</em> is as good as the <em>n</em>-th best of the children that apply, where Met is
/// better than NotYetDue and NotYetDue better than NotMet. A child of which nobody can tell might turn out to be any of them, or not to
/// apply at all; where that could change the result, the result is CannotTell. All of is <em>n</em> of <em>n</em>, any of is 1 of <em>n</em>.
/// </summary>
/// <remarks>
/// Laws, each a property test: commutative, associative (all of, any of), idempotent; replacing any CannotTell by any verdict never changes
/// a result other than CannotTell; making a child better never makes the result worse. Absorption and distributivity do not hold.
/// </remarks>
public static class VerdictAlgebra
{
    /// <summary>NotMet, else CannotTell, else NotYetDue, else Met; DoesNotApply where no child applies.</summary>
    /// <param name="children">The verdicts; at least one.</param>
    /// <exception cref="ArgumentException">There is no child: nothing must not be complete because nothing is asked.</exception>
    public static Verdict AllOf(params ReadOnlySpan<Verdict> children)
    {
        var counts = VerdictCounts.Of(children);
        return Judge(counts.Applicable, counts);
    }

    /// <summary>Met, else CannotTell, else NotYetDue, else NotMet; DoesNotApply where no child applies.</summary>
    /// <param name="children">The verdicts; at least one.</param>
    /// <exception cref="ArgumentException">There is no child.</exception>
    public static Verdict AnyOf(params ReadOnlySpan<Verdict> children) => AtLeast(1, children);

    /// <summary>
    /// The verdict of "at least <paramref name="n"/> of these". Where fewer than <paramref name="n"/> children apply it is NotMet, for no
    /// effort and no time can bring it; where none applies it does not apply itself.
    /// </summary>
    /// <param name="n">How many must be met; at least 1.</param>
    /// <param name="children">The verdicts; at least one.</param>
    /// <exception cref="ArgumentException">There is no child.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public static Verdict AtLeast(int n, params ReadOnlySpan<Verdict> children)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Judge(n, VerdictCounts.Of(children));
    }

    /// <summary>The verdict of "at least <paramref name="n"/>" of some by how many came out how; those that do not apply are not counted.</summary>
    internal static Verdict Judge(int n, int met, int notYetDue, int notMet, int cannotTell)
    {
        var applicable = met + notYetDue + notMet + cannotTell;
        if (applicable == 0)
        {
            return Verdict.DoesNotApply;
        }

        var worst = NthBest(n, met, notYetDue);
        var best = NthBest(n, met + cannotTell, notYetDue);

        // Where every child that applies is unknown, all of them may turn out not to apply.
        return worst != best || (worst != Verdict.Met && cannotTell == applicable) ? Verdict.CannotTell : worst;
    }

    private static Verdict Judge(int n, VerdictCounts counts) => Judge(n, counts.Met, counts.NotYetDue, counts.NotMet, counts.CannotTell);

    private static Verdict NthBest(int n, int met, int notYetDue) =>
        met >= n ? Verdict.Met : met + notYetDue >= n ? Verdict.NotYetDue : Verdict.NotMet;

    private readonly record struct VerdictCounts(int Met, int NotYetDue, int NotMet, int CannotTell)
    {
        public int Applicable => Met + NotYetDue + NotMet + CannotTell;

        public static VerdictCounts Of(ReadOnlySpan<Verdict> children)
        {
            if (children.IsEmpty)
            {
                throw new ArgumentException("Verdicts of nothing have no verdict.", nameof(children));
            }

            int met = 0, notYetDue = 0, notMet = 0, cannotTell = 0;
            foreach (var child in children)
            {
                switch (child)
                {
                    case Verdict.Met:
                        met++;
                        break;
                    case Verdict.NotYetDue:
                        notYetDue++;
                        break;
                    case Verdict.NotMet:
                        notMet++;
                        break;
                    case Verdict.CannotTell:
                        cannotTell++;
                        break;
                    case Verdict.DoesNotApply:
                        break;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(children), child, "No such verdict.");
                }
            }

            return new VerdictCounts(met, notYetDue, notMet, cannotTell);
        }
    }
}
