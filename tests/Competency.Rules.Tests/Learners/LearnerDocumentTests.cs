using Competency.Documents;
using FsCheck.Fluent;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Learners;

public class LearnerDocumentTests
{
    private static LearnerDocument Read(string text) => LearnerDocument.Read("a.learners.json", text, TestStandards.Known);

    private static string Document(params string[] learners) => $"{{\n\"document\": \"competency.learners/1\",\n\"learners\": [\n{string.Join(",\n", learners)}\n]\n}}";

    private static string Record(string more, string id = "L1", string standard = "ST0583@1.2") => $"{{ \"id\": \"{id}\", \"standard\": \"{standard}\"{(more.Length == 0 ? "" : ",\n")}{more} }}";

    /// <summary>The second line of the record is line 5 of the document; «» marks where the finding must stand.</summary>
    [Theory]
    [InlineData("KSB1001", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1, «K47», S4\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB1001", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K40-«K50»\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB1002", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1, «X9»\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB1004", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"«K9-K2»\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB1005", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"«ST0400»:K1\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB1007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"standard\": «\"ST0583@1.9\"», \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": «\"acepted\"», \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1\", \"decisions\": «[]» }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K2, «K1»:40\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"episodes\": { \"entries\": [{ \"kind\": \"learning\", \"from\": \"2024-09-02\", \"id\": «\"\"» }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [«{» \"evidence\": \"E1\", \"ksbs\": \"K1\" }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": «\"\"», \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": «[]», \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"evidenceKind\": «\" \"», \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"startingPoints\": { \"entries\": [{ \"on\": \"2024-09-02\", \"outOf\": 5, \"scores\": [{ \"score\": «6», \"ksbs\": \"K1\" }] }] }")]
    [InlineData("KSB2007", "\"startingPoints\": { \"entries\": [{ \"on\": \"2024-09-02\", \"outOf\": 5, \"scores\": [{ \"score\": 3, \"ksbs\": \"K1\" }, { \"score\": 4, \"ksbs\": «\"K1-K4\"» }] }] }")]
    [InlineData("KSB1007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": «\"ST0583@1.9\"», \"to\": \"ST0583@1.2\" }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.2\", \"to\": «\"ST0583@1.2\"» }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"pending\": [{ \"old\": «\"K1-K2\"», \"new\": \"K1\" }] }] }")]
    [InlineData("KSB1001", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"unchanged\": \"K1, «K47»\" }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0400@1.0\", \"unchanged\": «\"K1-K5\"» }] }")]
    [InlineData("KSB1001", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"renumbered\": [{ \"old\": \"K1\", \"new\": \"«K47»\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"options\": [{ \"old\": «\" \"», \"new\": \"x1\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"equivalent\": «1» }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"unchanged\": \"K1-K3\", \"renumbered\": [{ \"old\": «\"K2\"», \"new\": \"K4\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"unchanged\": \"K1-K3\", \"pending\": [{ \"old\": «\"K2\"», \"new\": \"K2\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"pending\": [{ \"old\": \"K2\", \"new\": \"K2\" }, { \"old\": «\"K2\"», \"new\": \"K2\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"unchanged\": \"K1-K3\", \"decisions\": [{ \"old\": \"K2\", \"new\": «\"K2\"», \"approved\": false, \"by\": \"L\", \"on\": \"2024-09-01\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"renumbered\": [{ \"old\": \"K3\", \"new\": \"K4\" }, { \"old\": «\"K2\"», \"new\": \"K4\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"equivalent\": «true», \"unchanged\": \"K1-K3\" }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"decisions\": [{ \"old\": \"K2\", \"new\": \"K2\", \"approved\": true, \"by\": \"L\", \"on\": «\"2024-09-03\"» }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0400@1.0\", \"to\": \"ST0583@1.2\", \"options\": [{ \"old\": «\"l\"», \"new\": \"a\" }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0400@1.0\", \"to\": \"ST0583@1.2\", \"options\": [{ \"old\": \"a\", \"new\": «\"2x\"» }] }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0400@1.0\", \"to\": \"ST0583@1.2\", \"options\": [{ \"old\": \"a\", \"new\": \"Option A\" }, { \"old\": «\"A\"», \"new\": \"Option A\" }] }] }")]
    [InlineData("KSB2007", "\"name\": «\" \"»")]
    [InlineData("KSB2007", "\"birthDate\": «\"0001-01-01\"»")]
    [InlineData("KSB2007", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\", \"by\": «\"\"» }] }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"maths\", \"seenBy\": «\"\\u00A0\"» }] }")]
    [InlineData("KSB2007", "\"moves\": { \"entries\": [{ \"on\": \"2024-09-02\", \"from\": \"ST0583@1.1\", \"to\": \"ST0583@1.2\", \"decisions\": [{ \"old\": \"K1\", \"new\": \"K1\", \"approved\": true, \"by\": «\" \"», \"on\": \"2024-09-01\" }] }] }")]
    [InlineData("KSB2007", "\"portfolios\": { \"entries\": [{ \"on\": \"2024-09-02\", \"ksbs\": «[]» }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": «\"Mathematics\"» }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": «\" math\"» }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": «\"m\u0430ths\"» }] }")]
    [InlineData("KSB2007", "«\"clams\"»: { \"entries\": [] }")]
    [InlineData("KSB2007", "\"exemptions\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": «\"m\u0430ths\"» }] }")]
    [InlineData("KSB1004", "\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1, «K4-K2»\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": «\"ENGLISH language\"» }] }")]
    [InlineData("KSB2007", "\"declarations\": { \"entries\": [{ \"on\": \"2024-09-02\", \"declaration\": \"worksAtStandard\", \"role\": \"employer\", \"employer\": «\" \"» }] }")]
    [InlineData("KSB2007", "\"employments\": { \"entries\": [{ \"employer\": «\"\"», \"from\": \"2024-09-02\" }] }")]
    [InlineData("KSB2007", "«\"claimss\"»: { \"entries\": [] }")]
    [InlineData("KSB2007", "\"birthDate\": «\"2003-02-29\"»")]
    [InlineData("KSB2007", "\"birthDate\": «20030228»")]
    [InlineData("KSB2007", "\"episodes\": { \"entries\": [{ \"kind\": \"learning\", \"from\": \"2024-09-02\", \"to\": «\"2024-09-01\"» }] }")]
    [InlineData("KSB2007", "\"episodes\": { \"entries\": [{ \"kind\": \"withdrawn\", \"from\": \"2024-09-02\", \"to\": «\"2024-09-03\"» }] }")]
    [InlineData("KSB2007", "\"employments\": { \"entries\": [{ \"employer\": \"A\", \"from\": \"2024-09-02\", \"to\": «\"2024-09-01\"» }] }")]
    [InlineData("KSB2007", "\"hours\": { \"entries\": [{ \"on\": \"2024-09-02\", \"hours\": «-1» }] }")]
    [InlineData("KSB2007", "\"hours\": { \"entries\": [{ \"on\": \"2024-09-02\", \"hours\": 1, \"replaces\": «\"H9\"» }] }")]
    [InlineData("KSB2007", "\"hours\": { \"entries\": [{ \"on\": \"2024-09-02\", \"hours\": 1, \"id\": \"H1\" }, { \"on\": \"2024-09-02\", \"hours\": 1, \"id\": «\"H1\"» }] }")]
    [InlineData("KSB2007", "\"options\": { \"entries\": [{ \"on\": \"2024-09-02\", \"option\": «\"a\"» }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"english\", \"level\": «9» }] }")]
    [InlineData("KSB2007", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"english\", \"level\": «\"entry3\"» }] }")]
    public void What_is_wrong_is_told_with_its_place_and_costs_the_record(string id, string marked)
    {
        var line = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var document = Read(Document(Record(line), Record("", id: "L2")));

        var finding = Assert.Single(document.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Equal(Competency.Findings.FindingSeverity.Error, finding.Severity);
        Assert.Equal((5, marked.IndexOf('«') + 1), (finding.Location!.Start.Line, finding.Location.Start.Column));
        Assert.Equal(marked.IndexOf('»') - marked.IndexOf('«') - 1, finding.Location.Span.Length);
        Assert.Equal([null, "L2"], document.Records.Select(r => r.Learner?.Id));
        Assert.Equal("L1", document.Records[0].Id);
        Assert.Same(finding, document.Records[0].Findings.Single());
    }

    [Fact]
    public void The_schema_knows_every_word_beside_a_subject()
    {
        Assert.All(SubjectName.Qualifying, word =>
        {
            var subject = $"{word} Maths";
            Assert.NotNull(SubjectName.Mistake(subject));
            Assert.False(TinySchema.Of("learner").Accepts(Document(Record($"\"certificates\": {{ \"entries\": [{{ \"on\": \"2024-09-02\", \"subject\": \"{subject}\" }}] }}"))));
        });
        Assert.Equal(Pattern("learner"), Pattern("policy"));

        static string Pattern(string schema) => Assert.Single(Repository.Read("schemas", schema + ".schema.json").Split('\n'), l => l.Contains("[Mm][Aa][Tt][Hh][Ss]", StringComparison.Ordinal)).Trim();
    }

    /// <summary>What is no other way to say a subject is a title, and is read again as it was written.</summary>
    [Theory]
    [InlineData("English language teaching certificate", true)]
    [InlineData("Mathematical modelling, level 4", true)]
    [InlineData("Mathematics", false)]
    [InlineData("Maths GCSE", false)]
    [InlineData("m\u0430ths", false)]
    [InlineData("\u0435nglish gcs\u0435", false)]
    [InlineData("\u041c\u0430\u0442\u0435\u043c\u0430\u0442\u0438\u043a\u0430", true)]
    [InlineData("First \u0430id", true)]
    [InlineData("english language (GCSE)", false)]
    [InlineData("Functional Skills Maths", false)]
    [InlineData("GCSE English: grade 4", false)]
    [InlineData("English and maths (A*)", false)]
    [InlineData("GCSE (9\u20131) English Language", false)]
    [InlineData("Functional Skills Qualification in English at Level 2", false)]
    [InlineData("English or maths", false)]
    [InlineData("GCSE\u2019s in Maths: grade 4 or above", false)]
    [InlineData("English at work", true)]
    [InlineData("Functional Skills", true)]
    [InlineData("Core Maths", true)]
    [InlineData("MATHS", true)]
    public void A_certificate_is_of_a_subject_or_has_a_title(string subject, bool isTaken)
    {
        var text = Document(Record($"\"certificates\": {{ \"entries\": [{{ \"on\": \"2024-09-02\", \"subject\": \"{subject}\" }}] }}"));
        var read = Read(text);

        Assert.Equal(isTaken, read.Findings.Count == 0);

        // A pattern knows no look-alikes.
        Assert.Equal(isTaken || subject.Any(c => c is >= '\u0370' and < '\u2000'), TinySchema.Of("learner").Accepts(text));
        if (isTaken)
        {
            Assert.Equal(new Certificate(Day("2024-09-02"), subject).Subject, Assert.Single(Assert.Single(read.Records).Learner!.Certificates.Entries).Subject);
        }
        else
        {
            Assert.Contains($"'{subject}'", Assert.Throws<ArgumentException>(() => new Certificate(Day("2024-09-02"), subject)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => new Certificate(Day("2024-09-02"), "First aid") with { Subject = subject });
        }
    }

    [Fact]
    public void The_right_word_is_offered()
    {
        Assert.Equal("\"accepted\"", Read(Document(Record("\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": \"acepted\", \"on\": \"2026-01-10\" }] }] }"))).Findings.Single().Suggestion);
        Assert.Equal("\"maths\"", Read(Document(Record("\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"Math\" }] }"))).Findings.Single().Suggestion);
        Assert.Equal("\"english\"", Read(Document(Record("\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"English Language\" }] }"))).Findings.Single().Suggestion);
        Assert.Empty(Read(Document(Record("\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \" MATHS \" }, { \"on\": \"2024-09-02\", \"subject\": \"Aromatherapy\" }] }, \"priorLearning\": { \"entries\": [{ \"on\": \"2024-09-02\", \"ksbs\": [] }] }"))).Findings);
        Assert.Equal("\"claims\"", Read(Document(Record("\"claimss\": {}"))).Findings.Single().Suggestion);
        Assert.Equal("K46", Read(Document(Record("\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K47\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }"))).Findings.Single().Suggestion);
        Assert.Equal("\"ST0583@1.2\"", Read(Document(Record("", standard: "ST0583@1.3"))).Findings.Single().Suggestion);
    }

    [Theory]
    [InlineData("K02", "'K02' is not a KSB code; did you mean K2?", "K2")]
    [InlineData("K047", "'K047' is not a KSB code", null)]
    [InlineData("K47-K41", "The range K47-K41 runs backwards", null)]
    [InlineData("К47", "'К47' holds the look-alike 'К' (U+041A) and is not K47", null)]
    public void What_its_standard_does_not_have_is_not_offered(string written, string message, string? offered)
    {
        var claim = $"\"claims\": {{ \"entries\": [{{ \"evidence\": \"E1\", \"ksbs\": \"K1, {written}\", \"decisions\": [{{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }}] }}] }}";

        var finding = Assert.Single(Read(Document(Record(claim))).Findings);

        Assert.Equal((message, offered), (finding.Message, finding.Suggestion));
    }

    /// <summary>What would be read as nothing, and an option that is nearly one.</summary>
    [Fact]
    public void What_says_nothing_is_told()
    {
        var standard = new OccupationalStandard(StandardId.Parse("ST0400@1.0"), "Optioneer", [new KsbStatement(KsbCode.Parse("K1"), "K.")])
        {
            Options = [new StandardOption("sails", "Sails")],
            Duties = [new OccupationDuty(4, "Sit.", [])],
        };
        string[] Told(string ledger) => [.. LearnerDocument.Read("a.learners.json", $$"""{ "document": "competency.learners/1", "learners": [ { "id": "L", "standard": "ST0400@1.0", {{ledger}} } ] }""", new StandardCatalogue([standard])).Findings.Select(f => f.Message)];

        Assert.Equal(["Duty 4 maps no KSB of ST0400@1.0, so that it says nothing; name the KSBs"], Told(""" "claims": { "entries": [ { "evidence": "E", "ksbs": "K1, Duty 4", "decisions": [ { "decision": "accepted", "on": "2026-01-10" } ] } ] } """));
        Assert.Equal(["'Sail' is no option of ST0400@1.0, which has 'Sails'; did you mean 'Sails'?"], Told(""" "options": { "entries": [ { "on": "2026-01-10", "option": "Sail" } ] } """));
        Assert.Equal(["The property 'from' is missing", "The property 'on' is unknown here and is not read"], Told(""" "episodes": { "entries": [ { "on": "2026-01-10", "kind": "withdrawn" } ] } """));
    }

    [Fact]
    public void A_record_on_an_unknown_standard_is_told_once()
    {
        var document = Read(Document(Record("\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"ksbs\": \"K1\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\" }] }] }", standard: "ST9999@1.0")));

        Assert.Equal("KSB1007", document.Findings.Single().Id);
        Assert.Empty(document.Learners);
    }

    [Fact]
    public void Half_a_file_gives_no_learner_at_all()
    {
        var whole = Document(Record(""), Record("", id: "L2"));

        Assert.Equal(2, Read(whole).Learners.Count());
        Assert.Empty(Read(whole[..^3]).Learners);
        Assert.NotEmpty(Read(whole[..^3]).Findings);
    }

    [Fact]
    public void Two_records_of_one_learner_are_two_halves()
    {
        var document = Read(Document(Record(""), Record("", id: "L2"), Record("")));

        Assert.Equal(["L2"], document.Learners.Select(l => l.Id));
        Assert.Equal(2, document.Findings.Count);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("{ \"document\": \"competency.standard/1\", \"learners\": [] }")]
    [InlineData("{ \"document\": \"competency.learners/1\" }")]
    [InlineData("{ \"document\": \"competency.learners/1\", \"learners\": [5] }")]
    [InlineData("{ \"document\": \"competency.learners/1\", \"learners\": [{}] }")]
    public void What_is_no_learner_document_says_so(string text)
    {
        Assert.NotEmpty(Read(text).Findings);
        Assert.Empty(Read(text).Learners);
    }

    [Fact]
    public void One_entry_with_several_KSBs_is_a_claim_for_each()
    {
        var claims = Read(Document(Record("\"claims\": { \"entries\": [{ \"evidence\": \"E1\", \"title\": \"A\", \"ksbs\": \"K1-K3, S4\", \"decisions\": [{ \"decision\": \"accepted\", \"on\": \"2026-01-10\", \"recorded\": \"2026-01-12\" }] }] }"))).Learners.Single().Claims;

        Assert.Equal(["K1", "K2", "K3", "S4"], claims.Entries.Select(c => c.Ksb.ToString()));
        Assert.All(claims.Entries, c => Assert.Equal(("E1", "A", Day("2026-01-10"), Day("2026-01-12")), (c.Evidence, c.Title, c.On, c.Recorded)));
    }

    [Fact]
    public void The_completeness_of_a_record_goes_for_ledgers_that_say_nothing()
    {
        var learner = Read(Document(Record("\"completeAsAt\": \"2026-03-01\", \"claims\": { \"completeAsAt\": \"2026-01-31\" }, \"hours\": { \"entries\": [] }"))).Learners.Single();

        Assert.Equal(Day("2026-01-31"), learner.Claims.Completeness.Single().AsAt);
        Assert.Equal(Day("2026-03-01"), learner.Hours.Completeness.Single().AsAt);
        Assert.Equal(Day("2026-03-01"), learner.Declarations.Completeness.Single().AsAt);
    }

    /// <summary>Every kind of entry with every field.</summary>
    private static Learner Full { get; } = Ready(TestStandards.WithOptions) with
    {
        Claims = new Ledger<Claim>(
        [
            new Claim("E1", TestStandards.WithOptions.Id, KsbCode.Parse("K1"), new ClaimDecision(ClaimDecisionKind.Referred, Day("2025-01-01")) { By = "A", Role = "assessor" }, new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-02-01")) { Recorded = Day("2025-02-03") }) { Title = "Log", EvidenceKind = "log" },
            new Claim("E1", TestStandards.Mammography.Id, KsbCode.Parse("K2"), new ClaimDecision(ClaimDecisionKind.AcceptedInPart, Day("2025-01-01"))),
            new Claim("E2", TestStandards.WithOptions.Id, KsbCode.Parse("K3"), new ClaimDecision(ClaimDecisionKind.Accepted, Day("2025-01-01"))),
        ], [new Completeness(Day("2025-12-31")), new Completeness(Day("2026-03-01")) { Recorded = Day("2026-03-05") }]),
        Episodes = Of(Learning("2024-09-02", "2024-12-31") with { Id = "P1" }, Break("2025-01-01"), new Episode(Day("2025-02-01"), EpisodeKind.Transfer) { Reason = EpisodeReason.ProviderTransfer }, Learning("2025-02-01"), new Episode(Day("2024-09-03"), EpisodeKind.Learning) { Replaces = "P1", Recorded = Day("2025-01-05") }),
        Employments = Of(new Employment(Day("2024-09-02"), "A") { To = Day("2025-01-31") }),
        Plans = Of(new TrainingPlan(Day("2024-09-02")) { Weeks = 52.5m, PlannedEnd = Day("2025-09-01"), WeeklyHours = 37.5m, PaidHours = 1950, AgreedHours = 400 }),
        Options = Of(new OptionChoice(Day("2024-09-02"), "Option A")),
        Hours = Of(new HoursEntry(Day("2025-01-10"), 7.25m) { Id = "H1", Category = HoursCategory.EnglishAndMaths, InPaidHours = false, Activity = "Course" }, new HoursEntry(Day("2025-01-10"), 0) { Replaces = "H1", IsWithdrawn = true, Recorded = Day("2025-01-11") }),
        PriorLearning = Of(new PriorLearning(Day("2024-09-02")) { Ksbs = TestStandards.Codes("K1, S1"), ReductionHours = 12.5m }),
        StartingPoints = Of(
            new StartingPoint(Day("2024-09-02"), 5) { By = "T. Utor", Scores = [new KsbScore(KsbCode.Parse("K1"), 4.5m), new KsbScore(KsbCode.Parse("K2"), 0), new KsbScore(KsbCode.Parse("S1"), 4.5m)] },
            new StartingPoint(Day("2024-09-03"), 10) { Standard = TestStandards.Mammography.Id, Scores = [new KsbScore(KsbCode.Parse("B1"), 10)] }),
        Moves = Of(new StandardMove(Day("2025-06-01"), TestStandards.MammographyBefore.Id, TestStandards.Mammography.Id) 
        {
            By = "L. Ead",
            Carried = [.. TestStandards.Codes("K3-K5, S1").Select(k => new KsbLink(k, k)), new KsbLink(KsbCode.Parse("K6"), KsbCode.Parse("K7"))],
            Pending = [new KsbLink(KsbCode.Parse("K1"), KsbCode.Parse("K2"))],
        }),
        Exemptions = Of(new EnglishAndMathsExemption(Day("2024-09-02"), CoreSubject.Maths) { HasEhcPlan = true }),
        Choices = Of(new EnglishAndMathsChoice(Day("2025-03-01"), EnglishAndMathsChoiceKind.OptInWithdrawn) { Subject = CoreSubject.English, PlanSigned = true }),
        Attempts = Of(new EnglishAndMathsAttempt(Day("2025-03-01"), CoreSubject.English)),
        Portfolios = Of(new PortfolioSubmission(Day("2026-01-01"), TestStandards.Mammography.Id) { Ksbs = TestStandards.Codes("K1-K5"), AuthenticitySigned = true }),
    };

    [Fact]
    public void What_was_written_is_read_again()
    {
        var text = LearnerDocument.Write([Full, Ready(TestStandards.Mammography) with { Name = null }]) is var two ? two.Replace("\"id\": \"L1\",\n      \"standard\"", "\"id\": \"L2\",\n      \"standard\"", StringComparison.Ordinal) : "";
        var document = Read(text);

        Assert.Empty(document.Findings);
        Assert.Equal(text, LearnerDocument.Write(document.Learners));
        Assert.Empty(TinySchema.Of("learner").Errors(text));
    }

    [Fact]
    public void The_schema_refuses_what_the_reader_refuses()
    {
        foreach (var wrong in new[] { "\"portfolios\": { \"entries\": [{ \"on\": \"2024-09-02\", \"ksbs\": [] }] }", "\"certificates\": { \"entries\": [{ \"on\": \"2024-09-02\", \"subject\": \"Mathematics\" }] }", "\"claimss\": {}", "\"birthDate\": 5", "\"hours\": { \"entries\": [{ \"on\": \"2024-09-02\", \"hours\": -1 }] }", "\"hours\": { \"entries\": [{ \"hours\": 1 }] }", "\"episodes\": { \"entries\": [{ \"kind\": \"lerning\", \"from\": \"2024-09-02\" }] }" })
        {
            Assert.False(TinySchema.Of("learner").Accepts(Document(Record(wrong))), wrong);
            Assert.Empty(Read(Document(Record(wrong))).Learners);
        }
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Property.Holds(FsCheck.Fluent.ArbMap.Default.ArbFor<string?>(), text => Read(text ?? "").Records.Count >= 0);

    /// <summary>Pieces cut, doubled and swapped: much that is nearly right. What is given as a learner can always be judged.</summary>
    [Fact]
    public void No_damage_makes_the_reader_or_the_judge_throw()
    {
        var text = LearnerDocument.Write([Full]);
        var tokens = System.Text.RegularExpressions.Regex.Split(text, "(?<=[{}\\[\\],:])");
        Property.Holds(
            from edits in Gen.Zip(Gen.Choose(0, tokens.Length - 1), Gen.Choose(0, tokens.Length - 1)).ArrayOf(2)
            from how in Gen.Choose(0, 3)
            select (edits, how),
            c =>
            {
                var damaged = tokens.ToList();
                foreach (var (a, b) in c.edits)
                {
                    damaged[a] = c.how switch
                    {
                        0 => "",
                        1 => damaged[b],
                        2 => damaged[a] + damaged[b],
                        _ => "\"\\u0000\"" + damaged[a],
                    };
                }

                var document = Read(string.Concat(damaged));
                foreach (var learner in document.Learners)
                {
                    _ = EnglishApprenticeship.Gateway.Assess(learner, TestStandards.WithOptions, Day("2026-03-01")).ToJson();
                }

                return document.Findings.Count > 0 || document.Learners.Count() <= 1;
            },
            times: 1500);
    }

    [Theory]
    [InlineData("Option A")]
    [InlineData("option  a ")]
    [InlineData("Option\u00A0A")]
    public void An_option_is_read_as_people_write_it(string written)
    {
        var document = Read(Document(Record($"\"options\": {{ \"entries\": [{{ \"on\": \"2024-09-02\", \"option\": \"{written}\" }}] }}", standard: "ST0400@1.0")));

        Assert.Empty(document.Findings);
        var report = Assess(Require.OptionIs("a", "OPTION A "), document.Learners.Single(), TestStandards.WithOptions, "2026-03-01");
        Assert.Equal((Verdict.Met, "a"), (report.Verdict, report.Option!.Id));
    }
}
