using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Competency.Tool.Tests;

/// <summary>A web server on this machine that answers as it is told, faults included. One connection a request.</summary>
internal sealed class ApiServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _answering = [];
    private readonly Task _running;

    public ApiServer()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/standards";
        _running = Task.Run(ServeAsync);
    }

    /// <summary>What is answered to a path; 404 for any other.</summary>
    public Dictionary<string, Func<Request, Answer>> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Every request so far.</summary>
    public List<Request> Requests { get; } = [];

    public string Address { get; }

    /// <summary>A request: its path and its headers.</summary>
    internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers);

    /// <summary>An answer and what goes wrong with it.</summary>
    internal sealed record Answer(int Status, string Body = "", string? Type = "application/json")
    {
        public Dictionary<string, string> Headers { get; init; } = [];

        /// <summary>More of the body, written piece by piece.</summary>
        public IEnumerable<string> Pieces { get; init; } = [];

        /// <summary>After how many characters of the body the connection is closed, though more was promised.</summary>
        public int? CutAt { get; init; }

        /// <summary>Whether nothing more comes after the body, though more was promised.</summary>
        public bool Stalls { get; init; }

        /// <summary>Whether nothing comes at all.</summary>
        public bool IsSilent { get; init; }
    }

    public void Dispose()
    {
        if (!_stop.IsCancellationRequested)
        {
            _stop.Cancel();
            _listener.Stop();
            Task.WaitAll([_running, .. _answering], TimeSpan.FromSeconds(5));
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                // One that stalls keeps no other waiting.
                _answering.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var path = (await reader.ReadLineAsync(_stop.Token))?.Split(' ')[1] ?? "";
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
            {
                headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }

            var request = new Request(path, headers);
            lock (Requests)
            {
                Requests.Add(request);
            }

            var answer = Paths.TryGetValue(path, out var make) ? make(request) : new Answer(404);
            await SendAsync(stream, answer);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The client had enough, or the test is over.
        }
    }

    private async Task SendAsync(NetworkStream stream, Answer answer)
    {
        if (answer.IsSilent)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        var hasPieces = answer.Pieces.Any();
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = new StringBuilder($"HTTP/1.1 {answer.Status} X\r\nConnection: close\r\n");
        head.Append(answer.Type is null ? "" : $"Content-Type: {answer.Type}\r\n");
        head.Append(hasPieces ? "" : $"Content-Length: {body.Length + (answer.Stalls ? 1 : 0)}\r\n");
        foreach (var (name, value) in answer.Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n"), _stop.Token);
        await stream.WriteAsync(body.AsMemory(0, answer.CutAt ?? body.Length), _stop.Token);
        foreach (var piece in answer.Pieces)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(piece), _stop.Token);
        }

        if (answer.Stalls)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }
    }
}
