using System.Security.Cryptography;
using System.Text;
using Competency.Documents;
using Competency.Documents.Json;
using Competency.Tool.Files;

namespace Competency.Tool.Api;

/// <summary>
/// Answers of the API, each with what the server calls it, so that the next request can ask "anything newer?". It stands in the user's cache
/// folder, never beside a document. What is damaged is as good as absent, and what cannot be written is not kept.
/// </summary>
/// <param name="folder">The folder; it need not be there.</param>
internal sealed class HttpCache(string folder)
{
    private const string Format = "competency.cache/1";
    private const string PartExtension = ".part";

    // No download takes as long.
    private static readonly TimeSpan LongestDownload = TimeSpan.FromDays(1);

    public string Folder => folder;

    /// <summary>An answer that was kept.</summary>
    internal sealed record Entry(string Body, string? ETag, string? LastModified);

    /// <summary>An empty file that a body is to be written to; of its own, so that two commands at once do not mix theirs.</summary>
    /// <exception cref="IOException">Nothing can be written here.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written here.</exception>
    public string NewBody()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Path.GetRandomFileName() + PartExtension);
        using var made = new FileStream(path, FileMode.CreateNew);
        return path;
    }

    /// <summary>Removes what commands left that were killed in their midst: nobody writes it any more.</summary>
    /// <param name="now">The time by which it is old.</param>
    public void RemoveLeftBehind(DateTimeOffset now)
    {
        try
        {
            var left = new DirectoryInfo(folder) is { Exists: true } info ? info.GetFiles() : [];
            foreach (var file in left.Where(f => (f.Extension == PartExtension || LeftBehind.IsOne(f.Name)) && now - f.LastWriteTimeUtc > LongestDownload))
            {
                TextFile.Discard(file.FullName);
            }
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            // A cache that cannot be read is told where it is written.
        }
    }

    /// <summary>What is kept of an address; null for nothing that can be relied on.</summary>
    public Entry? Find(Uri address)
    {
        var (body, about) = PlacesOf(address);
        try
        {
            if (!File.Exists(about) || !TextFile.TryRead(about, out var text, out _) || new DocumentReader(text) is not { IsWhole: true } reader || reader.Expect(Format) is not { } root)
            {
                return null;
            }

            var (etag, lastModified, hash) = (root.String("etag"), root.String("lastModified"), root.String("sha256"));
            using var stream = File.OpenRead(body);
            return root.String("address") == address.AbsoluteUri && hash == Convert.ToHexStringLower(SHA256.HashData(stream)) ? new Entry(body, etag, lastModified) : null;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return null;
        }
    }

    /// <summary>Keeps an answer, and says where its body is from now on.</summary>
    public string Keep(Uri address, string body, string? etag, string? lastModified)
    {
        var places = PlacesOf(address);
        try
        {
            string hash;
            using (var stream = File.OpenRead(body))
            {
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            // First the body: an interrupted command leaves a hash that does not fit, which is no answer.
            File.Move(body, places.Body, overwrite: true);
            var about = new JsonWriter().StartObject().Member("document", Format).Member("address", address.AbsoluteUri).Member("etag", etag).Member("lastModified", lastModified).Member("sha256", hash).EndObject();
            TextFile.TryWrite(places.About, about.ToString(), out _, out _);
            return places.Body;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return File.Exists(body) ? body : places.Body;
        }
    }

    private (string Body, string About) PlacesOf(Uri address)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32];
        return (Path.Combine(folder, name + ".body.json"), Path.Combine(folder, name + ".about.json"));
    }
}
