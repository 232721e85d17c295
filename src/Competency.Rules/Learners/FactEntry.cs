namespace Competency.Rules;

/// <summary>Something that a platform knows of a learner from a day on. A later entry of the same name takes its place.</summary>
/// <param name="On">The day from which it held.</param>
/// <param name="Name">The name, as <see cref="Fact{T}.Name"/>.</param>
/// <param name="Value">The value.</param>
public sealed record FactEntry(DateOnly On, string Name, FactValue Value) : LedgerEntry(On)
{
    /// <summary>The name.</summary>
    public string Name { get; init => field = Named(value); } = Named(Name);

    /// <summary>The value.</summary>
    public FactValue Value { get; init => field = value ?? throw new ArgumentNullException(nameof(Value)); } = Value ?? throw new ArgumentNullException(nameof(Value));

    private static string Named(string name) => Bounded.Text(name, "A fact has a name.", nameof(Name));
}
