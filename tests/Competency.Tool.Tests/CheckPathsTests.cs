namespace Competency.Tool.Tests;

/// <summary>Which documents <c>check</c> reads: patterns, ignore files, standard input.</summary>
public sealed class CheckPathsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private int Count(params string[] args)
    {
        Assert.Equal(0, _tool.Run(["check", .. args]));
        return int.Parse(_tool.Output.Split('\n')[^2].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Patterns_are_the_tools_own_with_either_separator()
    {
        _tool.With("s.standard.json", Samples.Standard).With("a/x.mapping.json", Samples.Mapping).With("a/b/y.mapping.json", Samples.Mapping).With("a/bin/z.mapping.json", "{");
        Assert.Equal(2, Count("@a/**/*.mapping.json", "--standards", "@*.standard.json"));
        Assert.Equal(1, Count("@a\\*.mapping.json", "--standards", "@s.standard.json"));
        Assert.Equal(1, Count("@*/*/[xy].mapping.json", "--standards", "@s.standard.json"));
        Assert.Equal(3, _tool.Run("check", "@a/*.role.json"));
        Assert.Contains("*.role.json: No document is named so", _tool.Error);
    }

    [Fact]
    public void A_file_whose_name_is_a_pattern_is_meant_itself() =>
        Assert.Equal(1, _tool.With("[draft].standard.json", Samples.Standard) is var tool ? Count(tool.PathOf("[draft].standard.json")) : 0);

    [Fact]
    public void Ignored_files_are_passed_over_unless_they_are_named()
    {
        _tool.With("s.standard.json", Samples.Standard).With("old/a.mapping.json", "{").With("deep/old/b.mapping.json", "{").With("deep/draft-1.mapping.json", "{").With("deep/draft-2.mapping.json", Samples.Mapping)
            .With("top.mapping.json", "{").With("deep/top.mapping.json", Samples.Mapping).With("#x.mapping.json", "{");
        _tool.With(".competencyignore", "# what is not ours\n\nold/\ndraft-*.mapping.json\r\n!draft-2.mapping.json\n/top.mapping.json\n\\#x.mapping.json   \n");
        Assert.Equal(3, Count(_tool.Folder));
        Assert.Equal(1, _tool.Run("check", _tool.Folder, "@old/a.mapping.json"));
        Assert.Contains("a.mapping.json(1,2): error KSB2007", _tool.Output);
        Assert.Equal(3, Count("@**/*.json"));
    }

    [Fact]
    public void The_innermost_ignore_file_decides_and_those_above_in_the_repository_count()
    {
        _tool.With("a/x.standard.json", Samples.Standard).With("a/y.mapping.json", Samples.Mapping).With(".competencyignore", "*.mapping.json\n");
        Assert.Equal(1, Count(_tool.Folder));
        _tool.With("a/.competencyignore", "!y.mapping.json\n");
        Assert.Equal(2, Count(_tool.Folder));
        _tool.With("a/.competencyignore", "");
        Assert.Equal(2, Count("@a"));
        _tool.With(".git", "gitdir: elsewhere");
        Assert.Equal(1, Count("@a"));
    }

    [Fact]
    public void Standard_input_stands_for_the_file_that_it_is_named_after()
    {
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", Samples.Mapping);
        _tool.Input = Samples.Mapping.Replace("K1 S1", "K9 S1", StringComparison.Ordinal);
        Assert.Equal(1, _tool.Run("check", "-", _tool.Folder, "--stdin-path", "@m.mapping.json"));
        Assert.Contains("m.mapping.json(2,36): error KSB3001", _tool.Output);
        Assert.EndsWith("2 documents checked: 1 error, 1 warning, 0 for information\n", _tool.Output);
        Assert.Equal(2, _tool.Run("check", "-"));
        Assert.Contains("--stdin-path", _tool.Error);
        Assert.Equal(2, _tool.Run("check", _tool.Folder, "--stdin-path", "x.mapping.json"));
        Assert.Equal(2, _tool.Run("check", "-", "--stdin-path", "x.json"));
        Assert.Contains("The name does not say what the file is", _tool.Error);
    }

    [Theory]
    [InlineData("plain.csv", "standard,module,ksbs\nST9001@1.2,a,K9\n")]
    [InlineData("notes.md", "---\nstandard: ST9001@1.2\n---\nKSBs: K9\n")]
    public void Standard_input_is_a_mapping_by_its_format_as_a_file_that_is_named_is(string name, string text)
    {
        _tool.With("d/ST9001.standard.json", Samples.Standard).Input = text;
        Assert.Equal(1, _tool.Run("check", "-", "@d", "--stdin-path", name));
        Assert.Contains("error KSB3001: K9 is not in ST9001@1.2", _tool.Output);
    }

    [Fact]
    public void A_standard_of_any_json_name_is_read_where_it_is_named_and_only_there()
    {
        _tool.With("g.json", Samples.Standard).With("m.mapping.json", Samples.Mapping).With("package.json", "{}");
        Assert.Equal(0, _tool.Run("check", "@g.json", "@m.mapping.json"));
        Assert.Equal("", _tool.Error);
        Assert.Equal("2 documents checked: 0 errors, 0 warnings, 0 for information\n", _tool.Output);
        Assert.Equal(0, _tool.Run("check", "@m.mapping.json", "--standards", "@g.json"));
        Assert.Equal(1, _tool.Run("check", _tool.Folder));
        Assert.Contains("KSB3004", _tool.Output);
        Assert.Equal(2, _tool.Run("check", "@package.json"));
        Assert.Contains("package.json: The name does not say what the file is", _tool.Error);
    }

    [Fact]
    public void A_mapping_without_any_standard_is_told_with_the_way_out()
    {
        const string Told = "No standard is among what was given: name its document as well, or the folder that it is in, or give --standards FOLDER\n";
        _tool.With("s.standard.json", Samples.Standard).With("m.mapping.json", Samples.Mapping).With("other/o.standard.json", Samples.Standard.Replace("ST9001", "ST9002", StringComparison.Ordinal));
        Assert.Equal(1, _tool.Run("check", "@m.mapping.json"));
        Assert.Equal(Told, _tool.Error);
        Assert.Contains("no standard document is known at all", _tool.Output);
        Assert.Equal(1, _tool.Run("check", "@m.mapping.json", "--standards", "@other"));
        Assert.Equal("", _tool.Error);
        Assert.Equal(0, _tool.Run("check", "@m.mapping.json", "--standards", "@s.standard.json"));
        Assert.Equal("", _tool.Error);
    }
}
