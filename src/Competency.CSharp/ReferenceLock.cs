using Competency.Documents;
using Competency.Findings;
using Competency.Versions;

namespace Competency.CSharp;

/// <summary>Holds the references of some projects beside a lock.</summary>
internal sealed class ReferenceLock
{
    private readonly KsbLock _before;
    private readonly Dictionary<LockConsumer, (HashSet<(OccupationalStandard Standard, string Name)> Used, StandardCatalogue Known)> _used = [];
    private readonly List<PlacedMessage> _moved = [];
    private readonly HashSet<string> _whole;

    public ReferenceLock(IReadOnlyList<LoadedProject> projects, string lockPath, KsbLock before)
    {
        _before = before;
        var places = new ReferencePlaces(projects);
        foreach (var project in projects)
        {
            Collect(project, lockPath, places);
        }

        // Of an assembly that is built for several frameworks, one that does not compile can hold what the others do not.
        _whole = new HashSet<string>(projects.GroupBy(p => p.Compilation.AssemblyName).Where(g => g.All(p => p.Errors.Count == 0)).Select(g => g.Key!), StringComparer.Ordinal);
    }

    /// <summary>The lock, brought up to date.</summary>
    public KsbLock Update(bool accept)
    {
        var after = _before;
        foreach (var of in _used)
        {
            after = after.With(LockCheck.Update(of.Key, _before.Find(of.Key), of.Value.Used, of.Value.Known, accept));
        }

        return Gone().Aggregate(after, static (l, gone) => l.Without(gone));
    }

    /// <summary>What changed meaning.</summary>
    public IReadOnlyList<PlacedMessage> Moved() => PlacedMessage.Ordered(_moved);

    /// <summary>Locked types of these assemblies that refer to nothing.</summary>
    public IReadOnlyList<LockConsumer> Gone() =>
        [.. _before.Entries.Select(e => e.Consumer).Where(c => c.IsType && !_used.ContainsKey(c) && c.Name.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var at && _whole.Contains(c.Name.Substring(at + 2)))];

    private void Collect(LoadedProject project, string lockPath, ReferencePlaces places)
    {
        var seen = project.Collect([]);
        if (seen.Known is not { } known)
        {
            return;
        }

        // What does not compile is told of, as far as it is understood, and not locked.
        var isWhole = project.Errors.Count == 0;
        var review = new LockReview(_before, lockPath, known.Catalogue);
        foreach (var text in seen.Texts)
        {
            foreach (var reference in text.References.References)
            {
                foreach (var standard in LockReview.StandardsOf(reference, text.InForce, known.Catalogue).Where(_ => isWhole))
                {
                    Use(text.Consumer, known.Catalogue).UnionWith(LockReview.NamesOf(reference, standard).Select(n => (standard, n)));
                }
            }

            var moved = review.References(text.Consumer, text.Text, text.References, text.InForce, ReferenceSetting.Field).Moved;
            _moved.AddRange(places.Findings(moved, text.Expression, text.Text, text.Model, known).Select(f => f.Message));
        }

        foreach (var member in seen.Members.Where(m => project.ReadsComments || !m.IsInComment).Concat(project.Missing))
        {
            if (isWhole)
            {
                Use(member.Consumer, known.Catalogue).Add((member.Standard, member.Code.ToString()));
            }

            if (review.Code(member.Consumer, member.Code, member.Standard).Moved is { } problem)
            {
                _moved.Add(ReferencePlaces.Finding(problem, places.Locate(member.Place.SourceTree!, member.Place.SourceSpan)));
            }
        }
    }

    private HashSet<(OccupationalStandard Standard, string Name)> Use(LockConsumer consumer, StandardCatalogue known)
    {
        if (!_used.TryGetValue(consumer, out var of))
        {
            _used.Add(consumer, of = ([], known));
        }

        return of.Used;
    }
}
