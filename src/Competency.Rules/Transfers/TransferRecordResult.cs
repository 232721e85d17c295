using Competency.Findings;

namespace Competency.Rules;

/// <summary>What came of reading a transfer record.</summary>
public sealed class TransferRecordResult
{
    internal TransferRecordResult(TransferRecord? record, IReadOnlyList<Finding> findings)
    {
        Record = record;
        Findings = findings;
    }

    /// <summary>The record; null where anything is wrong with it.</summary>
    public TransferRecord? Record { get; }

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<Finding> Findings { get; }
}
