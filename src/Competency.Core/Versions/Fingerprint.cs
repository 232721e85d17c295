using System.Security.Cryptography;
using System.Text;
using Competency.Text;

namespace Competency.Versions;

/// <summary>Short hashes by which the same text is recognised again. Not a security measure.</summary>
static partial class Fingerprint
{
    /// <summary>
    /// The fingerprint of a statement: 16 hexadecimal digits that white space, dashes, quotes, case and punctuation at the end do not change.
    /// </summary>
    public static string OfStatement(string text) => OfContent(TextFolding.FoldStatement(text));

    /// <summary>The fingerprint of a text as it is: the first 64 bits of the SHA-256 of its UTF-8 bytes, as 16 hexadecimal digits.</summary>
    public static string OfContent(string text)
    {
#if COMPETENCY_CORE
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        var hex = new StringBuilder(16);
        for (var i = 0; i < 8; i++)
        {
            hex.Append(Digit(hash[i] >> 4)).Append(Digit(hash[i] & 0xF));
        }

        return hex.ToString();
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
