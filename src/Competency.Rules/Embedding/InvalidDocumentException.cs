using Competency.Findings;

namespace Competency.Rules;

/// <summary>Documents that a program needs cannot be used: each finding says which, where and why. Nothing is judged by half of one.</summary>
public sealed class InvalidDocumentException : Exception
{
    /// <summary>Refuses documents.</summary>
    /// <param name="findings">What is wrong with them; at least one error.</param>
    /// <exception cref="ArgumentException">No finding is an error.</exception>
    public InvalidDocumentException(IReadOnlyList<Finding> findings)
        : base(Say(findings ?? throw new ArgumentNullException(nameof(findings)))) => Findings = [.. findings];

    /// <summary>What was found, warnings included.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static string Say(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(f => f.Severity == FindingSeverity.Error).ToArray();
        return errors.Length > 0 ? string.Join("\n", errors.Select(e => e.ToString())) : throw new ArgumentException("Documents are refused for an error.", nameof(findings));
    }
}
