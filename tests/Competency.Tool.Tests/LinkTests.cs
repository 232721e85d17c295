using Competency.Tool.Files;

namespace Competency.Tool.Tests;

/// <summary>Where links lead, and what is written through them: what a command line names, and nothing outside of it.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public LinkTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");

    public void Dispose() => _tool.Dispose();

    private LinkTests Link(string link, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_tool.PathOf(link))!);
        File.CreateSymbolicLink(_tool.PathOf(link), target);
        return this;
    }

    private string Real(string path) => Path.GetRelativePath(RealPath.Of(_tool.Folder), RealPath.Of(_tool.PathOf(path)));

    [Fact]
    public void A_link_is_taken_from_its_own_folder_whatever_its_path_is_written_like()
    {
        _tool.With("data", "").With("far/sub/x", "");
        Link("link", "data").Link("chain", "link").Link("far/up", "../chain").Link("dangling", "gone/file").Link("around", "back").Link("back", "around");
        Link("s", "far/sub").Link("odd", "s/../up").Link("full", _tool.PathOf("data")).Link("far/sub/self", "./../../data");

        Assert.Equal("data", Real("link"));
        Assert.Equal("data", Real("./chain"));
        Assert.Equal("data", Real("far/up"));
        Assert.Equal("data", Real("far/../link"));
        Assert.Equal("data", Real("full"));
        Assert.Equal("data", Real("s/self"));
        Assert.Equal("far/sub/x", Real("s/x"));
        Assert.Equal("gone/file", Real("dangling"));
        Assert.Equal("no/such", Real("no/such"));

        // As the system does it: what ".." is above is known only where the link before it was followed.
        Assert.Equal("data", Real("odd"));
        Assert.Empty(RealPath.Of(_tool.PathOf("around")));
        Assert.False(RealPath.IsFile(_tool.PathOf("around")));
        Assert.False(RealPath.IsFile(_tool.PathOf("dangling")));
        Assert.True(RealPath.IsFile(_tool.PathOf("chain")));

        // Of a bare name it is the current folder; that of this process is not the test's to change.
        Assert.Equal(Path.Combine(RealPath.Of(Directory.GetCurrentDirectory()), "no-such-file"), RealPath.Of("no-such-file"));
        Assert.Equal(RealPath.Of(_tool.PathOf("data")), RealPath.Of(Path.GetRelativePath(Directory.GetCurrentDirectory(), _tool.PathOf("link"))));
    }

    [Fact]
    public void A_link_named_itself_is_written_where_it_leads_and_stays_one()
    {
        _tool.With("page.txt", Samples.Page).With("out/old.json", Samples.Standard);
        Link("in/here.standard.json", "../out/old.json").Link("in/new.standard.json", "../out/new.json");
        foreach (var name in new[] { "here", "new" })
        {
            Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.3", "-o", $"@in/{name}.standard.json"));
        }

        Assert.Equal(["in/here.standard.json", "in/new.standard.json", "out/new.json", "out/old.json", "page.txt"], _tool.Files());
        Assert.Equal("../out/old.json", new FileInfo(_tool.PathOf("in/here.standard.json")).LinkTarget);
        Assert.Contains("\"1.3\"", _tool.Read("out/old.json"));
        Assert.Equal(_tool.Read("out/old.json"), _tool.Read("out/new.json"));
    }

    [Fact]
    public void A_link_by_its_bare_name_is_taken_from_the_current_folder()
    {
        // Only a process of its own has a current folder of its own; what is resolved is the same as far as its full path goes.
        var name = $"competency-{Path.GetRandomFileName()}.standard.json";
        _tool.With("page.txt", Samples.Page).With("out/old.json", Samples.Standard);
        File.CreateSymbolicLink(name, Path.GetRelativePath(Directory.GetCurrentDirectory(), _tool.PathOf("out/old.json")));
        try
        {
            Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.3", "-o", name));
            Assert.Contains("\"1.3\"", _tool.Read("out/old.json"));
            Assert.NotNull(new FileInfo(name).LinkTarget);
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Fact]
    public void A_link_in_a_folder_is_not_written_out_of_it()
    {
        _tool.With("page.txt", Samples.Page).With("out/old.json", Samples.Standard);
        Link("in/ST9001.standard.json", "../out/old.json");
        Assert.Equal(3, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@in"));
        Assert.Contains("in/ST9001.standard.json: This is a symbolic link that leads outside the given paths; what it leads to is not written. No file was changed\n", _tool.Error);

        File.Delete(_tool.PathOf("in/ST9001.standard.json"));
        Link("in/ST9001.standard.json", "../out/new.json");
        Assert.Equal(3, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@in"));
        Assert.Equal(["in/ST9001.standard.json", "out/old.json", "page.txt"], _tool.Files());
        Assert.Equal(Samples.Standard, _tool.Read("out/old.json"));

        // Inside it is another name of a file that is given as well.
        File.Delete(_tool.PathOf("in/ST9001.standard.json"));
        Link("in/ST9001.standard.json", "sub/x.json");
        Directory.CreateDirectory(_tool.PathOf("in/sub"));
        Assert.Equal(0, _tool.Run("import", "@page.txt", "--version", "1.2", "-o", "@in"));
        Assert.Equal(["in/ST9001.standard.json", "in/sub/x.json", "out/old.json", "page.txt"], _tool.Files());
    }

    [Fact]
    public void A_baseline_that_is_a_link_is_written_where_it_leads()
    {
        _tool.With("d/ST9001.standard.json", Samples.Standard).With("far/x", "");
        Link("bl.json", "far/b.json").Link("bl2.json", "bl2.json");
        Assert.Equal(0, _tool.Run("check", "@d", "--baseline", "@bl.json", "--update-baseline"));
        Assert.Equal(["bl.json", "bl2.json", "d/ST9001.standard.json", "far/b.json", "far/x"], _tool.Files());
        Assert.Equal(3, _tool.Run("check", "@d", "--baseline", "@bl2.json", "--update-baseline"));
        Assert.Contains("bl2.json: The symbolic links here go round in a circle; nothing is written through them", _tool.Error);
    }

    [Fact]
    public void What_a_killed_command_left_is_told_and_left()
    {
        _tool.With("d/ST9001.standard.json", Samples.Standard).With("d/a.mapping.json", Samples.Mapping);
        _tool.With($"d/{Path.GetFileName(LeftBehind.Old("d/a.mapping.json"))}", "x").With($"d/{Path.GetFileName(LeftBehind.New("d"))}", "x").With("d/.other.competency", "x");
        foreach (var args in new string[][] { ["check", "@d"], ["lock", "@d"], ["migrate", "@d/a.mapping.json", "--to", "ST9001@1.2"] })
        {
            _tool.Run(args);
            Assert.Equal(2, _tool.Error.Split('\n').Count(l => l.EndsWith(", unless another command is writing now", StringComparison.Ordinal)));
            Assert.Matches("d/\\.a\\.mapping\\.json\\.[^.]+\\.[^.]+\\.old\\.competency: This is a copy of a file as it was before a command that was killed wrote it; compare the two, and remove the copy", _tool.Error);
        }

        Assert.Equal(6, _tool.Files().Length);
    }
}
