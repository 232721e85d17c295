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

    internal override bool IsCheck => base.IsCheck || Counted.Length == 0;

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
        if (Counted.Length == 0)
        {
            return new SameForAllNode(this, Verdict.DoesNotApply);
        }

        var places = new int[Counted.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = compiler.Add(Counted[i], isReason);
        }

        return Quantifier switch
        {
            Quantifier.All => new AllOfNode(this, places),
            Quantifier.Any => new AnyOfNode(this, places),
            _ => new AtLeastNode(this, places),
        };
    }
}
