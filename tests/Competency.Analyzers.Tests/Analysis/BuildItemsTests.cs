using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;

namespace Competency.Analyzers.Tests.Analysis;

/// <summary>What the package's targets give to the compiler is what the analyzers read.</summary>
public class BuildItemsTests
{
    [Theory]
    [InlineData(StandardDocument.FileSuffix)]
    [InlineData(MappingDocument.FileSuffix)]
    [InlineData(PolicyDocument.FileSuffix)]
    [InlineData(AssessmentPlanDocument.FileSuffix)]
    public void Every_kind_of_document_goes_to_the_compiler(string suffix)
    {
        var targets = System.Xml.Linq.XDocument.Parse(Repository.Read("src", "Competency.Core", "buildTransitive", "net10.0", "Competency.Core.targets"));

        Assert.Contains("**/*" + suffix, targets.Descendants("_CompetencyPatterns").SelectMany(e => e.Value.Split(';')));
    }

    [Fact]
    public async Task A_document_that_is_not_UTF8_is_told_of() => Assert.Equal(
        ["Warning KSB2007: U+FFFD stands here for bytes that could not be decoded; save the file as UTF-8"],
        await Verify.Messages("", ("a.policy.json", "{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"Caf\uFFFD\", \"version\": \"1\", \"requirement\": { \"id\": \"a\", \"kind\": \"option\", \"sentence\": \"A\" } }")));
}
