namespace Competency.Rules;

/// <summary>Something that somebody has to do.</summary>
/// <param name="Key">
/// What makes it one action: two of one key are the same one, however many requirements wait for it. What a report puts together because it reads the same, or asks the same
/// of KSBs, keeps the key of the first.
/// </param>
/// <param name="Text">What to do, as an instruction without a closing full stop.</param>
/// <param name="By">Who has to do it.</param>
/// <param name="Stage">When it is due beside other actions.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is no member of its enum.</exception>
public sealed record OutstandingAction(string Key, string Text, ActionBy By, ActionStage Stage)
{
    /// <summary>Who acts.</summary>
    public ActionBy By { get; init => field = Defined.Of(value, nameof(By)); } = Defined.Of(By, nameof(By));

    /// <summary>When, among others.</summary>
    public ActionStage Stage { get; init => field = Defined.Of(value, nameof(Stage)); } = Defined.Of(Stage, nameof(Stage));

    /// <summary>The ids of the requirements that wait for it; filled by the report.</summary>
    public IReadOnlyList<string> Requirements { get; init => field = Unchanging.List(value); } = [];

    /// <summary>
    /// The choices, outermost first, of which it is one way among several, or belongs to one; empty where it is needed in any case. Filled by the report.
    /// </summary>
    public IReadOnlyList<ActionAlternative> Alternatives { get; init => field = Unchanging.List(value); } = [];

    /// <summary>The choice that its requirement leaves by itself; null for none.</summary>
    internal ActionAlternative? Choice { get; init; }

    /// <summary>The day for which somebody waits; null where nobody does.</summary>
    internal DateOnly? Day { get; init; }

    /// <summary>To learn again, for who has stopped: nothing else brings what only time in learning does.</summary>
    internal static OutstandingAction ReturnToLearning { get; } = new("learn-on", "Return to learning and record it", ActionBy.Apprentice, ActionStage.Training);

    /// <summary>To wait for a day. Of several the first comes first.</summary>
    internal static OutstandingAction Wait(DateOnly day, ActionBy by, string? text = null, string key = "") =>
        new($"wait:{Said.Date(day)}{key}", text ?? $"Wait until {Said.Date(day)}", by, ActionStage.Time) { Day = day };

    /// <summary>How much is asked, where two of one key can ask more and less: a report says the most, in which the less is. To learn until a day is more than to wait for it.</summary>
    internal decimal Amount { get; init; }

    /// <summary>The KSBs that it is about; null for none, and in what a report lists.</summary>
    internal KsbsToDo? Ksbs { get; init; }

    /// <summary>The keys of the actions that a report put together; null for its own alone.</summary>
    internal string[]? MergedKeys { get; init; }

    /// <summary>Whether it is, wholly or in part, the same as another.</summary>
    internal bool IsAs(OutstandingAction other) => (MergedKeys ?? [Key]).Intersect(other.MergedKeys ?? [other.Key], StringComparer.Ordinal).Any();
}
