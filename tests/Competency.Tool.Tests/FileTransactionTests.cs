using System.Runtime.InteropServices;
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
        using var files = new FileTransaction(WritablePlaces.Named(_tool.Folder), (from, to) => File.Move(from, moves++ == failing ? throw new IOException("No space left.") : to, overwrite: true));
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
        using var files = new FileTransaction(WritablePlaces.Named(_tool.Folder));
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
        using (var files = new FileTransaction(WritablePlaces.Named(_tool.Folder)))
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
        using (var files = new FileTransaction(WritablePlaces.Named(_tool.Folder)))
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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_signal_while_files_take_their_places_waits_until_all_have(int moved)
    {
        _tool.With("a", "1").With("b", "2");
        var moves = 0;
        FileTransaction? hit = null;
        using var files = new FileTransaction(WritablePlaces.Named(_tool.Folder), (from, to) =>
        {
            Assert.True(moves++ != moved || hit!.Interrupt(PosixSignal.SIGINT));
            File.Move(from, to, overwrite: true);
        });
        hit = files;
        foreach (var file in new[] { "a", "b", "new" })
        {
            files.Add(_tool.PathOf(file), "changed"u8.ToArray());
        }

        var interrupted = Assert.Throws<InterruptedException>(() => files.TryCommit(out _));
        Assert.Equal(("Interrupted (SIGINT): all 3 files were written before", 130), (interrupted.Message, interrupted.ExitCode));
        Assert.Equal(["a", "b", "new"], _tool.Files());
        Assert.Equal("changed changed changed", $"{_tool.Read("a")} {_tool.Read("b")} {_tool.Read("new")}");
    }

    [Fact]
    public void A_signal_while_files_are_put_back_waits_until_all_are()
    {
        _tool.With("a", "1").With("b", "2");
        FileTransaction? hit = null;
        using var files = new FileTransaction(WritablePlaces.Named(_tool.Folder), (from, to) =>
            File.Move(from, to.EndsWith('b') && hit!.Interrupt(PosixSignal.SIGTERM) ? throw new IOException("No space left.") : to, overwrite: true));
        hit = files;
        files.Add(_tool.PathOf("a"), "changed"u8.ToArray());
        files.Add(_tool.PathOf("b"), "changed"u8.ToArray());

        var interrupted = Assert.Throws<InterruptedException>(() => files.TryCommit(out _));
        Assert.EndsWith("No space left; no file was changed", interrupted.Message);
        Assert.Equal(143, interrupted.ExitCode);
        Assert.Equal(["a", "b"], _tool.Files());
        Assert.Equal("1 2", $"{_tool.Read("a")} {_tool.Read("b")}");
    }

    [Fact]
    public void A_signal_before_files_take_their_places_leaves_every_file_as_it_was()
    {
        _tool.With("a", "1");
        using var files = new FileTransaction(WritablePlaces.Named(_tool.Folder));
        Assert.True(files.TryStage(_tool.Folder, "changed"u8.ToArray(), out var staged, out _));
        Assert.Equal(2, _tool.Files().Length);
        Assert.False(files.Interrupt(PosixSignal.SIGHUP));
        Assert.Equal(["a"], _tool.Files());

        Assert.Equal(129, Assert.Throws<InterruptedException>(() => files.TryStage(_tool.Folder, [1], out _, out _)).ExitCode);
        files.Add(_tool.PathOf("a"), "changed"u8.ToArray());
        Assert.EndsWith("no file was changed", Assert.Throws<InterruptedException>(() => files.TryCommit(out _)).Message);
        Assert.Equal(["a"], _tool.Files());
        Assert.Equal("1", _tool.Read("a"));
    }

    [Fact]
    public void What_lies_elsewhere_keeps_all_from_being_written()
    {
        _tool.With("in/a", "1").With("b", "2");
        using var files = new FileTransaction(WritablePlaces.Named(_tool.PathOf("in")));
        files.Add(_tool.PathOf("in/a"), "changed"u8.ToArray());
        files.Add(_tool.PathOf("b"), "changed"u8.ToArray());

        Assert.False(files.TryCommit(out var error));
        Assert.EndsWith("b: This file would have to be written as well, and lies outside the given paths. No file was changed", error);
        Assert.Equal(["b", "in/a"], _tool.Files());
        Assert.Equal("1 2", $"{_tool.Read("in/a")} {_tool.Read("b")}");
    }
}
