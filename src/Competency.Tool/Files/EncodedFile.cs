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

    /// <summary>
    /// Reads a file for a compiler. One that is no Unicode, as sources of old can be, is taken byte for byte: what ASCII says is read right, and
    /// all else is written as it was.
    /// </summary>
    public static bool TryReadAny(string path, [NotNullWhen(true)] out EncodedFile? file)
    {
        if (TryRead(path, out file, out _))
        {
            return true;
        }

        if (SpecialFile.Is(path))
        {
            return false;
        }

        try
        {
            file = new EncodedFile(new SourceDocument(path, Encoding.Latin1.GetString(File.ReadAllBytes(path))), Encoding.Latin1);
            return true;
        }
        catch (Exception fault) when (TextFile.IsOfFiles(fault))
        {
            return false;
        }
    }

    /// <summary>The bytes of another text in the same encoding, with a byte order mark where there is one.</summary>
    public byte[] Encode(string text) => [.. _encoding.Preamble, .. _encoding.GetBytes(text)];
}
