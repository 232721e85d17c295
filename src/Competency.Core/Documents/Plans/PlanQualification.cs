namespace Competency.Documents.Plans;

/// <summary>A qualification that a plan mandates at gateway.</summary>
/// <param name="title">The title, as certificates name it.</param>
sealed partial class PlanQualification(string title)
{
    /// <summary>The title, as certificates name it.</summary>
    public string Title { get; } = title ?? throw new ArgumentNullException(nameof(title));

    /// <summary>The lowest level that suffices, <c>1</c> to <c>8</c> or <c>entry 1</c> to <c>entry 3</c>; null for any.</summary>
    public string? MinimumLevel { get; init; }

    /// <summary>How many calendar months it is valid before it must be renewed; null for ever.</summary>
    public int? ValidForMonths { get; init; }
}
