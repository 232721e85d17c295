using Competency.Documents;
using Competency.Documents.Policies;
using Competency.Findings;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class PolicyDocumentTests
{
    private static readonly OccupationalStandard Standard = new(StandardId.Parse("ST0001@1.0"), "T", new[] { "K1", "K2", "S1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
    {
        Options = [new StandardOption("gears", "Gears"), new StandardOption("bells", "The \"Bells\"")],
        Duties = [new OccupationDuty(1, "x", [KsbCode.Parse("K1"), KsbCode.Parse("K2")]), new OccupationDuty(2, "y", [])],
    };

    private static readonly StandardCatalogue Known = new([Standard]);

    private const string Whole = """
        {
          "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0"], "notJudged": ["The weather"],
          "requirement": { "id": "all", "kind": "allOf", "sentence": "All", "requirements": [
            { "id": "a", "kind": "ksbsAchieved", "sentence": "A", "ksbs": ["K1-K2", "Duty 1"], "atLeast": "62.5%", "evidenceKinds": ["log"] },
            { "id": "b", "kind": "when", "sentence": "B", "if": { "id": "c", "kind": "optionIs", "sentence": "C", "option": "gears" },
              "then": { "id": "d", "kind": "periodElapsed", "sentence": "D", "basis": "law", "months": { "name": "months", "reviewed": "2026-01-01", "periods": [
                { "until": "2025-07-31", "value": 12, "basis": "originalStart", "citation": { "title": "T", "issuer": "I", "certainty": "A", "paragraph": "3" } },
                { "from": "2025-08-01", "value": 8, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "B" } } ] } } },
            { "id": "e", "kind": "certificate", "sentence": "E", "subject": "First aid", "minimumLevel": 3, "validForMonths": 36, "renewWithinMonths": 3 },
            { "id": "f", "kind": "attention", "sentence": "F", "requirement": { "id": "g", "kind": "fact", "sentence": "G", "fact": "n", "words": "n", "of": "number", "atLeast": -1.5 },
              "signed": { "id": "h", "kind": "custom", "sentence": "H", "name": "r", "sensitive": true } } ] }
        }
        """;

    [Fact]
    public void A_policy_is_read_whole()
    {
        var document = PolicyDocument.Read("a.policy.json", Whole);

        Assert.Empty(Lines(document));
        var policy = document.Policy!;
        Assert.Equal(("p", "P", "1", "ST0001@1.0", "The weather"), (policy.Id, policy.Name, policy.Version, policy.Standards.Single().ToString(), policy.NotJudged.Single()));
        Assert.Equal(["all", "a", "b", "c", "d", "e", "f", "g", "h"], policy.Requirement.All.Select(r => r.Id));
        RequirementOutline Of(string id) => policy.Requirement.All.Single(r => r.Id == id);
        Assert.Equal(("62.5%", "log", 2), (Of("a").Threshold("atLeast").ToString(), Of("a").Texts("evidenceKinds").Single(), Of("a").References("ksbs").Count));
        var months = Of("d").Dated("months")!;
        Assert.Equal((12m, 8m, "3", "asOf"), (months.Periods[0].Value, months.Periods[1].Value, months.Periods[0].Citation.Paragraph, months.Periods[1].Basis));
        Assert.Null(months.Periods[0].From);
        Assert.Equal(("3", 36m), (Of("e").Text("minimumLevel"), Of("e").Number("validForMonths")));
        Assert.Equal((-1.5m, true), (Of("g").Number("atLeast"), Of("h").Boolean("sensitive")));
        Assert.Equal("[\"K1-K2\", \"Duty 1\"]", Whole.Substring(document.Locate(Of("a"), "ksbs").Span.Start, document.Locate(Of("a"), "ksbs").Span.Length));
    }

    [Theory]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1,\u00a0¤K3" }""", "¤ error KSB4001: K3 is not in ST0001@1.0 (T), which has K1, K2; did you mean K2?")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1, ¤K09" }""", "¤ error KSB1002: 'K09' is not a KSB code")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1, ¤K02" }""", "¤ error KSB1002: 'K02' is not a KSB code; did you mean K2?")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "¤Duty 3" }""", "¤ error KSB4001: Duty 3 is not in ST0001@1.0 (T), which has 2 duties, up to Duty 2")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "¤К1" }""", "¤ error KSB1002: 'К1' holds the look-alike 'К' (U+041A) and is not K1; write K1 in plain letters and digits")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "¤ST0001@1.0:K1" }""", "¤ error KSB1002: ST0001@1.0:K1 names a standard; a requirement names KSBs alone, of the standard that a learner is judged by")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1 ¤K1" }""", "¤ warning KSB1003: K1 is named here already")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": ¤"" }""", "¤ error KSB2007: 'ksbs' names no KSB")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": ¤"Duty 2" }""", "¤ error KSB4002: The duties that 'a' names map no KSB of ST0001@1.0: of nothing, nothing can be achieved")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1", "atLeast": ¤2 }""", "¤ error KSB4002: 'a' asks 2 of 1 KSBs of ST0001@1.0: nothing can meet that")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": ¤7, "atLeast": 4 }""", "¤ error KSB2007: 'ksbs' must be KSB references, such as \"K1-K10, S4\"")]
    [InlineData("""{ "id": "a", "kind": "atLeast", "sentence": "x", "count": ¤2, "requirements": [ { "id": ¤"a", "kind": "option", "sentence": "x" } ] }""", "¤ error KSB4002: 'a' asks 2 of 1 requirements: nothing can meet that", "¤ error KSB4003: Another requirement of this policy has the id 'a' already")]
    [InlineData("""{ "id": "a", "kind": "allOf", "sentence": "x", "requirements": ¤{} }""", "¤ error KSB2007: 'requirements' must be an array")]
    [InlineData("""¤{ "id": "a", "kind": "allOf", "sentence": "x" }""", "¤ error KSB2007: The property 'requirements' is missing")]
    [InlineData("""{ "id": "a", "kind": "anyOf", "sentence": "x", "requirements": [¤7] }""", "¤ error KSB2007: An item of 'requirements' must be an object")]
    [InlineData("""{ "id": "a", "kind": ¤"ОptionIs", "sentence": "x", "option": "gears" }""", "¤ error KSB2007: 'ОptionIs' (with the look-alike 'О' (U+041E)) is no kind of requirement; did you mean 'optionIs'?")]
    [InlineData("""{ "id": "a", "kind": ¤"option\u00A0", "sentence": "x" }""", "¤ error KSB2007: 'option' (with U+00A0, which does not show) is no kind of requirement; did you mean 'option'?")]
    [InlineData("""{ "id": "a", "kind": ¤" option", "sentence": "x" }""", "¤ error KSB2007: 'option' (with a blank too many) is no kind of requirement; did you mean 'option'?")]
    [InlineData("""{ "id": "a", "kind": "atLeast", "sentence": "x", "count": ¤2, "requirements": [ { "id": "b", "kind": "option", "sentence": "x" }, { "id": "c", "kind": "unless", "sentence": "x", "if": { "id": "d", "kind": "option", "sentence": "x" }, "then": { "id": "e", "kind": "daysElapsed", "sentence": "x", "days": 3, "basis": "dataCheck" } } ] }""", "¤ error KSB4002: 'a' asks 2 of 2 requirements, of which 1 is a data check and decides nothing: nothing can meet that")]
    [InlineData("""{ "id": "a", "kind": "certificate", "sentence": "x", "subject": "First aid", "validForMonths": 3, "renewWithinMonths": ¤3 }""", "¤ error KSB4002: 'a' calls for a renewal 3 months before the end of a certificate that is valid for 3 months; give a longer validForMonths")]
    [InlineData("""{ "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K1", "kinds": ¤["skill"] }""", "¤ error KSB4002: 'a' asks only skill statements, and K1 of ST0001@1.0 is none: of nothing, nothing can be achieved")]
    [InlineData("""{ "id": "a", "kind": "optionIs", "sentence": "x", "option": ¤"The Bells" }""", "¤ warning KSB4005: No learner can have the option 'The Bells': ST0001@1.0 has none of that name; did you mean 'The \"Bells\"'?")]
    [InlineData("""{ "id": "a", "kind": "startedBetween", "sentence": "x", "from": "2025-08-01", "until": ¤"2025-07-31" }""", "¤ error KSB4005: Nobody started both from 2025-08-01 on and up to 2025-07-31: 'a' never holds")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "flag", "atLeast": ¤90 }""", "¤ error KSB4002: 'a' asks a flag, and 'atLeast' is asked of a number: it would be passed over")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "number", "atLeast": 90, "oneOf": ¤["x"] }""", "¤ error KSB4002: 'a' asks a number, and 'oneOf' is asked of a text: it would be passed over")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "date", "is": ¤false }""", "¤ error KSB4002: 'a' asks a date, and 'is' is asked of a flag: it would be passed over")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "flag", "is": false }""")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "number", "atMost": ¤3, "atLeast": { "name": "m", "reviewed": "2026-01-01", "periods": [ { "from": "2024-01-01", "value": 5, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "C" } }, { "from": "2025-01-01", "value": 4, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "C" } } ] } }""", "¤ error KSB4002: No number is as great as 'a' asks at least and as small as it asks at most")]
    [InlineData("""{ "id": "a", "kind": "fact", "sentence": "x", "fact": "f", "words": "f", "of": "number", "atMost": 4, "atLeast": { "name": "m", "reviewed": "2026-01-01", "periods": [ { "from": "2024-01-01", "value": 5, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "C" } }, { "from": "2025-01-01", "value": 4, "basis": "asOf", "citation": { "title": "T", "issuer": "I", "certainty": "C" } } ] } }""")]
    [InlineData("""{ "id": "a", "kind": "dateReached", "sentence": "x", "from": "2025-08-01", "until": ¤"2025-07-31" }""", "¤ error KSB4002: The last day, 2025-07-31, is before the first, 2025-08-01: nothing can meet 'a'")]
    [InlineData("""{ "id": "a", "kind": "periodElapsed", "sentence": "x", "months": ¤6.5 }""", "¤ error KSB2007: 'months' must be a whole number from 1 to 120")]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": ¤"law" }""", "¤ warning KSB4006: 'a' rests on law and does not say where it stands; cite it")]
    [InlineData("""{ "id": "a", "kind": "option", "sentence": "x", "basis": "law", "citation": ¤¤¤{} }""", "¤ error KSB2007: The property 'title' is missing", "¤ error KSB2007: The property 'issuer' is missing", "¤ error KSB2007: The property 'certainty' is missing")]
    [InlineData("""{ "id": ¤" ", "kind": "option", "sentence": ¤"\u3000" }""", "¤ error KSB2007: 'id' must not be empty", "¤ error KSB2007: 'sentence' must not be empty")]
    [InlineData("""¤[]""", "¤ error KSB2007: 'requirement' must be an object")]
    public void Every_mistake_is_told_in_its_place(string requirement, params string[] findings)
    {
        var (text, expected) = Places.Of("{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\", \"standards\": [\"ST0001@1.0\"],\n\"requirement\": " + requirement + " }", findings);

        Assert.Equal(expected, Lines(PolicyDocument.Read("a.policy.json", text)));
    }

    [Fact]
    public void An_unknown_kind_is_told_with_those_that_there_are() => Assert.Equal(
        $"'magic' is no kind of requirement; there are {string.Join(", ", RequirementKinds.All)}",
        Assert.Single(PolicyDocument.Read("a", """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "a", "kind": "magic", "sentence": "x", "wand": 1 } }""").Check(Known)).Message);

    [Theory]
    [InlineData("2024-06-30", "error KSB4004: This period of 'm' begins on 2024-06-30, and the one before it lasts until 2024-06-30: both hold in between")]
    [InlineData("2024-07-03", "warning KSB4004: This period of 'm' begins on 2024-07-03, and the one before it ends on 2024-06-30: in between there is no value")]
    [InlineData("2023-01-01", "error KSB4004: This period of 'm' does not begin after the one before it; write the periods in the order of their first days")]
    [InlineData("2026-01-01", "warning KSB4005: This period of 'm' ends on 2025-12-31, before it begins on 2026-01-01: it never applies")]
    public void Periods_follow_one_another(string from, string finding)
    {
        const string Period = "\"value\": 6, \"basis\": \"asOf\", \"citation\": { \"title\": \"T\", \"issuer\": \"I\", \"certainty\": \"C\" } }";
        var document = PolicyDocument.Read("a.policy.json", $$"""
            { "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "a", "kind": "periodElapsed", "sentence": "x", "months": { "name": "m", "reviewed": "2026-01-01", "periods": [
              { "from": "2024-01-01", "until": "2024-06-30", {{Period}},
              { "from": "{{from}}", "until": "2025-12-31", {{Period}} ] } } }
            """);

        Assert.Equal([$"3,3 {finding}"], Lines(document));
    }

    /// <summary>What JSON takes for the same number is one.</summary>
    [Theory]
    [InlineData("6", 6)]
    [InlineData("6.0", 6)]
    [InlineData("0.6e1", 6)]
    [InlineData("60E-1", 6)]
    [InlineData("6e2", null)]
    [InlineData("6e400", null)]
    [InlineData("6.5", null)]
    [InlineData("1e-30", null)]
    public void A_number_can_be_written_with_an_exponent(string written, int? months)
    {
        var document = PolicyDocument.Read("a.policy.json", "{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\", \"requirement\": { \"id\": \"a\", \"kind\": \"periodElapsed\", \"sentence\": \"x\", \"months\": " + written + " } }");

        Assert.Equal((decimal?)months, document.Policy?.Requirement.Number("months"));
        Assert.Equal(months is null ? ["1,158 error KSB2007: 'months' must be a whole number from 1 to 120"] : Array.Empty<string>(), Lines(document));
    }

    /// <summary>What keeps the parameter from being made comes before what never applies: nobody is told at run time first.</summary>
    [Theory]
    [InlineData("2018-01-10", "2017-01-01", "error KSB4004: This period of 'm' does not begin after the one before it; write the periods in the order of their first days")]
    [InlineData("2019-01-15", "2018-12-31", "error KSB4004: This period of 'm' begins on 2019-01-15, and the one before it lasts until 2019-06-30: both hold in between")]
    [InlineData("2019-08-01", "2018-12-31", "warning KSB4005: This period of 'm' ends on 2018-12-31, before it begins on 2019-08-01: it never applies")]
    public void A_period_that_never_applies_can_stand_wrong_too(string from, string until, string finding)
    {
        const string Period = "\"value\": 6, \"basis\": \"asOf\", \"citation\": { \"title\": \"T\", \"issuer\": \"I\", \"certainty\": \"C\" } }";
        var document = PolicyDocument.Read("a.policy.json", $$"""
            { "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "a", "kind": "periodElapsed", "sentence": "x", "months": { "name": "m", "reviewed": "2026-01-01", "periods": [
              { "from": "2018-01-15", "until": "2019-06-30", {{Period}},
              { "from": "{{from}}", "until": "{{until}}", {{Period}} ] } } }
            """);

        Assert.Equal([$"3,3 {finding}"], Lines(document));
    }

    [Theory]
    [InlineData("\"version\": \"1\", ", "")]
    [InlineData("\"kind\": \"attention\"", "\"kind\": \"attentive\"")]
    [InlineData("\"sensitive\": true", "\"sensitiv\": true")]
    [InlineData("K1-K2", "K2-K1")]
    [InlineData("\"certainty\": \"A\"", "\"certainty\": \"Z\"")]
    [InlineData("\"notJudged\"", "\"notJudge\"")]
    [InlineData("] }\n}", "] }\n")]
    public void Nobody_is_judged_by_half_a_policy(string good, string bad)
    {
        var document = PolicyDocument.Read("a.policy.json", Whole.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(document.Policy);
        Assert.NotEmpty(document.Check(Known));
    }

    [Fact]
    public void A_code_that_is_named_twice_is_read_all_the_same() =>
        Assert.NotNull(PolicyDocument.Read("a.policy.json", Whole.Replace("K1-K2", "K1-K2, K1", StringComparison.Ordinal)).Policy);

    [Theory]
    [InlineData("ST0001@1.1", "error KSB1007: ST0001@1.1 is not known here; known of ST0001: 1.0")]
    [InlineData("ST0001", "error KSB2007: 'ST0001' names no version; write the one that is meant behind it, as in ST0583@1.2")]
    [InlineData(" ST0001@1.0", "error KSB2007: 'ST0001@1.0' (with a blank too many) is not the id of a standard such as ST0583@1.2")]
    public void Standards_are_known(string id, string finding) =>
        Assert.Equal([$"2,{Whole.Split('\n')[1].IndexOf("\"ST0001@1.0", StringComparison.Ordinal) + 1} {finding}"], Lines(PolicyDocument.Read("a.policy.json", Whole.Replace("[\"ST0001@1.0\"]", $"[\"{id}\"]", StringComparison.Ordinal))));

    [Fact]
    public void Without_a_standard_KSBs_are_not_judged_and_numbers_of_them_are()
    {
        var (text, expected) = Places.Of(
            """{ "document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": { "id": "a", "kind": "ksbsAchieved", "sentence": "x", "ksbs": "K98-K99", "atLeast": ¤3 } }""",
            ["¤ error KSB4002: 'a' asks 3 of 2 KSBs: nothing can meet that"]);

        Assert.Equal(expected, Lines(PolicyDocument.Read("a", text)));
    }

    [Fact]
    public void Byte_order_mark_and_line_ends_move_no_place()
    {
        var (text, expected) = Places.Of(Whole.Replace("K1-K2", "K1-¤K3", StringComparison.Ordinal), ["¤ error KSB4001: K3 is not in ST0001@1.0 (T), which has K1, K2; did you mean K2?"]);

        Assert.Equal(expected, Lines(PolicyDocument.Read("a", text)));
        Assert.Equal(expected, Lines(PolicyDocument.Read("a", "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void Requirements_nest_as_deep_as_reports_can_repeat_them()
    {
        string Nested(int depth) => $"{{ \"document\": \"competency.policy/1\", \"id\": \"p\", \"name\": \"P\", \"version\": \"1\", \"requirement\": {string.Concat(Enumerable.Range(0, depth).Select(i => $"{{ \"id\": \"r{i}\", \"kind\": \"allOf\", \"sentence\": \"x\", \"requirements\": ["))}{{ \"id\": \"leaf\", \"kind\": \"option\", \"sentence\": \"x\" }}{string.Concat(Enumerable.Repeat("] }", depth))} }}";

        // The leaf is one more.
        var deepest = PolicyOutline.MaxDepth - 1;
        Assert.Equal(deepest + 1, PolicyDocument.Read("a", Nested(deepest)).Policy!.Requirement.All.Count());
        var deeper = PolicyDocument.Read("a", Nested(deepest + 1));
        Assert.Null(deeper.Policy);
        Assert.Contains(deeper.Check(Known), f => f.Message == "Requirements nest deeper than 24");
        Assert.Null(PolicyDocument.Read("a", Nested(20_000)).Policy);
    }

    [Fact]
    public void Suggestions_can_stand_in_the_text() => Assert.Equal(
        "\"The \\\"Bells\\\"\"",
        Assert.Single(PolicyDocument.Read("a", Whole.Replace("\"gears\"", "\"The Bells\"", StringComparison.Ordinal)).Check(Known)).Suggestion);

    [Fact]
    public void Whatever_is_changed_is_read_and_every_place_lies_in_the_text() => Property.Holds(
        from at in Gen.Choose(0, Whole.Length - 1)
        from length in Gen.Choose(0, 60)
        from put in Gen.Elements("", "\"", "{", "}", "]", "[", "null", "-1", "1e9", "К1", "\u00A0", ", ", "\\u", "\uD800", "99999999999999999999999999999999", "\"kind\": \"fact\",")
        select Whole.Remove(at, Math.Min(length, Whole.Length - at)).Insert(at, put),
        text =>
        {
            var document = PolicyDocument.Read("a", text);
            var findings = document.Check(Known);
            Assert.All(findings, f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
            Assert.True(document.Policy is not null || findings.Count > 0);
        },
        times: 1000);

    private static IEnumerable<string> Lines(PolicyDocument document) => document.Check(Known)
        .Select(f => $"{f.Location!.Start.Line},{f.Location.Start.Column} {(f.Severity == FindingSeverity.Error ? "error" : "warning")} {f.Id}: {f.Message}");

    /// <summary>In a requirement what names a standard is wrong again; a plan can name one.</summary>
    [Theory]
    [InlineData("a.policy.json", """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": "ST9001: K1, S2"}}""", null)]
    [InlineData("a.plan.json", """{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST9001@1.0"], "approach": "endPoint", "methods": [{"id": "m", "ksbs": "ST9001: K1, S2"}]}""", "ST9001:K1, ST9001:S2")]
    public void A_standard_before_KSBs_is_offered_where_it_can_stand(string path, string text, string? offered) =>
        Assert.Equal(offered, DocumentReferences.Read(path, text).Check(new StandardCatalogue([])).Single(f => f.Descriptor == FindingCatalogue.MalformedNotation).Suggestion);

    [Fact]
    public void Of_several_standards_none_is_offered_what_another_lacks()
    {
        static OccupationalStandard With(string id, int skills) => new(StandardId.Parse(id), "T", Enumerable.Range(1, skills).Select(i => new KsbStatement(KsbCode.Parse($"S{i}"), $"Skill {i}.")));
        const string Text = """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST9001@1.0", "ST9001@1.1"], "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K", "ksbs": ["S6", "S1-S6"]}}""";

        Finding[] Unknown(int first, int second) =>
            [.. PolicyDocument.Read("a.policy.json", Text).Check(new StandardCatalogue([With("ST9001@1.0", first), With("ST9001@1.1", second)])).Where(f => f.Descriptor == FindingCatalogue.RuleUnknownKsb)];

        var apart = Unknown(5, 3);
        Assert.Equal([null, null], apart.Select(f => f.Suggestion));
        Assert.All(apart, f => Assert.EndsWith("ST9001@1.0 (T), which has S1-S5", f.Message, StringComparison.Ordinal));
        Assert.Equal(["S5", "S5"], Unknown(5, 5).Select(f => f.Suggestion));
    }

    /// <summary>4.0 and 0.4e1 are the number 4 in JSON, wherever a whole number is asked.</summary>
    [Theory]
    [InlineData("2.0", "3.0", true)]
    [InlineData("0.2e1", "30e-1", true)]
    [InlineData("2.5", "3", false)]
    [InlineData("2", "3.5", false)]
    [InlineData("0.0", "3", false)]
    [InlineData("1e99", "3", false)]
    public void Whole_numbers_are_those_of_JSON(string count, string level, bool isRead)
    {
        var document = PolicyDocument.Read("a.policy.json", $$"""{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "requirement": {"id": "all", "kind": "atLeast", "count": {{(isRead ? count : "1")}}, "sentence": "All", "requirements": [{"id": "k", "kind": "ksbsAchieved", "sentence": "K", "atLeast": {{count}}, "items": 1.0}, {"id": "c", "kind": "certificate", "sentence": "C", "subject": "First aid", "minimumLevel": {{level}} } ] } }""");

        Assert.Equal(isRead, document.Policy is not null);
        if (isRead)
        {
            Assert.Equal(("2", "3"), (document.Policy!.Requirement.Children[0].Threshold("atLeast").ToString(), document.Policy.Requirement.Children[1].Text("minimumLevel")));
        }
        else
        {
            Assert.NotEmpty(document.Check(Known));
        }
    }

    [Theory]
    [InlineData("a.policy.json", """{"document": "competency.policy/1", "id": "p", "name": "P", "version": "1", "standards": ["ST0001@1.0", "ST0001@1.0"], "requirement": {"id": "k", "kind": "ksbsAchieved", "sentence": "K"}}""")]
    [InlineData("a.plan.json", """{"document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0", "ST0001@1.0"], "approach": "endPoint", "citation": {"title": "T", "issuer": "I", "certainty": "C"}, "methods": [{"id": "m", "ksbs": "K1-K2, S1"}]}""")]
    public void A_standard_that_is_named_twice_is_told_and_counts_once(string path, string text)
    {
        var document = DocumentReferences.Read(path, text);

        Assert.Equal(["KSB1003 ST0001@1.0 is named here already"], document.Check(Known).Select(f => $"{f.Id} {f.Message}"));
        Assert.Equal("ST0001@1.0", Assert.Single(document.References.Standards).ToString());
    }
}
