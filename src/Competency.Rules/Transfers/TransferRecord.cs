namespace Competency.Rules;

/// <summary>
/// The record of a transfer from one version to another, for an audit: both versions with their fingerprints, each statement, and who decided
/// what when (<c>competency.transfer/1</c>).
/// </summary>
/// <param name="LearnerId">The id of the learner.</param>
/// <param name="From">The version that was left.</param>
/// <param name="To">The version that was taken.</param>
/// <param name="On">The day of the transfer.</param>
/// <param name="By">Who applied it.</param>
public sealed record TransferRecord(string LearnerId, StandardId From, StandardId To, DateOnly On, string By)
{
    /// <summary>The format that the document's first property names.</summary>
    public const string Format = "competency.transfer/1";

    /// <summary>How the file's name ends.</summary>
    public const string FileSuffix = ".transfer.json";

    /// <summary>The fingerprint of the version that was left.</summary>
    public required string OldFingerprint { get; init; }

    /// <summary>The fingerprint of the version that was taken.</summary>
    public required string NewFingerprint { get; init; }

    /// <summary>The day on which it was recorded; <see cref="On"/> unless said otherwise.</summary>
    public DateOnly Recorded { get => field == default ? On : field; init; }

    /// <summary>Every statement of either version, offers and explicit links.</summary>
    public IReadOnlyList<TransferRecordItem> Items { get; init => field = [.. value]; } = [];

    /// <summary>The record as canonical JSON: reading it gives the same record.</summary>
    public string ToJson() => TransferRecordJson.Write(this);

    /// <summary>Reads a record. Never throws on its content; what is wrong is told with its place, and gives no record.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">The whole text.</param>
    public static TransferRecordResult Read(string path, string text) => TransferRecordJson.Read(path, text);
}
