using System.Text;
using Competency.Tool.Files;

namespace Competency.Tool.Tests;

public sealed class FileTransactionTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_fails_half_way_leaves_every_file_as_it_was(int failing)
    {
        _tool.With("a", "1").With("b", "2");
        var moves = 0;
        var files = new FileTransaction((from, to) => File.Move(from, moves++ == failing ? throw new IOException("No space left.") : to, overwrite: true));
        foreach (var file in new[] { "a", "b", "new" })
        {
            files.Add(_tool.PathOf(file), Encoding.UTF8.GetBytes("changed"));
        }

        Assert.Equal(failing == 3, files.TryCommit(out var error));
        Assert.Equal(failing == 3 ? ["a", "b", "new"] : ["a", "b"], _tool.Files());
        Assert.Equal(failing == 3 ? "changed changed" : "1 2", $"{_tool.Read("a")} {_tool.Read("b")}");
        Assert.Equal(failing == 3, error is null);
        Assert.True(error is null || error.EndsWith("No space left; no file was changed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_leaves_every_file_as_it_was()
    {
        _tool.With("a", "1");
        var files = new FileTransaction();
        files.Add(_tool.PathOf("a"), [1]);
        files.Add(_tool.PathOf("no/b"), [1]);

        Assert.False(files.TryCommit(out var error));
        Assert.EndsWith("There is no such folder; no file was changed", error, StringComparison.Ordinal);
        Assert.Equal(["a"], _tool.Files());
        Assert.Equal("1", _tool.Read("a"));
    }

    [Fact]
    public void Files_are_put_back_where_the_last_one_cannot_take_its_place()
    {
        _tool.With("a", "old").With("c/x", "");
        using (var files = new FileTransaction())
        {
            foreach (var name in new[] { "a", "b", "c" })
            {
                Assert.True(files.TryStage(_tool.Folder, "new"u8.ToArray(), out var staged, out _));
                files.Add(_tool.PathOf(name), staged);
            }

            Assert.False(files.TryCommit(out var error));
            Assert.EndsWith("c: This is a folder; a file belongs here; no file was changed", error);
            Assert.Empty(files.Changed);
        }

        Assert.Equal("old", _tool.Read("a"));
        Assert.Equal(["a", "c/x"], _tool.Files());
    }

    [Fact]
    public void What_would_not_change_is_left_alone_and_what_is_not_committed_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links need a right of their own on Windows, and modes are of Unix");
            return;
        }

        _tool.With("a", "old").With("c/x", "");
        File.CreateSymbolicLink(_tool.PathOf("link"), _tool.PathOf("a"));
        File.SetUnixFileMode(_tool.PathOf("a"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using (var files = new FileTransaction())
        {
            files.Add(_tool.PathOf("link"), "new"u8.ToArray());
            files.Add(_tool.PathOf("c/x"), []);
            Assert.True(files.TryCommit(out _));
            Assert.Equal([_tool.PathOf("link")], files.Changed);
            Assert.True(files.TryStage(_tool.Folder, [1], out _, out _));
        }

        Assert.Equal(["a", "c/x", "link"], _tool.Files());
        Assert.Equal("new", _tool.Read("a"));
        Assert.NotNull(new FileInfo(_tool.PathOf("link")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_tool.PathOf("a")));
    }
}
