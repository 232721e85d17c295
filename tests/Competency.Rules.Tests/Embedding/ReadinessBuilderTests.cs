using System.Text;
using Competency.Documents;
using Competency.Findings;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Embedding;

public sealed class ReadinessBuilderTests : IDisposable
{
    private const string Policy = """
        {
          "document": "competency.policy/1",
          "id": "signed-off", "name": "Signed off", "version": "1",
          "standards": ["ST0583@1.2"],
          "requirement": { "id": "all", "kind": "allOf", "sentence": "Signed off", "requirements": [
            { "id": "ksbs", "kind": "ksbsAchieved", "sentence": "Some are accepted", "ksbs": "K1, S2" },
            { "id": "induction", "kind": "custom", "sentence": "Inducted", "name": "induction" }
          ] }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("competency-embedding-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_standards_of_a_folder_are_known_and_what_lies_beside_them_is_not_looked_at()
    {
        File("a.standard.json", StandardDocument.Write(TestStandards.Mammography));
        File("b.STANDARD.json", StandardDocument.Write(TestStandards.WithOptions));
        File("deep/c.standard.json", "{");
        File("other.json", "{");

        var readiness = new ReadinessBuilder().AddStandardsFrom(_folder).AddPolicy(EnglishApprenticeship.Gateway).Build();

        Assert.NotNull((await Ask(readiness, Ready(TestStandards.Mammography), EnglishApprenticeship.Gateway.Id)).Report);
        Assert.NotNull((await Ask(readiness, Ready(TestStandards.WithOptions), EnglishApprenticeship.Gateway.Id)).Report);
        Assert.All(readiness.Findings, f => Assert.NotEqual(FindingSeverity.Error, f.Severity));
        Assert.Contains(readiness.Findings, f => f.Id == "KSB2003" && f.Location!.Path.EndsWith("a.standard.json", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_bad_file_is_told_with_line_column_and_finding()
    {
        var text = StandardDocument.Write(TestStandards.Mammography);
        var first = File("a.standard.json", text.Replace("\"K1\"", "\"K2\"", StringComparison.Ordinal));
        var second = File("b.standard.json", "{\n  \"document\": \"competency.standard/1\",,\n}");

        var fault = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddStandardsFrom(_folder).Build());

        Assert.Contains(fault.Message.Split('\n'), l => l.StartsWith(first + "(", StringComparison.Ordinal) && l.Contains("error KSB2004: ", StringComparison.Ordinal));
        Assert.Contains(fault.Message.Split('\n'), l => l.StartsWith(second + "(2,", StringComparison.Ordinal) && l.Contains("error KSB2007: ", StringComparison.Ordinal));
        Assert.DoesNotContain("warning", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message.Split('\n').Length, fault.Findings.Count(f => f.Severity == FindingSeverity.Error));
    }

    [Fact]
    public void What_is_not_there_is_told_at_once()
    {
        var builder = new ReadinessBuilder();

        Assert.Throws<FileNotFoundException>(() => builder.AddStandardsFrom(_folder));
        Assert.StartsWith("There is neither a file nor a folder ", Assert.Throws<FileNotFoundException>(() => builder.AddStandardsFrom(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no file ", Assert.Throws<FileNotFoundException>(() => builder.AddPolicyFile(Path.Combine(_folder, "none", "a.policy.json"))).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no file ", Assert.Throws<FileNotFoundException>(() => builder.AddPolicyFile(Path.Combine(_folder, "a.policy.json"))).Message, StringComparison.Ordinal);
        Assert.EndsWith(" is a folder; name the file.", Assert.Throws<FileNotFoundException>(() => builder.AddPolicyFile(_folder)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.AddPolicyFile("a.policy.json", tenant: ""));
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        var path = Path.Combine(_folder, "a.standard.json");
        System.IO.File.WriteAllBytes(path, Encoding.Latin1.GetBytes(StandardDocument.Write(TestStandards.Mammography).Replace("Behave", "Café", StringComparison.Ordinal)));

        var fault = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddStandardsFrom(path));

        Assert.Equal($"{path}(1,1): error KSB2007: The file is not text in UTF-8; save it as UTF-8", fault.Message);
    }

    [Fact]
    public void The_same_content_twice_is_no_harm_and_another_under_one_id_is_refused()
    {
        var text = StandardDocument.Write(TestStandards.Mammography);
        File("a.standard.json", text);
        File("b.standard.json", text);
        new ReadinessBuilder().AddStandardsFrom(_folder).AddStandard(TestStandards.Mammography).AddStandard(TestStandards.Make("ST0583@1.2")).Build();

        var between = File("b.standard.json", text.Replace("Behave.", "Misbehave.", StringComparison.Ordinal));
        var files = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddStandardsFrom(_folder).Build());
        Assert.StartsWith(between + "(3,", files.Message, StringComparison.Ordinal);
        Assert.Contains("error KSB2010: ST0583@1.2 is defined by a.standard.json too, with different content", files.Message, StringComparison.Ordinal);

        var withCode = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddStandardsFrom(between).Build());
        Assert.Contains("error KSB2010", withCode.Message, StringComparison.Ordinal);

        var inCode = Assert.Throws<InvalidOperationException>(() => new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddStandard(TestStandards.WithHours(500)).Build());
        Assert.Equal("ST0583@1.2 was added twice with different content; which of them counts, nobody can say.", inCode.Message);
    }

    [Fact]
    public async Task A_policy_in_a_file_asks_for_a_rule_in_code_by_name()
    {
        var path = File("a.policy.json", Policy);
        var readiness = new ReadinessBuilder().AddPolicyFile(path).AddRule("induction", _ => Outcome.NotMet("Not inducted", "induction")).AddStandard(TestStandards.Mammography).Build();

        var report = (await Ask(readiness, Ready(TestStandards.Mammography), "signed-off")).Report!;

        Assert.Equal((Verdict.Met, Verdict.NotMet), (report.Root.Find("ksbs")!.Verdict, report.Root.Find("induction")!.Verdict));
    }

    [Fact]
    public void A_rule_that_nobody_gave_is_told_at_its_place()
    {
        var path = File("a.policy.json", Policy);

        var fault = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddPolicyFile(path).AddRule("inductoin", _ => Outcome.Met("")).Build());

        Assert.StartsWith($"{path}(7,", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("error KSB2007: No rule in code is given under the name 'induction'; given are inductoin", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ReadinessBuilder().AddRule("a", _ => Outcome.Met("")).AddRule("a", _ => Outcome.Met("")));
    }

    /// <summary>Whoever mends what one start tells need not start again to hear of the next.</summary>
    [Fact]
    public void One_start_tells_everything_that_is_wrong()
    {
        var policy = File("a.policy.json", Policy.Replace("K1, S2", "K1, S41", StringComparison.Ordinal));
        var standard = File("b.standard.json", "{ \"document\": \"competency.standard/1\", }");
        var inCode = new ReadinessPolicy("own", "Own", "1", Require.KsbsAchieved("k", "K1, S42")).For(TestStandards.Mammography.Id);

        var fault = Assert.Throws<InvalidDocumentException>(() => new ReadinessBuilder().AddStandard(TestStandards.Mammography).AddStandardsFrom(standard).AddPolicy(inCode).AddPolicyFile(policy).AddRule("inductoin", _ => Outcome.Met("")).Build());

        foreach (var told in new[] { $"{standard}(1,", "S41 is not in ST0583@1.2", "S42 is not in ST0583@1.2", "No rule in code is given under the name 'induction'" })
        {
            Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_policy_in_code_is_checked_beside_its_standards_too()
    {
        var policy = new ReadinessPolicy("own", "Own", "1", Require.KsbsAchieved("k", "K1, S41")) { Standards = [TestStandards.Mammography.Id] };
        ReadinessBuilder Builder() => new ReadinessBuilder().AddPolicy(policy, tenant: "northern");

        var fault = Assert.Throws<InvalidDocumentException>(() => Builder().AddStandard(TestStandards.Mammography).Build());
        Assert.StartsWith("error KSB4001: The policy 'own' for the tenant 'northern', requirement 'k': S41 is not in ST0583@1.2", fault.Message, StringComparison.Ordinal);

        Assert.Empty(Builder().AddStandard(TestStandards.WithOptions).Build().Findings);
    }

    /// <summary>A misspelt property is a warning where the rest of a document is read; a policy is refused for it, and must not be missing unsaid.</summary>
    [Fact]
    public void A_policy_that_is_refused_for_a_warning_stops_the_start()
    {
        var path = File("a.policy.json", Policy.Replace("\"ksbs\": ", "\"ksb\": ", StringComparison.Ordinal));
        var everybodys = new ReadinessPolicy("signed-off", "Signed off", "1", Require.KsbsAchieved());

        var fault = Assert.Throws<InvalidDocumentException>(() =>
            new ReadinessBuilder().AddPolicy(everybodys).AddPolicyFile(path, tenant: "northern").AddRule("induction", _ => Outcome.Met("Inducted")).Build());

        Assert.StartsWith($"{path}(6,", fault.Message, StringComparison.Ordinal);
        Assert.Contains("error KSB2007: The property 'ksb' is unknown here and is not read; did you mean 'ksbs'?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_checked_beside_its_standards_and_a_standard_that_a_provider_may_have_is_no_fault()
    {
        var path = File("a.policy.json", Policy.Replace("K1, S2", "K1, S41", StringComparison.Ordinal));
        ReadinessBuilder Builder() => new ReadinessBuilder().AddPolicyFile(path).AddRule("induction", _ => Outcome.Met("Inducted"));

        var fault = Assert.Throws<InvalidDocumentException>(() => Builder().AddStandard(TestStandards.Mammography).Build());
        Assert.StartsWith($"{path}(6,", fault.Message, StringComparison.Ordinal);
        Assert.Contains("error KSB4001: S41 is not in ST0583@1.2", fault.Message, StringComparison.Ordinal);

        Assert.DoesNotContain(Builder().AddStandard(TestStandards.WithOptions).Build().Findings, f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void Two_policies_under_one_id_and_tenant_are_refused()
    {
        var path = File("a.policy.json", Policy);
        var other = new ReadinessPolicy("signed-off", "Other", "1", Require.KsbsAchieved());
        ReadinessBuilder Builder() => new ReadinessBuilder().AddRule("induction", _ => Outcome.Met("Inducted")).AddPolicyFile(path, "northern").AddPolicy(other);

        Builder().Build();
        Assert.Equal("Two policies are 'signed-off' for the tenant 'northern'.", Assert.Throws<InvalidOperationException>(() => Builder().AddPolicy(other, "northern").Build()).Message);
        Assert.Equal("Two policies are 'signed-off' for every tenant.", Assert.Throws<InvalidOperationException>(() => Builder().AddPolicyFile(path).Build()).Message);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static ValueTask<ReadinessAnswer> Ask(Readiness readiness, Learner learner, string policy) =>
        readiness.AssessAsync(learner, policy, tenant: null, Day("2026-03-01"), cancellationToken: TestContext.Current.CancellationToken);
}
