using Competency.Documents;

namespace Competency.Rules;

/// <summary>Something that a programme plans to be done by a day: a module, a unit, a block.</summary>
/// <param name="Id">The id by which reports name it.</param>
/// <param name="Due">The day by the end of which it is due.</param>
public sealed record ProgrammeMilestone(string Id, DateOnly Due)
{
    /// <summary>The id by which reports name it.</summary>
    public string Id { get; init => field = OfId(value); } = OfId(Id);

    /// <summary>The day by the end of which it is due.</summary>
    public DateOnly Due { get; init => field = Bounded.Day(value, nameof(Due)); } = Bounded.Day(Due, nameof(Due));

    /// <summary>The KSBs that are to be achieved by it; those of options that a learner does not take are left out for that learner.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; init => field = [.. value]; } = [];

    /// <summary>The hours of off-the-job training that it takes, above 0, at most 100,000; null where nobody says.</summary>
    public decimal? Hours { get; init => field = value is null or (> 0 and <= MappingItem.MaxHours) ? value : throw new ArgumentOutOfRangeException(nameof(Hours), value, "Hours are above 0, and at most 100,000."); }

    /// <summary>
    /// The milestones of a programme's mapping: one for each item that has a due day, with its KSBs and hours. A nested item without a day of its
    /// own falls due with the item that holds it; one that no item with a day holds is not planned, and makes none.
    /// </summary>
    /// <param name="programme">The mapping.</param>
    /// <param name="standard">The standard that it maps. What this lacks is left out, as the mapping's own check says (KSB3001).</param>
    /// <exception cref="ArgumentException">The mapping is of another standard or version, or an item that is due has no id.</exception>
    public static IReadOnlyList<ProgrammeMilestone> Of(KsbMapping programme, OccupationalStandard standard)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(standard);
        return programme.Standard == standard.Id
            ? [.. programme.Items.SelectMany(i => Of(i, due: null, standard))]
            : throw new ArgumentException($"The mapping is of {(programme.Standard == default ? "no standard that it names" : programme.Standard.ToString())}, not of {standard.Id}.", nameof(programme));
    }

    private static string OfId(string id) => Bounded.Text(id, "A milestone has an id.", nameof(Id));

    private static IEnumerable<ProgrammeMilestone> Of(MappingItem item, DateOnly? due, OccupationalStandard standard)
    {
        due = item.Due ?? due;
        var nested = item.Items.SelectMany(i => Of(i, due, standard));
        return due is { } day ? nested.Prepend(new ProgrammeMilestone(item.Id, day) { Ksbs = item.Codes(standard), Hours = item.Hours }) : nested;
    }
}
