using System.Text;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>Files that a program reads when it starts.</summary>
internal static class StartupFile
{
    // A byte that is no UTF-8 must not become a character that nobody wrote.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    public static SourceDocument Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FileNotFoundException($"{path} is a folder; name the file.", path);
        }

        try
        {
            return new SourceDocument(path, File.ReadAllText(path, Strict));
        }
        catch (DecoderFallbackException)
        {
            var start = new SourceDocument(path, "").Locate(SourceSpan.FromBounds(0, 0));
            throw new InvalidDocumentException([new Finding(FindingCatalogue.UnreadableDocument, "The file is not text in UTF-8; save it as UTF-8", start)]);
        }
        catch (Exception fault) when (fault is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new FileNotFoundException($"There is no file {path}.", path, fault);
        }
    }

    /// <summary>The file, or those of a folder whose names end so, in the order of their names.</summary>
    public static IEnumerable<SourceDocument> ReadAll(string path, string suffix)
    {
        if (File.Exists(path))
        {
            return [Read(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is neither a file nor a folder {path}.", path);
        }

        string[] files = [.. Directory.GetFiles(path).Where(f => f.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files.Select(Read) : throw new FileNotFoundException($"No *{suffix} stands in the folder {path}.", path);
    }
}
