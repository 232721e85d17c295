using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using Competency.Tool.Files;

namespace Competency.Tool.Api;

/// <summary>
/// The published apprenticeship standards API: <c>{address}/ST0499</c> is the current record of one standard, <c>{address}</c> the list of
/// every version of every standard. Asks only for what is newer, tries again what can pass, and says in a sentence what does not.
/// </summary>
internal sealed class StandardsApi : IDisposable
{
    /// <summary>Where Skills England publishes the records, without a key. It is known from programs that read it; no page promises it.</summary>
    public const string DefaultAddress = "https://skillsengland.education.gov.uk/api/apprenticeshipstandards";

    /// <summary>The variable of the environment that names another address.</summary>
    public const string AddressVariable = "COMPETENCY_STANDARDS_API";

    private const int Attempts = 4;
    private const int MostRedirects = 5;

    // The whole list has 50 to 78 MB.
    private const long MaxBody = 1L << 30;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private HttpCache? _cache;
    private readonly TimeSpan _patience;
    private readonly Action<TimeSpan> _wait;
    private readonly Action<string> _say;

    // A signal comes on a thread of its own.
    private readonly Lock _gate = new();
    private readonly List<string> _temporary = [];
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations;
    private bool _isInterrupted;

    /// <param name="address">The address of the list.</param>
    /// <param name="cache">What was fetched before; null to fetch everything anew.</param>
    /// <param name="patience">How long the server may say nothing, before the answer and within it.</param>
    /// <param name="wait">Waits between two attempts.</param>
    /// <param name="say">Told that an attempt failed and another follows.</param>
    public StandardsApi(Uri address, HttpCache? cache, TimeSpan patience, Action<TimeSpan> wait, Action<string> say)
    {
        (_address, _cache, _patience, _wait, _say) = (address, cache, patience, wait, say);
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false, ConnectTimeout = patience };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(StandardsApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("competency", version));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _registrations = [.. InterruptedException.Signals.Select(s => PosixSignalRegistration.Create(s, _ => Interrupt()))];
    }

    /// <summary>The current record of a standard.</summary>
    public ApiAnswer Get(StandardReference reference) => Get(new Uri($"{_address.AbsoluteUri.TrimEnd('/')}/{reference}"), reference);

    /// <summary>Every version of every standard.</summary>
    public ApiAnswer GetList() => Get(_address, null);

    public void Dispose()
    {
        _client.Dispose();
        Discard();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    /// <summary>What a signal does that asks the command to end: no part of an answer stays. The system ends the process then.</summary>
    internal void Interrupt()
    {
        lock (_gate)
        {
            _isInterrupted = true;
            Discard();
        }
    }

    private ApiAnswer Get(Uri address, StandardReference? wanted)
    {
        var known = Known(address, wanted);
        for (var attempt = 1; ; attempt++)
        {
            var outcome = TryAsync(address, wanted, known).GetAwaiter().GetResult();
            if (outcome.Body is not null || !outcome.CanPass)
            {
                return new ApiAnswer(address, outcome.Body, outcome.Fault) { IsMissing = outcome.IsMissing };
            }

            // A second, two, four; or what the server asks for, unless nobody would wait so long.
            var pause = outcome.After ?? TimeSpan.FromSeconds(1 << (attempt - 1));
            if (pause > LongestWait)
            {
                return new ApiAnswer(address, null, $"{outcome.Fault}; it asks to come again in {Seconds(pause)}, which is too long to wait here");
            }

            if (attempt == Attempts)
            {
                return new ApiAnswer(address, null, $"{outcome.Fault}; that was attempt {attempt} of {Attempts}. Try again later");
            }

            _say($"{address}: {outcome.Fault}; trying again in {Seconds(pause)}");
            _wait(pause);
        }
    }

    private async Task<Outcome> TryAsync(Uri address, StandardReference? wanted, HttpCache.Entry? known)
    {
        using var patience = new CancellationTokenSource(_patience);
        string? body = null;
        try
        {
            using var response = await SendAsync(address, known, patience.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
            {
                return new Outcome(known.Body, null);
            }

            if (Refusal(response) is { } refusal)
            {
                return refusal;
            }

            body = NewBody();
            if (!await SaveAsync(response, body, patience).ConfigureAwait(false))
            {
                return new Outcome(null, $"The answer is longer than {MaxBody >> 20} MB, which no list of standards is");
            }

            // A body that is not what was asked for is no answer to rely on the next time.
            var kind = AnswerBodies.Read(body, wanted);
            if (kind == AnswerBody.CutOff)
            {
                TextFile.Discard(body);
                return CutOff;
            }

            if (kind == AnswerBody.Other)
            {
                return new Outcome(body, null);
            }

            var header = response.Content.Headers;
            return new Outcome(_cache is null ? body : _cache.Keep(address, body, response.Headers.ETag?.ToString(), header.LastModified?.ToString("R", CultureInfo.InvariantCulture)), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or InvalidDataException or UnauthorizedAccessException or NotCompressedException)
        {
            TextFile.Discard(body);
            return Failure(fault, body);
        }
    }

    /// <summary>Asks, and follows redirects to their end. .NET would follow them to any address, and speak HTTP there.</summary>
    private async Task<HttpResponseMessage> SendAsync(Uri address, HttpCache.Entry? known, CancellationToken patience)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            Ask(request, known);
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience).ConfigureAwait(false);
            if (redirects == MostRedirects || Further(response, address) is not { } next || !IsOfTheWeb(next) || !IsAsSecure(address, next))
            {
                return response;
            }

            response.Dispose();
            address = next;
        }
    }

    /// <summary>Where an answer sends on to; null where it sends nowhere.</summary>
    private static Uri? Further(HttpResponseMessage response, Uri from) =>
        IsRedirect(response) && Uri.TryCreate(from, response.Headers.Location?.OriginalString, out var next) ? next : null;

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 300 or 301 or 302 or 303 or 307 or 308;

    private static bool IsOfTheWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    private static bool IsAsSecure(Uri from, Uri next) => from.Scheme != Uri.UriSchemeHttps || next.Scheme == Uri.UriSchemeHttps;

    /// <summary>An empty file for a body, which is gone in the end unless the cache keeps it. A cache that cannot be written is no reason to have no answer.</summary>
    private string NewBody()
    {
        lock (_gate)
        {
            if (_isInterrupted)
            {
                throw new OperationCanceledException();
            }

            try
            {
                if (_cache is not null)
                {
                    _temporary.Add(_cache.NewBody());
                    return _temporary[^1];
                }
            }
            catch (Exception fault) when (TextFile.IsOfFiles(fault))
            {
                _say($"{_cache!.Folder}: Nothing can be kept here ({TextFile.ReasonOfFolder(fault, _cache.Folder)}), and the next time all is fetched anew; {CacheFolder.Variable} names another folder, and --no-cache wants none");
                _cache = null;
            }

            _temporary.Add(Path.GetTempFileName());
            return _temporary[^1];
        }
    }

    /// <summary>What was kept of an address, as long as it still is what is asked for.</summary>
    private HttpCache.Entry? Known(Uri address, StandardReference? wanted)
    {
        try
        {
            return _cache?.Find(address) is { } entry && AnswerBodies.Read(entry.Body, wanted) == AnswerBody.Wanted ? entry : null;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return null;
        }
    }

    private static void Ask(HttpRequestMessage request, HttpCache.Entry? known)
    {
        if (known?.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        if (known?.LastModified is { } written && DateTimeOffset.TryParseExact(written, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var modified))
        {
            request.Headers.IfModifiedSince = modified;
        }
    }

    /// <summary>Why an answer is none; null where it is one.</summary>
    private static Outcome? Refusal(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is 404 or 410)
        {
            return new Outcome(null, $"The server has no such record ({status}); is the reference right?") { IsMissing = true };
        }

        if (status is 408 or 429 or >= 500)
        {
            var why = status == 429 ? "The server has had too many requests (429)" : $"The server failed ({status})";
            return new Outcome(null, why) { CanPass = true, After = After(response) };
        }

        if (status == 304)
        {
            return new Outcome(null, "The server says that nothing has changed (304), but was not asked whether anything has");
        }

        if (status is >= 300 and < 400)
        {
            return new Outcome(null, $"The server sends on to {response.Headers.Location?.OriginalString ?? "nowhere"} ({status}), {WhyNotFollowed(response)}");
        }

        if (status == 204)
        {
            return new Outcome(null, "The server gave an empty answer (204)");
        }

        if (status != 200)
        {
            return new Outcome(null, $"The server refused ({status})");
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        return type is null || type.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? null
            : new Outcome(null, $"The answer is {type} and not JSON; is the address that of the API? (--api, {AddressVariable})");
    }

    /// <summary>Why a redirect is the end. <see cref="SendAsync"/> follows every other.</summary>
    private static string WhyNotFollowed(HttpResponseMessage response)
    {
        var from = response.RequestMessage!.RequestUri!;
        return response.Headers.Location is null ? "and names no address to ask next (Location)"
            : !IsRedirect(response) ? "which was not followed: that status is none of a redirect"
            : Further(response, from) is not { } next ? "which was not followed: it is no address"
            : !IsOfTheWeb(next) ? "which was not followed: it is no address of the web (http or https)"
            : !IsAsSecure(from, next) ? "which was not followed: it is not secure (https leads to http)"
            : $"which was not followed: it was sent on {MostRedirects} times already, and there seems to be no end to it";
    }

    /// <summary>How long the server asks to wait. A date is taken against the server's own clock, for the two may differ.</summary>
    private static TimeSpan? After(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? (asked?.Date is { } date && response.Headers.Date is { } now ? date - now : null);
        return pause is { } known && known < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    /// <summary>Writes the answer to a file; false where it is too long.</summary>
    private async Task<bool> SaveAsync(HttpResponseMessage response, string path, CancellationTokenSource patience)
    {
        using var source = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
        // The file is there; one that an interruption removed is not made again.
        using var target = new FileStream(path, FileMode.Truncate, FileAccess.Write, FileShare.Read | FileShare.Delete);
        var buffer = new byte[1 << 16];
        var length = 0L;
        while (true)
        {
            // A slow answer is one: only silence ends it.
            patience.CancelAfter(_patience);
            var read = await ReadAsync(source, buffer, length == 0, patience.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            if ((length += read) > MaxBody)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), patience.Token).ConfigureAwait(false);
        }
    }

    private static async Task<int> ReadAsync(Stream source, byte[] buffer, bool isStart, CancellationToken patience)
    {
        try
        {
            return await source.ReadAsync(buffer, patience).ConfigureAwait(false);
        }
        catch (InvalidDataException) when (isStart)
        {
            throw new NotCompressedException();
        }
    }

    private static Outcome CutOff => new(null, "The answer was cut off") { CanPass = true };

    private Outcome Failure(Exception fault, string? body) => fault switch
    {
        OperationCanceledException => new Outcome(null, $"The server said nothing for {Seconds(_patience)}") { CanPass = true },
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } request =>
            new Outcome(null, $"The server cannot be reached ({Cause(request)}); is the machine offline, or behind a proxy? Documents that are there stay as they are"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } request => new Outcome(null, $"The connection to the server is not secure ({Cause(request)})"),
        HttpRequestException or HttpIOException or InvalidDataException or IOException { InnerException: SocketException } => CutOff,
        NotCompressedException => new Outcome(null, "The answer is not compressed as its header says (Content-Encoding), or is damaged, and cannot be read"),
        _ => new Outcome(null, $"The answer cannot be kept in {Path.GetDirectoryName(body) ?? Path.GetTempPath()}: {TextFile.Reason(fault)}{(_cache is null ? "" : $"; {CacheFolder.Variable} names another folder, and --no-cache wants none")}"),
    };

    private static string Cause(Exception fault) => (fault.InnerException ?? fault).Message.TrimEnd('.');

    private static string Seconds(TimeSpan span) => $"{span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} {(span.TotalSeconds == 1 ? "second" : "seconds")}";

    /// <summary>Removes what was not kept; what was has another place by now.</summary>
    private void Discard()
    {
        lock (_gate)
        {
            _temporary.ForEach(TextFile.Discard);
            _temporary.Clear();
        }
    }

    /// <summary>The first bytes of an answer are none of the compression that its header names.</summary>
    private sealed class NotCompressedException : Exception;

    private sealed record Outcome(string? Body, string? Fault)
    {
        public bool CanPass { get; init; }

        public bool IsMissing { get; init; }

        public TimeSpan? After { get; init; }
    }
}
