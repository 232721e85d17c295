using System.Text.RegularExpressions;
using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;

namespace Competency.Tool.Tests;

public class PipelineDocsTests
{
    [Fact]
    public void The_hook_for_pre_commit_runs_for_every_document()
    {
        var hook = Repository.Read("docs", "pipelines.md").Split("repos:")[1].Split("```")[0];
        var files = new Regex(hook.Split("files: '")[1].Split('\'')[0], RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        string[] suffixes = [StandardDocument.FileSuffix, .. MappingDocument.FileSuffixes, RoleDocument.FileSuffix, ".learners.json", PolicyDocument.FileSuffix, AssessmentPlanDocument.FileSuffix];

        Assert.All(suffixes, s => Assert.Matches(files, "courses/a" + s));
        Assert.All((string[])[LockDocument.FileName, "courses/" + LockDocument.FileName, "courses/A.MAPPING.CSV"], f => Assert.Matches(files, f));
        Assert.All((string[])["courses/a.csv", "a.json", "a.mapping.json.bak", "README.md", "notcompetency.lock.json"], f => Assert.DoesNotMatch(files, f));
        Assert.Contains("entry: dotnet competency check .\n", hook, StringComparison.Ordinal);
        Assert.Contains("pass_filenames: false\n", hook, StringComparison.Ordinal);
    }
}
