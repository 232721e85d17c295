using System.Reflection;
using Competency.Documents;
using Competency.Findings;

namespace Competency;

/// <summary>Carries the canonical document of a generated type: read once at run time, and by the analyzers of other assemblies.</summary>
/// <param name="format">The version of the document format; 1.</param>
/// <param name="document">The document.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandardDocumentAttribute(int format, string document) : Attribute
{
    /// <summary>The version of the document format.</summary>
    public int Format { get; } = format;

    /// <summary>The document.</summary>
    public string Document { get; } = document;

    /// <summary>Reads the standard of a generated type; what the type's <c>Standard</c> property calls, once.</summary>
    /// <exception cref="InvalidOperationException">The type carries no readable document.</exception>
    public static OccupationalStandard Read(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var carrier = type.GetCustomAttribute<StandardDocumentAttribute>()
            ?? throw new InvalidOperationException($"{type} carries no [StandardDocument].");
        var document = StandardDocument.Read(type.Name + StandardDocument.FileSuffix, carrier.Document);
        return document.Standard
            ?? throw new InvalidOperationException($"The document of {type} is not readable: {document.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error)}");
    }
}
