using Competency.Tool.Files;
using System.Text;
using Competency.Documents;

namespace Competency.Tool.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Without_an_output_the_document_is_standard_output_and_the_report_standard_error()
    {
        Assert.Equal(0, _tool.With("page.txt", Samples.Page).Run("import", "@page.txt", "--version", "1.2"));
        Assert.Equal("ST9001@1.2 Kite maker", StandardDocument.Read("x", _tool.Output).Standard!.ToString());
        Assert.EndsWith("0 not held, 0 guessed, 1 mended\n", _tool.Error);
        Assert.Equal(["page.txt"], _tool.Files());
    }

    [Fact]
    public void A_missing_version_is_named_with_the_option_that_gives_it()
    {
        Assert.Equal(1, _tool.With("page.txt", Samples.Page).Run("import", "@page.txt", "-o", "@out.standard.json"));
        Assert.StartsWith("page.txt(1,1): error KSB2007: The page does not say its version (--version 1.2)\n", _tool.Error);
        Assert.Equal("", _tool.Output);
        Assert.Equal(["page.txt"], _tool.Files());
    }

    [Fact]
    public void The_file_is_written_whole_and_left_alone_where_nothing_changed()
    {
        _tool.With("page.txt", Samples.Page);
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@ST9001.standard.json"));
        Assert.EndsWith("ST9001.standard.json: written, ST9001@1.2 Kite maker\n", _tool.Error);
        var bytes = File.ReadAllBytes(_tool.PathOf("ST9001.standard.json"));
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        File.SetAttributes(_tool.PathOf("ST9001.standard.json"), FileAttributes.ReadOnly);
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2", "--output", "@ST9001.standard.json"));
        Assert.EndsWith("ST9001.standard.json: unchanged, ST9001@1.2 Kite maker\n", _tool.Error);
        File.SetAttributes(_tool.PathOf("ST9001.standard.json"), FileAttributes.Normal);
        Assert.Equal(["ST9001.standard.json", "page.txt"], _tool.Files());
    }

    [Fact]
    public void A_type_name_that_someone_chose_is_kept()
    {
        _tool.With("page.txt", Samples.Page).With("a.standard.json", Samples.Standard.Replace("\"title\"", "\"typeName\": \"Kites\", \"title\"", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.3", "-o", "@a.standard.json"));
        Assert.Equal("Kites", StandardDocument.Read("x", _tool.Read("a.standard.json")).Standard!.TypeName);
    }

    [Fact]
    public void A_type_name_that_a_neighbour_has_is_not_taken()
    {
        _tool.With("page.txt", Samples.Page).With("old.standard.json", Samples.Standard.Replace("\"title\"", "\"typeName\": \"KiteMaker\", \"title\"", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.3", "-o", "@new.standard.json"));
        Assert.Equal("KiteMaker_1_3", StandardDocument.Read("x", _tool.Read("new.standard.json")).Standard!.TypeName);
        Assert.Contains("guessed: The type is named KiteMaker_1_3, for ST9001@1.2 has the name KiteMaker already", _tool.Error);
        Assert.Equal(0, _tool.Run("check", _tool.Folder));
    }

    [Fact]
    public void A_file_that_is_no_standard_document_is_not_overwritten()
    {
        _tool.With("page.txt", Samples.Page).With("Program.cs", "class C;");
        Assert.Equal(2, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@Program.cs"));
        Assert.Contains("Program.cs: This file is there and is no standard document; it is not overwritten", _tool.Error);
        Assert.Equal(2, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@page.txt"));
        Assert.Equal("class C;", _tool.Read("Program.cs"));
    }

    [Fact]
    public void The_document_of_another_standard_is_not_overwritten()
    {
        var other = Samples.Standard.Replace("ST9001", "ST9009", StringComparison.Ordinal);
        _tool.With("page.txt", Samples.Page).With("a.standard.json", other);
        Assert.Equal(2, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@a.standard.json"));
        Assert.Contains("This file holds ST9009@1.2 Kite maker; ST9001@1.2 does not replace it", _tool.Error);
        Assert.Equal(other, _tool.Read("a.standard.json"));
    }

    [Fact]
    public void Where_the_result_cannot_be_written_nothing_is_left_behind()
    {
        _tool.With("page.txt", Samples.Page).With("plain", "A file.\n");
        Assert.Equal(3, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@plain/such/folder.standard.json"));
        Assert.Contains("plain is a file, and no folder", _tool.Error);
        Assert.Equal(["page.txt", "plain"], _tool.Files());
    }

    [Fact]
    public void The_folder_of_a_file_is_made_and_gone_again_where_nothing_is_written()
    {
        _tool.With("page.txt", Samples.Page).With("all.json", $"[{Samples.Record("ST9001", "1.0")},{Samples.Record("ST9002", "1.0")}]");
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@a/new/x.standard.json"));
        Assert.Equal("ST9001@1.2", Standard("a/new/x.standard.json"));
        Assert.Equal(0, _tool.With("role.txt", Samples.Role).Run("import", "@role.txt", "-o", "@roles/new/kites.role.json"));
        Assert.Contains("roles/new/kites.role.json", _tool.Files());
        Assert.Equal(2, _tool.Run("import", "@all.json", "-o", "@b/new/x.standard.json"));
        Assert.Contains("The source holds 2 standards", _tool.Error);
        Assert.False(Directory.Exists(_tool.PathOf("b")));
    }

    [Fact]
    public void A_standard_document_is_known_by_what_is_in_it_where_its_name_only_says_json()
    {
        const string Told = "g.json: Builds, and commands that are given a folder, find a standard only where its name ends in .standard.json; this file they read only where it is named itself\n";
        string[] args = ["import", "@page.txt", "--version", "1.2", "-o", "@g.json"];
        _tool.With("page.txt", Samples.Page);
        Assert.Equal(0, _tool.Run(args));
        Assert.Contains("g.json: written, ST9001@1.2", _tool.Error);
        Assert.Contains(Told, _tool.Error);

        // What the document says of itself is kept, as in a file of the other name.
        _tool.With("g.json", Samples.Standard.Replace("\"title\"", "\"typeName\": \"MyKites\", \"title\"", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run(args));
        var kept = _tool.Read("g.json");
        Assert.Equal(0, _tool.Run(args));
        Assert.Contains("g.json: unchanged, ST9001@1.2", _tool.Error);
        Assert.DoesNotContain(Told, _tool.Error);
        Assert.Equal(kept, _tool.Read("g.json"));
        Assert.Contains("\"typeName\": \"MyKites\"", kept);

        Assert.Equal(0, _tool.Run([.. args[..3], "1.3", .. args[4..]]));
        Assert.Contains("ST9001@1.3 replaces ST9001@1.2", _tool.Error);
        Assert.Equal("ST9001@1.3", Standard("g.json"));
    }

    [Fact]
    public void Json_that_is_no_standard_document_is_not_overwritten()
    {
        _tool.With("page.txt", Samples.Page).With("package.json", "{ \"name\": \"kites\" }\n").With("m.json", Samples.Mapping);
        foreach (var file in (string[])["package.json", "m.json"])
        {
            var before = _tool.Read(file);
            Assert.Equal(2, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@" + file));
            Assert.Contains($"{file}: This file is there and is no standard document; it is not overwritten", _tool.Error);
            Assert.Equal(before, _tool.Read(file));
        }
    }

    private string Standard(string file) => StandardDocument.Read(file, _tool.Read(file)).Standard!.Id.ToString();

    [Theory]
    [InlineData("standards", "standards/ST9001.standard.json")]
    [InlineData("a/new/folder", "a/new/folder/ST9001.standard.json")]
    [InlineData("folder.json/", "folder.json/ST9001.standard.json")]
    [InlineData("v1.2", "v1.2/ST9001.standard.json")]
    [InlineData("kites.JSON", "kites.JSON")]
    public void What_is_not_there_is_a_file_if_it_ends_in_json_and_else_a_folder(string output, string written)
    {
        _tool.With("page.txt", Samples.Page);
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@" + output));
        Assert.Equal(((string[])["page.txt", written]).Order(StringComparer.Ordinal), _tool.Files());
        Assert.EndsWith($"{written}: written, ST9001@1.2 Kite maker\n", _tool.Error);
    }

    [Fact]
    public void A_folder_into_which_nothing_is_written_is_not_left()
    {
        _tool.With("page.txt", Samples.Page).With("role.txt", Samples.Role).With("notes", "Ask Ada.\n");
        string[][] failing = [["@page.txt", "-o", "@new"], ["@role.txt", "-o", "@new"], ["@page.txt", "--version", "1.2", "-o", "@notes"], ["@page.txt", "--version", "1.2", "-o", "@notes/new"]];
        Assert.Equal([1, 2, 2, 3], failing.Select(args => _tool.Run(["import", .. args])));
        Assert.Contains("notes/new: The folder cannot be made: ", _tool.Error);
        Assert.Equal(["notes", "page.txt", "role.txt"], _tool.Files());
        Assert.Empty(Directory.GetDirectories(_tool.Folder));

        // It was made, and then the document could not take its place.
        using (var files = new FileTransaction(WritablePlaces.Named(_tool.PathOf("a/b")), (_, _) => throw new IOException("Full")))
        {
            Assert.True(files.TryMakeFolder(_tool.PathOf("a/b/"), out _));
            Assert.True(files.TryStage(_tool.PathOf("a/b"), "{}"u8.ToArray(), out var staged, out _));
            files.Add(_tool.PathOf("a/b/x.json"), staged);
            Assert.False(files.TryCommit(out _));
        }

        Assert.Empty(Directory.GetDirectories(_tool.Folder));
    }

    [Fact]
    public void An_interrupted_write_leaves_the_old_file_whole()
    {
        // The new file comes to stand beside the old one before it takes its place: a folder in that place makes the last step fail.
        Directory.CreateDirectory(_tool.PathOf("taken.json"));
        _tool.With("taken.json/inside", "old");
        Assert.False(Files.TextFile.TryWrite(_tool.PathOf("taken.json"), "new", out var changed, out var error));
        Assert.False(changed);
        Assert.Contains("This is a folder", error);
        Assert.Equal(["taken.json/inside"], _tool.Files());
    }

    [Fact]
    public void Of_several_records_one_is_chosen_or_all_go_to_a_folder()
    {
        _tool.With("all.json", $"[{Samples.Record("ST9001", "1.0")}, {Samples.Record("ST9001", "1.1")}, {Samples.Record("ST9002", "1.0")}, {{}}]");
        Assert.Equal(2, _tool.Run("import", "@all.json"));
        Assert.Contains("The source holds 3 standards (ST9001@1.0, ST9001@1.1, ST9002@1.0); choose one with --reference and --version, or give -o a folder for all\n", _tool.Error);
        Assert.Equal("", _tool.Output);

        Assert.Equal(0, _tool.Run("import", "@all.json", "--reference", "ST9001", "--version", "1.1"));
        Assert.Equal("ST9001@1.1", StandardDocument.Read("x", _tool.Output).Standard!.Id.ToString());

        Directory.CreateDirectory(_tool.PathOf("out"));
        Assert.Equal(1, _tool.Run("import", "@all.json", "-o", "@out"));
        Assert.Contains("Record 4 does not say its reference", _tool.Error);
        Assert.Equal(["all.json", "out/ST9001-1.0.standard.json", "out/ST9001-1.1.standard.json", "out/ST9002.standard.json"], _tool.Files());
        Assert.Equal(0, _tool.Run("check", "@out"));

        Assert.Equal(1, _tool.Run("import", "@all.json", "-o", "@out"));
        Assert.Equal(3, _tool.Error.Split(": unchanged, ").Length - 1);
    }

    [Fact]
    public void A_role_keeps_its_own_words_and_is_not_replaced_where_they_would_be_lost()
    {
        _tool.With("role.txt", Samples.Role);
        Assert.Equal(0, _tool.Run("import", "@role.txt", "-o", "@kites.role.json"));
        Assert.Contains("3 verbatim", _tool.Error);
        var own = _tool.Read("kites.role.json").Replace("Hold the string.", "Keeps the kite down.", StringComparison.Ordinal);
        _tool.With("kites.role.json", own);
        Assert.Equal(0, _tool.Run("import", "@role.txt", "-o", "@kites.role.json"));
        Assert.Equal(own, _tool.Read("kites.role.json"));
        Assert.Contains("2 verbatim", _tool.Error);

        _tool.With("kites.role.json", own[..^5]);
        Assert.Equal(1, _tool.Run("import", "@role.txt", "-o", "@kites.role.json"));
        Assert.Contains("its own words would be lost", _tool.Error);
        Assert.Equal(own[..^5], _tool.Read("kites.role.json"));
        Assert.Equal(2, _tool.Run("import", "@role.txt", "--version", "1.2"));
    }

    [Theory]
    [InlineData("{\"document\": \"competency.standard/1\"}", "This is a Competency document already")]
    [InlineData("Dear reader", "This is none of the known sources")]
    [InlineData("{\"title\": ]", "error KSB2007: This is not JSON.")]
    public void What_is_no_source_is_refused_with_its_place(string text, string part)
    {
        Assert.Equal(1, _tool.With("x.txt", text).Run("import", "@x.txt"));
        Assert.StartsWith("x.txt(1,", _tool.Error);
        Assert.Contains(part, _tool.Error);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_text_is_unreadable()
    {
        Assert.Equal(3, _tool.Run("import", "@none.txt"));
        Assert.Equal("none.txt: There is no such file\n", _tool.Error);
        Assert.Equal(3, _tool.Run("import", _tool.Folder));
        Assert.Contains("This is a folder", _tool.Error);
        File.WriteAllBytes(_tool.PathOf("latin.txt"), Encoding.Latin1.GetBytes(Samples.Page));
        Assert.Equal(3, _tool.Run("import", "@latin.txt", "--version", "1.2"));
        Assert.Contains("the byte 0xA9 at offset", _tool.Error);
    }

    [Fact]
    public void A_source_in_UTF_16_is_read()
    {
        File.WriteAllText(_tool.PathOf("page.txt"), Samples.Page, Encoding.Unicode);
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2"));
    }

    [Theory]
    [InlineData("'x' is not a version such as 1.2", "import", "page.txt", "--version", "x")]
    [InlineData("'KX' is not the reference of a standard such as ST0583", "import", "page.txt", "--reference", "KX")]
    [InlineData("Required argument missing: SOURCE; import takes SOURCE\n", "import")]
    [InlineData("Required argument missing: REFERENCE; add takes REFERENCE\n", "add")]
    [InlineData("Required argument missing: NEW; diff takes OLD NEW\n", "diff", "a.standard.json")]
    [InlineData("--frobnicate", "import", "page.txt", "--frobnicate")]
    [InlineData("", "frobnicate")]
    [InlineData("", "check")]
    [InlineData("'chek' is no command; there are import, check, add, update, diff, lock, migrate", "chek", ".")]
    [InlineData("--format: Argument 'jso' not recognized", "check", ".", "--format", "jso")]
    [InlineData("'--formt' is no option of this command", "check", ".", "--formt", "json")]
    public void A_command_line_that_cannot_be_meant_is_usage(string part, params string[] args)
    {
        Assert.Equal(2, _tool.Run(args));
        Assert.Contains(part, _tool.Error);
        Assert.Contains("--help", _tool.Error);
        Assert.Equal("", _tool.Output);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("add")]
    [InlineData("update")]
    [InlineData("diff")]
    public void The_help_of_a_command_ends_with_examples(string command)
    {
        Assert.Equal(0, _tool.Run(command, "--help"));
        Assert.Contains($"\nExamples:\n  competency {command}", _tool.Output);
        Assert.Equal(0, _tool.Run("--help"));
        Assert.DoesNotContain("Examples:", _tool.Output);
    }

    [Fact]
    public void Help_names_the_options()
    {
        Assert.Equal(0, _tool.Run("import", "--help"));
        Assert.Contains("--reference", _tool.Output);
        Assert.Contains("--version", _tool.Output);
        Assert.Equal(0, _tool.Run("--version"));
        Assert.Matches(@"^\d+\.\d+", _tool.Output);
    }
}
