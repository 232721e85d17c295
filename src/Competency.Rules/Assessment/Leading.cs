namespace Competency.Rules;

/// <summary>A statement of a version that was left, and how it leads to one of the version that is judged.</summary>
/// <param name="From">The statement.</param>
/// <param name="Route">The way there.</param>
internal readonly record struct Leading(VersionKsb From, StatementRoute Route);
