namespace Competency.Rules.Tests.Policies;

public class PolicyDifferenceTests
{
    private static ReadinessPolicy Policy(params Requirement[] requirements) => new("p", "P", "1", Require.AllOf("root", "All", requirements));

    [Fact]
    public void What_changed_is_said_parameter_by_parameter()
    {
        var before = Policy(Require.KsbsAchieved("k", "K1-K10", KsbThreshold.Percent(80)), Require.Option("gone"), Require.AnyOf("any", "Any", Require.Programme("moved")));
        var after = Policy(Require.KsbsAchieved("k", "K1-K12", KsbThreshold.Percent(90)).Saying("Enough is known"), Require.Programme("moved"), Require.AnyOf("any", "Any", Require.DateReached("new", "Later", new DateOnly(2026, 1, 1))));

        var difference = PolicyDifference.Between(before, after);

        Assert.Equal(
            """
            changed k: sentence: "At least 80% of the KSBs of K1-K10 that are in force are achieved: at least one claim on it is accepted in full" → "Enough is known"; ksbs: "K1-K10" → "K1-K12"; atLeast: "80%" → "90%"
            changed moved: within: any → root
            added new: Later
            removed gone: Where the standard has options, the learner has chosen one
            """.ReplaceLineEndings("\n"),
            difference.ToString());
    }

    [Fact]
    public void The_order_of_requirements_is_no_difference_and_that_of_a_condition_is()
    {
        Requirement a = Require.Option("a"), b = Require.Programme("b");

        Assert.True(PolicyDifference.Between(Policy(a, b), Policy(b, a)).IsNone);
        Assert.Equal("changed w: if: a → b; then: b → a", PolicyDifference.Between(Policy(Require.When("w", "When", a, b)), Policy(Require.When("w", "When", b, a))).ToString());
    }

    [Fact]
    public void The_order_of_words_any_of_which_will_do_is_no_difference()
    {
        Requirement Site(params string[] sites) => Require.Fact("site", Fact.Text("site", "site"), sites).Saying("The site is one of ours");
        Requirement Seen(params string[] kinds) => Require.KsbsAchieved("k", demand: new EvidenceDemand { Kinds = kinds }).Saying("All is seen");
        ReadinessPolicy Of(Requirement requirement, params StandardId[] standards) => new("p", "P", "1", requirement) { Standards = standards };

        Assert.True(PolicyDifference.Between(Policy(Site("North", "South"), Seen("log", "product")), Policy(Site("south", "North"), Seen("product", "log"))).IsNone);
        Assert.Equal("changed site: oneOf: [\"North\"] → [\"South\"]", PolicyDifference.Between(Policy(Site("North")), Policy(Site("South"))).ToString());
        Assert.True(PolicyDifference.Between(Of(Require.Option(), TestStandards.Mammography.Id, TestStandards.MammographyBefore.Id), Of(Require.Option(), TestStandards.MammographyBefore.Id, TestStandards.Mammography.Id)).IsNone);
    }

    [Fact]
    public void What_a_policy_says_as_a_whole_stands_with_its_root()
    {
        var before = new ReadinessPolicy("p", "P", "1", Require.AllOf("all", "All", Require.KsbsAchieved()));
        var after = new ReadinessPolicy("p", "P", "2", Require.AllOf("all", "All", Require.KsbsAchieved())) { Standards = [TestStandards.Mammography.Id], NotJudged = ["A portfolio"] };

        var change = Assert.Single(PolicyDifference.Between(before, after).Changes);

        Assert.Equal((RequirementChangeKind.Changed, "all"), (change.Kind, change.Id));
        Assert.Equal(["standards: not given → ST0583@1.2", "notJudged: not given → A portfolio"], change.Details);

        // A new root does not hide it.
        var other = new ReadinessPolicy("p", "P", "3", Require.AnyOf("any", "Any", Require.KsbsAchieved())) { Standards = [TestStandards.Mammography.Id] };
        Assert.Equal("added any: Any; standards: not given → ST0583@1.2", PolicyDifference.Between(before, other).Changes.Single(c => c.Id == "any").ToString());
    }

    [Fact]
    public void Against_itself_a_policy_does_not_differ() => Assert.True(PolicyDifference.Between(EnglishApprenticeship.Gateway, PolicyFile.Read("p", EnglishApprenticeship.Gateway.ToJson()).Policy!).IsNone);

    [Fact]
    public void Gateway_asks_the_declarations_beyond_completion()
    {
        var changes = PolicyDifference.Between(EnglishApprenticeship.Completion, EnglishApprenticeship.Gateway).Changes;

        Assert.Contains(changes, c => c is { Kind: RequirementChangeKind.Added, Id: "employer-declaration", Within: "declarations" });
        Assert.DoesNotContain(changes, c => c.Id == "ksbs" && c.Details.Any(d => !d.StartsWith("within", StringComparison.Ordinal)));
    }
}
