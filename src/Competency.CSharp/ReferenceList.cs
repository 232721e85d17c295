using Competency.Findings;
using Competency.Versions;

namespace Competency.CSharp;

/// <summary>The references of a project one by one, each with the standards that it is of.</summary>
internal static class ReferenceList
{
    public static IReadOnlyList<PlacedReference> Of(LoadedProject project, ReferencePlaces places)
    {
        var seen = project.Collect([]);
        var list = new List<PlacedReference>();
        foreach (var text in seen.Texts)
        {
            foreach (var reference in text.References.References)
            {
                foreach (var standard in LockReview.StandardsOf(reference, text.InForce, seen.Known!.Catalogue))
                {
                    var at = places.Locate(places.Map(text.Expression, text.Text, text.Model), ReferenceRewrite.CodesOf(reference), text.Expression);
                    list.Add(new PlacedReference(at, standard.Id.ToString(), reference.ToString()));
                }
            }
        }

        list.AddRange(seen.Members.Where(m => project.ReadsComments || !m.IsInComment).Select(m => new PlacedReference(places.Locate(m.Place.SourceTree!, m.Place.SourceSpan), m.Standard.Id.ToString(), m.Code.ToString())));
        return [.. list.GroupBy(r => (r.Path, r.Start, r.Standard, r.Notation)).Select(g => g.First()).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Start)];
    }
}
