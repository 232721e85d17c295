using Competency.Documents.Json;

namespace Competency.Rules;

/// <summary>What differs between two versions of a policy, requirement by requirement, by id.</summary>
public sealed class PolicyDifference
{
    private PolicyDifference(IReadOnlyList<RequirementChange> changes) => Changes = Unchanging.List(changes);

    /// <summary>The changes: in the order of the newer policy, then what was taken away.</summary>
    public IReadOnlyList<RequirementChange> Changes { get; }

    /// <summary>Whether the two ask the same of everybody. Name and version of the policies are not looked at.</summary>
    public bool IsNone => Changes.Count == 0;

    /// <summary>Compares two policies.</summary>
    /// <param name="before">The older.</param>
    /// <param name="after">The newer.</param>
    public static PolicyDifference Between(ReadinessPolicy before, ReadinessPolicy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = Placed(before.Requirement);
        var @new = Placed(after.Requirement);
        var changes = new List<RequirementChange>();
        foreach (var (id, now) in @new)
        {
            var isOld = old.TryGetValue(id, out var then);
            var details = isOld ? Details(then, now) : [];
            if (ReferenceEquals(now.Requirement, after.Requirement))
            {
                // What a policy says as a whole stands with its root.
                Add(details, "standards", before.Standards.Order().Select(s => s.ToString()), after.Standards.Order().Select(s => s.ToString()));
                Add(details, "notJudged", before.NotJudged, after.NotJudged);
            }

            if (!isOld || details.Count > 0)
            {
                changes.Add(new RequirementChange(isOld ? RequirementChangeKind.Changed : RequirementChangeKind.Added, id, now.Requirement.Sentence, now.Parent, details));
            }
        }

        changes.AddRange(old.Where(o => !@new.ContainsKey(o.Key)).Select(o => new RequirementChange(RequirementChangeKind.Removed, o.Key, o.Value.Requirement.Sentence, o.Value.Parent, [])));
        return new PolicyDifference(changes);
    }

    private static void Add(List<string> details, string name, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (then, now) = (string.Join("; ", before), string.Join("; ", after));
        if (then != now)
        {
            details.Add($"{name}: {(then.Length == 0 ? "not given" : then)} → {(now.Length == 0 ? "not given" : now)}");
        }
    }

    /// <summary>A line for each change.</summary>
    public override string ToString() => IsNone ? "No difference" : string.Join('\n', Changes);

    private static Dictionary<string, (Requirement Requirement, string? Parent, int Place)> Placed(Requirement root)
    {
        var found = new Dictionary<string, (Requirement, string?, int)>(StringComparer.Ordinal);
        Visit(root, null, 0);
        return found;

        void Visit(Requirement requirement, string? parent, int place)
        {
            found.Add(requirement.Id, (requirement, parent, place));
            for (var i = 0; i < requirement.Children.Count; i++)
            {
                Visit(requirement.Children[i], requirement.Id, i);
            }
        }
    }

    private static List<string> Details((Requirement Requirement, string? Parent, int Place) then, (Requirement Requirement, string? Parent, int Place) now)
    {
        var (before, after) = (Members(then.Requirement), Members(now.Requirement));
        var details = after.Keys.Union(before.Keys)
            .Where(n => before.GetValueOrDefault(n).Asked != after.GetValueOrDefault(n).Asked)
            .Select(n => $"{n}: {before.GetValueOrDefault(n).Text ?? "not given"} → {after.GetValueOrDefault(n).Text ?? "not given"}")
            .ToList();
        // The order of children matters only where they have parts to play: a condition and what it asks.
        if (then.Parent != now.Parent)
        {
            details.Add($"within: {then.Parent ?? "nothing"} → {now.Parent ?? "nothing"}");
        }

        return details;
    }

    /// <summary>The members of a requirement's JSON, but for those within it. Of those that have a part to play, which one it is.</summary>
    private static Dictionary<string, (string Text, string Asked)> Members(Requirement requirement)
    {
        var json = new JsonWriter(indented: false);
        requirement.Write(json);
        var root = JsonText.Parse(json.ToString()).Root!;
        var text = json.ToString();
        return root.Members.Where(m => m.Name is not ("requirements" or "id")).ToDictionary(
            m => m.Name,
            m => m.Name is "if" or "then" or "requirement" or "signed" ? (m.Value.Find("id")!.Value.Text, m.Value.Find("id")!.Value.Text) : (text[m.Value.Span.Start..m.Value.Span.End], Asked(m.Value, text)),
            StringComparer.Ordinal);
    }

    /// <summary>The same text for values that ask the same: of words any one of which will do, neither order nor case matters.</summary>
    private static string Asked(JsonValue value, string text) => value.Kind == JsonKind.Array && value.Items.All(i => i.Kind == JsonKind.String)
        ? string.Join('\n', value.Items.Select(i => WrittenName.Key(i.Text)).Order(StringComparer.Ordinal))
        : text[value.Span.Start..value.Span.End];
}

/// <summary>What became of a requirement from one version of a policy to another.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Id">Its id.</param>
/// <param name="Sentence">What it asks, or asked.</param>
/// <param name="Within">The id of the requirement that holds it, or held it; null for the outermost.</param>
/// <param name="Details">What changed, one entry for each parameter, and at the root what the policy says as a whole (its standards, what it does not judge); of one that was added or removed nothing of its own.</param>
public sealed record RequirementChange(RequirementChangeKind Kind, string Id, string Sentence, string? Within, IReadOnlyList<string> Details)
{
    /// <summary>What changed, one entry for each parameter.</summary>
    public IReadOnlyList<string> Details { get; init => field = Unchanging.List(value); } = Unchanging.List(Details);

    /// <summary>The change on one line.</summary>
    public override string ToString() => Kind switch
    {
        RequirementChangeKind.Added => $"added {Id}: {Sentence}{(Details.Count == 0 ? "" : $"; {string.Join("; ", Details)}")}",
        RequirementChangeKind.Removed => $"removed {Id}: {Sentence}",
        _ => $"changed {Id}: {string.Join("; ", Details)}",
    };
}

/// <summary>What became of a requirement.</summary>
public enum RequirementChangeKind
{
    /// <summary>The newer policy has it.</summary>
    Added,

    /// <summary>The older policy had it.</summary>
    Removed,

    /// <summary>Both have it, and it asks something else, in other words or elsewhere in the tree.</summary>
    Changed,
}
