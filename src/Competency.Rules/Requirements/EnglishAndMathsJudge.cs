namespace Competency.Rules;

/// <summary>The judgement of one learner in one subject, by the facts of the day of assessment and the rules of a day.</summary>
/// <param name="requirement">The requirement.</param>
/// <param name="context">The learner.</param>
/// <param name="rulesOf">The day whose rules are asked.</param>
/// <param name="facts">Takes the facts used; null where nobody reads them.</param>
internal sealed class EnglishAndMathsJudge(EnglishAndMathsRequirement requirement, AssessmentContext context, DateOnly rulesOf, List<ReportedFact>? facts)
{
    private readonly string _subject = Said.Subject(requirement.Subject);
    private IReadOnlyList<Citation> _citations = [];
    private List<string>? _attention;
    private List<OutstandingAction>? _actions;
    private Certificate? _best;

    /// <summary>Whether no rule of the day says what follows and one that is known to come does, so that nothing but the day is wanting.</summary>
    public bool AwaitsRule { get; private set; }

    public Outcome Judge()
    {
        var outcome = WithUnknownLevels(JudgeSubject());
        return outcome with
        {
            FactsWhenRead = Facts,
            Citations = _citations,
            Attention = _attention is null ? outcome.Attention : [.. outcome.Attention, .. _attention.Distinct()],
            Actions = _actions is null ? outcome.Actions : [.. outcome.Actions, .. _actions],
        };
    }

    /// <summary>The facts used: those that judging once more finds.</summary>
    private List<ReportedFact> Facts()
    {
        var used = new List<ReportedFact>();
        new EnglishAndMathsJudge(requirement, context, rulesOf, used).Judge();
        return used;
    }

    /// <summary>What the learner decided last on studying the subject; null for nothing that is recorded.</summary>
    public static EnglishAndMathsChoice? Decision(AssessmentContext context, CoreSubject subject) => context.Choices.Latest(subject, static (c, asked) => c.Subject is null || c.Subject == asked);

    private Outcome JudgeSubject()
    {
        var asked = LevelAsked();
        var best = _best = Best();
        if (best is not null)
        {
            facts?.Add(Said.HeldCertificate(best));
        }

        // The highest level that these rules ask is level 2, so that it settles the matter even where the level asked is unknown.
        if (best?.Level >= (asked ?? QualificationLevel.Level2))
        {
            if (requirement.PassForEveryone && asked == EnglishParameters.ExemptionLevel && !(best.Level >= QualificationLevel.Level1))
            {
                (_attention ??= []).Add($"A pass in {_subject} is asked of everyone, and whether an adjustment lowers what a regulator or a qualification asks no cited source says");
            }

            if (asked == QualificationLevel.Level1 && best.Level < QualificationLevel.Level2 && !IsAdultByChoice())
            {
                (_attention ??= []).Add("On a level 2 standard work towards level 2 goes on where 3 or more months remain; that was not judged");
            }

            return Outcome.Met(requirement.Held);
        }

        return PassAsked() switch
        {
            { IsAsked: true } pass => WithoutPass(asked, pass.Alternative),
            { Outcome: { } settled } => settled,
            _ => throw new InvalidOperationException("Either a pass is asked, or there is an outcome without one."),
        };
    }

    /// <summary>A certificate whose level is not recorded may be all that is asked.</summary>
    private Outcome WithUnknownLevels(Outcome outcome)
    {
        if (outcome.Verdict == Verdict.Met || OfUnknownLevel() is not { Length: > 0 } unknown)
        {
            return outcome;
        }

        AwaitsRule = false;
        facts?.AddRange(unknown.Select(c => Said.Fact("certificate without a recorded level", Said.Certificate(c), c.Pointer)));
        var gaps = unknown.Select(c => Gap.Level(_subject, c)).ToArray();
        var explanation = outcome.Explanation + "; a certificate without a recorded level may suffice";
        return Outcome.CannotTell(explanation, outcome.MissingFacts.Concat(gaps.Select(g => g.Fact))) with
        {
            Shortfall = outcome.Shortfall,
            Actions = [.. outcome.Verdict == Verdict.CannotTell ? outcome.Actions : [], .. gaps.Select(g => g.Action)],
        };
    }

    private Certificate[] OfUnknownLevel() => [.. context.Certificates.ByDay(c => c.Level is null && c.IsIn(Words.Subject.Of(requirement.Subject)))];

