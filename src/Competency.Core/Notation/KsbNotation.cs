namespace Competency.Notation;

/// <summary>
/// The notation in which people write KSB references: <c>K1-K10, S4</c>, <c>[K5 S5]</c>, <c>KSBs: K13, K14.</c>, <c>ST0499:K9</c> and
/// more; the grammar is in docs/notation.md.
/// </summary>
static partial class KsbNotation
{
    /// <summary>Reads a field that holds references and nothing else. Never throws: what is no reference is a problem with its place.</summary>
    public static KsbNotationResult Parse(string text) => new KsbNotationParser(text ?? throw new ArgumentNullException(nameof(text))).Parse();

    /// <summary>
    /// Finds references in prose: only what surely is one, such as <c>KSBs: K1, S4</c>, <c>(S4, S13)</c>, <c>K3, K4 and K5</c> or <c>ST0499:K9</c>.
    /// A heading <c>B1.</c>, "S3 lifecycle rules" and criterion P1 are none. Never throws.
    /// </summary>
    /// <returns>The references, and what is wrong in the places that hold them; each span is one of the text.</returns>
    public static KsbNotationResult Scan(string text)
    {
        var references = new List<KsbReference>();
        var problems = new List<NotationProblem>();
        foreach (var field in KsbProse.Fields(text ?? throw new ArgumentNullException(nameof(text))))
        {
            var result = Parse(field.Text, field.Label);
            references.AddRange(result.References.Select(r => r.Shift(field.Span.Start)));
            problems.AddRange(result.Problems.Select(p => p.Shift(field.Span.Start)));
        }

        return new KsbNotationResult(references.ToArray(), problems.ToArray());
    }

    /// <summary>Reads a field whose heading says what its references are.</summary>
    internal static KsbNotationResult Parse(string text, NotationLabel label) => new KsbNotationParser(text, label).Parse();

    /// <summary>
    /// Writes codes compactly: in the order of codes, each once, three or more in a row as a range, as in <c>K1-K10, S4</c>.
    /// Reading the result gives the same codes.
    /// </summary>
    public static string Format(IEnumerable<KsbCode> codes)
    {
        var given = codes as KsbCode[] ?? (codes ?? throw new ArgumentNullException(nameof(codes))).ToArray();
#if COMPETENCY_CORE
        return Format(given.AsSpan());
#else
        var sorted = IsAscending(given) ? given : [.. Frozen.Sorted(given)];
        var text = new char[sorted.Length * WrittenLength];
        return new string(text, 0, Write(sorted, text));
#endif
    }

#if COMPETENCY_CORE
    /// <inheritdoc cref="Format(IEnumerable{KsbCode})"/>
    /// <remarks>An array goes to the other, where one that is null is refused; as a span it would be taken for one of nothing.</remarks>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]
    public static string Format(ReadOnlySpan<KsbCode> codes)
    {
        ReadOnlySpan<KsbCode> sorted = IsAscending(codes) ? codes : [.. Frozen.Sorted(codes.ToArray())];
        var text = sorted.Length <= CodesOnStack ? stackalloc char[CodesOnStack * WrittenLength] : new char[sorted.Length * WrittenLength];
        return new string(text[..Write(sorted, text)]);
    }

    private const int CodesOnStack = 16;

    private static int Write(ReadOnlySpan<KsbCode> sorted, Span<char> text)
#else
    private static int Write(KsbCode[] sorted, char[] text)
#endif
    {
        var at = 0;
        for (var i = 0; i < sorted.Length;)
        {
            var last = i;
            while (last + 1 < sorted.Length && sorted[last + 1].Value == sorted[last].Value + 1)
            {
                last++;
            }

            if (at > 0)
            {
                text[at++] = ',';
                text[at++] = ' ';
            }

            at = sorted[i].Write(text, at);

            // Two in a row read better as "K1, K2" than as "K1-K2".
            var length = last - i >= 2 ? last - i + 1 : 1;
            if (length > 1)
            {
                text[at++] = '-';
                at = sorted[last].Write(text, at);
            }

            i += length;
        }

        return at;
    }

    /// <summary>The most characters that a code takes among others.</summary>
    private const int WrittenLength = KsbCode.MaxLength + 2;

#if COMPETENCY_CORE
    private static bool IsAscending(ReadOnlySpan<KsbCode> codes)
#else
    private static bool IsAscending(KsbCode[] codes)
#endif
    {
        for (var i = 1; i < codes.Length; i++)
        {
            if (codes[i] <= codes[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
