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
}
