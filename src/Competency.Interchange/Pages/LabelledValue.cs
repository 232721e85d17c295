using Competency.Interchange.Reading;
using Competency.Text;

namespace Competency.Interchange.Pages;

/// <summary>A label of a page and its value: <c>Level: 4</c>, on one line or on two, several on a line where the page ran them together.</summary>
/// <param name="Label">The label in lower case.</param>
/// <param name="Value">The value; empty where it stands on the next line.</param>
/// <param name="Line">The line of the label.</param>
internal sealed record LabelledValue(string Label, string Value, PageLine Line)
{
    /// <summary>Every label of a list that a line holds, each with what stands behind it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="labels">The labels in lower case, longer ones before those that they contain.</param>
    public static IReadOnlyList<LabelledValue> Split(PageLine line, IReadOnlyList<string> labels)
    {
        // Lower case keeps each character's place, so that the line can be cut where its lower form is found.
        var lower = new string(line.Text.Select(c => TextFolding.IsWhiteSpace(c) ? ' ' : TextFolding.ToLower(c)).ToArray());
        var starts = new List<(int Start, int End, string Label)>();
        for (var at = 0; at < lower.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(lower[at - 1]))
            {
                continue;
            }

            foreach (var label in labels)
            {
                var end = at + label.Length;
                if (string.CompareOrdinal(lower, at, label, 0, label.Length) != 0)
                {
                    continue;
                }

                while (end < lower.Length && lower[end] == ' ')
                {
                    end++;
                }

                if (end < lower.Length && lower[end] == ':')
                {
                    starts.Add((at, end + 1, label));
                    at = end;
                    break;
                }
            }
        }

        // A label within a sentence is no label: only what begins the line counts, and what follows on from it.
        if (starts.Count == 0 || starts[0].Start > 0)
        {
            return [];
        }

        return starts.Select((s, i) => new LabelledValue(
            s.Label, TextFolding.Trim(line.Text[s.End..(i + 1 < starts.Count ? starts[i + 1].Start : line.Text.Length)]), line)).ToArray();
    }
}
