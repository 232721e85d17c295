using Competency.Text;

namespace Competency.Interchange.Roles;

/// <summary>Parts a paragraph into its sentences.</summary>
internal static class Sentences
{
    /// <summary>A sentence ends at a full stop, question or exclamation mark before white space and a capital.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('.' or '?' or '!'))
            {
                continue;
            }

            var next = at + 1;
            while (next < text.Length && TextFolding.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (next > at + 1 && next < text.Length && text[next] is >= 'A' and <= 'Z')
            {
                yield return (start, at + 1);
                start = next;
            }
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }
}
