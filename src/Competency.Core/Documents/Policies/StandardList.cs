using Competency.Documents.Json;
using Competency.Findings;
using Competency.Text;

namespace Competency.Documents.Policies;

/// <summary>A field that names one or several standards.</summary>
internal static class StandardList
{
    /// <summary>The standards of a field: an array of ids, each once. What is no id is a finding, and so is one that is named again.</summary>
    /// <param name="entry">The object.</param>
    /// <param name="name">The field.</param>
    /// <param name="places">Where each stands; filled.</param>
    /// <param name="isRequired">Whether at least one must be named.</param>
    public static IReadOnlyList<StandardId> Read(DocumentObject entry, string name, List<SourceSpan> places, bool isRequired = false)
    {
        var ids = new List<StandardId>();
        var strings = entry.Strings(name);
        foreach (var value in strings)
        {
            if (FieldValue.Standard(value.Text, out var problem) is not { } id)
            {
                entry.Wrong(value.Span, problem!);
            }
            else if (ids.Contains(id))
            {
                entry.Reader.Report(FindingCatalogue.RepeatedReference, value.Span, $"{id} is named here already", null);
            }
            else
            {
                ids.Add(id);
                places.Add(value.Span);
            }
        }

        if (isRequired && entry.Reader.IsWhole && strings.Count == 0 && (!entry.Has(name) || entry.Value.Find(name)!.Value.Kind == JsonKind.Array))
        {
            entry.Wrong(entry.SpanOf(name), $"'{name}' must name at least one standard such as ST0583@1.2");
        }

        return ids;
    }
}
