using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Findings;
using FsCheck.Fluent;

namespace Competency.Conformance;

public class AssessmentPlanDocumentTests
{
    private const string Head = "{ \"document\": \"competency.plan/1\", \"id\": \"AP\", \"version\": \"1\", \"standards\": [\"ST0001@1.0\"], \"citation\": { \"title\": \"T\", \"issuer\": \"I\", \"certainty\": \"C\" },\n";

    private static readonly OccupationalStandard Plain = Made("ST0001@1.0", []);

    // K2 is of duty 2 and thus of gears alone, S1 of bells alone.
    private static readonly OccupationalStandard WithOptions = Made("ST0001@1.0", [new StandardOption("gears", "Gears"), new StandardOption("bells", "Bells")]);

    [Fact]
    public void A_plan_is_read_whole()
    {
        var document = AssessmentPlanDocument.Read("a.plan.json", """
            {
              "document": "competency.plan/1", "id": "ST0001/AP02", "version": "2.0", "title": "Plan", "standards": ["ST0001@1.0", "ST0001@1.1"], "approach": "endPoint",
              "citation": { "title": "Plan", "issuer": "Nobody", "certainty": "A" },
              "methods": [ { "id": "am1", "title": "Talk", "ksbs": "K1, S1" }, { "id": "am2", "ksbs": ["K2", "B1"] } ],
              "gateway": { "portfolio": { "methods": ["am1"], "needsAuthenticity": false, "maxItems": 12 },
                "qualifications": [ { "title": "Level 2 kites", "minimumLevel": "2", "validForMonths": 36 } ], "englishAndMathsForEveryone": true }
            }
            """);

        Assert.Empty(document.Check(new StandardCatalogue([Plain, Made("ST0001@1.1", [])])));
        var plan = document.Plan!;
        Assert.Equal(("ST0001/AP02", "2.0", "Plan", 2, PlanApproach.EndPoint), (plan.Id, plan.Version, plan.Title, plan.Standards.Count, plan.Approach));
        Assert.Equal(("Talk", "K2, B1"), (plan.FindPart("am1")!.ToString(), string.Join(", ", plan.FindPart("am2")!.Ksbs)));
        Assert.Equal(("am1", false, 12), (plan.Portfolio!.Parts.Single(), plan.Portfolio.NeedsAuthenticity, plan.Portfolio.MaxItems));
        Assert.Equal(("2", 36, true), (plan.Qualifications.Single().MinimumLevel, plan.Qualifications.Single().ValidForMonths, plan.EnglishAndMathsForEveryone));
    }

    /// <summary>Of which of two parts a portfolio underpins nobody knows: nothing is judged by such a plan.</summary>
    [Fact]
    public void A_plan_with_two_parts_of_one_id_is_none()
    {
        AssessmentPlanDocument Read(string second) => AssessmentPlanDocument.Read("a.plan.json", Head + "\"approach\": \"endPoint\", \"methods\": [ { \"id\": \"o\", \"ksbs\": \"S1\" }, { \"id\": \"" + second + "\", \"ksbs\": \"K1\" } ] }");

        Assert.Null(Read("o").Plan);
        Assert.NotNull(Read("p").Plan);
    }

