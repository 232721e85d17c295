namespace Competency.Rules;

public sealed partial class QuantifiedRequirement
{
    private Requirement[]? _counted;

    internal override LedgerKinds Reads
    {
        get
        {
            var reads = LedgerKinds.None;
            foreach (var child in Counted)
            {
                reads |= child.Reads;
            }

            return reads;
        }
    }

    /// <summary>The children that decide: checks of data are shown and never do.</summary>
    internal Requirement[] Counted => _counted ??= [.. Children.Where(c => !c.IsCheck)];

    private protected override Verdict? TryDecide(AssessmentContext context)
    {
        int met = 0, notYetDue = 0, notMet = 0, cannotTell = 0;
        foreach (var child in Counted)
        {
            switch (child.Decide(context))
            {
                case Verdict.Met when Quantifier == Quantifier.Any:
                    return Verdict.Met;
                case Verdict.NotMet when Quantifier == Quantifier.All:
                    return Verdict.NotMet;
                case Verdict.Met:
                    met++;
                    break;
                case Verdict.NotMet:
                    notMet++;
                    break;
                case Verdict.NotYetDue:
                    notYetDue++;
                    break;
                case Verdict.CannotTell:
                    cannotTell++;
                    break;
                default:
                    break;
            }
        }

        return VerdictAlgebra.Judge(Asked(met + notYetDue + notMet + cannotTell), met, notYetDue, notMet, cannotTell);
    }

    /// <summary>How many must be met, of some that apply.</summary>
    internal int Asked(int applicable) => Quantifier switch
    {
        Quantifier.All => applicable,
        Quantifier.Any => 1,
        _ => Count,
    };

    internal override CohortNode TryCompile(CohortCompiler compiler, bool isReason)
    {
        var places = new List<int>();
        foreach (var child in Counted)
        {
            places.Add(compiler.Add(child, isReason));
        }

        return places.Count == 0 ? new SameForAllNode(this, static _ => Verdict.DoesNotApply) : new QuantifiedNode(this, [.. places]);
    }
}
