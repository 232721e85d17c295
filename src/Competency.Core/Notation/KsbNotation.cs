using System.Text;

namespace Competency.Notation;

/// <summary>
/// The notation in which people write KSB references: <c>K1-K10, S4</c>, <c>[K5 S5]</c>, <c>KSBs: K13, K14.</c>, <c>ST0499:K9</c> and
/// more; the grammar is in docs/notation.md.
/// </summary>
static partial class KsbNotation
{
    /// <summary>Reads a field that holds references and nothing else. Never throws: what is no reference is a problem with its place.</summary>
    public static KsbNotationResult Parse(string text) => new KsbNotationParser(text ?? throw new ArgumentNullException(nameof(text))).Parse();

    /// <summary>Reads a field whose heading says what its references are.</summary>
    internal static KsbNotationResult Parse(string text, NotationLabel label) => new KsbNotationParser(text, label).Parse();

    /// <summary>
    /// Writes codes compactly: in the order of codes, each once, three or more in a row as a range, as in <c>K1-K10, S4</c>.
    /// Reading the result gives the same codes.
    /// </summary>
    public static string Format(IEnumerable<KsbCode> codes)
    {
        var sorted = Frozen.Sorted(codes ?? throw new ArgumentNullException(nameof(codes)));
        var text = new StringBuilder();
        for (var i = 0; i < sorted.Count;)
        {
            var last = i;
            while (last + 1 < sorted.Count && sorted[last + 1].Value == sorted[last].Value + 1)
            {
                last++;
            }

            // Two in a row read better as "K1, K2" than as "K1-K2".
            var length = last - i >= 2 ? last - i + 1 : 1;
            text.Append(text.Length == 0 ? "" : ", ").Append(sorted[i].ToString());
            if (length > 1)
            {
                text.Append('-').Append(sorted[last].ToString());
            }

            i += length;
        }

        return text.ToString();
    }
}
