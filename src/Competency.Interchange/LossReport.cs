using System.Text;

namespace Competency.Interchange;

/// <summary>What was lost, guessed or mended between a source and the document that was made of it.</summary>
public sealed class LossReport
{
    internal LossReport(IEnumerable<Loss> entries) =>
        Entries = Array.AsReadOnly(entries.OrderBy(e => e.Location?.Span.Start ?? -1).ToArray());

    /// <summary>Every difference, in the order of the source; those of the source as a whole first.</summary>
    public IReadOnlyList<Loss> Entries { get; }

    /// <summary>The differences of one kind.</summary>
    public IEnumerable<Loss> Of(LossKind kind) => Entries.Where(e => e.Kind == kind);

    /// <summary>The report for people: one line a difference, then how many there are of each kind.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(entry).Append('\n');
        }

        text.Append($"{Of(LossKind.NotHeld).Count()} not held, {Of(LossKind.Guessed).Count()} guessed, {Of(LossKind.Mended).Count()} mended");
        var verbatim = Of(LossKind.Verbatim).Count();
        return text.Append(verbatim == 0 ? "" : $", {verbatim} verbatim").ToString();
    }
}
