namespace Competency;

/// <summary>A numbered activity of the occupation and the KSBs that it needs.</summary>
/// <param name="number">Its number, 1 to 255.</param>
/// <param name="text">What is done, as published.</param>
/// <param name="ksbs">The codes that it maps, each once. A published standard can map a code that it does not define (KSB2001).</param>
sealed partial class OccupationDuty(int number, string text, IEnumerable<KsbCode> ksbs)
{
    /// <summary>The largest number that a duty can have.</summary>
    public const int MaxNumber = 255;

    /// <summary>Its number, 1 to 255.</summary>
    public int Number { get; } = number is >= 1 and <= MaxNumber ? number : throw new ArgumentOutOfRangeException(nameof(number), number, "A duty's number is 1 to 255.");

    /// <summary>What is done, as published.</summary>
    public string Text { get; } = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>The codes that it maps, each once, in the order of codes.</summary>
    public IReadOnlyList<KsbCode> Ksbs { get; } = Frozen.Sorted(ksbs ?? throw new ArgumentNullException(nameof(ksbs)));

    /// <summary>The publisher's GUID in lower case, or null where the source has none.</summary>
    public string? Id { get; init => field = Competency.Text.TextFolding.ToLower(value); }

    /// <summary>Ids of the options that it belongs to; none for a core duty, which everyone performs.</summary>
    public IReadOnlyList<string> Options { get; init => field = Frozen.List(value); } = [];

    /// <summary>Whether everyone performs it, whatever their option.</summary>
    public bool IsCore => Options.Count == 0;

    /// <summary>Number and text, as in <c>Duty 4: Ensure image quality …</c></summary>
    public override string ToString() => $"Duty {Number}: {Text}";
}
