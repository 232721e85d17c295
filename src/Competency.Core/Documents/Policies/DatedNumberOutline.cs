using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>A number that changes with time, as a policy document writes it.</summary>
/// <param name="name">What it is, in words.</param>
/// <param name="reviewed">The day on which its sources were last looked at.</param>
/// <param name="periods">The periods, as written.</param>
sealed partial class DatedNumberOutline(string name, DateOnly reviewed, IReadOnlyList<DatedPeriodOutline> periods)
{
    /// <summary>What it is, in words.</summary>
    public string Name { get; } = name;

    /// <summary>The day on which its sources were last looked at.</summary>
    public DateOnly Reviewed { get; } = reviewed;

    /// <summary>The periods, as written.</summary>
    public IReadOnlyList<DatedPeriodOutline> Periods { get; } = periods;
}

/// <summary>A period of a number that changes with time.</summary>
/// <param name="from">The first day; null for every day before the next period.</param>
/// <param name="until">The last day; null until the next period begins.</param>
/// <param name="value">The value.</param>
/// <param name="basis">Which day of the learner decides: <c>originalStart</c> or <c>asOf</c>.</param>
/// <param name="citation">Where it stands.</param>
/// <param name="span">The whole period in the document.</param>
sealed partial class DatedPeriodOutline(DateOnly? from, DateOnly? until, decimal value, string basis, CitationOutline citation, SourceSpan span)
{
    /// <summary>The first day; null for every day before the next period.</summary>
    public DateOnly? From { get; } = from;

    /// <summary>The last day; null until the next period begins.</summary>
    public DateOnly? Until { get; } = until;

    /// <summary>The value.</summary>
    public decimal Value { get; } = value;

    /// <summary>Which day of the learner decides: <c>originalStart</c> or <c>asOf</c>.</summary>
    public string Basis { get; } = basis;

    /// <summary>Where it stands.</summary>
    public CitationOutline Citation { get; } = citation;

    /// <summary>The whole period in the document.</summary>
    public SourceSpan Span { get; } = span;
}
