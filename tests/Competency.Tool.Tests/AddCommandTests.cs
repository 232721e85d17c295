using Competency.Documents;

namespace Competency.Tool.Tests;

/// <summary><c>add</c> against a real server, and what it does when that server fails.</summary>
[Collection(nameof(Alone))]
public sealed class AddCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();
    private readonly ApiServer _server = new();

    public AddCommandTests() => _tool.Variables["COMPETENCY_STANDARDS_API"] = _server.Address;

    public void Dispose()
    {
        _tool.Dispose();
        _server.Dispose();
    }

    private int Add(params string[] args) => _tool.Run(["add", "ST9001", "-o", _tool.Folder, .. args]);

    private void Answers(string path, params ApiServer.Answer[] answers)
    {
        var next = 0;
        _server.Paths["/standards" + path] = _ => answers[Math.Min(next++, answers.Length - 1)];
    }

    private StandardId Written() => StandardDocument.Read("x", _tool.Read("ST9001.standard.json")).Standard!.Id;

    private static ApiServer.Answer Current { get; } = new(200, Samples.Record("ST9001", "1.3"));

    [Fact]
    public void The_current_record_becomes_a_document()
    {
        Answers("/ST9001", Current);
        Assert.Equal(0, Add());
        Assert.Equal("ST9001@1.3 Kite maker", StandardDocument.Read("x", _tool.Read("ST9001.standard.json")).Standard!.ToString());
        Assert.EndsWith("ST9001.standard.json: written, ST9001@1.3 Kite maker\n", _tool.Error);
        Assert.Equal(["ST9001.standard.json"], _tool.Files());
        var request = Assert.Single(_server.Requests);
        Assert.StartsWith("competency/", request.Headers["User-Agent"]);
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Equal(0, Add("--api", _server.Address + "/"));
        Assert.Contains("unchanged", _tool.Error);
    }

    [Fact]
    public void Another_version_is_found_in_the_list_of_all()
    {
        Answers("/ST9001", Current);
        Answers("", new ApiServer.Answer(200, $"[{Samples.Record("ST9002", "1.2")}, {Samples.Record("ST9001", "1.2")}, {Samples.Record("ST9001", "1.3")}]"));
        Assert.Equal(0, Add("--version", "1.3"));
        Assert.Single(_server.Requests);
        Assert.Equal(0, Add("--version", "1.2"));
        Assert.Equal(["ST9001-1.2.standard.json", "ST9001.standard.json"], _tool.Files());
        Assert.Contains("ST9001 is published as version 1.3; 1.2 is looked for in the list of all versions", _tool.Error);
        Assert.Equal(1, Add("--version", "1.9"));
        Assert.Contains("None of the 3 records is of ST9001 version 1.9", _tool.Error);
    }

    [Fact]
    public void A_new_folder_is_made_for_one_standard_and_for_several_and_none_for_nothing()
    {
        Answers("/ST9001", Current);
        Answers("/ST9002", new ApiServer.Answer(200, Samples.Record("ST9002", "1.0").Replace("Kite maker", "Kite flyer", StringComparison.Ordinal)));
        Assert.Equal(3, _tool.Run("add", "ST9003", "-o", "@none"));
        Assert.Equal(0, _tool.Run("add", "ST9001", "-o", "@standards"));
        Assert.Equal(0, _tool.Run("add", "ST9001", "ST9002", "-o", "@more"));
        Assert.Equal(["more/ST9001.standard.json", "more/ST9002.standard.json", "standards/ST9001.standard.json"], _tool.Files());
        Assert.Equal(["more", "standards"], Directory.GetDirectories(_tool.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(2, _tool.Run("add", "ST9001", "ST9002", "-o", "@a.json"));
        Assert.Equal("a.json: Several standards need a folder, and this is a file\n", _tool.Error);
        _tool.Run("add", "--help");
        Assert.Contains("The file to write, which ends in .json, or a folder", System.Text.RegularExpressions.Regex.Replace(_tool.Output, @"\s+", " "));
    }

    [Fact]
    public void An_answer_with_all_versions_gives_the_newest()
    {
        Answers("/ST9001", new ApiServer.Answer(200, $"[{Samples.Record("ST9001", "1.10")}, {Samples.Record("ST9001", "1.9")}]"));
        Assert.Equal(0, Add());
        Assert.Contains("ST9001@1.10", _tool.Error);
    }

    [Fact]
    public void What_did_not_change_is_not_sent_again()
    {
        _server.Paths["/standards/ST9001"] = request => request.Headers.GetValueOrDefault("If-None-Match") == "\"kite-7\"" && request.Headers.GetValueOrDefault("If-Modified-Since") == "Tue, 01 Sep 2026 10:00:00 GMT"
            ? new ApiServer.Answer(304)
            : Current with { Headers = new() { ["ETag"] = "\"kite-7\"", ["Last-Modified"] = "Tue, 01 Sep 2026 10:00:00 GMT" } };
        Assert.Equal(0, Add());
        File.Delete(_tool.PathOf("ST9001.standard.json"));
        Assert.Equal(0, Add());
        Assert.Equal("1.3", Written().Version.ToString());
        Assert.Equal("\"kite-7\"", _server.Requests[1].Headers["If-None-Match"]);

        // A damaged cache is as good as none, and so is one that nobody wants.
        File.AppendAllText(Directory.GetFiles(_tool.Cache, "*.body.json", SearchOption.AllDirectories).Single(), " ");
        Assert.Equal(0, Add());
        Assert.False(_server.Requests[2].Headers.ContainsKey("If-None-Match"));
        Assert.Equal(0, Add("--no-cache"));
        Assert.False(_server.Requests[3].Headers.ContainsKey("If-None-Match"));
        Assert.DoesNotContain("kite-7", _tool.Read("ST9001.standard.json"));
    }

    [Theory]
    [InlineData(0, "{\"referenceNumber\": \"ST90")]
    [InlineData(0, "[{\"referenceNumber\": \"ST9001\", \"version\": \"1.3\", \"title\": \"Kite")]
    [InlineData(1, "null")]
    [InlineData(1, "<html>")]
    [InlineData(1, "")]
    [InlineData(1, "{\"referenceNumber\": \"ST9002\", \"version\": \"1.3\", \"title\": \"Kite maker\"}")]
    public void Only_what_was_read_as_what_was_asked_for_is_kept(int exit, string body)
    {
        // Once a bad answer by the same name as the good one.
        _server.Paths["/standards/ST9001"] = request => request.Headers.ContainsKey("If-None-Match") ? new ApiServer.Answer(304)
            : (_server.Requests.Count == 1 ? Current with { Body = body } : Current) with { Headers = new() { ["ETag"] = "\"e1\"" } };
        Assert.Equal(exit, Add());
        Assert.Equal(exit == 0, _tool.Error.Contains("/ST9001: The answer was cut off; trying again in 1 second\n", StringComparison.Ordinal));
        Assert.Equal(0, Add());
        Assert.Equal("1.3", Written().Version.ToString());
        Assert.Equal(2, Directory.GetFiles(_tool.Cache, "*", SearchOption.AllDirectories).Length);
        Assert.Equal(0, Add());
        Assert.True(_server.Requests[^1].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public void A_bad_answer_that_was_kept_is_fetched_anew()
    {
        Answers("/ST9001", Current with { Headers = new() { ["ETag"] = "\"e1\"" } });
        Assert.Equal(0, Add());
        var cache = new Api.HttpCache(Path.Combine(_tool.Cache, "standards-api"));
        _tool.With("part", "{\"referenceNumber\": \"ST90");
        cache.Keep(new Uri($"{_server.Address}/ST9001"), _tool.PathOf("part"), "\"e1\"", null);
        Assert.NotNull(cache.Find(new Uri($"{_server.Address}/ST9001")));

        Assert.Equal(0, Add());
        Assert.False(_server.Requests[^1].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public void What_is_wrong_with_an_answer_is_said_as_it_is()
    {
        Answers("/ST9001", new ApiServer.Answer(304));
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server says that nothing has changed (304), but was not asked whether anything has\n", _tool.Error);
        Answers("/ST9001", Current with { Headers = new() { ["Content-Encoding"] = "gzip" } });
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The answer is not compressed as its header says (Content-Encoding), or is damaged, and cannot be read\n", _tool.Error);
        Assert.Empty(_tool.Pauses);
        Assert.Empty(_tool.Files());
    }

    [Fact]
    public void A_link_that_leads_outside_the_folder_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        _tool.With("out/a.json", Samples.Standard).With("in/x", "");
        File.CreateSymbolicLink(_tool.PathOf("in/ST9001.standard.json"), "../out/a.json");
        Answers("/ST9001", new ApiServer.Answer(200, Samples.Record("ST9001", "1.2")));
        Assert.Equal(3, _tool.Run("add", "ST9001", "-o", "@in"));
        Assert.Contains("in/ST9001.standard.json: This is a symbolic link that leads outside the given paths", _tool.Error);
        Assert.Equal(Samples.Standard, _tool.Read("out/a.json"));

        // Onto a link that leads nowhere, which is named: a new file, not one that is there.
        File.CreateSymbolicLink(_tool.PathOf("in/new.standard.json"), "../out/new.json");
        Assert.Equal(0, _tool.Run("add", "ST9001", "-o", "@in/new.standard.json"));
        Assert.Equal(["in/ST9001.standard.json", "in/new.standard.json", "in/x", "out/a.json", "out/new.json"], _tool.Files());
    }

    [Fact]
    public void A_server_that_fails_is_asked_again_with_longer_pauses()
    {
        Answers("/ST9001", new(500), new(503), Current with { CutAt = 20 }, Current);
        Assert.Equal(0, Add());
        Assert.Equal([1, 2, 4], _tool.Pauses.Select(p => p.TotalSeconds));
        Assert.Contains("/ST9001: The server failed (500); trying again in 1 second\n", _tool.Error);
        Assert.Contains("/ST9001: The answer was cut off; trying again in 4 seconds\n", _tool.Error);
        Assert.Equal(["ST9001.standard.json"], _tool.Files());
    }

    [Fact]
    public void After_four_attempts_it_is_given_up_and_nothing_is_written()
    {
        Answers("/ST9001", new ApiServer.Answer(500));
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server failed (500); that was attempt 4 of 4. Try again later\n", _tool.Error);
        Assert.Equal(4, _server.Requests.Count);
        Assert.Empty(_tool.Files());
        Assert.Empty(Directory.GetFiles(_tool.Cache, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_server_that_asks_to_wait_is_obeyed_within_reason()
    {
        Answers("/ST9001", new(429) { Headers = new() { ["Retry-After"] = "7" } }, new(503) { Headers = new() { ["Date"] = "Tue, 01 Sep 2026 10:00:00 GMT", ["Retry-After"] = "Tue, 01 Sep 2026 10:00:30 GMT" } }, Current);
        Assert.Equal(0, Add());
        Assert.Equal([7, 30], _tool.Pauses.Select(p => p.TotalSeconds));
        Answers("/ST9001", new ApiServer.Answer(429) { Headers = new() { ["Retry-After"] = "3600" } });
        Assert.Equal(3, Add());
        Assert.EndsWith("The server has had too many requests (429); it asks to come again in 3600 seconds, which is too long to wait here\n", _tool.Error);
        Assert.Equal(2, _tool.Pauses.Count);
    }

    [Fact]
    public void What_a_killed_command_left_in_the_cache_is_removed_when_it_is_old()
    {
        Answers("/ST9001", Current);
        var cache = Directory.CreateDirectory(Path.Combine(_tool.Cache, "standards-api")).FullName;
        foreach (var (name, hours) in new[] { ("old.part", 25), ("new.part", 23), (".x.new.competency", 25), (".y.new.competency", 1), ("old.body.json", 9000), ("other.txt", 9000) })
        {
            File.WriteAllText(Path.Combine(cache, name), "x");
            File.SetLastWriteTimeUtc(Path.Combine(cache, name), _tool.Now.UtcDateTime.AddHours(-hours));
        }

        Assert.Equal(0, Add("--no-cache"));
        Assert.Equal(6, Directory.GetFiles(cache).Length);
        Assert.Equal(0, Add());
        Assert.Equal([".y.new.competency", "new.part", "old.body.json", "other.txt"], Directory.GetFiles(cache).Select(f => Path.GetFileName(f)!).Where(f => f.Length < 30).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_download_leaves_nothing_in_the_cache()
    {
        Answers("/ST9001", Current with { Body = "{", Stalls = true });
        using var api = new Api.StandardsApi(new Uri(_server.Address), new Api.HttpCache(_tool.Cache), TimeSpan.FromSeconds(30), _ => { }, _ => { });
        var getting = Task.Run(() => api.Get(StandardReference.Parse("ST9001")), TestContext.Current.CancellationToken);
        while (Directory.GetFiles(_tool.Cache, "*.part") .Length == 0)
        {
            Assert.False(getting.IsCompleted, "nothing was downloaded");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        api.Interrupt();
        Assert.Empty(Directory.GetFiles(_tool.Cache));

        // Where the process went on, it would make none again.
        _server.Dispose();
        Assert.Null((await getting).Body);
        Assert.Empty(Directory.GetFiles(_tool.Cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_told_once_and_done_without()
    {
        Answers("/ST9001", Current);
        Answers("", new ApiServer.Answer(200, $"[{Samples.Record("ST9001", "1.2")}]"));
        _tool.CacheFolder = _tool.With("file", "x").PathOf("file");
        Assert.Equal(0, Add("--version", "1.2"));
        Assert.Single(_tool.Error.Split('\n'), l => l.StartsWith("file/standards-api: Nothing can be kept here (", StringComparison.Ordinal)
            && l.EndsWith("), and the next time all is fetched anew; COMPETENCY_CACHE names another folder, and --no-cache wants none", StringComparison.Ordinal));
        Assert.Equal("1.2", Written().Version.ToString());
        Assert.Equal(0, Add("--no-cache"));
        Assert.DoesNotContain("kept", _tool.Error);
    }

    [Fact]
    public void A_redirect_that_is_not_followed_is_told_with_its_own_reason()
    {
        Answers("/ST9001", new ApiServer.Answer(302));
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server sends on to nowhere (302), and names no address to ask next (Location)\n", _tool.Error);
        Answers("/ST9001", new ApiServer.Answer(302) { Headers = new() { ["Location"] = "/standards/ST9001" } });
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server sends on to /standards/ST9001 (302), which was not followed: it was sent on 5 times already, and there seems to be no end to it\n", _tool.Error);
        Answers("/ST9001", new ApiServer.Answer(305) { Headers = new() { ["Location"] = "/standards/moved" } });
        Assert.Equal(3, Add());
        Assert.EndsWith("(305), which was not followed: that status is none of a redirect\n", _tool.Error);
    }

    [Fact]
    public void A_cache_that_is_a_file_is_called_one()
    {
        _tool.With("cfile", "A file.\n");
        _tool.CacheFolder = _tool.PathOf("cfile");
        Answers("/ST9001", Current);
        Assert.Equal(0, Add());
        Assert.Contains("Nothing can be kept here (cfile is a file, and no folder), and the next time", _tool.Error);
    }

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:x")]
    public void A_redirect_out_of_the_web_is_refused_in_words(string address)
    {
        Answers("/ST9001", new ApiServer.Answer(302) { Headers = new() { ["Location"] = address } });
        Assert.Equal(3, Add());
        Assert.EndsWith($"/ST9001: The server sends on to {address} (302), which was not followed: it is no address of the web (http or https)\n", _tool.Error);
        Assert.Empty(_tool.Pauses);
    }

    [Fact]
    public void An_answer_without_content_is_empty()
    {
        Answers("/ST9001", new ApiServer.Answer(204));
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server gave an empty answer (204)\n", _tool.Error);
    }

    [Theory]
    [InlineData("\"latest\"", "The record ('Kite maker') says that its version is 'latest', which is no version such as 1.2")]
    [InlineData("\"\"", "The record ('Kite maker') does not say its version")]
    [InlineData("null", "The record ('Kite maker') does not say its version")]
    [InlineData("{}", "The record ('Kite maker') does not say its version")]
    public void A_version_that_is_none_is_told_as_it_is_written(string version, string part)
    {
        Answers("/ST9001", new ApiServer.Answer(200, Samples.Record("ST9001", "1.2").Replace("\"1.2\"", version, StringComparison.Ordinal)));
        Assert.Equal(1, Add());
        Assert.Contains($"/ST9001({(version[0] == '"' && version.Length > 2 ? "1,42" : "1,1")}): error KSB2007: {part}", _tool.Error);
        Assert.Equal(version is "null" or "\"\"" ? 0 : 1, _tool.Error.Split(": not held: ").Length - 1);
        Assert.Equal(part.Contains("does not", StringComparison.Ordinal), _tool.Error.Contains("does not say its version", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_there_is_not_asked_for_again()
    {
        Assert.Equal(3, Add());
        Assert.EndsWith("/ST9001: The server has no such record (404); is the reference right?\n", _tool.Error);
        Assert.Single(_server.Requests);
        Assert.Empty(_tool.Pauses);
        Answers("/ST9001", new ApiServer.Answer(403));
        Assert.Equal(3, Add());
        Assert.EndsWith("The server refused (403)\n", _tool.Error);
        Assert.Empty(_tool.Files());
    }

    [Fact]
    public void A_server_that_says_nothing_is_given_up_before_the_answer_and_within_it()
    {
        Answers("/ST9001", Current with { Body = "{", Stalls = true }, Current);
        Assert.Equal(0, Add("--timeout", "1"));
        Assert.Contains("The server said nothing for 1 second; trying again in 1 second", _tool.Error);
        Assert.Equal(2, Add("--timeout", "0"));
        Assert.Contains("--timeout is a number of seconds from 1 to 3600, not 0", _tool.Error);
    }

    [Fact]
    public void A_silent_server_is_given_up()
    {
        Answers("/ST9001", Current with { IsSilent = true });
        Assert.Equal(3, Add("--timeout", "1"));
        Assert.Contains("The server said nothing for 1 second", _tool.Error);
    }

    [Fact]
    public void Redirects_are_followed_to_an_end()
    {
        Answers("/ST9001", new ApiServer.Answer(302) { Headers = new() { ["Location"] = "/standards/moved" } });
        Answers("/moved", Current);
        Assert.Equal(0, Add());
        Answers("/ST9001", new ApiServer.Answer(302) { Headers = new() { ["Location"] = "/standards/ST9001" } });
        Assert.Equal(3, Add());
        Assert.Contains("The server sends on to", _tool.Error);
    }

    [Theory]
    [InlineData("text/html", "<html>", 3, "The answer is text/html and not JSON; is the address that of the API? (--api, COMPETENCY_STANDARDS_API)")]
    [InlineData("application/json", "<html>", 1, "This is not JSON")]
    [InlineData("application/json", "{\"referenceNumber\": \"ST9001\"", 3, "The answer was cut off; that was attempt 4 of 4. Try again later")]
    [InlineData("application/json", "[", 3, "The answer was cut off")]
    [InlineData("application/json", "null", 1, "A record of a standard, or an array of records, belongs here")]
    [InlineData("application/json", "{}", 1, "does not say")]
    [InlineData("application/json", "", 1, "error KSB2007")]
    [InlineData("application/problem+json; charset=utf-8", "[]", 1, "A record of a standard, or an array of records, belongs here")]
    public void An_answer_that_is_no_record_is_said_and_nothing_is_written(string type, string body, int exit, string part)
    {
        Answers("/ST9001", new ApiServer.Answer(200, body, type));
        Assert.Equal(exit, Add());
        Assert.Contains(part, _tool.Error);
        Assert.Empty(_tool.Files());
    }

    [Fact]
    public void A_record_of_another_standard_is_refused()
    {
        Answers("/ST9001", new ApiServer.Answer(200, Samples.Record("ST9002", "1.3")));
        Assert.Equal(1, Add());
        Assert.Contains("says that its reference is ST9002; ST9001 was given", _tool.Error);
    }

    [Fact]
    public void Offline_is_said_at_once_and_clearly()
    {
        _server.Dispose();
        Assert.Equal(3, Add());
        Assert.Contains("/ST9001: The server cannot be reached (", _tool.Error);
        Assert.Contains("is the machine offline, or behind a proxy? Documents that are there stay as they are", _tool.Error);
        Assert.Empty(_tool.Pauses);
    }

    [Theory]
    [InlineData("'ftp://x' is no address of the web", "--api", "ftp://x")]
    [InlineData("'nonsense' is no address of the web", "--api", "nonsense")]
    [InlineData("'x' is not a version such as 1.2", "--version", "x")]
    [InlineData("--timeout takes a number of seconds, not 'x'\n", "--timeout", "x")]
    [InlineData("--timeout takes a number of seconds, not '1.5'\n", "--timeout", "1.5")]
    [InlineData("--timeout is a number of seconds from 1 to 3600, not 3601\n", "--timeout", "3601")]
    public void A_wrong_command_line_is_usage(string part, params string[] args)
    {
        Assert.Equal(2, Add(args));
        Assert.Contains(part, _tool.Error);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void References_are_checked_before_anything_is_asked()
    {
        Assert.Equal(2, _tool.Run("add", "X1"));
        Assert.Contains("'X1' is not the reference of a standard such as ST0583", _tool.Error);
        Assert.Equal(2, _tool.Run("add", "OCC0220"));
        Assert.Contains("OCC0220 is an occupation", _tool.Error);
        Assert.Equal(2, _tool.Run("add", "ST9001", "ST9002", "--version", "1.2"));
        Assert.Equal(2, _tool.Run("add", "ST9001", "ST9002", "-o", "@a.standard.json"));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void A_list_of_78_MB_is_searched_for_one_record_without_being_held()
    {
        var filler = string.Concat(Enumerable.Repeat($"{Samples.Record("ST9002", "1.2").Replace("Cloth of", new string('x', 39_000), StringComparison.Ordinal)},", 50));
        Answers("/ST9001", Current);
        Answers("", new ApiServer.Answer(200, "[") { Pieces = [.. Enumerable.Repeat(filler, 40), Samples.Record("ST9001", "1.2"), "]"] });
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(0, Add("--version", "1.2"));
        Assert.Equal("1.2", Written().Version.ToString());
        Assert.True(new FileInfo(Directory.GetFiles(_tool.Cache, "*.body.json", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!).Length > 78_000_000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400_000_000);
    }
}
