using Competency.Notation;
using Competency.Text;

namespace Competency.Documents.Markdown;

/// <summary>
/// The lines between <c>---</c> and <c>---</c> at the top of a Markdown file, as far as a mapping needs YAML: <c>name: value</c>, and lists of
/// references on one line or one a line.
/// </summary>
internal static class FrontMatter
{
    /// <summary>Reads the front matter into a draft.</summary>
    /// <param name="draft">The mapping.</param>
    /// <param name="references">The references that it names.</param>
    /// <returns>Where the Markdown begins.</returns>
    public static int Read(MappingDraft draft, List<PlacedReferences> references)
    {
        var text = draft.Source.Text;
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var at = start;
        if (!IsRule(Line(text, ref at)))
        {
            return start;
        }

        var (label, seen) = (NotationLabel.None, new HashSet<ReferenceName>());
        var ofDemands = false;
        while (at < text.Length)
        {
            var line = Line(text, ref at);
            if (IsRule(line) || line.Text == "...")
            {
                return at;
            }

            if (ConflictMarks.Begin(line.Text, 0))
            {
                draft.Conflicts(line.Span.Start);
                continue;
            }

            if (line.Text.Length > 0 && (TextFolding.IsWhiteSpace(line.Text[0]) || line.Text[0] == '-'))
            {
                // "  - K1" beneath "ksbs:", "  - every duty" beneath "demands:", or what belongs to a name that a mapping does not know.
                if (ofDemands)
                {
                    draft.Demands(Item(line).Trimmed());
                }
                else
                {
                    Take(draft, label, Item(line), references, seen);
                }

                continue;
            }

            ofDemands = MappingDraft.IsDemand(TextFolding.Trim(line.Text.Split(':')[0]));
            label = ReadName(draft, line, references, seen);
        }

        draft.Damaged(new SourceSpan(start, Math.Min(3, text.Length - start)), "This front matter is not closed by a line '---'");
        return text.Length;
    }

    private static NotationLabel ReadName(MappingDraft draft, PlacedText line, List<PlacedReferences> references, HashSet<ReferenceName> seen)
    {
        var colon = line.Text.IndexOf(':');
        if (colon <= 0 || line.Text[0] == '#')
        {
            return NotationLabel.None;
        }

        var name = TextFolding.Trim(line.Text.Substring(0, colon));
        var value = WithoutRemark(line.Part(SourceSpan.FromBounds(colon + 1, line.Text.Length)));
        var place = line.Part(new SourceSpan(0, name.Length));
        var meant = NotationLabels.Meant(name);
        if (meant is not null)
        {
            draft.NotPlain(place, meant);
        }

        var label = NotationLabels.Known(meant ?? name);
        if (label == NotationLabel.None)
        {
            draft.Set(name, place.Span, value.Trimmed());
        }
        else
        {
            Take(draft, label, value, references, seen);
        }

        return label;
    }

    private static void Take(MappingDraft draft, NotationLabel label, PlacedText value, List<PlacedReferences> references, HashSet<ReferenceName> seen)
    {
        if (label != NotationLabel.None && value.Trimmed() is { Text.Length: > 0 } written)
        {
            // Quotes are YAML's, and no part of the notation.
            var plain = new PlacedText(written.Text.Replace('"', ' ').Replace('\'', ' '), written.Span, written.Span.Start);
            references.Add(draft.References(plain, label, seen));
        }
    }

    private static PlacedText Item(PlacedText line)
    {
        var dash = 0;
        while (dash < line.Text.Length && TextFolding.IsWhiteSpace(line.Text[dash]))
        {
            dash++;
        }

        var start = dash < line.Text.Length && line.Text[dash] == '-' ? dash + 1 : dash;
        return WithoutRemark(line.Part(SourceSpan.FromBounds(start, line.Text.Length)));
    }

    private static PlacedText WithoutRemark(PlacedText value)
    {
        var hash = value.Text.IndexOf(" #", StringComparison.Ordinal);
        return hash < 0 ? value : value.Part(SourceSpan.FromBounds(0, hash));
    }

    private static bool IsRule(PlacedText line) => line.Text.Length >= 3 && line.Text.TrimEnd(' ', '\t') == "---";

    private static PlacedText Line(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        var line = SourceSpan.FromBounds(start, at);
        at = Math.Min(text.Length, at + (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1));
        return new PlacedText(text.Substring(line.Start, line.Length), line, line.Start);
    }
}
