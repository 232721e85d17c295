using System.Runtime.CompilerServices;
using Competency.Documents;
using Competency.Documents.Plans;
using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analysis;

/// <summary>Documents that have been read, by their text: the generator and every analyzer share one reading.</summary>
internal static class DocumentCache
{
    private static readonly ConditionalWeakTable<SourceText, StandardDocument> Standards = new();
    private static readonly ConditionalWeakTable<SourceText, MappingDocument> Mappings = new();
    private static readonly ConditionalWeakTable<SourceText, PolicyDocument> Policies = new();
    private static readonly ConditionalWeakTable<SourceText, AssessmentPlanDocument> Plans = new();
    private static readonly ConditionalWeakTable<SourceText, LockDocument> Locks = new();

    public static bool IsStandard(AdditionalText file) => file.Path.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>A mapping document by its name, or because the project says so: <c>&lt;AdditionalFiles Include="plan.csv" CompetencyMapping="true" /&gt;</c>.</summary>
    public static bool IsMapping(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        MappingDocument.IsMapping(file.Path)
        || (options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.CompetencyMapping", out var said) && string.Equals(said, "true", StringComparison.OrdinalIgnoreCase));

    public static StandardDocument? Standard(AdditionalText file, CancellationToken cancel) =>
        Get(Standards, file, cancel, static (path, text) => StandardDocument.Read(path, text), static document => document.Source.Path);

    public static MappingDocument? Mapping(AdditionalText file, CancellationToken cancel) =>
        Get(Mappings, file, cancel, static (path, text) => MappingDocument.Read(path, text), static document => document.Source.Path);

    public static bool IsLock(AdditionalText file) => LockDocument.IsLock(file.Path);

    public static LockDocument? Lock(AdditionalText file, CancellationToken cancel) =>
        Get(Locks, file, cancel, static (path, text) => LockDocument.Read(path, text), static document => document.Source.Path);

    /// <summary>The policy of a file; null where the file is none by its name, or cannot be read at all.</summary>
    public static PolicyDocument? Policy(AdditionalText file, CancellationToken cancel) => !file.Path.EndsWith(PolicyDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)
        ? null
        : Get(Policies, file, cancel, static (path, text) => PolicyDocument.Read(path, text), static document => document.Source.Path);

    /// <summary>The assessment plan of a file; null where the file is none by its name, or cannot be read at all.</summary>
    public static AssessmentPlanDocument? Plan(AdditionalText file, CancellationToken cancel) => !file.Path.EndsWith(AssessmentPlanDocument.FileSuffix, StringComparison.OrdinalIgnoreCase)
        ? null
        : Get(Plans, file, cancel, static (path, text) => AssessmentPlanDocument.Read(path, text), static document => document.Source.Path);

    /// <summary>The mapping, policy or plan of a file; null where it is none of them.</summary>
    public static IReferencingDocument? Referencing(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancel) =>
        IsMapping(file, options) ? Mapping(file, cancel) : (IReferencingDocument?)Policy(file, cancel) ?? Plan(file, cancel);

    private static T? Get<T>(ConditionalWeakTable<SourceText, T> cache, AdditionalText file, CancellationToken cancel, Func<string, string, T> read, Func<T, string> pathOf)
        where T : class
    {
        if (file.GetText(cancel) is not { } text)
        {
            return null;
        }

        var document = cache.GetValue(text, t => read(file.Path, t.ToString()));

        // One text under two paths, as after a copy in an editor: the places must name the right file.
        return pathOf(document) == file.Path ? document : read(file.Path, text.ToString());
    }
}
