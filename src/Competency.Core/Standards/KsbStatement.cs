using Competency.Text;

namespace Competency;

/// <summary>One numbered statement of a standard: what an apprentice must know, do or show.</summary>
/// <param name="code">Its code: its address within this version of the standard.</param>
/// <param name="text">The statement as published; white space at its ends goes. It can hold line ends, tabs and no-break spaces.</param>
/// <param name="id">The publisher's GUID, where known: the statement's identity from one version to the next.</param>
sealed partial class KsbStatement(KsbCode code, string text, string? id = null)
{
    private string? _fingerprint;

    /// <summary>Its code: its address within this version of the standard.</summary>
    public KsbCode Code { get; } = code.HasValue ? code : throw new ArgumentException("A statement has a code.", nameof(code));

    /// <summary>The statement as published.</summary>
    public string Text { get; } = TextFolding.Trim(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>The publisher's GUID in lower case, or null where the source has none.</summary>
    public string? Id { get; } = TextFolding.ToLower(id);

    /// <summary>Knowledge, skill or behaviour: the kind of the code.</summary>
    public KsbKind Kind => Code.Kind;

    /// <summary>The fingerprint of the text, by which the same statement is recognised under another code.</summary>
    public string Fingerprint => _fingerprint ??= Versions.Fingerprint.OfStatement(Text);

    /// <summary>Code and text, as in <c>K1: Principles of person-centred care.</c></summary>
    public override string ToString() => $"{Code}: {Text}";
}
