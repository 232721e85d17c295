using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>A portfolio is handed in that covers the KSBs of its assessment method, which are not all KSBs.</summary>
public sealed partial class PortfolioRequirement : Requirement
{
    internal PortfolioRequirement(string id, string sentence, KsbSelection ksbs, bool needsAuthenticity, int? maxItems, RequirementBasis basis, Citation? citation)
        : base(id, sentence, basis, citation)
    {
        Ksbs = ksbs ?? throw new ArgumentNullException(nameof(ksbs));
        NeedsAuthenticity = needsAuthenticity;
        MaxItems = maxItems is null or (>= 1 and <= 999) ? maxItems : throw new ArgumentOutOfRangeException(nameof(maxItems), maxItems, "A portfolio can be limited to 1 to 999 items.");
    }

    /// <summary>The KSBs that it must cover, as far as they are in force for the learner.</summary>
    public KsbSelection Ksbs { get; }

    /// <summary>How many items it may hold at most; null for no limit.</summary>
    public int? MaxItems { get; }

    /// <summary>Whether a signed statement is needed that the work is the apprentice's own.</summary>
    public bool NeedsAuthenticity { get; }

    /// <inheritdoc/>
    public override string Kind => "portfolio";

    private protected override void WriteParameters(JsonWriter json) => json.Member("ksbs", Ksbs.Text).Member("needsAuthenticity", NeedsAuthenticity).Member("maxItems", MaxItems);

    private protected override Outcome Judge(AssessmentContext context)
    {
        if (KsbSelection.Resolve(Ksbs, [], context, out var asked) is { } unknown)
        {
            return unknown;
        }

        var portfolios = context.Portfolios;
        var handIn = new OutstandingAction($"{Id}:hand-in", $"Hand in a portfolio that covers {Said.Codes(asked)}", ActionBy.Apprentice, ActionStage.Portfolio);
        if (portfolios.Latest(p => p.Standard == context.Standard.Id) is not { } portfolio)
        {
            return Elsewhere(context) ?? (context.IsComplete(portfolios)
                ? Outcome.NotMet("No portfolio is handed in", "the portfolio") with { Actions = [handIn] }
                : Gap.CannotTell("No portfolio is recorded", Gap.Completeness("portfolios", "portfolios", context)) with { Shortfall = "the portfolio" });
        }

        var uncovered = asked.Except(portfolio.Ksbs).ToArray();
        var shortfall = new List<string>();
        var actions = new List<OutstandingAction>();
        if (uncovered.Length > 0)
        {
            shortfall.Add($"not covered: {Said.Codes(uncovered)}");
            actions.Add(handIn with { Text = $"Add {Said.Codes(uncovered)} to the portfolio" });
        }

        if (NeedsAuthenticity && !portfolio.AuthenticitySigned)
        {
            shortfall.Add("the signed statement that the work is the apprentice's own");
            actions.Add(new OutstandingAction($"{Id}:authenticity", "Sign that the portfolio is the apprentice's own work", ActionBy.Apprentice, ActionStage.Signatures));
        }

        ReportedFact[] facts = [Fact(portfolio)];
        if (portfolio.Items > MaxItems)
        {
            shortfall.Add($"{portfolio.Items} items, at most {MaxItems} {(MaxItems == 1 ? "is" : "are")} allowed");
            actions.Add(new OutstandingAction($"{Id}:size", $"Reduce the portfolio to {Said.Count(MaxItems.Value, "item", "items")}", ActionBy.Apprentice, ActionStage.Portfolio));
        }

        if (shortfall.Count == 0 && MaxItems is not null && portfolio.Items is null)
        {
            return Gap.CannotTell($"At most {Said.Count(MaxItems.Value, "item", "items")} {(MaxItems == 1 ? "is" : "are")} allowed, and how many the portfolio holds is not recorded",
                Gap.Record("portfolio-items", "the number of items in the portfolio (portfolios)", "Record how many items the portfolio holds")) with { Facts = facts };
        }

        if (shortfall.Count == 0)
        {
            return Outcome.Met("The portfolio covers what is asked") with { Facts = facts };
        }

        return context.IsComplete(portfolios)
            ? Outcome.NotMet("The portfolio falls short", string.Join("; ", shortfall)) with { Facts = facts, Actions = actions }
            : Gap.CannotTell("The portfolio falls short as far as is recorded", Gap.Completeness("portfolios", "portfolios", context)) with { Facts = facts, Shortfall = string.Join("; ", shortfall) };
    }

    /// <summary>A portfolio under another version or standard: whether it carries over nobody has said. Null where there is none.</summary>
    private static Outcome? Elsewhere(AssessmentContext context)
    {
        if (context.Portfolios.Latest() is not { } other)
        {
            return null;
        }

        return Gap.CannotTell($"A portfolio is recorded for {other.Standard} only, and a code means something only within its version",
            Gap.Record("portfolio-elsewhere", $"whether the portfolio of {other.Standard} carries over to {context.Standard.Id}", $"Hand in the portfolio of {other.Standard} under {context.Standard.Id}, with a plan of what carries over")) with
        {
            Facts = [Fact(other)],
            Shortfall = "the portfolio",
        };
    }

    private static ReportedFact Fact(PortfolioSubmission portfolio) =>
        Said.Fact("portfolio", $"{portfolio.Standard}, {Said.Date(portfolio.On)}, {Said.Codes(portfolio.Ksbs)}{(portfolio.HandedInUnder is { } other ? $", handed in under {other}, which is equivalent" : "")}", portfolio.Pointer);
}