    /// <summary>The level asked of this learner; null where no rule is cited for it.</summary>
    private QualificationLevel? LevelAsked()
    {
        var level = context.Standard.KeyInformation.Level;
        var parameter = level >= 3 ? EnglishParameters.EnglishAndMathsLevelFrom3 : level == 2 ? EnglishParameters.EnglishAndMathsLevelAt2 : null;
        QualificationLevel? asked = null;
        if (parameter is not null && parameter.TryGet(context.OriginalStart ?? (level >= 3 ? DateOnly.MinValue : null), rulesOf, out var period))
        {
            asked = period.Value;

            // The level is that of every start; which rules say so depends on it.
            if (context.OriginalStart is not null)
            {
                Cite(parameter, period);
            }

            Unreviewed(parameter);
        }

        if (level is not null)
        {
            facts?.Add(Said.Fact("level of the standard", Said.Number(level.Value)));
        }

        if (Exemption() is { } exemption)
        {
            facts?.Add(Said.Fact("adjustment for a learning difficulty or disability", exemption.HasEhcPlan ? "with an education, health and care plan" : "without an education, health and care plan", exemption.Pointer));
            asked = EnglishParameters.ExemptionLevel;
        }

        if (asked is { } known)
        {
            facts?.Add(Said.Fact("level asked", Said.Level(known)));
        }

        return asked;
    }

    private EnglishAndMathsExemption? Exemption()
    {
        // One with a plan counts under every rule, and a later entry takes nothing from it: what no longer holds is withdrawn.
        var exemption = context.Exemptions.Latest(requirement.Subject, static (e, subject) => e.Subject == subject && e.HasEhcPlan)
            ?? context.Exemptions.Latest(requirement.Subject, static (e, subject) => e.Subject == subject);
        if (exemption is null)
        {
            return null;
        }

        EnglishParameters.ExemptionNeedsPlan.TryGet(context.OriginalStart, rulesOf, out var plan);
        var needsPlan = plan!;
        Cite(EnglishParameters.ExemptionNeedsPlan, needsPlan);
        Unreviewed(EnglishParameters.ExemptionNeedsPlan);
        if (!needsPlan.Value || exemption.HasEhcPlan)
        {
            return exemption;
        }

        (_attention ??= []).Add($"The adjustment in {_subject} did not count: before {Said.Date(EnglishParameters.ExemptionNeedsPlan.Periods.First(p => !p.Value).From)} it needed an education, health and care plan");
        return null;
    }

    /// <summary>The certificate of the highest level; of several the latest, whatever their order.</summary>
    private Certificate? Best()
    {
        var subject = Words.Subject.Of(requirement.Subject);
        Certificate? best = null;
        foreach (var certificate in context.Certificates.Items)
        {
            if (certificate.Level is { } level && certificate.IsIn(subject)
                && (best is null || level > best.Level || (level == best.Level && certificate.IsInForceBeside(best))))
            {
                best = certificate;
            }
        }

        return best;
    }

    /// <summary>Whether a pass is asked of this learner; otherwise what is asked instead, judged already.</summary>
    private PassRule PassAsked()
    {
        if (requirement.PassForEveryone)
        {
            facts?.Add(Said.Fact("pass asked of everyone", "by the policy's setting"));
            return PassRule.Asked();
        }

        EnglishParameters.AdultsMayOptOut.TryGet(context.OriginalStart ?? DateOnly.MinValue, rulesOf, out var adult);
        var adults = adult!;
        Cite(EnglishParameters.AdultsMayOptOut, adults);
        Unreviewed(EnglishParameters.AdultsMayOptOut);

        if (!adults.Value)
        {
            return PassRule.Asked();
        }

        if (context.OriginalStart is not { } start || context.BirthDate is not { } birth)
        {
            return PassRule.Settled(Gap.CannotTell("What is asked depends on the age on the day of the original start",
                [.. context.OriginalStart is null ? [Gap.OriginalStart(context)] : Array.Empty<Gap>(), .. context.BirthDate is null ? [Gap.BirthDate] : Array.Empty<Gap>()]));
        }

        if (birth > start)
        {
            return PassRule.Settled(Gap.CannotTell($"The day of birth, {Said.Date(birth)}, lies after the original start, {Said.Date(start)}: the record contradicts itself",
                Gap.Record("birth-date-after-start", "the day of birth and the original start, of which one is wrong", "Correct the day of birth or the first episode of learning")));
        }

        var age = Age(birth, start);
        facts?.Add(Said.Fact("age at the original start", Said.Number(age)));
        return age < EnglishParameters.AdultAge ? PassRule.Asked() : ByChoice(start, adults.From);
    }

