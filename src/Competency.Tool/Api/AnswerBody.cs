using System.Text.Json;
using Competency.Tool.Files;

namespace Competency.Tool.Api;

/// <summary>What the body of an answer turned out to be when it was read.</summary>
internal enum AnswerBody
{
    /// <summary>What was asked for.</summary>
    Wanted,

    /// <summary>JSON that ends in its midst: the rest was lost on the way.</summary>
    CutOff,

    /// <summary>Something else, which who asked has to judge.</summary>
    Other,
}

/// <summary>Reads the bodies of answers.</summary>
internal static class AnswerBodies
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>Whether a file holds records, and among them one of a standard where one was asked for.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AnswerBody Read(string path, StandardReference? wanted)
    {
        var index = RecordFile.List(path, path);
        return index.Problem is null && (wanted is null || index.Entries.Any(e => e.Reference == wanted)) ? AnswerBody.Wanted
            : !index.IsWhole && IsCutOff(path) ? AnswerBody.CutOff
            : AnswerBody.Other;
    }

    /// <summary>Whether all of a file could be the beginning of JSON, and more is missing. Of nothing at all nobody can say.</summary>
    private static bool IsCutOff(string path)
    {
        using var stream = RecordFile.Open(path);
        var buffer = new byte[FirstBuffer];
        var state = default(JsonReaderState);
        var (length, isOpen, isFirst) = (0, false, true);
        try
        {
            while (stream.Read(buffer, length, buffer.Length - length) is var read and > 0)
            {
                length += read;
                var start = isFirst && buffer.AsSpan(0, length) is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
                isFirst = false;
                var reader = new Utf8JsonReader(buffer.AsSpan(start, length - start), isFinalBlock: false, state);
                while (reader.Read())
                {
                    isOpen = reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                }

                state = reader.CurrentState;
                var rest = buffer.AsSpan(start + (int)reader.BytesConsumed, length - start - (int)reader.BytesConsumed);
                rest.CopyTo(buffer);
                length = rest.Length;
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * length);
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return isOpen || !buffer.AsSpan(0, length).Trim(" \t\r\n"u8).IsEmpty;
    }
}
