using Competency.Documents;
using FsCheck.Fluent;

namespace Competency.Analyzers.Tests.Analysis;

/// <summary>Broken C# and broken documents: whatever is written, no analyzer and no generator throws (CompilerRun fails the test if one does).</summary>
public class RobustnessTests
{
    private static readonly string[] Csharp =
        ["[", "]", "ForStandard", "(", ")", "\"ST0001@1.0\"", "\"K1, K99\"", "CoversKsbs", "class C", "{", "}", ";", ",", "<Mini>", "Mini.Standard.Select", "$\"{K1}", "\"\"\"", "K1", "=", "[KsbNotation]", "string", "\n", "@\"", "\\x", "with", "=>", "record R", "new", "params", "void M",
         "Require.AllOf(", "Require.AtLeast(9,", "Require.KsbsAchieved(", "Require.Custom(\"a\",", "c => DateTime.Now", "new DatedValue<int>(", "new DatedPeriod<int>(new(2020, 1, 1),", "{ Until =", "RequirementBasis.Law", ".RestingOn(", "KsbThreshold.Count(9)", "new DateOnly(2020, 1, 1)", "id:", "null", "default", "Rule(c)", "static Outcome Rule(AssessmentContext c) => Rule("];

    private static readonly string[] Json =
        ["{", "}", "[", "]", "\"", ":", ",", "\"ksbs\"", "\"code\"", "\"K1\"", "\"document\": \"competency.standard/1\"", "\"reference\": \"ST0001\"", "\"version\": \"1.0\"", "\"title\": \"</summary>\"", "\"text\"", "1", "null", "\\u", "\uFEFF", "\\ud800", "-", "\"duties\"", "\"number\"", "\"requirement\"", "\"kind\": \"allOf\"", "\"methods\"", "\"document\": \"competency.policy/1\"", "\"document\": \"competency.plan/1\""];

    [Fact]
    public void Broken_CSharp() => Property.Holds(
        Gen.Elements(Csharp).ListOf().Select(parts => "using System; using Competency; using Competency.Rules; using App.Standards;\n" + string.Join(' ', parts)),
        source =>
        {
            var run = new CompilerRun();
            run.References.Add(CompilerRun.Rules);
            run.Files.Add(("mini.standard.json", Mini.Document));
            run.Run(source).GetAwaiter().GetResult();
        },
        times: 100);

    [Fact]
    public void Broken_documents() => Property.Holds(
        Gen.Elements(Json).ListOf().Select(string.Concat).Zip(Gen.Choose(0, Mini.Document.Length)),
        broken =>
        {
            var run = new CompilerRun();
            run.Files.Add(("broken.standard.json", broken.Item1));
            run.Files.AddRange(MappingDocument.FileSuffixes.Select(s => ("broken" + s, broken.Item1)));
            run.Files.Add(("broken.policy.json", broken.Item1));
            run.Files.Add(("broken.plan.json", broken.Item1));
            run.Files.Add(("cut.standard.json", Mini.Document[..broken.Item2]));
            run.Run("class C;").GetAwaiter().GetResult();
        },
        times: 100);
}
