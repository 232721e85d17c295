using System.Collections.Immutable;
using Competency.Findings;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analysis;

/// <summary>Turns findings into diagnostics: the one place where the catalogue meets Roslyn.</summary>
internal static class FindingDiagnostics
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors =
        FindingCatalogue.All.ToImmutableDictionary(d => d.Id, Describe);

    public static DiagnosticDescriptor Of(FindingDescriptor descriptor) => Descriptors[descriptor.Id];

    public static ImmutableArray<DiagnosticDescriptor> Of(params FindingDescriptor[] descriptors) => [.. descriptors.Select(Of)];

    /// <summary>The diagnostic of a finding in a document.</summary>
    public static Diagnostic ToDiagnostic(Finding finding) =>
        Create(finding.Descriptor, ToLocation(finding.Location), finding.Severity, finding.Message, finding.Suggestion, finding.Remedy);

    /// <summary>Reports what is wrong with a document among the additional files.</summary>
    public static void Report(AdditionalFileAnalysisContext context, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            context.ReportDiagnostic(ToDiagnostic(finding));
        }
    }

    /// <summary>A diagnostic anywhere.</summary>
    public static Diagnostic Create(FindingDescriptor descriptor, Location location, FindingSeverity severity, string message, string? suggestion, LockRemedy? remedy = null) =>
        Diagnostic.Create(
            Of(descriptor),
            location,
            ToSeverity(severity),
            additionalLocations: null,
            Properties(suggestion, remedy),
            message);

    private static ImmutableDictionary<string, string?> Properties(string? suggestion, LockRemedy? remedy)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        properties = suggestion is null ? properties : properties.Add(DiagnosticProperties.Suggestion, suggestion);
        return remedy is null ? properties : properties.AddRange(LockRemedyProperties.Of(remedy));
    }

    private static DiagnosticDescriptor Describe(FindingDescriptor descriptor) => new(
        descriptor.Id,
        descriptor.Title,
        "{0}",
        descriptor.Category,
        ToSeverity(descriptor.Severity),
        isEnabledByDefault: true,
        descriptor.Description,
        descriptor.HelpLink);

    private static DiagnosticSeverity ToSeverity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static Location ToLocation(SourceLocation? location) => location is null
        ? Location.None
        : Location.Create(
            location.Path,
            new TextSpan(location.Span.Start, location.Span.Length),
            new LinePositionSpan(ToPosition(location.Start), ToPosition(location.End)));

    private static Microsoft.CodeAnalysis.Text.LinePosition ToPosition(Competency.Text.LinePosition position) => new(position.Line - 1, position.Column - 1);
}
