namespace Competency.Tool.Tests;

public sealed class LockCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    private const string Moved = """
        {"document": "competency.standard/1", "reference": "ST9001", "version": "1.2", "title": "Kite maker",
         "duties": [{"number": 1, "text": "Cut sails.", "ksbs": "K1 S1 B1"}],
         "ksbs": [{"code": "K1", "text": "Cloth."}, {"code": "S1", "text": "Sew."}, {"code": "S2", "text": "Cut cloth."}, {"code": "B1", "text": "Be patient."}]}
        """;

    private ToolRun Locked()
    {
        _tool.With("s/ST9001.standard.json", Samples.Standard).With("p/a.mapping.json", Samples.Mapping).With("p/b.mapping.json", Samples.Mapping.Replace("K1 S1", "Duty 1", StringComparison.Ordinal));
        Assert.Equal(0, _tool.Run("lock", "@"));
        return _tool;
    }

    [Fact]
    public void Writes_what_each_data_file_uses_one_line_a_code()
    {
        Locked();

        Assert.Equal("competency.lock.json: written, 2 consumers, 7 lines\n", _tool.Error);
        Assert.Equal(["\"K1\"", "\"S1\"", "\"B1\"", "\"K1\"", "\"S1\"", "\"B1\"", "\"Duty 1\""], _tool.Read("competency.lock.json").Split('\n').Where(l => l.StartsWith("        \"", StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0]));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
        Assert.Equal(0, _tool.Run("check", "@"));
        var before = _tool.Read("competency.lock.json");
        Assert.Equal(0, _tool.Run("lock", "@p"));
        Assert.Equal((before, "competency.lock.json: unchanged, 2 consumers, 7 lines\n"), (_tool.Read("competency.lock.json"), _tool.Error));
    }

    [Fact]
    public void The_first_lock_of_one_file_knows_the_standards_below_its_place()
    {
        _tool.With("p/s/ST9001.standard.json", Samples.Standard).With("p/a.mapping.json", Samples.Mapping);

        Assert.Equal(0, _tool.Run("lock", "@p/a.mapping.json"));
        Assert.Contains("written, 1 consumer, 3 lines", _tool.Error);
        Assert.Equal(0, _tool.Run("lock", "@p/a.mapping.json", "--lock", "@competency.lock.json"));
        Assert.Contains("written, 1 consumer, 3 lines", _tool.Error);
        Assert.Equal(1, _tool.With("q/b.mapping.json", Samples.Mapping).Run("lock", "@q/b.mapping.json", "--lock", "@q/x.lock.json"));
        Assert.Contains("KSB3004", _tool.Output);
    }

    [Fact]
    public void Says_what_changed_meaning_and_goes_on_saying_it_until_it_is_accepted()
    {
        Locked().With("s/ST9001.standard.json", Moved);

        Assert.Equal(1, _tool.Run("check", "@"));
        var line = "p/a.mapping.json(2,39): error KSB1006: S1 changed meaning: it meant 'Cut cloth.' when it was reviewed, and means 'Sew.' in ST9001@1.2; that statement is S2 there\n";
        Assert.Contains(line, _tool.Output);
        Assert.Contains("p/b.mapping.json(2,36): warning KSB1006: Duty 1 stood for 'Cut sails.' and its KSBs when it was reviewed, and stands for other statements in ST9001@1.2, S1 among them\n", _tool.Output);
        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Contains(line, _tool.Output);
        var before = _tool.Read("competency.lock.json");
        Assert.Equal(1, _tool.Run("lock", "@"));
        Assert.Contains(line, _tool.Output);
        Assert.Contains("stay locked as reviewed", _tool.Error);
        Assert.Equal(before, _tool.Read("competency.lock.json"));

        Assert.Equal(0, _tool.Run("lock", "@p/a.mapping.json", "--accept"));
        Assert.Equal((1, 0), (_tool.Run("lock", "@", "--check"), _tool.Run("lock", "@p/a.mapping.json", "--check")));
        Assert.Equal(0, _tool.Run("lock", "@", "--accept"));
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void Check_says_what_is_not_up_to_date_and_writes_nothing()
    {
        Locked().With("p/a.mapping.json", Samples.Mapping.Replace("K1 S1", "K1", StringComparison.Ordinal)).With("p/c.mapping.json", Samples.Mapping);
        File.Delete(_tool.PathOf("p/b.mapping.json"));
        var before = _tool.Read("competency.lock.json");

        Assert.Equal(1, _tool.Run("lock", "@", "--check"));
        Assert.Equal(
            """
            p/a.mapping.json: locked and not used any more: S1 of ST9001@1.2
            p/b.mapping.json: locked, and refers to nothing any more
            p/c.mapping.json: not locked: K1 of ST9001@1.2, S1 of ST9001@1.2, B1 of ST9001@1.2

            """,
            _tool.Output);
        Assert.Equal(before, _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@"));
        Assert.Contains("p/b.mapping.json: there is no such file any more; its entry is removed\n", _tool.Error);
        Assert.Equal(0, _tool.Run("lock", "@", "--check"));
    }

    [Fact]
    public void Keeps_the_entries_of_types_and_of_files_elsewhere()
    {
        Locked();
        var with = _tool.Read("competency.lock.json").Replace("\"types\": {}", "\"types\": {\n    \"C, App\": {\n      \"ST9001@1.2\": {\n        \"K1\": \"0123456789abcdef Words.\"\n      }\n    }\n  }", StringComparison.Ordinal);
        _tool.With("competency.lock.json", with);
        File.Delete(_tool.PathOf("p/b.mapping.json"));

        Assert.Equal(0, _tool.Run("lock", "@p/a.mapping.json"));
        Assert.Equal(with, _tool.Read("competency.lock.json"));
        Assert.Equal(0, _tool.Run("lock", "@p"));
        Assert.Contains("C, App", _tool.Read("competency.lock.json"));
        Assert.DoesNotContain("p/b.mapping.json", _tool.Read("competency.lock.json"));
    }

    [Theory]
    [InlineData("<<<<<<< ours\n", "competency.lock.json(1,1): error KSB2007: The lock holds a merge conflict")]
    [InlineData("{ \"document\": \"competency.lock/1\", ", "error KSB2007: ")]
    public void Never_writes_a_lock_that_it_cannot_read(string damage, string said)
    {
        Locked();
        var damaged = damage + _tool.Read("competency.lock.json");
        _tool.With("competency.lock.json", damaged);

        foreach (var args in new string[][] { ["lock", "@"], ["lock", "@", "--accept"], ["lock", "@", "--check"], ["check", "@"], ["migrate", "@p", "--to", "ST9001@1.2"] })
        {
            Assert.Equal(1, _tool.Run(args));
            Assert.Contains(said, _tool.Output);
        }

        Assert.Equal(damaged, _tool.Read("competency.lock.json"));
    }

    [Fact]
    public void Writes_nothing_where_a_mapping_or_its_standard_is_not_known()
    {
        _tool.With("s/ST9001.standard.json", Samples.Standard).With("a.mapping.json", Samples.Mapping).With("b.mapping.json", Samples.Mapping.Replace("@1.2", "@7.7", StringComparison.Ordinal));

        Assert.Equal(1, _tool.Run("lock", "@"));
        Assert.Contains("b.mapping.json(1,50): error KSB3004: ST9001@7.7 is not known here", _tool.Output);
        _tool.With("b.mapping.json", Samples.Mapping[..^9]);
        Assert.Equal(1, _tool.Run("lock", "@"));
        Assert.Contains("b.mapping.json(2,", _tool.Output);
        Assert.Equal(["a.mapping.json", "b.mapping.json", "s/ST9001.standard.json"], _tool.Files());
        Assert.Equal(1, _tool.Run("lock", "@a.mapping.json", "--check", "--standards", "@s"));
        Assert.Contains("There is no lock", _tool.Error);
        Assert.Equal(3, _tool.Run("lock", "@nope"));
        Assert.Equal(2, _tool.Run("lock", "@", "--check", "--accept"));
    }

    [Fact]
    public void Does_not_write_what_a_link_leads_to()
    {
        using var elsewhere = new ToolRun().With("competency.lock.json", "{ \"document\": \"competency.lock/1\" }");
        _tool.With("s/ST9001.standard.json", Samples.Standard).With("a.mapping.json", Samples.Mapping);
        File.CreateSymbolicLink(_tool.PathOf("competency.lock.json"), elsewhere.PathOf("competency.lock.json"));

        Assert.Equal(3, _tool.Run("lock", "@"));
        Assert.Contains("symbolic link", _tool.Error);
        Assert.Equal("{ \"document\": \"competency.lock/1\" }", elsewhere.Read("competency.lock.json"));
    }

    [Fact]
    public void Check_of_documents_without_a_lock_says_nothing_of_locking()
    {
        _tool.With("s/ST9001.standard.json", Samples.Standard).With("a.mapping.json", Samples.Mapping);

        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.DoesNotContain("KSB1010", _tool.Output);
        _tool.With("competency.lock.json", "{ \"document\": \"competency.lock/1\" }");
        Assert.Equal(0, _tool.Run("check", "@"));
        Assert.Contains("a.mapping.json(2,36): warning KSB1010: a.mapping.json is not in the lock, so that nobody would notice a new meaning of K1, S1, B1 of ST9001@1.2; review them and add it\n", _tool.Output);
    }
}
