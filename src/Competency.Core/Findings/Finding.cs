using Competency.Text;

namespace Competency.Findings;

/// <summary>Something that was found in a document or a reference: what, where, how grave, and what was probably meant.</summary>
sealed partial class Finding
{
    /// <summary>Makes a finding.</summary>
    /// <param name="descriptor">Which finding.</param>
    /// <param name="message">What is wrong here, in a sentence without a closing full stop.</param>
    /// <param name="location">Where; null for a value that stands in no file.</param>
    public Finding(FindingDescriptor descriptor, string message, SourceLocation? location)
    {
        Descriptor = descriptor ?? throw new ArgumentNullException(nameof(descriptor));
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Location = location;
        Severity = descriptor.Severity;
    }

    /// <summary>Which finding.</summary>
    public FindingDescriptor Descriptor { get; }

    /// <summary>What is wrong here.</summary>
    public string Message { get; }

    /// <summary>Where, or null for a value that stands in no file.</summary>
    public SourceLocation? Location { get; }

    /// <summary>How grave it is: the descriptor's severity, but for defects of published text, which are information.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>What was probably meant, to stand in place of the location's span; empty where nothing should stand there; null where nobody can say.</summary>
    public string? Suggestion { get; init; }

    /// <summary>How a reference follows its statement, or what the lock would say of it; null where the lock has no part in it.</summary>
    internal LockRemedy? Remedy { get; init; }

    /// <summary>The id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The line that build tools print and editors open: <c>file(line,column): error KSB1001: message</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "info",
        };
        return Location is null ? $"{severity} {Id}: {Message}" : $"{Location}: {severity} {Id}: {Message}";
    }
}
