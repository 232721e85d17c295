using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Competency.Tool.Api;

/// <summary>The options of the commands that use the network.</summary>
internal sealed class ApiOptions
{
    private readonly Option<string?> _address = new("--api") { Description = $"The address of the apprenticeship standards API. Without it {StandardsApi.AddressVariable}, else {StandardsApi.DefaultAddress}." };
    private readonly Option<int> _timeout = new("--timeout") { Description = "How many seconds the server may say nothing.", DefaultValueFactory = _ => 30, CustomParser = ParseSeconds };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Asks for everything anew, and keeps nothing for the next time." };

    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_timeout);
        command.Options.Add(_noCache);
    }

    /// <summary>The API that a command line names; null where it names none, and why.</summary>
    public StandardsApi? Open(ParseResult parsed, ToolHost host, TextWriter error)
    {
        var said = parsed.GetValue(_address) ?? (host.Variable(StandardsApi.AddressVariable) is { Length: > 0 } variable ? variable : StandardsApi.DefaultAddress);
        if (!Uri.TryCreate(said, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            error.WriteLine($"'{said}' is no address of the web such as {StandardsApi.DefaultAddress}");
            return null;
        }

        var cache = parsed.GetValue(_noCache) || host.CacheFolder is null ? null : new HttpCache(Path.Combine(host.CacheFolder, "standards-api"));
        cache?.RemoveLeftBehind(host.Now);
        return new StandardsApi(address, cache, TimeSpan.FromSeconds(parsed.GetValue(_timeout)), host.Wait, error.WriteLine);
    }

    private static int ParseSeconds(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            result.AddError($"--timeout takes a number of seconds, not '{text}'");
        }
        else if (seconds is < 1 or > 3600)
        {
            result.AddError($"--timeout is a number of seconds from 1 to 3600, not {seconds.ToString(CultureInfo.InvariantCulture)}");
        }

        return seconds;
    }
}
