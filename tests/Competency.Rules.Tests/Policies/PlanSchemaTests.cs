using System.Text.Json;
using Competency.Documents.Plans;
using Competency.Documents.Policies;

namespace Competency.Rules.Tests.Policies;

/// <summary>schemas/plan.schema.json says what the reader reads.</summary>
public class PlanSchemaTests
{
    private static readonly TinySchema Schema = TinySchema.Of("plan");

    [Fact]
    public void It_accepts_what_plans_write_and_knows_no_more()
    {
        var used = new HashSet<string>();

        Assert.All([Whole(PlanApproach.EndPoint), Whole(PlanApproach.Outcomes)], plan => Assert.Empty(Schema.Errors(plan, used)));
        Assert.Equal(["$schema"], Schema.Properties.Except(used));
    }

    [Theory]
    [InlineData("\"id\": \"m\"", "\"id\": \"\"")]
    [InlineData("\"id\": \"m\"", "\"ident\": \"m\"")]
    [InlineData("\"approach\": \"endPoint\"", "\"approach\": \"endpoint\"")]
    [InlineData("\"approach\": \"endPoint\"", "\"approach\": \"outcomes\"")]
    [InlineData("\"maxItems\": 3", "\"maxItems\": 0")]
    [InlineData("\"maxItems\": 3", "\"maxItems\": 1000")]
    [InlineData("\"validForMonths\": 12", "\"validForMonths\": 241")]
    [InlineData("\"minimumLevel\": \"3\"", "\"minimumLevel\": \"9\"")]
    [InlineData("\"standards\": [", "\"standards\": [], \"x\": [")]
    [InlineData("\"version\": \"1\"", "\"version\": 1")]
    [InlineData("\"ksbs\": \"S1\"", "\"ksbs\": []")]
    [InlineData("\"needsAuthenticity\": false", "\"needsAuthenticity\": \"no\"")]
    [InlineData("\"englishAndMathsForEveryone\": true", "\"englishAndMathsForEveryone\": 1")]
    [InlineData("\"certainty\": \"A\"", "\"certainty\": \"a\"")]
    public void It_refuses_what_the_reader_refuses(string good, string bad)
    {
        var text = Whole(PlanApproach.EndPoint);
        Assert.Contains(good, text, StringComparison.Ordinal);
        var changed = text.Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Errors(changed, []));
        Assert.Null(AssessmentPlanDocument.Read("p", changed).Plan);
    }

    private static string Whole(PlanApproach approach) => AssessmentPlanDocument.Write(new AssessmentPlan("AP", "1", [StandardId.Parse("ST0583@1.2")], approach, [new AssessmentPart("m", ["K1", "K2"]) { Option = "gears", Title = "T" }, new AssessmentPart("n", ["S1"])])
    {
        Title = "T",
        Citation = new CitationOutline("T", "I", "A", "3"),
        Portfolio = new PlanPortfolio(["m"]) { MaxItems = 3, NeedsAuthenticity = false },
        Qualifications = [new PlanQualification("Q") { MinimumLevel = "3", ValidForMonths = 12 }],
        EnglishAndMathsForEveryone = true,
    });
}