    /// <summary>Whether the learner surely is one of those to whom nothing further is asked but by their own decision.</summary>
    private bool IsAdultByChoice() =>
        !requirement.PassForEveryone && context is { OriginalStart: { } start, BirthDate: { } birth } && birth <= start && Age(birth, start) >= EnglishParameters.AdultAge
        && EnglishParameters.AdultsMayOptOut.TryGet(start, rulesOf, out var adults) && adults.Value;

    private PassRule ByChoice(DateOnly start, DateOnly optionalFrom)
    {
        var choice = Decision(context, requirement.Subject);
        var document = new OutstandingAction($"decide:{Words.Subject.Of(requirement.Subject)}", $"Document the learner's decision on studying {_subject} and sign the plan again", ActionBy.Provider, ActionStage.Decisions);
        if (choice is null)
        {
            return (start < optionalFrom, context.IsComplete(context.Choices)) switch
            {
                // They go on as they began until something else is agreed.
                (true, true) => PassRule.Asked(document),
                (_, false) => PassRule.Settled(Gap.CannotTell($"Whether the learner decided to study {_subject} is not recorded", Gap.Completeness("choices", "decisions on English and maths", context))),
                _ => PassRule.Settled(UnlessHeld(Outcome.NotMet($"No decision on studying {_subject} is documented", $"the documented decision on {_subject}") with { Actions = [document] })),
            };
        }

        facts?.Add(Said.Fact("decision", $"{Said.Spaced(Words.Choice.Of(choice.Choice))}, {Said.Date(choice.On)}", choice.Pointer));
        if (choice.On < start)
        {
            (_attention ??= []).Add($"The decision of {Said.Date(choice.On)} on {_subject} is dated before the original start; see that it is of this apprenticeship");
        }

        if (!choice.PlanSigned)
        {
            (_attention ??= []).Add("It is not recorded that the plan was signed again with the decision");
            (_actions ??= []).Add(new OutstandingAction($"sign-plan:{choice.Pointer}", $"Have employer, provider and apprentice sign the plan again with the decision of {Said.Date(choice.On)} on English and maths, and record it", ActionBy.Provider, ActionStage.Signatures));
        }

        return choice.Choice switch
        {
            EnglishAndMathsChoiceKind.OptedOut => PassRule.Settled(Outcome.Met($"The learner opted out of {_subject}, as an adult may")),
            EnglishAndMathsChoiceKind.OptedIn => PassRule.Settled(ByAttempt(start)),
            _ => PassRule.Settled(OptInWithdrawn(start)),
        };
    }

    private EnglishAndMathsAttempt? Attempt(DateOnly start) => context.Attempts.Latest(a => a.Subject == requirement.Subject && a.On >= start);

    private Outcome ByAttempt(DateOnly start)
    {
        if (Attempt(start) is { } attempt)
        {
            facts?.Add(Said.Fact("attempt", Said.Date(attempt.On), attempt.Pointer));
            return Outcome.Met($"An attempt at {_subject} is recorded, which suffices for an adult who opted in");
        }

        var action = new OutstandingAction($"attempt:{_subject}", $"Attempt {_subject} and record it", ActionBy.Apprentice, ActionStage.Certificates);
        return context.IsComplete(context.Attempts)
            ? UnlessHeld(Outcome.NotMet($"The learner opted in to {_subject} and has not attempted it", $"an attempt at {_subject}") with { Actions = [action] })
            : Gap.CannotTell($"No attempt at {_subject} is recorded", Attempts());
    }

    private Gap Attempts() => Gap.Completeness("attempts", "attempts at English and maths", context);

    /// <summary>The level asked, once held, would settle it: where that may be so and is not recorded, nobody can tell.</summary>
    private Outcome UnlessHeld(Outcome notMet) => MayBeHeld() is { Count: > 0 } gaps
        ? Gap.CannotTell(notMet.Explanation, gaps) with { Shortfall = notMet.Shortfall, Actions = notMet.Actions }
        : notMet;

    /// <summary>What would have to be recorded before anybody could say that the level asked is not held.</summary>
    private List<Gap> MayBeHeld()
    {
        var gaps = new List<Gap>();
        if (!context.IsComplete(context.Certificates))
        {
            gaps.Add(Gap.Completeness("certificates", "certificates", context));
        }

        // An entry level 3 in hand may be all that is asked, if an adjustment is there and not recorded.
        if (_best?.Level >= EnglishParameters.ExemptionLevel && !context.IsComplete(context.Exemptions))
        {
            gaps.Add(Gap.Completeness("exemptions", "adjustments of English and maths", context));
        }

        return gaps;
    }

