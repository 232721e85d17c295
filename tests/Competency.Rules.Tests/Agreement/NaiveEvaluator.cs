namespace Competency.Rules.Tests.Agreement;

/// <summary>Everything about a learner of <see cref="TestStandards.WithOptions"/> that the policies of <see cref="SmallWorlds"/> look at, with nothing unknown.</summary>
/// <param name="Option">The option.</param>
/// <param name="Achieved">The KSBs that are achieved.</param>
/// <param name="FirstAid">The level of the first-aid certificate; null where none is held.</param>
/// <param name="Declared">Who has declared.</param>
internal sealed record Completed(string Option, HashSet<string> Achieved, QualificationLevel? FirstAid, HashSet<DeclarationRole> Declared);

/// <summary>
/// Judges a completed learner in the plainest way, without any of the library's logic: what is asked is listed by hand, and "at least n" counts
/// what is met now, else what is met some day.
/// </summary>
internal static class NaiveEvaluator
{
    public static Verdict Judge(Requirement requirement, Completed learner, DateOnly asOf)
    {
        switch (requirement)
        {
            case KsbsAchievedRequirement ksbs:
                string[] inForce = learner.Option == "a" ? ["K1", "S1", "K2", "S2", "K4"] : ["K1", "S1", "K3", "K4"];
                string[] asked = ksbs.Ksbs is null ? inForce : [.. ksbs.Ksbs.Codes.Select(c => c.ToString()).Where(inForce.Contains)];
                var enough = ksbs.AtLeast.Number ?? (ksbs.AtLeast.IsAll ? asked.Length : (int)Math.Ceiling(asked.Length * ksbs.AtLeast.Share!.Value / 100));
                return asked.Count(learner.Achieved.Contains) >= enough ? Verdict.Met : Verdict.NotMet;
            case OptionChosenRequirement option:
                return option.Option == learner.Option ? Verdict.Met : Verdict.NotMet;
            case OptionRequirement:
                return Verdict.Met;
            case CertificateRequirement certificate:
                return learner.FirstAid >= (certificate.MinimumLevel ?? QualificationLevel.Entry1) ? Verdict.Met : Verdict.NotMet;
            case DeclarationRequirement declaration:
                return learner.Declared.Contains(declaration.Role) ? Verdict.Met : Verdict.NotMet;
            case DateReachedRequirement date:
                return asOf >= date.From ? Verdict.Met : Verdict.NotYetDue;
            case ConditionalRequirement conditional:
                var holds = Judge(conditional.Condition, learner, asOf) == Verdict.Met;
                return holds != conditional.IsUnless ? Judge(conditional.Then, learner, asOf) : Verdict.DoesNotApply;
            case QuantifiedRequirement quantified:
                var verdicts = quantified.Children.Select(c => Judge(c, learner, asOf)).Where(v => v != Verdict.DoesNotApply).ToArray();
                var needed = quantified.Quantifier == Quantifier.All ? verdicts.Length : quantified.Quantifier == Quantifier.Any ? 1 : quantified.Count;
                return verdicts.Length == 0 ? Verdict.DoesNotApply
                    : verdicts.Count(v => v == Verdict.Met) >= needed ? Verdict.Met
                    : verdicts.Count(v => v is Verdict.Met or Verdict.NotYetDue) >= needed ? Verdict.NotYetDue
                    : Verdict.NotMet;
            default:
                throw new NotSupportedException(requirement.Kind);
        }
    }
}
