using System.Text.Json;

namespace Competency.Tool.Tests;

public sealed class BaselineTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private int Check(params string[] args) => _tool.Run(["check", _tool.Folder, "--root", _tool.Folder, "--baseline", "@b.json", .. args]);

    private void Mapping(string first, string second) =>
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", Samples.Mapping.Replace("K1 S1", first, StringComparison.Ordinal).Replace("\"B1\"", $"\"{second}\"", StringComparison.Ordinal).Replace("\"kind\"", "\"coverage\": \"partial\", \"kind\"", StringComparison.Ordinal));

    [Fact]
    public void Known_findings_do_not_fail_and_new_ones_do()
    {
        Mapping("K9", "B1");
        Assert.Equal(0, Check("--update-baseline"));
        Assert.Equal("b.json: written, 1 finding, 1 of them new, 0 mended and taken out\n", _tool.Error);
        Assert.Equal(0, Check());
        Assert.Equal("2 documents checked: 0 errors, 0 warnings, 0 for information; 1 more known from the baseline\n", _tool.Output);

        Mapping("K9", "B9");
        Assert.Equal(1, Check());
        Assert.Contains("B9 is not in", _tool.Output);
        Assert.DoesNotContain("K9 is not in", _tool.Output);
        Assert.Equal(1, Check("--format", "json"));
        Assert.Equal([true, false], JsonDocument.Parse(_tool.Output).RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("known").GetBoolean()));
    }

    [Fact]
    public void A_mended_finding_leaves_the_baseline_and_fails_when_it_comes_again()
    {
        Mapping("K9", "B9");
        Assert.Equal(0, Check("--update-baseline"));
        Mapping("K9", "B1");
        Assert.Equal(0, Check());
        Assert.EndsWith("1 more known from the baseline, 1 of it mended (--update-baseline takes it out)\n", _tool.Output);
        Assert.Equal(0, Check("--update-baseline"));
        Assert.Equal("b.json: written, 1 finding, 0 of them new, 1 mended and taken out\n", _tool.Error);
        Mapping("K9", "B9");
        Assert.Equal(1, Check());
    }

    [Theory]
    [InlineData("", "App/")]
    [InlineData("App/", "App/deep/")]
    public void A_finding_that_needs_two_files_is_not_mended_by_looking_at_one(string first, string second)
    {
        _tool.With("App/App.csproj", CompilerCalls.Project()).With($"{first}a.standard.json", Samples.Standard).With($"{second}b.standard.json", Samples.Standard.Replace("Cloth.", "Other.", StringComparison.Ordinal));
        if (first.Length == 0)
        {
            File.Delete(_tool.PathOf("App/App.csproj"));
        }

        Assert.Equal(0, Check("--update-baseline"));
        var before = _tool.Read("b.json");
        Assert.Contains("KSB2010", before);

        string[] part = ["check", $"@{second}b.standard.json", "--root", _tool.Folder, "--baseline", "@b.json"];
        Assert.Equal(0, _tool.Run(part));
        Assert.DoesNotContain("mended", _tool.Output);
        Assert.Equal(0, _tool.Run([.. part, "--update-baseline"]));
        Assert.Equal(before, _tool.Read("b.json"));

        // Both looked at, or one gone: mended.
        var mended = Samples.Standard.Replace("ST9001", "ST9002", StringComparison.Ordinal);
        _tool.With($"{first}a.standard.json", mended);
        Assert.Equal(0, _tool.Run(["check", $"@{first}a.standard.json", .. part[1..]]));
        Assert.Contains("1 of it mended", _tool.Output);
        File.Delete(_tool.PathOf($"{first}a.standard.json"));
        Assert.Equal(0, _tool.Run(part));
        Assert.Contains("1 of it mended", _tool.Output);
    }

    [Fact]
    public void What_is_known_of_a_mapping_is_not_mended_by_looking_at_it_without_its_standard()
    {
        Mapping("K9", "B1");
        Assert.Equal(0, Check("--update-baseline"));

        Assert.Equal(1, _tool.Run("check", "@m.mapping.json", "--root", _tool.Folder, "--baseline", "@b.json"));
        Assert.Contains("KSB3004", _tool.Output);
        Assert.DoesNotContain("mended", _tool.Output);
        Assert.Equal(0, _tool.Run("check", "@m.mapping.json", "--root", _tool.Folder, "--baseline", "@b.json", "--update-baseline"));
        Assert.Contains("KSB3001", _tool.Read("b.json"));
    }

    [Fact]
    public void A_second_finding_of_the_same_words_is_new()
    {
        Mapping("K9", "B1");
        Assert.Equal(0, Check("--update-baseline"));
        Mapping("K9", "K9");
        Assert.Equal(1, Check());
        Assert.Contains("1 error", _tool.Output);
    }

    [Fact]
    public void What_nothing_covers_is_known_as_it_was()
    {
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", Samples.Mapping.Replace("K1 S1", "K1", StringComparison.Ordinal));
        Assert.Equal(0, Check("--update-baseline"));
        Assert.Equal(0, Check("--fail-on", "warning"));
        _tool.With("m.mapping.json", Samples.Mapping.Replace("\"K1 S1\"", "\"Duty 1\"", StringComparison.Ordinal).Replace("\"Duty 1\"", "\"B1\"", StringComparison.Ordinal));
        Assert.Equal(1, Check("--fail-on", "warning"));
    }

    [Theory]
    [InlineData("{", "b.json(1,2): error KSB2007")]
    [InlineData("{ \"document\": \"competency.mapping/1\", \"findings\": [] }", "b.json(1,15): error KSB2007: This document is a 'competency.mapping/1'")]
    [InlineData("{ \"document\": \"competency.baseline/1\", \"findings\": [ { \"id\": \"KSB3001\" } ] }", "The property 'fingerprint' is missing")]
    [InlineData("{ \"document\": \"competency.baseline/1\", \"findings\": [ { \"id\": \"KSB3001\", \"fingerprint\": \"0123456789ABCDEF\" } ] }", "b.json(1,88): error KSB2007: '0123456789ABCDEF' is no fingerprint of a finding, which is 16 hexadecimal digits")]
    [InlineData("{ \"document\": \"competency.baseline/1\", \"findings\": [ { \"id\": \"KSB3001\", \"fingerprint\": \"0123\" } ] }", "b.json(1,88): error KSB2007: '0123' is no fingerprint")]
    [InlineData("{ \"document\": \"competency.baseline/1\", \"findings\": [ { \"id\": \"KSB9999\", \"fingerprint\": \"x\" } ] }", "b.json(1,62): error KSB2007: 'KSB9999' is the id of no finding")]
    [InlineData("<<<<<<< ours\n{ \"document\": \"competency.baseline/1\", \"findings\": [] }", "b.json(1,1): error KSB2007")]
    [InlineData("{ \"document\": \"competency.baseline/1\", \"findings\": [], \"more\": 1 }", "b.json(1,56): warning KSB2007: The property 'more' is unknown")]
    public void A_damaged_baseline_is_told_with_its_place_and_fails_the_check(string text, string part)
    {
        Mapping("K1", "B1");
        _tool.With("b.json", text);
        Assert.Equal(1, Check());
        Assert.Contains(part, _tool.Output);
        Assert.Equal(1, Check("--severity", "KSB2007=none"));
        Assert.Equal(1, Check("--update-baseline"));
        Assert.Contains(part, _tool.Error);
        Assert.EndsWith("b.json: This file is there and is no baseline that can be read; it is not overwritten. Mend it, remove it or give another file\n", _tool.Error);
        Assert.Equal(text, _tool.Read("b.json"));
    }

    [Theory]
    [InlineData("\"file\"", "\"fiel\"")]
    [InlineData("\"file\"", "\"path\"")]
    [InlineData("\"m.mapping.json\"", "7")]
    [InlineData("\"fingerprint\"", "\"more\": 1, \"fingerprint\"")]
    public void An_entry_that_is_not_read_whole_hides_nothing_and_an_error_says_why_the_check_fails(string old, string damaged)
    {
        Mapping("K9", "B1");
        Assert.Equal(0, Check("--update-baseline"));
        _tool.With("b.json", _tool.Read("b.json").Replace(old, damaged, StringComparison.Ordinal));
        Assert.Equal(1, Check());
        Assert.Contains("K9 is not in", _tool.Output);
        Assert.EndsWith("; 0 more known from the baseline\n", _tool.Output);
        Assert.Contains("b.json(", _tool.Output);
        Assert.Equal(damaged != "7", _tool.Output.Contains("error KSB2007: This baseline is damaged: what of it is not read whole hides nothing, and the check fails until it is mended", StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_without_a_file_is_whole()
    {
        Mapping("K9", "B1");
        Assert.Equal(0, Check("--update-baseline"));
        _tool.With("b.json", _tool.Read("b.json").Replace("\"file\": \"m.mapping.json\",", "", StringComparison.Ordinal));
        Assert.Equal(0, Check());
    }

    [Theory]
    [InlineData("m.mapping.json")]
    [InlineData("a.mapping.csv")]
    [InlineData("notes.txt")]
    public void Another_file_does_not_become_a_baseline(string file)
    {
        Mapping("K1", "B1");
        _tool.With("a.mapping.csv", "# standard: ST9001@1.2\nm,ksbs\nA,K1\n").With("notes.txt", "Ask Ada.\n");
        var before = _tool.Read(file);
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "--root", _tool.Folder, "--baseline", "@" + file, "--update-baseline"));
        Assert.Contains($"{file}(1,", _tool.Error);
        Assert.Contains($"{file}: This file is there and is no baseline that can be read; it is not overwritten", _tool.Error);
        Assert.Equal(before, _tool.Read(file));
    }

    [Fact]
    public void What_is_known_of_files_that_were_not_checked_is_neither_mended_nor_taken_out()
    {
        TwoMappings();
        Assert.Equal(0, Check("--update-baseline"));
        var whole = _tool.Read("b.json");

        Assert.Equal(0, CheckOnly("a.mapping.csv"));
        Assert.Equal("1 document checked: 0 errors, 0 warnings, 0 for information; 1 more known from the baseline\n", _tool.Output);
        Assert.Equal(0, CheckOnly("a.mapping.csv", "--update-baseline"));
        Assert.Equal("b.json: unchanged, 3 findings, 0 of them new, 0 mended and taken out, 2 kept of files that were not checked\n", _tool.Error);
        Assert.Equal(whole, _tool.Read("b.json"));

        _tool.With("a.mapping.csv", A.Replace("S99", "S1", StringComparison.Ordinal));
        Assert.Equal(0, CheckOnly("a.mapping.csv"));
        Assert.EndsWith("0 more known from the baseline, 1 of it mended (--update-baseline takes it out)\n", _tool.Output);
        Assert.Equal(0, CheckOnly("a.mapping.csv", "--update-baseline"));
        Assert.Equal("b.json: written, 2 findings, 0 of them new, 1 mended and taken out, 2 kept of files that were not checked\n", _tool.Error);
        Assert.Equal(0, Check());
        Assert.EndsWith("2 more known from the baseline\n", _tool.Output);
    }

    [Fact]
    public void What_is_known_of_a_file_that_is_there_no_more_is_taken_out()
    {
        TwoMappings();
        Assert.Equal(0, Check("--update-baseline"));
        File.Delete(_tool.PathOf("b.mapping.csv"));
        Assert.Equal(0, CheckOnly("a.mapping.csv"));
        Assert.EndsWith("1 more known from the baseline, 1 of it mended (--update-baseline takes it out)\n", _tool.Output);
        Assert.Equal(0, CheckOnly("a.mapping.csv", "--update-baseline"));
        Assert.Equal("b.json: written, 2 findings, 0 of them new, 1 mended and taken out, 1 kept of files that were not checked\n", _tool.Error);
    }

    private const string A = "# standard: ST9001@1.2\n# coverage: partial\nm,ksbs\nA,S99\n";

    /// <summary>Two mappings, each with a wrong code, and a standard whose duty names another.</summary>
    private void TwoMappings() =>
        _tool.With("s.standard.json", Samples.Standard.Replace("K1 S1 B1", "K1 S1 B1 K9", StringComparison.Ordinal)).With("a.mapping.csv", A).With("b.mapping.csv", A);

    private int CheckOnly(string file, params string[] args) => _tool.Run(["check", "@" + file, "--standards", _tool.Folder, "--root", _tool.Folder, "--baseline", "@b.json", .. args]);

    [Fact]
    public void A_baseline_that_is_not_there_or_of_half_a_check_is_said()
    {
        Mapping("K9", "B1");
        Assert.Equal(3, Check());
        Assert.Contains("b.json: There is no such file; --update-baseline writes it", _tool.Error);
        Assert.Equal(3, Check("@none.mapping.json", "--update-baseline"));
        Assert.Contains("b.json: Not written, for not everything could be read", _tool.Error);
        Assert.DoesNotContain("b.json", _tool.Files());
        Assert.Equal(2, _tool.Run("check", _tool.Folder, "--update-baseline"));
        Assert.Contains("give --baseline", _tool.Error);
    }

    [Fact]
    public void The_file_is_as_its_schema_says_and_sorted()
    {
        Mapping("K9 S9", "B9");
        Assert.Equal(0, Check("--update-baseline"));
        Assert.Empty(TinySchema.Of("baseline").Errors(_tool.Read("b.json"), []));
        var files = JsonDocument.Parse(_tool.Read("b.json")).RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("fingerprint").GetString()).ToArray();
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
        Assert.Contains("\"file\": \"m.mapping.json\"", _tool.Read("b.json"));
    }
}
