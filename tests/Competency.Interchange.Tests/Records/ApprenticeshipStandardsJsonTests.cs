namespace Competency.Interchange.Tests.Records;

public class ApprenticeshipStandardsJsonTests
{
    private const string K1 = "11111111-aaaa-4000-8000-000000000001";
    private const string K2 = "11111111-aaaa-4000-8000-000000000002";
    private const string S1 = "22222222-aaaa-4000-8000-000000000001";
    private const string B1 = "33333333-aaaa-4000-8000-000000000001";
    private const string Red = "44444444-aaaa-4000-8000-000000000001";
    private const string Blue = "44444444-aaaa-4000-8000-000000000002";

    /// <summary>A record of today's form; parts of it can be replaced.</summary>
    private static string Record(string extra = "", string reference = "\"ST9001\"", string version = "\"1.2\"", string? knowledges = null, string? duties = null) => $$"""
        {"referenceNumber": {{reference}}, "version": {{version}}, "title": " Kite maker ", "level": 3{{(extra.Length == 0 ? "" : ", " + extra)}},
         "knowledges": {{knowledges ?? $$"""[{"knowledgeId":"{{K1}}","detail":"Cloth."},{"knowledgeId":"{{K2}}","detail":"Wind."}]"""}},
         "skills": [{"skillId":"{{S1}}","detail":"Cut cloth."}],
         "behaviours": [{"behaviourId":"{{B1}}","detail":"Be patient."}],
         "duties": {{duties ?? $$"""[{"dutyID":"duty-1","dutyDetail":"Cut sails.","isThisACoreDuty":1,"mappedKnowledge":["{{K2}}"],"mappedSkills":null,"mappedBehaviour":["{{B1}}"],"mappedOptions":null}]"""}}}
        """;

    [Fact]
    public void A_record_of_today_is_read_whole()
    {
        var import = Imports.Record(Record("""
            "status":"Approved for delivery","larsCode":901,"maxFunding":9000,"typicalDuration":18,"ePALength":3,"minimumHoursForCompliance":"605","regulated":true,
            "regulatedBody":"Office of Wind","route":"Creative and design","earliestStartDate":"2025-08-01T00:00:00","latestStartDate":"31 March 2030","lastUpdated":"03/04/2024",
            "standardPageUrl":"https://example.org/st9001","typicalJobTitles":["Kite maker"],"jobRoles":["Kite maker"],
            "occupationalSummary":"&lt;p&gt;Makers make&amp;nbsp;kites.&lt;/p&gt;&lt;p&gt;They &amp;amp; others fly.&lt;br /&gt;High.&lt;/p&gt;",
            "qualifications":[{"qualificationId":"","title":" Award in Wind","level":"0","anyAdditionalInformation":null},{"qualificationId":"Q-1","title":"Diploma","level":"4"}]
            """));
        var standard = Imports.Whole(import);
        var key = standard.KeyInformation;
        Assert.Equal("ST9001@1.2 Kite maker", standard.ToString());
        Assert.Equal("K2 S1 B1 D1", Imports.Counts(standard));
        Assert.Equal(["K2", "B1"], standard.Duties[0].Ksbs.Select(k => k.ToString()));
        Assert.Equal(K2, standard[KsbCode.Parse("K2")].Id);
        Assert.Equal((901, 9000, 18, "Typical", 3, 605, true), (key.LarsCode, key.MaximumFunding, key.DurationMonths, key.DurationLabel, key.AssessmentMonths, key.MinimumHours, key.Regulated));
        Assert.Equal((new DateOnly(2025, 8, 1), new DateOnly(2030, 3, 31), new DateOnly(2024, 4, 3)), (key.EarliestStart, key.LatestStart, key.Updated));
        Assert.Equal("Makers make\u00A0kites.\nThey & others fly.\nHigh.", key.Summary);
        Assert.Equal([null, 4], standard.Qualifications.Select(q => q.Level));
        Assert.Equal([null, "q-1"], standard.Qualifications.Select(q => q.Id));
        Assert.Equal(("Skills England", "https://example.org/st9001"), (standard.Source!.Publisher, standard.Source.Address));
        Imports.AssertLoss(import.Losses, LossKind.Mended, "2 texts had white space at the ends");
        Assert.Empty(import.Losses.Of(LossKind.NotHeld));
    }

