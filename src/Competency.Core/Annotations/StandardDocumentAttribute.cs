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

    /// <summary>The standard of a generated type, read from its document at the first use; what the type's <c>Standard</c> property returns.</summary>
    /// <exception cref="TypeInitializationException">The type carries no readable document; the inner exception says why.</exception>
    public static OccupationalStandard StandardOf<TStandard>()
        where TStandard : IStandardType => Kept<TStandard>.Standard;

    private static OccupationalStandard Read(Type type)
    {
        var carrier = type.GetCustomAttribute<StandardDocumentAttribute>()
            ?? throw new InvalidOperationException($"{type} carries no [StandardDocument].");
        var document = StandardDocument.Read(type.Name + StandardDocument.FileSuffix, carrier.Document);
        return document.Standard
            ?? throw new InvalidOperationException($"The document of {type} is not readable: {document.Findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error)}");
    }

    // One for each type, made by the runtime at the first use: generated types hold no code for it.
    private static class Kept<TStandard>
    {
        internal static readonly OccupationalStandard Standard = Read(typeof(TStandard));
    }
}
