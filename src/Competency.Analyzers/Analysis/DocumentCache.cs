using System.Runtime.CompilerServices;
using Competency.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Competency.Analysis;

/// <summary>Documents that have been read, by their text: the generator and every analyzer share one reading.</summary>
internal static class DocumentCache
{
    private static readonly ConditionalWeakTable<SourceText, StandardDocument> Standards = new();
    private static readonly ConditionalWeakTable<SourceText, MappingDocument> Mappings = new();

    public static bool IsStandard(AdditionalText file) => file.Path.EndsWith(StandardDocument.FileSuffix, StringComparison.OrdinalIgnoreCase);

    public static bool IsMapping(AdditionalText file) => file.Path.EndsWith(MappingDocument.FileSuffix, StringComparison.OrdinalIgnoreCase);

    public static StandardDocument? Standard(AdditionalText file, CancellationToken cancel) =>
        Get(Standards, file, cancel, static (path, text) => StandardDocument.Read(path, text), static document => document.Source.Path);

    public static MappingDocument? Mapping(AdditionalText file, CancellationToken cancel) =>
        Get(Mappings, file, cancel, static (path, text) => MappingDocument.Read(path, text), static document => document.Source.Path);

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
