using System.Diagnostics.CodeAnalysis;
using System.Text;
using Competency.Text;

namespace Competency.Tool.Files;

/// <summary>A file's text together with how its bytes say it, so that a change of some characters leaves all other bytes as they were.</summary>
internal sealed class EncodedFile
{
    private readonly Encoding _encoding;

    private EncodedFile(SourceDocument source, Encoding encoding)
    {
        Source = source;
        _encoding = encoding;
    }

    public SourceDocument Source { get; }

    /// <summary>Reads a file; where that fails, says why in a line for people.</summary>
    public static bool TryRead(string path, [NotNullWhen(true)] out EncodedFile? file, [NotNullWhen(false)] out string? error)
    {
        file = null;
        if (!TextFile.TryRead(path, out var source, out error))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        file = new EncodedFile(source, start[..stream.ReadAtLeast(start, 3, throwOnEndOfStream: false)] switch
        {
            [0xEF, 0xBB, 0xBF] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        });
        return true;
    }

    /// <summary>The bytes of another text in the same encoding, with a byte order mark where there is one.</summary>
    public byte[] Encode(string text) => [.. _encoding.Preamble, .. _encoding.GetBytes(text)];
}
