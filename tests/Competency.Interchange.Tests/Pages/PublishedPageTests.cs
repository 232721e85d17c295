using Competency.Findings;

namespace Competency.Interchange.Tests.Pages;

public class PublishedPageTests
{
    [Fact]
    public void A_page_in_the_spaced_layout_is_read_whole()
    {
        var import = Imports.Page(SamplePages.Spaced);
        var standard = Imports.Whole(import);
        Assert.Equal("ST9001@1.2 Kite maker", standard.ToString());
        Assert.Equal("KiteMaker", standard.TypeName);
        Assert.Equal("K2 S2 B1 D2", Imports.Counts(standard));
        Assert.Equal("Fly a kite", standard[KsbCode.Parse("S2")].Text);
        Assert.Equal(["K2", "S1", "S2", "B1"], standard.Duties[1].Ksbs.Select(k => k.ToString()));
        Assert.Equal("Kite makers work in lofts.\nThey answer to the wind.", standard.KeyInformation.Summary);
        Assert.Equal(new DateOnly(2024, 4, 3), standard.KeyInformation.Updated);
        Assert.Equal("Crown copyright © 2024", standard.Source!.Copyright);
        Assert.Equal("OGL-UK-3.0", standard.Source.Licence);
        Assert.Empty(import.Losses.Of(LossKind.Guessed));
        Assert.Empty(import.Losses.Of(LossKind.NotHeld));
    }