    private Outcome OptInWithdrawn(DateOnly start)
    {
        var parameter = EnglishParameters.OptInCanBeWithdrawn;
        if (!parameter.TryGet(start, rulesOf, out var rule))
        {
            // Either the opt-in stands, and the attempt suffices, or it is withdrawn, and nothing is asked.
            if (Attempt(start) is { } attempt)
            {
                facts?.Add(Said.Fact("attempt", Said.Date(attempt.On), attempt.Pointer));
                return Outcome.Met($"The learner went back on having opted in to {_subject}, and an attempt is recorded: whether or not that counts, nothing further is asked");
            }

            // It waits for the rule alone only where the level asked is not held already, and nothing was attempted.
            var gaps = MayBeHeld();
            if (!context.IsComplete(context.Attempts))
            {
                gaps.Add(Attempts());
            }

            AwaitsRule = gaps.Count == 0;
            return Gap.CannotTell($"What follows from a withdrawn opt-in before {Said.Date(parameter.Periods[0].From)} no cited rule says",
                [.. gaps, Gap.Setting("opt-in-withdrawn", $"the rule on withdrawn opt-ins before {Said.Date(parameter.Periods[0].From)}", "Judge the withdrawn opt-in by hand")]);
        }

        Cite(parameter, rule);
        Unreviewed(parameter);
        return Outcome.Met($"The learner went back on having opted in to {_subject}, and nothing is asked");
    }

    private Outcome WithoutPass(QualificationLevel? asked, OutstandingAction? alternative)
    {
        if (asked is not { } level)
        {
            return UnknownLevel();
        }

        var gaps = MayBeHeld();
        var shortfall = $"{_subject} at {Said.Level(level)}";
        var action = new OutstandingAction($"certificate:{Words.Subject.Of(requirement.Subject)}", $"Gain {_subject} at the level that is asked and record the certificate", ActionBy.Apprentice, ActionStage.Certificates) { Amount = (int)level };
        OutstandingAction[] actions = alternative is null ? [action] : [Way(alternative, 1), Way(action, 2)];
        return gaps.Count > 0
            ? Gap.CannotTell($"The level that is asked in {_subject} is not held as far as is recorded", gaps) with { Shortfall = shortfall }
            : Outcome.NotMet($"The level that is asked in {_subject} is not held", shortfall) with { Actions = actions };

        OutstandingAction Way(OutstandingAction one, int way) => one with { Choice = new ActionAlternative(requirement.Id, requirement.Sentence, Needed: 1, Of: 2, way) };
    }

    private Outcome UnknownLevel() => context.Standard.KeyInformation.Level switch
    {
        null => Gap.CannotTell("The level of the standard decides which level is asked, and its document does not say it",
            Gap.Setting("level", $"the level of {context.Standard.Id}", $"Give a document of {context.Standard.Id} with its level")),
        2 when context.OriginalStart is null => Gap.CannotTell("The original start decides which level is asked", Gap.OriginalStart(context)),
        _ => Gap.CannotTell("For this level and start no level of English and maths is cited",
            Gap.Setting($"english-and-maths-level:{_subject}", "the level of English and maths for this start and standard", $"Judge {_subject} by hand")),
    };

    private void Cite<T>(DatedValue<T> parameter, DatedPeriod<T> period) =>
        _citations = _citations.Count == 0 ? parameter.CitationOf(period) : _citations.Contains(period.Citation) ? _citations : [.. _citations, period.Citation];

    private void Unreviewed<T>(DatedValue<T> parameter)
    {
        if (parameter.Unreviewed(context.AsOf) is { } unreviewed)
        {
            (_attention ??= []).Add(unreviewed);
        }
    }

    /// <summary>Full years of age. Who is born on 29 February is a year older on 1 March of a year without that day.</summary>
    private static int Age(DateOnly birth, DateOnly on) =>
        on.Year - birth.Year - (on.Month < birth.Month || (on.Month == birth.Month && on.Day < birth.Day) ? 1 : 0);

    /// <summary>Whether a pass is asked, with what could be done instead; or the outcome where none is.</summary>
    private sealed record PassRule(bool IsAsked, OutstandingAction? Alternative, Outcome? Outcome)
    {
        public static PassRule Asked(OutstandingAction? alternative = null) => new(true, alternative, null);

        public static PassRule Settled(Outcome outcome) => new(false, null, outcome);
    }
}
