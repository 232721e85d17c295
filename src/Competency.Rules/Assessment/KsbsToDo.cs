namespace Competency.Rules;

/// <summary>
/// The KSBs of an action, so that what several requirements ask of KSBs is told once. Two are the same where they say the same of the same KSBs.
/// </summary>
/// <param name="kind">What is done with them: only of one kind are they put together.</param>
/// <param name="codes">The KSBs.</param>
/// <param name="details">What else is named beside them, such as their evidence.</param>
/// <param name="ofSome">How many more KSBs are needed, where not all of them are; null where all are.</param>
/// <param name="say">Says what to do with some KSBs, by these details.</param>
internal sealed class KsbsToDo(string kind, KsbCode[] codes, string[] details, int? ofSome, Func<IReadOnlyList<KsbCode>, IReadOnlyList<string>, string> say) : IEquatable<KsbsToDo>
{
    /// <summary>What is done with them.</summary>
    public string Kind => kind;

    /// <summary>The KSBs.</summary>
    public IReadOnlyList<KsbCode> Codes => codes;

    /// <summary>Whether all of them are needed, and not some of them.</summary>
    public bool IsAll => ofSome is null;

    /// <summary>What to do, as an instruction without a closing full stop.</summary>
    public string Text { get; } = say(codes, details) + (ofSome is { } needed ? $"; {Said.Count(needed, "more KSB is", "more KSBs are")} needed" : "");

    /// <summary>Whether another of the kind names these all.</summary>
    public bool IsWithin(KsbsToDo other) => other.Kind == kind && codes.All(c => other.Codes.Contains(c));

    /// <summary>The KSBs of both, of which all are needed.</summary>
    public KsbsToDo With(KsbsToDo other) =>
        new(kind, [.. codes.Union(other.Codes)], [.. details.Union(other.Details, StringComparer.Ordinal).Order(StringComparer.Ordinal)], ofSome: null, say);

    /// <inheritdoc/>
    public bool Equals(KsbsToDo? other) => other is not null && IsAll == other.IsAll && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KsbsToDo);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private string[] Details => details;
}
