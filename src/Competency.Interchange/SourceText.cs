using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Competency.Interchange;

/// <summary>Bytes of a file as text: UTF-8, with or without a byte order mark, or UTF-16 with one. Anything else is an error, never a guess.</summary>
public static class SourceText
{
    /// <summary>Decodes a file's bytes.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="text">The text, without a byte order mark; null where they are not text.</param>
    /// <param name="error">What is wrong and at which byte, in a sentence without a closing full stop; null where they are text.</param>
    public static bool TryDecode(byte[] bytes, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (name, encoding, mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("UTF-8", (Encoding)new UTF8Encoding(false, throwOnInvalidBytes: true), 3),
            [0xFF, 0xFE, ..] => ("UTF-16", new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => ("UTF-16", new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
            _ => ("UTF-8", new UTF8Encoding(false, throwOnInvalidBytes: true), 0),
        };
        try
        {
            text = encoding.GetString(bytes, mark, bytes.Length - mark);
            error = null;
            return true;
        }
        catch (DecoderFallbackException fault)
        {
            text = null;

            // The index is that of the part that was decoded, and in UTF-16 can lie beyond a last half character.
            var at = Math.Clamp(mark + fault.Index, 0, Math.Max(0, bytes.Length - 1));
            var line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
            error = $"The file is not {name}: the byte 0x{bytes[at]:X2} at offset {at}, on line {line}, belongs to no character; save the file as UTF-8";
            return false;
        }
    }
}