    [Fact]
    public void An_apprenticeships_page_is_read_whole()
    {
        var import = Imports.Page(SamplePages.Apprenticeship, ImportOptions.None);
        var standard = Imports.Whole(import);
        Assert.Equal("ST9002@1.1 Lantern keeper", standard.ToString());
        Assert.Equal("K3 S2 B1 D2", Imports.Counts(standard));
        Assert.Equal("Light lanterns at dusk, in every weather.", standard.Duties[0].Text);
        Assert.Equal("D2 Put them out at dawn.", standard.Duties[1].Text);
        Assert.Equal(["K1", "K3", "S1", "S2", "B1"], standard.Duties[1].Ksbs.Select(k => k.ToString()));
        Assert.Equal("Oils:\n• whale\n• seed", standard[KsbCode.Parse("K1")].Text);
        Assert.Equal("Wicks, and how they are trimmed.", standard[KsbCode.Parse("K2")].Text);
        Assert.Equal("Keeps calm:\n• in fog\n• in rain", standard[KsbCode.Parse("B1")].Text);
        Assert.Equal(["Lantern keeper", "Lamp lighter"], standard.KeyInformation.JobTitles);
        Assert.Equal((18, "Typical", 3, 12_000, 901), (standard.KeyInformation.DurationMonths, standard.KeyInformation.DurationLabel, standard.KeyInformation.AssessmentMonths, standard.KeyInformation.MaximumFunding, standard.KeyInformation.LarsCode));
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "eqa provider: Nobody");
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "As the funding rules say.");
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "licence");
    }

    [Fact]
    public void A_foundation_page_has_kinds_of_its_own_and_no_duties()
    {
        var standard = Imports.Standard(SamplePages.Foundation);
        Assert.Equal("FA9003@1.2", standard.Id.ToString());
        Assert.Equal("TK2 TS1 ESB2 D0", Imports.Counts(standard));
        Assert.Equal(2, standard.KeyInformation.Level);
        Assert.Equal(new DateOnly(2025, 5, 7), standard.KeyInformation.Updated);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData("\n \t \u00A0\n")]
    public void Line_ends_and_blank_lines_do_not_change_the_standard(string lineEnd)
    {
        foreach (var page in (string[])[SamplePages.Spaced, SamplePages.Foundation])
        {
            Assert.Equal(Imports.Standard(page), Imports.Standard(page.Replace("\n", lineEnd, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_byte_order_mark_indentation_and_noise_before_and_after_do_not_change_the_standard()
    {
        var indented = string.Join('\n', SamplePages.Spaced.Split('\n').Select(l => "\t    " + l + " \u00A0"));
        var noisy = "\uFEFFSkip to main content\nCookies\nMenu\n\n" + indented + "\nIs this webpage useful?\nYes No\nThank you for your feedback\nYouTube\nCookies\n";
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(noisy));
    }

    [Fact]
    public void Leftovers_of_a_dialog_between_duties_and_statements_are_passed_over()
    {
        var page = SamplePages.Spaced.Replace("K1: How", "×\n\nRequired knowledge\n\nRequired skill\n\nRequired behaviour\n\nKSBs\n\nKnowledge\n\nK1: How", StringComparison.Ordinal)
            .Replace("S1: Cut", "Skills\n\nS1: Cut", StringComparison.Ordinal);
        var import = Imports.Page(page);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Whole(import));
        Assert.Empty(import.Losses.Of(LossKind.NotHeld));
    }

    [Fact]
    public void What_the_page_does_not_say_is_named_in_one_message()
    {
        var import = Imports.Page("K1: One.\nS1: Two.\nB1: Three.", ImportOptions.None);
        Assert.Null(import.Standard);
        var problem = Assert.Single(import.Problems);
        Assert.Contains("its reference (--reference ST0583) and its version (--version 1.2) and its title", problem.Message);
        Assert.StartsWith("page.txt(1,1): error KSB2007: ", problem.ToString());
    }

    [Fact]
    public void A_page_without_statements_is_no_standard()
    {
        var import = Imports.Page("Kite maker\nKey information\nReference: ST9001\n");
        Assert.Null(import.Standard);
        Assert.Contains("no knowledge, skill or behaviour", Assert.Single(import.Problems).Message);
    }

    [Fact]
    public void A_reference_that_contradicts_the_page_is_an_error_where_the_page_says_it()
    {
        var import = Imports.Page(SamplePages.Spaced, new ImportOptions { Reference = StandardReference.Parse("OCC9001"), Version = new StandardVersion(1, 2) });
        Assert.Null(import.Standard);
        Assert.StartsWith("page.txt(5,3): error KSB2007: The page says that its reference is ST9001; OCC9001 was given", Assert.Single(import.Problems).ToString());
    }

    [Fact]
    public void A_version_that_contradicts_the_page_is_an_error()
    {
        var import = Imports.Page(SamplePages.Apprenticeship, Imports.Version12);
        Assert.Contains("version is 1.1; 1.2 was given", Assert.Single(import.Problems).Message);
    }

    [Fact]
    public void Two_pages_in_one_file_are_refused()
    {
        var import = Imports.Page(SamplePages.Spaced + "\n" + SamplePages.Spaced.Replace("ST9001", "ST9009", StringComparison.Ordinal));
        Assert.Contains(import.Problems, p => p.Descriptor == FindingCatalogue.UnreadableDocument && p.Message.Contains("two references", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("К2: How wind moves.", "U+041A")]
    [InlineData("Ｋ2: How wind moves.", "U+FF2B")]
    [InlineData("K\uFF12: How wind moves.", "U+FF12")]
    [InlineData("K02: How wind moves.", "did you mean K2?")]
    public void A_statement_behind_a_look_alike_code_is_held_and_said(string line, string part)
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("K2: How wind moves.", line, StringComparison.Ordinal));
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Whole(import));
        Imports.AssertLoss(import.Losses, LossKind.Mended, part);
    }

    [Fact]
    public void A_look_alike_code_in_a_list_is_held_and_said()
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("K1 K2", "K1 К2", StringComparison.Ordinal));
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Whole(import));
        Imports.AssertLoss(import.Losses, LossKind.Mended, "U+041A");
    }

    [Theory]
    [InlineData("K1, K2;")]
    [InlineData("[K1 K2]")]
    [InlineData("K1\n\nK2")]
    [InlineData("K1\u00A0\u00A0\u00A0K2")]
    [InlineData("K1-K2")]
    [InlineData("Knowledge: K1 and K2")]
    public void Code_lists_are_read_in_the_ways_that_people_write_them(string codes) =>
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(SamplePages.Spaced.Replace("K1 K2", codes, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Duty 1 Cut sails to the pattern.\tK1 K2\tS1\tB1")]
    [InlineData("Duty 1: Cut sails to the pattern. K1 K2 S1 B1")]
    [InlineData("Duty 1\n\nCut sails to the pattern.\n\nK1 K2 S1 B1")]
    [InlineData("**Duty 1** Cut sails\nto the pattern.\nK1\nK2\nS1\nB1")]
    [InlineData("duty 1 – Cut sails to the pattern. K1\nK2, S1, B1")]
    public void A_duty_is_read_in_one_line_or_in_many(string duty)
    {
        var page = SamplePages.Spaced.Replace("Duty 1 Cut sails to the pattern.\n\nK1 K2\n\nS1\n\nB1", duty, StringComparison.Ordinal);
        Assert.Contains(duty, page);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page));
    }

    [Theory]
    [InlineData("K1 – How cloth stretches.")]
    [InlineData("K1. How cloth stretches.")]
    [InlineData("K1\tHow cloth stretches.")]
    [InlineData("**K1:** How cloth stretches.")]
    [InlineData("## K1\nHow cloth stretches.")]
    [InlineData("• K1: How cloth stretches.")]
    [InlineData("k1: How cloth stretches.")]
    [InlineData("K1:\nHow cloth\nstretches.")]
    public void A_statement_begins_with_its_code_however_it_is_set_off(string statement)
    {
        var page = SamplePages.Spaced.Replace("K1: How cloth stretches. Back to Duty", "Knowledge\n" + statement, StringComparison.Ordinal)
            .Replace(" Back to Duty", "", StringComparison.Ordinal);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page));
    }

    [Fact]
    public void An_end_mark_on_a_line_of_its_own_ends_the_statement()
    {
        var page = SamplePages.Spaced.Replace(" Back to Duty", "\n\nBack to Duty", StringComparison.Ordinal);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page));
    }

    [Theory]
    [InlineData("Back to\nDuty")]
    [InlineData("Back\nto Duty")]
    public void An_end_mark_that_was_wrapped_is_still_one(string mark) =>
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(SamplePages.Spaced.Replace("Back to Duty", mark, StringComparison.Ordinal)));

    [Fact]
    public void A_code_that_was_torn_from_its_colon_and_a_label_from_its_value_are_put_together()
    {
        var pieces = SamplePages.Spaced.Replace(": ", "\n: ", StringComparison.Ordinal).Replace(" Back", "\nBack", StringComparison.Ordinal)
            .Replace("Duty 1 ", "Duty 1\n", StringComparison.Ordinal).Replace("Duty KSBs", "Duty\nKSBs", StringComparison.Ordinal);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(pieces));
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(pieces.Replace("\n: ", ":\n", StringComparison.Ordinal).Replace("Reference:\n", "Reference:\n\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_page_whose_lines_were_run_together_is_parted_again_and_said()
    {
        var padded = SamplePages.Spaced.Replace("They answer to the wind.", string.Join(' ', Enumerable.Repeat("They answer to the wind.", 40)), StringComparison.Ordinal)
            .Replace("K1: How", "×\n\nRequired knowledge\n\nKSBs\n\nKnowledge\n\nK1: How", StringComparison.Ordinal);
        var import = Imports.Page(string.Join(' ', padded.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        var (expected, actual) = (Imports.Standard(padded), Imports.Whole(import));
        Assert.Equal(expected.Ksbs.Select(k => k.ToString()), actual.Ksbs.Select(k => k.ToString()));
        Assert.Equal(expected.Duties.Select(d => d + string.Concat(d.Ksbs)), actual.Duties.Select(d => d + string.Concat(d.Ksbs)));
        Assert.Equal((expected.KeyInformation.Level, expected.KeyInformation.Updated, expected.KeyInformation.Regulated), (actual.KeyInformation.Level, actual.KeyInformation.Updated, actual.KeyInformation.Regulated));
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "run together");
    }

    [Fact]
    public void Duties_can_stand_behind_the_statements()
    {
        var (start, end) = (SamplePages.Spaced.IndexOf("Occupation duties", StringComparison.Ordinal), SamplePages.Spaced.IndexOf("K1: How", StringComparison.Ordinal));
        var duties = SamplePages.Spaced[start..end];
        var page = SamplePages.Spaced.Remove(start, end - start).Replace("Crown copyright", duties + "Crown copyright", StringComparison.Ordinal).Replace("K1: How", "KSBs\n\nK1: How", StringComparison.Ordinal);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page));
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page.Replace(" Back to Duty", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Duties_can_be_numbered_D1()
    {
        var page = SamplePages.Spaced.Replace("Duty 1 Cut", "D1 Cut", StringComparison.Ordinal).Replace("Duty 2 Fly", "D2: Fly", StringComparison.Ordinal);
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Standard(page));
    }

    [Fact]
    public void A_duty_without_codes_a_placeholder_and_an_unknown_code_are_held_as_published()
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("Duty 2 Fly what was made.\n\nK2\n\nS1 S2\n\nB1", "Duty 2 .\n\nDuty 3 Rest.\n\nK9", StringComparison.Ordinal));
        var standard = Imports.Whole(import);
        Assert.Equal([".", "Rest."], standard.Duties.Skip(1).Select(d => d.Text));
        Assert.Equal("K9", Assert.Single(standard.Duties[2].Ksbs).ToString());
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "Duty 2 is a placeholder");
    }

    [Fact]
    public void Repeats_and_gaps_are_said()
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("K2: How wind moves.", "K4: How wind moves. Back to Duty\n\nK4: Rain. Back to Duty\n\nK4: Rain.", StringComparison.Ordinal));
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "K4 stands a second time, in other words ('Rain.')");
        Imports.AssertLoss(import.Losses, LossKind.NotHeld, "No statement was found for K2, K3");
    }

    [Fact]
    public void Statements_sorted_as_text_are_held_in_the_order_of_codes()
    {
        var import = Imports.Page("Alphabet\nKey information\nReference: ST9001\nKnowledge\nK1: a\nK10: j\nK2: b\nK3: c\nK4: d\nK5: e\nK6: f\nK7: g\nK8: h\nK9: i");
        Assert.Equal("abcdefghij", string.Concat(Imports.Whole(import).Ksbs.Select(k => k.Text)));
        Imports.AssertLoss(import.Losses, LossKind.Mended, "order");
    }

    [Theory]
    [InlineData("Autocare technician / Skills England\n\nKey information", "Autocare technician")]
    [InlineData("Home > Standards > Bell founder\nKey information", "Bell founder")]
    [InlineData("Bell founder (degree)\nThis apprenticeship has been retired.\nLevel 6\n\nKey information", "Bell founder (degree)")]
    [InlineData("# Bell founder\n\n## Key information", "Bell founder")]
    public void The_title_stands_above_the_key_information(string front, string title)
    {
        var page = SamplePages.Spaced.Replace("Kite maker\n\nKey information", front, StringComparison.Ordinal);
        Assert.Equal(title, Imports.Standard(page).Title);
    }

    [Fact]
    public void Without_a_title_line_the_qualifications_aligned_standard_or_the_only_job_title_is_taken_and_said()
    {
        var untitled = SamplePages.Spaced[(SamplePages.Spaced.IndexOf("Key information", StringComparison.Ordinal))..];
        var byJob = Imports.Page(untitled);
        Assert.Equal("Kite maker", Imports.Whole(byJob).Title);
        Imports.AssertLoss(byJob.Losses, LossKind.Guessed, "only typical job title");

        var aligned = untitled.Replace("Crown copyright", "CertHE Kites\nQualification type: HTQ\nAligned occupational standards\nST9001 Maker of kites\nCrown copyright", StringComparison.Ordinal);
        var byQualification = Imports.Page(aligned);
        Assert.Equal("Maker of kites", Imports.Whole(byQualification).Title);
        Imports.AssertLoss(byQualification.Losses, LossKind.Guessed, "aligned to");

        Assert.Equal("Kites", Imports.Standard(aligned, new ImportOptions { Version = new StandardVersion(1, 2), Title = "Kites" }).Title);
    }

    [Fact]
    public void Qualifications_are_read_in_both_layouts_and_a_repeated_block_once()
    {
        var page = SamplePages.Spaced.Replace("Crown copyright", """
            CertHE Kite Making

            Qualification type: HTQ

            Qualification level: 4

            Applicant: University of Wind

            Awarding body: University of Wind

            Approval date: 08/07/2022

            Occupational pathway: Not applicable

            Placement: Yes

            Diploma: Kites (Level 4)

            Awarding organisation: Windmill

            Qualification type: TQ Qualification level: 5 Qualification approved: 9 July 2023

            Back to all approved qualifications

            Diploma: Kites (Level 4)

            Qualification category: Occupational entry
            Age range: Adults only
            Work placement: No

            Linked occupational standards

            Kite maker OCC9001

            Crown copyright
            """, StringComparison.Ordinal);
        var import = Imports.Page(page);
        var qualifications = Imports.Whole(import).Qualifications;
        Assert.Equal(2, qualifications.Count);
        var (higher, technical) = (qualifications[0], qualifications[1]);
        Assert.Equal(("CertHE Kite Making", "HTQ", 4, "University of Wind", "Not applicable", true), (higher.Title, higher.Type, higher.Level, higher.Applicant, higher.Pathway, higher.Placement));
        Assert.Equal(new DateOnly(2022, 7, 8), higher.Approved);
        Assert.Equal(("Diploma: Kites (Level 4)", "TQ", 5, "Windmill", false), (technical.Title, technical.Type, technical.Level, technical.AwardingBody, technical.Placement));
        Assert.Equal(new DateOnly(2023, 7, 9), technical.Approved);
        Assert.Equal("Qualification category: Occupational entry\nAge range: Adults only", technical.Information);
        Assert.Equal("Be patient.", Imports.Whole(import).Ksbs[^1].Text);
        Assert.Empty(import.Losses.Of(LossKind.NotHeld));
    }

    [Fact]
    public void A_qualifications_title_that_was_wrapped_is_whole_again()
    {
        var page = SamplePages.Spaced.Replace("Crown copyright", "Diploma in the Making, Mending and Flying of Kites for Beginners\nand Others\nQualification type: TQ\n\nCrown copyright", StringComparison.Ordinal);
        Assert.Equal("Diploma in the Making, Mending and Flying of Kites for Beginners and Others", Assert.Single(Imports.Standard(page).Qualifications).Title);
    }

    [Fact]
    public void Duties_under_an_options_heading_belong_to_it()
    {
        var standard = Imports.Standard(SamplePages.Spaced.Replace("Duty 2 Fly", "Option 1: Flying kites\n\nDuty KSBs\n\nDuty 2 Fly", StringComparison.Ordinal));
        Assert.Equal("Flying kites", Assert.Single(standard.Options).Title);
        Assert.Empty(standard.Duties[0].Options);
        Assert.Equal("flying-kites", Assert.Single(standard.Duties[1].Options));
    }

    [Theory]
    [InlineData("Options: Flying, Hanging")]
    [InlineData("Options:\n  Flying\n  Hanging")]
    [InlineData("6. Options: Flying; Hanging")]
    public void Options_that_the_key_information_names_are_held_and_what_it_does_not_say_is_said(string options)
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("  5. Regulated", $"  {options}\n  5. Regulated", StringComparison.Ordinal));
        var standard = Imports.Whole(import);
        Assert.Equal(["Flying", "Hanging"], standard.Options.Select(o => o.Title));
        Assert.False(standard.KeyInformation.Regulated);
        Assert.All(standard.Duties, d => Assert.True(d.IsCore));
        Imports.AssertLoss(import.Losses, LossKind.Guessed, "does not say which duties belong to them");
    }

    [Fact]
    public void Options_can_be_listed_first_and_name_their_tables_later()
    {
        var page = SamplePages.Spaced.Replace("Occupation duties", "Options\n\nFlying\n\nHanging\n\nOccupation duties", StringComparison.Ordinal)
            .Replace("Duty 2 Fly", "Hanging\n\nDuty 2 Fly", StringComparison.Ordinal);
        var standard = Imports.Standard(page);
        Assert.Equal(["Flying", "Hanging"], standard.Options.Select(o => o.Title));
        Assert.Equal("hanging", Assert.Single(standard.Duties[1].Options));
    }

    [Fact]
    public void Criteria_beside_duties_are_said_to_be_lost()
    {
        var import = Imports.Page(SamplePages.Spaced.Replace("Duty KSBs", "Duty\tCriteria for measuring performance\tKSBs", StringComparison.Ordinal)
            .Replace("Duty 1 Cut sails to the pattern.", "Duty 1 Cut sails to the pattern.\tNo cloth is wasted.", StringComparison.Ordinal)
            .Replace("Duty 2 Fly what was made.", "Duty 2 Fly what was made.\n\nIt stays up.", StringComparison.Ordinal));
        Assert.Equal(Imports.Standard(SamplePages.Spaced), Imports.Whole(import));
        Assert.Equal(2, import.Losses.Of(LossKind.NotHeld).Count(l => l.Message.Contains("criteria", StringComparison.Ordinal)));
    }

    [Fact]
    public void Job_titles_that_a_page_ran_together_are_parted_only_where_capitals_show_how()
    {
        static IReadOnlyList<string> Titles(string line) =>
            Imports.Standard(SamplePages.Spaced.Replace("include:\n\nKite maker", "include:\n\n" + line, StringComparison.Ordinal)).KeyInformation.JobTitles;

        Assert.Equal(["Kite designer", "Wind reader", "Kite Maker"], Titles("Kite designer Wind reader Kite Maker"));
        Assert.Equal(["Senior Kite Designer"], Titles("Senior Kite Designer"));
        Assert.Equal(["Kite designer", "Flyer"], Titles("Kite designer  \u00A0 Flyer"));
    }

    [Fact]
    public void The_type_name_is_kept_and_never_taken_from_a_neighbour()
    {
        var first = Imports.Standard(SamplePages.Spaced);
        var again = new ImportOptions { Version = new StandardVersion(1, 3), Existing = new OccupationalStandard(first.Id, "Old", first.Ksbs) { TypeName = "OldName" } };
        Assert.Equal("OldName", Imports.Standard(SamplePages.Spaced, again).TypeName);

        var beside = Imports.Page(SamplePages.Spaced, new ImportOptions { Version = new StandardVersion(1, 3), Neighbours = [first] });
        Assert.Equal("KiteMaker_1_3", Imports.Whole(beside).TypeName);
        Imports.AssertLoss(beside.Losses, LossKind.Guessed, "KiteMaker_1_3");
    }
}
