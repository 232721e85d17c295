namespace Competency;

/// <summary>One thing that a role profile says.</summary>
/// <param name="text">In whose words, the profile's source says: the publisher's, or one's own where the publisher's are under no open licence.</param>
/// <param name="sourceFingerprint">
/// The fingerprint of the publisher's sentence, by which a later import keeps one's own words for it and notices when the sentence changed.
/// </param>
public sealed class RoleStatement(string text, string? sourceFingerprint)
{
    /// <summary>The statement.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The fingerprint of the publisher's sentence that it renders, or null.</summary>
    public string? SourceFingerprint { get; } = sourceFingerprint;
}
