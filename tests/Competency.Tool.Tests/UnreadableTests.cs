using System.Diagnostics;

namespace Competency.Tool.Tests;

/// <summary>What cannot be read among the files is told by name, and the rest is checked.</summary>
public sealed class UnreadableTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public UnreadableTests() => _tool.With("d/a.standard.json", Samples.Standard).With("d/m.mapping.json", Samples.Mapping.Replace("K1 S1", "K9 K1 S1", StringComparison.Ordinal));

    public void Dispose() => _tool.Dispose();

    private void ChecksTheRest(string told, params string[] paths)
    {
        Assert.Equal(3, _tool.Run(["check", .. paths is [] ? ["@d"] : paths]));
        Assert.Single(_tool.Error.Split('\n'), l => l.StartsWith(told, StringComparison.Ordinal));
        Assert.Single(_tool.Error.TrimEnd().Split('\n'));
        Assert.Contains("m.mapping.json(2,36): error KSB3001", _tool.Output);
        Assert.EndsWith("2 documents checked: 1 error, 0 warnings, 0 for information\n", _tool.Output);
    }

    [Theory]
    [InlineData("@d")]
    [InlineData("@d/**/*.json")]
    [InlineData("@d", "--standards", "@d")]
    public void A_folder_without_rights_is_told_and_the_rest_is_checked(params string[] paths)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a folder that this user cannot read; root reads all");
        Directory.CreateDirectory(_tool.PathOf("d/locked/deeper"));
        SetMode(_tool.PathOf("d/locked"), UnixFileMode.None);
        try
        {
            ChecksTheRest("d/locked: This folder cannot be read: ", paths);
            Assert.Equal(3, _tool.Run("lock", "@d"));
            Assert.Single(_tool.Error.Split('\n'), l => l.StartsWith("d/locked: This folder cannot be read: ", StringComparison.Ordinal));
            Assert.False(File.Exists(_tool.PathOf("d/competency.lock.json")));
        }
        finally
        {
            SetMode(_tool.PathOf("d/locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_folder_above_that_cannot_be_listed_keeps_nothing_from_being_checked()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a folder that this user cannot read; root reads all");
        SetMode(_tool.Folder, UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(1, _tool.Run("check", "@d"));
            Assert.Empty(_tool.Error);
        }
        finally
        {
            SetMode(_tool.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("d")]
    [InlineData("")]
    public void An_ignore_file_that_is_a_link_to_nothing_is_told_and_the_rest_is_checked(string folder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        _tool.With(".git", "gitdir: elsewhere");
        File.CreateSymbolicLink(_tool.PathOf(Path.Combine(folder, ".competencyignore")), "gone");
        var told = $"{Path.Combine(folder, ".competencyignore")}: This is a symbolic link to gone, and there is no such file; what it names is not passed over";
        ChecksTheRest(told);
        Assert.Equal(3, _tool.Run("lock", "@d"));
        Assert.Contains(told, _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 }, "The file is not UTF-16: ")]
    [InlineData(new byte[] { (byte)'m', (byte)'\n', 0xE9, (byte)'*', (byte)'\n' }, "The file is not UTF-8: the byte 0xE9 at offset 2, on line 2")]
    public void An_ignore_file_that_is_no_text_is_told_and_not_taken(byte[] bytes, string part)
    {
        File.WriteAllBytes(_tool.PathOf("d/.competencyignore"), bytes);
        ChecksTheRest("d/.competencyignore: " + part);
    }

    [Fact]
    public void An_ignore_file_in_UTF_16_is_text()
    {
        File.WriteAllText(_tool.PathOf("d/.competencyignore"), "m.*\n", System.Text.Encoding.Unicode);
        Assert.Equal(0, _tool.Run("check", "@d"));
    }

    [Theory]
    [InlineData("d/x.mapping.json")]
    [InlineData("d/.competencyignore")]
    [InlineData("d/competency.lock.json")]
    public void A_pipe_is_told_and_not_waited_for(string name)
    {
        Pipe(name);
        ChecksTheRest(name + ": This is a pipe or a device, and is not read");
        Assert.Equal(3, _tool.Run("lock", "@d"));
        Assert.Contains("This is a pipe or a device", _tool.Error);
    }

    [Fact]
    public void So_are_a_device_and_settings_that_are_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs /dev/zero");
        File.CreateSymbolicLink(_tool.PathOf("d/z.standard.json"), "/dev/zero");
        ChecksTheRest("d/z.standard.json: This is a pipe or a device, and is not read");
        File.Delete(_tool.PathOf("d/z.standard.json"));
        Pipe("d/.globalconfig");
        Pipe("d/p.csproj");
        Assert.Equal(1, _tool.Run("check", "@d"));
        Assert.Contains("d/.globalconfig: This is a pipe or a device, and is not read\n", _tool.Error);
        Assert.Contains("d/p.csproj: This is a pipe or a device, and is not read\n", _tool.Error);
    }

    [Fact]
    public void An_empty_file_is_none_of_them()
    {
        _tool.With("d/x.mapping.json", "");
        Assert.Equal(1, _tool.Run("check", "@d"));
        Assert.Contains("x.mapping.json(1,1): error KSB2007", _tool.Output);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_lock_is_told_by_check_as_by_lock()
    {
        Directory.CreateDirectory(_tool.PathOf("d/competency.lock.json"));
        var told = "competency.lock.json: This is a folder; a file belongs here\n";
        ChecksTheRest("d/" + told.TrimEnd());
        foreach (var args in new string[][] { ["lock", "@d"], ["lock", "@d", "--check"] })
        {
            Assert.Equal(3, _tool.Run(args));
            Assert.Equal("d/" + told, _tool.Error);
        }
    }

    [Theory]
    [InlineData("\"K1 S1\"}, {")]
    [InlineData("\"standard\": \"ST9001@1.2\"")]
    public void A_damaged_mapping_has_the_findings_that_check_prints_in_every_command(string cut)
    {
        _tool.With("d/m.mapping.json", Samples.Mapping[..Samples.Mapping.IndexOf(cut, StringComparison.Ordinal)] + cut + ",");
        Assert.Equal(1, _tool.Run("check", "@d"));
        var findings = _tool.Output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).ToArray();
        Assert.Contains("KSB2007", Assert.Single(findings));
        foreach (var args in new string[][] { ["lock", "@d"], ["lock", "@d", "--check"], ["migrate", "@d", "--to", "ST9001@1.2"] })
        {
            Assert.Equal(1, _tool.Run(args));
            Assert.Equal(findings, _tool.Output.Split('\n').Where(l => l.Length > 0));
            Assert.Contains("d/m.mapping.json: The document cannot be read whole\n", _tool.Error);
        }
    }

    [Fact]
    public void A_name_that_begins_with_an_at_sign_is_a_name()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        _tool.With("words", "--help");
        Assert.Equal(3, CommandLine.Run(["check", "@" + _tool.PathOf("words")], output, error, new ToolHost()));
        Assert.StartsWith("@" + _tool.PathOf("words") + ": ", error.ToString());
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private void Pipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs mkfifo");
        using var process = Process.Start("mkfifo", [_tool.PathOf(name)]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
