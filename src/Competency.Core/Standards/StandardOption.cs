namespace Competency;

/// <summary>An option (pathway) of a standard: its duties are performed only by those who take it.</summary>
/// <param name="id">The publisher's id, or where there is none a short name of the document's own; unique within the standard.</param>
/// <param name="title">The published title, or null where the source names the option by its id alone.</param>
sealed partial class StandardOption(string id, string? title)
{
    /// <summary>The id, unique within the standard.</summary>
    public string Id { get; } = string.IsNullOrEmpty(id) ? throw new ArgumentException("An option has an id.", nameof(id)) : id;

    /// <summary>The published title, or null where the source names the option by its id alone.</summary>
    public string? Title { get; } = title;

    /// <summary>The title, or the id where there is none.</summary>
    public override string ToString() => Title ?? Id;
}
