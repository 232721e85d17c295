using Competency.Rules;

namespace BreastScreeningAcademy;

/// <summary>What the academy asks: the gateway of English apprenticeships with the settings that only a provider knows, and a rule of its own.</summary>
internal static class AcademyPolicy
{
    /// <summary>Which KSBs the portfolio must hold is invented for this sample; in earnest it stands in the standard's assessment plan.</summary>
    public static ReadinessPolicy Gateway { get; } = EnglishApprenticeship.GatewayWith(new GatewaySettings
    {
        Portfolio = new PortfolioSettings("K1-K10, S1-S7, B1-B4"),
    });

    /// <summary>The academy's own rule, labelled as such: whoever took a break talks it over with a tutor. It never touches gateway.</summary>
    public static ReadinessPolicy ReturnInterview { get; } = new("bsa-return", "Return interview (the academy's own rule)", "1",
        Require.When("return", "A learner who took a break has had a return interview",
            Require.Custom("took-a-break", "took a break", "The learner took a break in learning", context =>
                context.Learner.Episodes.Entries.Any(e => e.Kind == EpisodeKind.Break) ? Outcome.Met("A break is recorded")
                : context.IsComplete(context.Learner.Episodes) ? Outcome.NotMet("No break is recorded", "a break")
                : Outcome.CannotTell("The record of episodes is not complete", "breaks in learning")),
            Require.Custom("interview", "return interview", "A return interview is on record", context =>
                context.Learner.Hours.Entries.Any(h => h.Category == HoursCategory.Other && h.Activity == "Return interview")
                    ? Outcome.Met("The interview is on record")
                    : Outcome.NotMet("No interview is on record", "a return interview"))));
}