    [Theory]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2" }, { "id": "n", "ksbs": "S1, B1" } ]""")]
    [InlineData("""[ { "id": "m", "ksbs": "K1:¤40, K2, S1, B1" } ]""", "¤ error KSB1002: K1 has a weight; a plan says which KSBs a part assesses, and not how much each counts")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2" } ]""", "1,1 warning KSB3002: No method of the plan assesses S1, B1 of ST0001@1.0")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2, S1" }, { "id": "n", "ksbs": "¤K2, S1, B1" } ]""", "¤ warning KSB1003: K2, S1 are assessed by 'm' already; a plan assesses each KSB by one method")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2, S1, B1, ¤K3" } ]""", "¤ error KSB4001: K3 is not in ST0001@1.0 (T), which has K1, K2; did you mean K2?")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2" }, { "id": ¤"m", "ksbs": "S1, B1" } ]""", "¤ error KSB4003: Another part of this plan has the id 'm' already")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, ¤К2, S1" } ]""", "¤ error KSB1002: 'К2' holds the look-alike 'К' (U+041A) and is not K2; write K2 in plain letters and digits")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, ¤К9, ¤K02, ¤K09" } ]""", "¤ error KSB1002: 'К9' holds the look-alike 'К' (U+041A) and is not K9", "¤ error KSB1002: 'K02' is not a KSB code; did you mean K2?", "¤ error KSB1002: 'K09' is not a KSB code")]
    [InlineData("""¤[]""", "¤ error KSB2007: 'methods' must hold at least one")]
    [InlineData("""[ { "id": "m", "ksbs": "Duty 1, B1, S1" }, { "id": "n", "ksbs": "¤Duty 3" } ]""", "1,1 warning KSB3002: No method of the plan assesses K2 of ST0001@1.0", "¤ error KSB4002: The duties that 'n' assesses map no KSB of ST0001@1.0: it assesses nothing")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2, S1, B1", "option": ¤"gears" } ]""", "¤ warning KSB4005: No learner can have the option 'gears': ST0001@1.0 has no options")]
    public void Each_KSB_is_assessed_by_one_method(string methods, params string[] findings) =>
        Holds(Head + "  \"approach\": \"endPoint\", \"methods\": " + methods + " }", Plain, findings);

    [Fact]
    public void A_plan_with_a_weight_is_none() =>
        Assert.Null(AssessmentPlanDocument.Read("a.plan.json", Head + "\"approach\": \"endPoint\", \"methods\": [ { \"id\": \"m\", \"ksbs\": \"K1:40\" } ] }").Plan);

    /// <summary>A part can name the standard that it means: what it assesses of the plan's own is what a portfolio underpins.</summary>
    [Theory]
    [InlineData("ST0001:K1, B1", "K1, B1", "")]
    [InlineData("ST0001@1.0:K1, ST0001@1.1:K1, Duty 2", "K1, Duty2", "")]
    [InlineData("ST0001@1.0:K1, ST0001@1.1:K2", "K1", "3,43 error KSB4002: 'am1' assesses K1 of ST0001@1.0 and K2 of ST0001@1.1, and one portfolio is asked; write a plan for each")]
    [InlineData("ST0001@1.0:K1", "K1", "3,43 error KSB4002: 'am1' assesses nothing of ST0001@1.1: no portfolio can underpin it")]
    public void A_portfolio_underpins_the_same_of_each_standard(string ksbs, string ofFirst, string finding)
    {
        var document = AssessmentPlanDocument.Read("a.plan.json", $$"""
            { "document": "competency.plan/1", "id": "AP", "version": "1", "standards": ["ST0001@1.0", "ST0001@1.1"], "approach": "endPoint", "citation": { "title": "T", "issuer": "I", "certainty": "C" },
              "methods": [ { "id": "am1", "ksbs": "{{ksbs}}" } ],
              "gateway": { "portfolio": { "methods": ["am1"] } } }
            """);

        Assert.Equal(finding.Length == 0 ? [] : [finding], Lines(document.Check(new StandardCatalogue([Plain, Made("ST0001@1.1", [])])).Where(f => f.Severity == FindingSeverity.Error)));
        Assert.Equal(finding.Length == 0, document.Plan is not null);
        Assert.Equal(ofFirst, (document.Readable ?? document.Plan!).FindPart("am1")!.KsbsOf(StandardId.Parse("ST0001@1.0")));
    }

    [Fact]
    public void A_blank_option_is_none()
    {
        var document = AssessmentPlanDocument.Read("a.plan.json", Head + "\"approach\": \"endPoint\", \"methods\": [ { \"id\": \"o\", \"ksbs\": \"S1\", \"option\": \" \\u200B\" } ] }");

        Assert.Null(document.Plan);
        Assert.Equal(["2,75 error KSB2007: 'option' must not be empty; leave it out where it is not known"], Lines(document.Check(new StandardCatalogue([Plain])).Where(f => f.Descriptor == FindingCatalogue.UnreadableDocument)));
    }

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) => findings.Select(f => f.ToString().Replace("a.plan.json(", "", StringComparison.Ordinal).Replace("): ", " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1" }, { "id": "g", "option": "gears", "ksbs": "K2" }, { "id": "b", "option": "Bells", "ksbs": "S1" } ]""")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1" }, { "id": "g", "option": "gears", "ksbs": "K2" } ]""", "1,1 warning KSB3002: No method of the plan assesses S1 of ST0001@1.0 for 'Bells'")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, K2, S1" } ]""", "1,1 warning KSB3002: No method of the plan assesses B1 of ST0001@1.0")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1, K2" }, { "id": "g", "option": "gears", "ksbs": "¤K2" }, { "id": "b", "option": "bells", "ksbs": "S1" } ]""", "¤ warning KSB1003: K2 is assessed by 'm' already; a plan assesses each KSB by one method")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1, S1" }, { "id": "g", "option": ¤"gear", "ksbs": "K2" } ]""", "¤ warning KSB4005: No learner can have the option 'gear': ST0001@1.0 has none of that name; did you mean 'Gears'?")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1" }, { "id": "g", "option": "gears", "ksbs": "K2, ¤S1" }, { "id": "b", "option": "bells", "ksbs": ["¤K2", "S1"] } ]""", "¤ warning KSB4005: No learner with the option 'Gears' must achieve S1 of ST0001@1.0, which is of 'Bells'", "¤ warning KSB4005: No learner with the option 'Bells' must achieve K2 of ST0001@1.0, which is of 'Gears'")]
    [InlineData("""[ { "id": "m", "ksbs": "K1, B1" }, { "id": "g", "option": "gears", "ksbs": "¤Duty 4, K2" }, { "id": "b", "option": "bells", "ksbs": "Duty 4" } ]""", "¤ warning KSB4005: No learner with the option 'Gears' must achieve S1 of ST0001@1.0, which is of 'Bells'")]
    public void Options_are_judged_each_on_its_own(string methods, params string[] findings) =>
        Holds(Head + "  \"approach\": \"endPoint\", \"methods\": " + methods + " }", WithOptions, findings);

    [Theory]
    [InlineData("""[ { "id": "o", "ksbs": "K1, K2, S1" } ]""")]
    [InlineData("""[ { "id": "o", "ksbs": "K1, K2" }, { "id": "p", "ksbs": "K2, S1" } ]""")]
    [InlineData("""[ { "id": "o", "ksbs": "K1" } ]""", "1,1 warning KSB3002: No outcome of the plan assesses K2, S1 of ST0001@1.0")]
    public void Outcomes_can_share_a_KSB_and_leave_behaviours_out(string outcomes, params string[] findings) =>
        Holds(Head + "  \"approach\": \"outcomes\", \"outcomes\": " + outcomes + " }", Plain, findings);

    [Theory]
    [InlineData(""" "gateway": { "portfolio": { "methods": [¤"M"] } } }""", "¤ error KSB2007: No item of the plan's 'methods' has the id 'M'; did you mean 'm'?")]
    [InlineData(""" "gateway": { "portfolio": { "methods": ¤[] } } }""", "¤ error KSB2007: A portfolio says in 'methods' what it underpins")]
    [InlineData(""" "gateway": { "portfolio": ¤{ } } }""", "¤ error KSB2007: A portfolio says in 'methods' what it underpins")]
    [InlineData(""" "gateway": { "qualifications": [ { "title": "A", "minimumLevel": 2 }, { "title": "B", "minimumLevel": ¤9 } ], "portfolio": { "methods": [ ¤"m " ] } } }""", "¤ error KSB2007: '9' is not one of entry 1, entry 2, entry 3, 1, 2, 3, 4, 5, 6, 7, 8", "¤ error KSB2007: No item of the plan's 'methods' has the id 'm' (with a blank too many); did you mean 'm'?")]
    [InlineData(""" "gateway": { "qualifications": [ ¤{ "minimumLevel": ¤"9" } ], ¤"Portfolio": 1 } }""", "¤ error KSB2007: The property 'title' is missing", "¤ error KSB2007: '9' is not one of entry 1, entry 2, entry 3, 1, 2, 3, 4, 5, 6, 7, 8", "¤ error KSB2007: The property 'Portfolio' is unknown here and is not read; did you mean 'portfolio'?")]
    [InlineData(""" "gateway": { "qualifications": [ { "title": ¤"Mathematics" }, { "title": ¤"m\u0430ths" }, { "title": "english" }, { "title": "Математика" }, { "title": ¤"English and maths" } ] } }""", "¤ error KSB4002: No certificate can be of 'Mathematics': its subject is 'maths'", "¤ error KSB4002: No certificate can be of 'mаths' (with the look-alike 'а' (U+0430)): its subject is 'maths'", "¤ error KSB4002: No certificate can be of 'English and maths': each is of one subject, 'english' or 'maths'")]
    [InlineData(""" ¤"outcomes": [] }""", "¤ error KSB2007: The property 'outcomes' is unknown here and is not read")]
    public void The_rest_is_read_too(string rest, params string[] findings)
    {
        var text = Head + "  \"approach\": \"endPoint\", \"methods\": [ { \"id\": \"m\", \"ksbs\": \"K1, K2, S1, B1\" } ],\n" + rest;

        Holds(text, Plain, findings);
        Assert.Null(AssessmentPlanDocument.Read("a", text.Replace("¤", "", StringComparison.Ordinal)).Plan);
    }

    [Fact]
    public void What_every_plan_says_is_asked_of_it() => Assert.Equal(
        [
            "1,1 warning KSB4006: The plan does not say where it was published; cite it",
            "1,1 error KSB2007: The property 'id' is missing",
            "1,1 error KSB2007: The property 'version' is missing",
            "1,1 error KSB2007: 'standards' must name at least one standard such as ST0583@1.2",
            "1,1 error KSB2007: The property 'approach' is missing",
            "1,1 error KSB2007: The property 'methods' is missing",
        ],
        Lines("""{ "document": "competency.plan/1" }""", Plain).Order(StringComparer.Ordinal).OrderBy(l => !l.Contains("warning", StringComparison.Ordinal)).ThenBy(l => Array.FindIndex(["id", "version", "standards", "approach", "methods"], n => l.Contains($"'{n}'", StringComparison.Ordinal))));

    [Fact]
    public void Byte_order_mark_and_line_ends_move_no_place()
    {
        var text = Head + "  \"approach\": \"endPoint\", \"methods\":\n [ { \"id\": \"m\", \"ksbs\": \"K1, K2, S1, B1, ¤K9\" } ] }";

        string[] findings = ["¤ error KSB4001: K9 is not in ST0001@1.0 (T), which has K1, K2"];
        Holds(text, Plain, findings);
        Assert.Equal(Places.Of(text, findings).Findings, Lines("\uFEFF" + text.Replace("¤", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), Plain));
    }

    [Fact]
    public void What_is_written_is_read_again_and_written_the_same() => Property.Holds(Plans(), plan =>
    {
        var text = AssessmentPlanDocument.Write(plan);
        var document = AssessmentPlanDocument.Read("a.plan.json", text);

        Assert.DoesNotContain(document.Check(new StandardCatalogue([Plain])), f => f.Id == "KSB2007");
        Assert.Equal(text, AssessmentPlanDocument.Write(document.Plan!));
        Assert.Equal(plan.Parts.Select(p => (p.Id, p.Title, p.Option, string.Join('|', p.Ksbs))), document.Plan!.Parts.Select(p => (p.Id, p.Title, p.Option, string.Join('|', p.Ksbs))));
    });

    [Fact]
    public void Whatever_is_changed_is_read_and_every_place_lies_in_the_text()
    {
        var whole = AssessmentPlanDocument.Write(new AssessmentPlan("AP", "1", [Plain.Id], PlanApproach.EndPoint, [new AssessmentPart("m", ["K1", "K2"]) { Option = "gears" }, new AssessmentPart("n", ["S1, B1"])])
        {
            Citation = new CitationOutline("T", "I", "A", "3"),
            Portfolio = new PlanPortfolio(["m"]) { MaxItems = 3 },
            Qualifications = [new PlanQualification("Q") { MinimumLevel = "3" }],
        });
        Property.Holds(
            from at in Gen.Choose(0, whole.Length - 1)
            from length in Gen.Choose(0, 60)
            from put in Gen.Elements("", "\"", "{", "}", "]", "[", "null", "-1", "К1", "\u00A0", ", ", "\\u", "\uD800", "99999999999999999999999999999999")
            select whole.Remove(at, Math.Min(length, whole.Length - at)).Insert(at, put),
            text =>
            {
                var document = AssessmentPlanDocument.Read("a", text);
                var findings = document.Check(new StandardCatalogue([WithOptions]));
                Assert.All(findings, f => Assert.InRange(f.Location!.Span.End, 0, text.Length));
                Assert.True(document.Plan is not null || findings.Count > 0);
            },
            times: 600);
    }

    private static FsCheck.Gen<AssessmentPlan> Plans() =>
        from approach in Gen.Choose(0, 1)
        from parts in Gen.Elements("m", "n \u00A0", "ü \"q\"", "😀").NonEmptyListOf()
        from ksbs in Gen.Elements("K1", "K1-K2, S1", "Duty 1", "ST0001@1.0:B1").NonEmptyListOf()
        from extras in Gen.Choose(0, 15)
        select new AssessmentPlan("AP", "1", [Plain.Id], (PlanApproach)approach, parts.Distinct().Select((id, i) => new AssessmentPart(id, ksbs.Take(1 + (i % 3)).Distinct()) { Title = i == 1 ? "t" : null, Option = i == 2 ? "gears" : null }))
        {
            Title = (extras & 1) == 0 ? null : "T\n",
            Citation = (extras & 2) == 0 ? null : new CitationOutline("T", "I", "B", null),
            Portfolio = (extras & 4) == 0 ? null : new PlanPortfolio([parts.First()]) { NeedsAuthenticity = (extras & 1) == 0, MaxItems = 1 + extras },
            Qualifications = (extras & 8) == 0 ? [] : [new PlanQualification("Q") { ValidForMonths = 12 }, new PlanQualification("R") { MinimumLevel = "entry 3" }],
            EnglishAndMathsForEveryone = (extras & 3) == 3,
        };

    private static OccupationalStandard Made(string id, IEnumerable<StandardOption> options) => new(StandardId.Parse(id), "T", new[] { "K1", "K2", "S1", "B1" }.Select(c => new KsbStatement(KsbCode.Parse(c), c)))
    {
        Options = [.. options],
        Duties =
        [
            new OccupationDuty(1, "x", [KsbCode.Parse("K1"), KsbCode.Parse("B1")]),
            new OccupationDuty(2, "y", [KsbCode.Parse("K2")]) { Options = options.Any() ? ["gears"] : [] },
            new OccupationDuty(3, "z", []),
            new OccupationDuty(4, "w", [KsbCode.Parse("S1")]) { Options = options.Any() ? ["bells"] : [] },
        ],
    };

    private static void Holds(string marked, OccupationalStandard standard, string[] findings)
    {
        var (text, expected) = Places.Of(marked, findings);

        Assert.Equal(expected, Lines(text, standard));
    }

    private static IEnumerable<string> Lines(string text, OccupationalStandard standard) => AssessmentPlanDocument.Read("a.plan.json", text).Check(new StandardCatalogue([standard]))
        .Select(f => $"{f.Location!.Start.Line},{f.Location.Start.Column} {(f.Severity == FindingSeverity.Error ? "error" : "warning")} {f.Id}: {f.Message}");
}