    [Theory]
    [InlineData("\"larsCode\": 0, \"typicalDuration\": null, \"minimumHoursForCompliance\": \"\", \"regulatedBody\": \" \"")]
    [InlineData("\"lastUpdated\": \"0001-01-01T00:00:00\", \"qualifications\": null, \"options\": null, \"typicalJobTitles\": null")]
    [InlineData("\"keywords\": [], \"integratedDegree\": \"\", \"somethingNew\": null")]
    public void What_says_nothing_is_neither_held_nor_lost(string extra)
    {
        var import = Imports.Record(Record(extra));
        Assert.Equal(Imports.Whole(Imports.Record(Record())), Imports.Whole(import));
        Assert.Empty(import.Losses.Of(LossKind.NotHeld));
    }

    [Theory]
    [InlineData("\"larsCode\": \"ZSC00123\"", "The LARS code 'ZSC00123'")]
    [InlineData("\"typicalDuration\": \"some\"", "'some' could not be read as the number of 'typicalDuration'")]
    [InlineData("\"typicalDuration\": {\"months\": 8}", "'typicalDuration' is of an unknown form")]
    [InlineData("\"minimumHoursForCompliance\": \"999999\"", "'999999' could not be read")]
    [InlineData("\"lastUpdated\": \"31/02/2024\"", "'31/02/2024' could not be read as the date of 'lastUpdated'")]
    [InlineData("\"regulated\": \"maybe\"", "'regulated' is of an unknown form")]
    [InlineData("\"versionNumber\": \"1.3\"", "'versionNumber' is 1.3, unlike 'version', which is 1.2")]
    [InlineData("\"keywords\": [\"wind\"]", "'keywords' has no place in the document")]
    [InlineData("\"coreAndOptions\": true", "says that there are options, and the record names none")]
    [InlineData("\"typicalJobTitles\": \"Kite maker\"", "'typicalJobTitles' is of an unknown form")]
    public void What_the_document_does_not_hold_is_said_and_the_rest_imports(string extra, string part)
    {
        var import = Imports.Record(Record(extra));
        Imports.Whole(import);
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, part);
    }

    [Fact]
    public void A_broken_entry_keeps_its_place_in_the_numbering()
    {
        foreach (var broken in (string[])["null", "7", "{}", "{\"knowledgeId\":\"x\",\"detail\":\" \\u00a0\"}", "{\"detail\":null}"])
        {
            var import = Imports.Record(Record(knowledges: $$"""[{{broken}},{"knowledgeId":"{{K2}}","detail":"Wind."}]"""));
            var standard = Imports.Whole(import);
            Assert.Equal(["K2", "S1", "B1"], standard.Ksbs.Select(k => k.Code.ToString()));
            Assert.Equal(["K2", "B1"], standard.Duties[0].Ksbs.Select(k => k.ToString()));
            Imports.AssertLoss(import.Losses, LossKind.NotHeld, "K1 is left out");
            Imports.AssertLoss(import.Losses, LossKind.NotHeld, "No statement was found for K1");
        }
    }

    [Fact]
    public void Texts_are_trimmed_and_decoded_and_keep_the_white_space_within()
    {
        var import = Imports.Record(Record(knowledges: """[{"detail":" Silk &amp; paper:\r\n\t• <5 mm\u00a0thick\r\n "},{"detail":"<p>One.</p><p>Two.</p>"}]"""));
        var standard = Imports.Whole(import);
        Assert.Equal("Silk & paper:\n\t• <5 mm\u00A0thick", standard.Ksbs[0].Text);
        Assert.Equal("One.\nTwo.", standard.Ksbs[1].Text);
        Imports.AssertLoss(import.Losses, LossKind.Mended, "1 text held HTML entities");
        Imports.AssertLoss(import.Losses, LossKind.Mended, "1 text held HTML tags");
    }

    [Fact]
    public void An_id_that_no_statement_has_and_an_id_that_two_have_are_said()
    {
        var unknown = Imports.Record(Record(duties: $$"""[{"dutyDetail":"Cut.","isThisACoreDuty":1,"mappedKnowledge":["{{K1}}","nowhere",null,5]}]"""));
        Assert.Equal("K1", Assert.Single(Imports.Whole(unknown).Duties[0].Ksbs).ToString());
        Imports.AssertLoss(unknown.Losses, LossKind.NotHeld, "Duty 1 maps 'nowhere'");
        Assert.Equal(3, unknown.Losses.Of(LossKind.NotHeld).Count());

        var twice = Imports.Record(Record(knowledges: $$"""[{"knowledgeId":"{{K2}}","detail":"A."},{"knowledgeId":"{{K2}}","detail":"B."}]"""));
        Assert.Equal("K1", Imports.Whole(twice).Duties[0].Ksbs[0].ToString());
        Imports.AssertLoss(twice.Losses, LossKind.NotHeld, "K2 has the id of K1");
    }

    [Fact]
    public void No_core_duty_in_a_standard_without_options_means_that_all_are_core_and_is_said_once()
    {
        var import = Imports.Record(Record(duties: """[{"dutyDetail":"Cut.","isThisACoreDuty":0},{"dutyDetail":".","isThisACoreDuty":0}]"""));
        Assert.All(Imports.Whole(import).Duties, d => Assert.True(d.IsCore));
        Assert.Contains("No duty is marked as a core duty", Assert.Single(import.Losses.Of(LossKind.Guessed)).Message);
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "Duty 2 is a placeholder");
    }

    private static string OptionDuties => $$"""[{"dutyDetail":"Core.","isThisACoreDuty":1},{"dutyDetail":"Dye red.","isThisACoreDuty":0,"mappedOptions":["{{Red.ToUpperInvariant()}}"]},{"dutyDetail":"Dye blue.","isThisACoreDuty":0,"mappedOptions":["{{Blue}}"]}]""";

    [Theory]
    [InlineData("\"options\":[{\"optionId\":\"" + Red + "\",\"title\":\"Red\"},{\"optionId\":\"" + Blue + "\",\"title\":\"Blue\"}]", "Red,Blue")]
    [InlineData("\"options\":[{\"name\":\"Red\",\"duties\":[\"Dye red\"]},{\"name\":\"Blue\",\"duties\":[\"Dye blue.\"]}]", "Red,Blue")]
    [InlineData("\"options\":[{\"name\":\"Red\",\"duties\":[\"Dye red\"]}]", "Red,")]
    [InlineData("\"options\":[]", ",")]
    [InlineData("\"optionsUnstructuredTemplate\":[\"Red\",\"Blue\"]", ",")]
    public void Options_have_the_titles_that_the_record_gives_them(string options, string titles)
    {
        var standard = Imports.Whole(Imports.Record(Record(options, duties: OptionDuties)));
        Assert.Equal(titles, string.Join(',', standard.Options.Select(o => o.Title)));
        Assert.Equal([Red, Blue], standard.Options.Select(o => o.Id));
        Assert.Equal([[], [Red], [Blue]], standard.Duties.Select(d => d.Options));
    }

    [Fact]
    public void Options_that_are_names_alone_have_ids_made_of_them()
    {
        var import = Imports.Record(Record("\"optionsUnstructuredTemplate\":[\"Dyeing (red)\",\"Dyeing (blue)\"]"));
        Assert.Equal(["dyeing-red", "dyeing-blue"], Imports.Whole(import).Options.Select(o => o.Id));
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "no duty says to which it belongs");
    }

    [Fact]
    public void A_foundation_apprenticeship_and_a_unit_have_lists_of_their_own()
    {
        var foundation = Imports.Whole(Imports.Record("""
            {"referenceNumber":"FA0001","version":"1.0","title":"Folding","technicalKnowledges":[{"id":"A","detail":"Paper."}],"technicalSkills":[{"id":"B","detail":"Fold."}],
             "employabilitySkillsAndBehaviours":[{"id":"C","detail":"Turn up."}],"relatedOccupations":[{"name":"Folder","reference":"OCC0001"}]}
            """));
        Assert.Equal("TK1 TS1 ESB1 D0", Imports.Counts(foundation));
        Assert.Equal("a", foundation.Ksbs[0].Id);
        Assert.Equal("TK1 TS1 D0", Imports.Counts(Imports.Whole(Imports.Record("""
            {"referenceNumber":"AU0001","version":1.0,"title":"Folding","technicalKnowledges":[{"id":"A","detail":"Paper."}],"technicalSkills":[{"id":"B","detail":"Fold."}]}
            """))));
    }

    [Fact]
    public void Printed_codes_stand_above_positions()
    {
        var standard = Imports.Whole(Imports.Record("""
            {"referenceNumber":"OCC0001","version":"1.0","title":"Folding","knowledges":[{"knowledgeId":"K2","id":"A","detail":"Paper."},{"knowledgeId":"K1","id":"B","detail":"Glue."}],
             "duties":[{"dutyId":"D1","id":"E","dutyDetail":"Fold.","isThisACoreDuty":true,"mappedKnowledge":["K2"]}]}
            """));
        Assert.Equal(["K1: Glue.", "K2: Paper."], standard.Ksbs.Select(k => k.ToString()));
        Assert.Equal("a", standard[KsbCode.Parse("K2")].Id);
        Assert.Equal("K2", Assert.Single(standard.Duties[0].Ksbs).ToString());
        Assert.Equal("e", standard.Duties[0].Id);
    }

    [Theory]
    [InlineData("null", "\"1.2\"", "does not say its reference (--reference ST0583)")]
    [InlineData("\"ST9001\"", "null", "does not say its version (--version 1.2)")]
    [InlineData("\"STX\"", "\"1.2\"", "'STX' is not the reference")]
    public void What_a_record_lacks_is_named_with_its_title(string reference, string version, string part)
    {
        var problems = Imports.Record(Record(reference: reference, version: version)).Problems;
        Assert.Contains(problems, p => p.Message.Contains(part, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.Equal(1, p.Location!.Start.Line));
    }

    [Fact]
    public void Of_an_array_each_record_is_imported_and_a_second_of_one_id_is_not()
    {
        var imports = Imports.Records($"[{Record()}, {Record(version: "\"1.3\"")}, {Record(extra: "\"level\": 4")}, {Record()}, 5, {Record(reference: "null")}]");
        Assert.Equal(["ST9001@1.2", "ST9001@1.3", "", "", "", ""], imports.Select(i => i.Standard?.Id.ToString() ?? ""));
        Assert.Equal(["KiteMaker", "KiteMaker_1_3"], imports.Take(2).Select(i => i.Standard!.TypeName));
        Assert.Contains("a second time, with the same content", imports[3].Problems[0].Message);
        Assert.Equal(Findings.FindingSeverity.Information, imports[3].Problems[0].Severity);
        Assert.Contains("Item 5 of the array is no record", imports[4].Problems[0].Message);
        Assert.Contains("Record 6 ('Kite maker')", imports[5].Problems[0].Message);
    }

    [Fact]
    public void Reference_and_version_select_from_an_array()
    {
        var array = $"[{Record()}, {Record(version: "\"1.3\"")}, {Record(reference: "\"ST9002\"")}]";
        Assert.Equal(2, Imports.Records(array, new ImportOptions { Reference = StandardReference.Parse("ST9001") }).Count);
        Assert.Equal("ST9001@1.3", Imports.Whole(Imports.Record(array, new ImportOptions { Reference = StandardReference.Parse("ST9001"), Version = new StandardVersion(1, 3) })).Id.ToString());
        Assert.Contains("None of the 3 records is of ST9005", Assert.Single(Imports.Record(array, new ImportOptions { Reference = StandardReference.Parse("ST9005") }).Problems).Message);
    }

    [Theory]
    [InlineData("{\"title\": 'x'}", "(1,11): error KSB2007: This is not JSON. A string stands between double quotes")]
    [InlineData("", "(1,1): error KSB2007: This is not JSON. The file is empty")]
    [InlineData("[]", "(1,1): error KSB2007: A record of a standard, or an array of records, belongs here")]
    [InlineData("\n 7", "(2,2): error KSB2007: A record")]
    public void What_is_no_such_JSON_is_said_with_its_place(string json, string start) =>
        Assert.StartsWith("standards.json" + start, Assert.Single(Imports.Record(json).Problems).ToString());
}
