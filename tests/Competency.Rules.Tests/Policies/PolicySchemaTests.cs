using System.Globalization;
using System.Text.Json;
using Competency.Documents.Policies;
using Competency.Findings;

namespace Competency.Rules.Tests.Policies;

/// <summary>schemas/policy.schema.json says what the reader reads: the same kinds, parameters, words and bounds.</summary>
public class PolicySchemaTests
{
    private static readonly TinySchema Schema = TinySchema.Of("policy");

    public static TheoryData<string> Kinds => [.. RequirementKinds.All.Select(k => k.Name)];

    [Fact]
    public void It_accepts_what_policies_write()
    {
        var used = new HashSet<string>();

        Assert.Empty(Schema.Errors(PolicyFileTests.Everything.ToJson(), used));
        Assert.Empty(Schema.Errors(EnglishApprenticeship.Gateway.ToJson(), []));
        Assert.Equal(["$schema"], Schema.Properties.Except(used));
    }

    [Fact]
    public void It_knows_the_kinds_of_the_table_and_no_other()
    {
        var requirement = Schema.Root.GetProperty("$defs").GetProperty("requirement");
        var names = RequirementKinds.All.Select(k => k.Name).ToArray();

        Assert.Equal(names, requirement.GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(names, requirement.GetProperty("allOf").EnumerateArray().Select(b => b.GetProperty("if").GetProperty("properties").GetProperty("kind").GetProperty("const").GetString()));
        Assert.Equal(names.Select(n => "#/$defs/" + n), requirement.GetProperty("allOf").EnumerateArray().Select(b => b.GetProperty("then").GetProperty("$ref").GetString()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_knows_the_parameters_of_each(string name)
    {
        var kind = RequirementKinds.Find(name)!;
        var schema = Schema.Root.GetProperty("$defs").GetProperty(name);
        string[] children = kind.Children switch
        {
            ChildShape.Several => ["requirements"],
            ChildShape.IfThen => ["if", "then"],
            ChildShape.RequirementSigned => ["requirement", "signed"],
            _ => [],
        };

        Assert.Equal(
            kind.Parameters.Select(p => p.Name).Concat(["id", "kind", "sentence", "basis", "citation"]).Concat(children).Order(StringComparer.Ordinal),
            schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            kind.Parameters.Where(p => p.IsRequired).Select(p => p.Name).Concat(["id", "kind", "sentence"]).Concat(children).Order(StringComparer.Ordinal),
            schema.GetProperty("required").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal));
    }

    /// <summary>Each parameter with values within and beyond its bounds, and of every form: the schema and the reader agree on each.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_accepts_the_values_that_the_reader_reads(string name)
    {
        var kind = RequirementKinds.Find(name)!;
        var requirement = PolicyFileTests.Kinds.SelectMany(k => k.All).First(r => r.Kind == name);
        var whole = new ReadinessPolicy("p", "P", "1", requirement).ToJson();
        using var json = JsonDocument.Parse(whole);
        var root = json.RootElement.GetProperty("requirement");
        foreach (var parameter in kind.Parameters)
        {
            foreach (var value in Values(parameter))
            {
                var members = root.EnumerateObject().Where(m => m.Name != parameter.Name).Select(m => $"\"{m.Name}\": {m.Value.GetRawText()}").Append($"\"{parameter.Name}\": {value}");
                var text = $"{{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\", \"requirement\": {{ {string.Join(", ", members)} }} }}";
                var errors = Schema.Errors(text, []);

                // What build and tool find no fault with, the library can make a policy of.
                if (name != "custom" && PolicyDocument.Read("p", text) is { Policy: not null } document && document.Check(TestStandards.Known).All(f => f.Severity != FindingSeverity.Error))
                {
                    Assert.DoesNotContain(PolicyFile.Read("p", text, TestStandards.Known, PolicyFileTests.InCode).Findings, f => f.Severity == FindingSeverity.Error);
                }

                Assert.True((errors.Count == 0) == (PolicyDocument.Read("p", text).Policy is not null), $"{name}.{parameter.Name} = {value}: the schema says {(errors.Count == 0 ? "yes" : string.Join("; ", errors))}, the reader otherwise");
            }
        }
    }

    [Theory]
    [InlineData("\"certainty\": \"C\"", "\"certainty\": \"D\"")]
    [InlineData("\"basis\": \"law\"", "\"basis\": \"lore\"")]
    [InlineData("\"basis\": \"asOf\"", "\"basis\": \"law\"")]
    [InlineData("\"kind\": \"unless\"", "\"kind\": \"until\"")]
    [InlineData("\"issuer\"", "\"isuer\"")]
    [InlineData("\"notJudged\"", "\"notJudge\"")]
    [InlineData("\"ST0583@1.2\"", "\"ST0583\"")]
    [InlineData("\"reviewed\": \"2026-01-31\"", "\"reviewed\": \"2026-31-01\"")]
    [InlineData("\"version\": \"7\"", "\"version\": 7")]
    public void It_refuses_what_the_reader_refuses(string good, string bad)
    {
        var text = PolicyFileTests.Everything.ToJson().Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEmpty(Schema.Errors(text, []));
        Assert.Null(PolicyDocument.Read("p", text).Policy);
    }

    private static IEnumerable<string> Values(RequirementParameter parameter)
    {
        string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
        string[] common = ["\"\"", "\" \"", "\"x\"", "true", "0", "1", "1.5", "-1", "[]", "[\"x\"]", "[\" \"]", "[7]", "{}", "\"2026-02-28\"", "\"K1\"", "[\"K1\", \"S2\"]", "\"80%\"", "\"0%\"", "\"0.0%\"", "\"100%\"", "\"100.5%\"", "\"62.5%\"", "\"101%\"", "\"40\"", "4095", "4096"];

        // KSB notation is no matter for a schema, nor is whether a day is in the calendar.
        return parameter.Type == ParameterType.Ksbs ? ["\"K1\"", "[\"K1\", \"S2\"]", "\"\"", "[]", "7", "true", "{}", "[7]"]
            : common.Concat(parameter.Words.Select(w => $"\"{w}\"")).Concat([Number(parameter.Min), Number(parameter.Min - 1), Number(parameter.Max), Number(parameter.Max + 1), Number(parameter.Max - 0.5m)]);
    }
}
