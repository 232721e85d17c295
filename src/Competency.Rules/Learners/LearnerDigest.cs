using Competency.Documents.Json;
using Competency.Versions;

namespace Competency.Rules;

/// <summary>
/// The fingerprint of all that is known of a learner. The order in which it was entered is nothing that is known, for a database gives its rows in any; but of two
/// entries of one day about one thing the later in the list holds, and so theirs is.
/// </summary>
internal static class LearnerDigest
{
    // Of which day an entry is, and when that was recorded.
    private static readonly string[] Days = ["on", "from", "recorded"];

    // Of a decision on an offer the pair as well; one on a claim has none.
    private static readonly string[] DaysOfPair = [.. Days, "old", "new"];

    /// <summary>The fingerprint: 16 hexadecimal digits.</summary>
    public static string Of(Learner learner)
    {
        var text = LearnerDocument.Write([learner with { Claims = Joined(learner.Claims) }]);
        return Fingerprint.OfContent(Sorted(JsonText.Parse(text).Root!, text, about: null));
    }

    /// <summary>Claims of which those of one item on one KSB that stand one after the other are one: whether decisions came together or one by one is nothing that is known.</summary>
    private static Ledger<Claim> Joined(Ledger<Claim> claims)
    {
        var items = claims.Entries.GroupBy(c => (c.Evidence, c.Standard, c.Ksb)).ToArray();
        if (items.Length == claims.Entries.Count)
        {
            return claims;
        }

        var joined = new List<Claim>();
        foreach (var item in items)
        {
            Claim? before = null;
            foreach (var claim in item.OrderBy(c => c.LastChange.On).ThenBy(c => c.LastChange.Recorded))
            {
                if (before is not null && (before.Title, before.EvidenceKind) == (claim.Title, claim.EvidenceKind))
                {
                    joined.RemoveAt(joined.Count - 1);
                    before = new Claim(claim.Evidence, claim.Standard, claim.Ksb, [.. before.Decisions, .. claim.Decisions]) { Title = claim.Title, EvidenceKind = claim.EvidenceKind };
                }
                else
                {
                    before = claim;
                }

                joined.Add(before);
            }
        }

        return new Ledger<Claim>(joined, claims.Completeness);
    }

    /// <summary>A value as text in which what is nothing but order is gone.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="about">Of a list the members by which entries are sorted, those that agree in them in their own order; null for the whole entry.</param>
    private static string Sorted(JsonValue value, string text, string[]? about) => value.Kind switch
    {
        JsonKind.Object => $"{{{string.Join(',', value.Members.Select(m => $"\"{m.Name}\":{Sorted(m.Value, text, m.Value.Kind == JsonKind.Object ? AboutOf(m.Name, m.Value) : m.Name == "decisions" ? DaysOfPair : m.Name == "entries" ? about : null)}"))}}}",
        JsonKind.Array => $"[{string.Join(',', value.Items.Select(i => (Text: Sorted(i, text, about: null), Item: i)).OrderBy(i => about is null ? i.Text : About(i.Item, about), StringComparer.Ordinal).Select(i => i.Text))}]",
        _ => text.Substring(value.Span.Start, value.Span.Length),
    };

    /// <summary>What entries of a ledger are about, where the later of two can replace the earlier; null where each counts for itself.</summary>
    private static string[]? AboutOf(string ledger, JsonValue entries) => ledger switch
    {
        "hours" or "attempts" or "priorLearning" or "employments" => null,
        "declarations" => [.. Days, "declaration", "role", "statement"],
        "exemptions" or "certificates" => [.. Days, "subject"],
        // One without a subject is about both, and so takes the place of one about either.
        "choices" => (entries.Find("entries")?.Value.Items ?? []).All(c => c.Find("subject") is not null) ? [.. Days, "subject"] : Days,
        "claims" => ["evidence", "standard", "ksbs"],
        "facts" => [.. Days, "name"],
        "portfolios" => [.. Days, "standard"],
        _ => Days,
    };

    private static string About(JsonValue entry, string[] about) => string.Join('\n', about.Select(n => entry.Find(n)?.Value.Text is { } text && n is "subject" or "statement" ? WrittenName.Key(text) : entry.Find(n)?.Value.Text));
}
