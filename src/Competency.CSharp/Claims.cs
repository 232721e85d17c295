using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>What references want to stand where they stand. A constant can be read in several places; where these disagree, nobody gets their way.</summary>
internal sealed class Claims
{
    private readonly Dictionary<string, List<Claim>> _byFile = new(StringComparer.Ordinal);

    /// <summary>Who wants something: all of its claims are granted, or none.</summary>
    public sealed class Claimant
    {
        /// <summary>Why it does not get what it wants; null where it does.</summary>
        public string? Refusal { get; set; }

        /// <summary>Whether it would change anything.</summary>
        public bool Changes { get; set; }
    }

    private sealed record Claim(TextSpan Span, string Text, Claimant Claimant, bool Changes);

    /// <summary>Claims that some characters become others, or stay what they are.</summary>
    public void Add(string path, TextSpan span, string text, Claimant claimant, bool changes)
    {
        if (!_byFile.TryGetValue(path, out var claims))
        {
            _byFile.Add(path, claims = []);
        }

        claims.Add(new Claim(span, text, claimant, changes));
        claimant.Changes |= changes;
    }

    /// <summary>Refuses all that contradict one another, and then what hangs together with those.</summary>
    public void Settle(string refusal)
    {
        var isSettled = false;
        while (!isSettled)
        {
            isSettled = true;
            foreach (var claims in _byFile.Values)
            {
                isSettled &= Settle(claims, refusal);
            }
        }
    }

    /// <summary>The edits of each file, in the order of the text.</summary>
    public IEnumerable<(string Path, IReadOnlyList<TextChange> Edits)> Granted() =>
        from of in _byFile
        let edits = of.Value.Where(c => c.Changes && c.Claimant.Refusal is null).Select(c => new TextChange(c.Span, c.Text)).Distinct().OrderBy(c => c.Span.Start).ToArray()
        where edits.Length > 0
        orderby of.Key
        select (of.Key, (IReadOnlyList<TextChange>)edits);

    private static bool Settle(List<Claim> claims, string refusal)
    {
        // What is refused goes on saying that the characters stay.
        var ordered = claims.Select(c => c.Claimant.Refusal is null || !c.Changes ? (c.Span, Text: c.Changes ? c.Text : null, Claim: c) : (c.Span, Text: (string?)null, Claim: c)).OrderBy(c => c.Span.Start).ToArray();
        var isSettled = true;
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = i + 1; j < ordered.Length && ordered[j].Span.Start < ordered[i].Span.End; j++)
            {
                if ((ordered[i].Text is null && ordered[j].Text is null) || (ordered[i].Span == ordered[j].Span && ordered[i].Text == ordered[j].Text))
                {
                    continue;
                }

                foreach (var claimant in new[] { ordered[i], ordered[j] }.Where(c => c.Text is not null && c.Claim.Claimant.Refusal is null).Select(c => c.Claim.Claimant))
                {
                    claimant.Refusal = refusal;
                    isSettled = false;
                }
            }
        }

        return isSettled;
    }
}
