namespace Competency.Rules;

/// <summary>The option (pathway) of the standard that the learner takes. A later choice takes the place of an earlier one.</summary>
/// <param name="On">The day of the choice.</param>
/// <param name="Option">The option's id or title, as <see cref="OccupationalStandard.FindOption"/> knows it.</param>
public sealed record OptionChoice(DateOnly On, string Option) : LedgerEntry(On)
{
    /// <summary>The option's id or title.</summary>
    public string Option { get; init => field = Named(value); } = Named(Option);

    private static string Named(string option) => Bounded.Text(option, "An option has an id or a title.", nameof(Option));
}
