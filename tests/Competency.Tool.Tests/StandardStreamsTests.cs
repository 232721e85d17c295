using System.Diagnostics;
using System.Text;
using Competency.Tool.Output;

namespace Competency.Tool.Tests;

/// <summary>Standard output and standard error: in which order they are written, and what happens where they cannot be.</summary>
public sealed class StandardStreamsTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Lines_of_both_come_whole_and_in_their_order()
    {
        var both = new Pieces();
        using var output = new StandardOutput(() => both);
        using var error = new StandardError(() => both, output);
        output.WriteLine("first");
        output.Write("sec");
        output.WriteLine("ond");
        error.Write("thi");
        error.Write('r');
        output.WriteLine("before that line ends");
        error.WriteLine("d");
        error.WriteLine();
        output.WriteLine($"last {1}");
        output.Flush();
        Assert.Equal(["first\nsecond\nbefore that line ends\n", "third\n", "\n", "last 1\n"], both.Written);
    }

    [Theory]
    [InlineData("check", "@s.standard.json")]
    [InlineData("check", "@s.standard.json", "--format", "sarif")]
    [InlineData("import", "@page.txt", "--version", "1.2")]
    [InlineData("diff", "@s.standard.json", "@t.standard.json")]
    [InlineData("lock", "@.", "--check")]
    [InlineData("migrate", "@.", "--to", "ST9001@1.3", "--dry-run")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void Output_that_cannot_be_written_is_exit_code_3_and_said_once(params string[] args)
    {
        _tool.With("page.txt", Samples.Page).With("s.standard.json", Samples.Standard).With("t.standard.json", Samples.Standard.Replace("1.2", "1.3", StringComparison.Ordinal).Replace("Cloth", "Clothes", StringComparison.Ordinal))
            .With("m.mapping.json", Samples.Mapping).With("competency.lock.json", "{\"document\": \"competency.lock/1\", \"files\": {\"m.mapping.json\": {}}}");
        var said = new Pieces();
        using var output = new StandardOutput(() => throw new IOException("Full."));
        using var error = new StandardError(() => said, output);
        Assert.Equal(3, CommandLine.Run([.. args.Select(a => a.StartsWith('@') ? _tool.PathOf(a[1..]) : a)], output, error, new ToolHost()));
        Assert.Single(said.Written, "Standard output cannot be written: Full\n");
    }

    [Fact]
    public void An_error_stream_that_cannot_be_written_stops_nothing()
    {
        var both = new Pieces();
        using var output = new StandardOutput(() => both);
        using var error = new StandardError(() => throw new IOException("Full."), output);
        _tool.With("s.standard.json", Samples.Standard);
        Assert.Equal(3, CommandLine.Run(["check", _tool.PathOf("s.standard.json"), _tool.PathOf("none.standard.json")], output, error, new ToolHost()));
        Assert.Contains("1 document checked", string.Concat(both.Written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> /dev/full", 3, "Standard output cannot be written: ")]
    [InlineData(">&-", 3, "Standard output cannot be written: It is closed\n")]
    [InlineData("2>/dev/full >/dev/null", 1, "")]
    [InlineData("| head -c 1 >/dev/null", 1, "")]
    public void The_command_itself_does_the_same(string redirection, int exit, string part)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        _tool.With("a.mapping.json", "{");
        using var process = Bash($"dotnet '{Tool}' check '{_tool.Folder}' {redirection}; exit ${{PIPESTATUS[0]}}");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(exit, process.ExitCode);
        Assert.StartsWith(part, error, StringComparison.Ordinal);
        Assert.True(error.Count(c => c == '\n') == (part.Length > 0 ? 1 : 0), error);
    }

    [Theory]
    [InlineData("<&-", 3, "Standard input cannot be read: It is closed\n", "0 documents checked")]
    [InlineData("<&- 3</dev/null", 3, "Standard input cannot be read: It is closed\n", "0 documents checked")]
    [InlineData("</", 3, "Standard input cannot be read: ", "0 documents checked")]
    [InlineData("</dev/null", 1, "", "1 document checked: 1 error")]
    [InlineData("<<< '{'", 1, "", "1 document checked: 1 error")]
    public async Task Standard_input_that_cannot_be_read_is_exit_code_3_and_no_waiting(string redirection, int exit, string said, string part)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        using var process = Bash($"dotnet '{Tool}' check - --stdin-path x.mapping.json {redirection}");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

        // Long enough for any machine: only a command that waits for ever is ended.
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The command waits for what never comes");
        }

        Assert.Equal(exit, process.ExitCode);
        Assert.StartsWith(said, await error, StringComparison.Ordinal);
        Assert.Contains(part, await output, StringComparison.Ordinal);
    }

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "competency.dll");

    private static Process Bash(string line) => Process.Start(new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    /// <summary>Holds each write by itself, as a terminal or a pipe would get it.</summary>
    private sealed class Pieces : MemoryStream
    {
        public List<string> Written { get; } = [];

        public override void Write(byte[] buffer, int offset, int count) => Written.Add(Encoding.UTF8.GetString(buffer, offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => Written.Add(Encoding.UTF8.GetString(buffer));
    }
}
